package boscard.evaluation;

import boscard.fact.Goal;
import boscard.fact.Unit;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a DRL rule can do: conclude. The global {@code conclude} of every rule file. The rule and the facts it joined
 * are recorded with each conclusion; rules never modify facts.
 */
public interface RuleConclusions {

    /**
     * A check fired. The same code on the same subject is concluded once; a worse severity replaces a milder one.
     *
     * @param message a whole sentence with the numbers
     */
    void finding(String code, Severity severity, Subject subject, String message);

    /**
     * As {@link #finding(String, Severity, Subject, String)}, with the number that was compared, its edge, and how many
     * periods or points are behind it; 0 when counting makes no sense.
     */
    void finding(
            String code,
            Severity severity,
            Subject subject,
            @Nullable BigDecimal value,
            @Nullable BigDecimal threshold,
            @Nullable Unit unit,
            int count,
            String message);

    /** The result of a SMART test, such as {@code "R1"}; the worst of several results for one test and goal counts. */
    void test(String test, TestResult result, Goal goal, String message);

    /**
     * As {@link #test(String, TestResult, Goal, String)}, with the number compared, its edge and the points behind it.
     */
    void test(
            String test,
            TestResult result,
            Goal goal,
            @Nullable BigDecimal value,
            @Nullable BigDecimal threshold,
            @Nullable Unit unit,
            int count,
            String message);

    /**
     * A recommended action. The same code on the same subject is recommended once, with every reason.
     *
     * @param about what the action is about; its period does not count
     * @param action verb first
     */
    void recommend(String code, Subject about, FindingView because, String action, String ownerRole, int dueInDays);

    /** The name of the scorecard that is being evaluated. */
    String scorecard();

    /** The name of a KPI, a perspective or an objective; the id itself when it is none of them. */
    String name(@Nullable String id);

    /** The unit of a KPI; null when the catalogue lacks it. */
    @Nullable
    Unit unit(@Nullable String kpi);

    /** The names of some KPIs, given by id: as {@link #name}, each once, sorted. */
    Set<String> names(Collection<?> kpis);

    /** The codes of some findings, each once, sorted. */
    Set<String> codes(Collection<?> findings);

    /**
     * What some findings are signs of, each once, sorted: {@code B10_GROWTH_WITHOUT_VALUE} reads {@code growth without
     * value (B10)}.
     */
    Set<String> signs(Collection<?> findings);

    /** Codes or names for a sentence: in order, separated by commas. */
    String list(Collection<?> words);

    /** A number for people in its unit: 0.241 of a RATIO is {@code 24.1 %}. */
    String show(@Nullable BigDecimal value, @Nullable Unit unit);

    /** As {@link #show}, with as many more decimals as it takes to look different from another number. */
    String besides(@Nullable BigDecimal value, @Nullable BigDecimal other, @Nullable Unit unit);

    /** A difference for people: of ratios it is in points, {@code 2.9 points}. */
    String difference(@Nullable BigDecimal value, @Nullable Unit unit);

    /** How many of something: {@code 1 period}, {@code 3 periods}. */
    String count(Number number, String things);
}
