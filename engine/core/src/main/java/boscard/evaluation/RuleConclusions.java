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

    /** A KPI's name as the catalogue has it; the id itself when it is not there. */
    String name(@Nullable String kpi);

    /** The names of some KPIs, given by id: as {@link #name}, each once, sorted. */
    Set<String> names(Collection<?> kpis);

    /** The codes of some findings, each once, sorted. */
    Set<String> codes(Collection<?> findings);

    /** Codes or names for a sentence: in order, separated by commas. */
    String list(Collection<?> words);

    /** A number for people in its unit: 0.241 of a RATIO is {@code 24.1 %}. */
    String show(@Nullable BigDecimal value, @Nullable Unit unit);
}
