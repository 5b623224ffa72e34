package boscard.evaluation;

import boscard.fact.Unit;
import boscard.rulebook.Stage;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One check that fired on one subject, with its numbers (DOMAIN.md section 11).
 *
 * @param id 16 hexadecimal digits: a stable hash of code and subject
 * @param code of the check, such as {@code G9_TARGET_OUTLIER}
 * @param status of the measurement, when the finding is about one; else null
 * @param perspective of the KPI, or null
 * @param value the number that was compared, in {@code unit}
 * @param threshold the edge it was compared with, in {@code unit}
 * @param values further numbers it rests on
 * @param latest whether it is about now: its period is the newest closed one, or it has no period
 * @param suppressedBy ids of the quality findings that silence or qualify it
 * @param counterfactual what would make it better, in words; null when nothing can be said
 */
public record Finding(
        String id,
        Stage stage,
        String code,
        Severity severity,
        FindingState state,
        @Nullable Status status,
        Subject subject,
        @Nullable String perspective,
        @Nullable BigDecimal value,
        @Nullable BigDecimal threshold,
        @Nullable Unit unit,
        List<NamedValue> values,
        String message,
        Derivation derivation,
        boolean latest,
        List<String> suppressedBy,
        @Nullable String counterfactual)
        implements Comparable<Finding> {

    /** Scorecard, KPI, period, stage, code: the order of every listing. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::subject)
            .thenComparing(Finding::stage)
            .thenComparing(Finding::code)
            .thenComparing(Finding::id);

    public Finding {
        values = List.copyOf(values);
        suppressedBy = List.copyOf(suppressedBy);
    }

    public String scorecard() {
        return subject.scorecard();
    }

    public @Nullable String kpi() {
        return subject.kpi();
    }

    public @Nullable String goal() {
        return subject.goal();
    }

    public @Nullable String period() {
        return subject.period();
    }

    /** The unit, under a name that rule files can use: in DRL {@code unit} is a keyword. */
    public @Nullable Unit getCountedIn() {
        return unit;
    }

    /** LOW when a quality finding qualifies it, else HIGH. */
    public String confidence() {
        return state == FindingState.ACTIVE ? "HIGH" : "LOW";
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
