package boscard.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one SMART test of one goal.
 *
 * @param test such as {@code S1}
 * @param fields the fields it looked at, with their values
 * @param derivation the row or rule that decided; null when nothing did
 */
public record GoalTest(
        String scorecard,
        String goal,
        @Nullable String kpi,
        String test,
        TestResult result,
        String message,
        List<NamedValue> values,
        @Nullable Derivation derivation) {

    public GoalTest {
        values = List.copyOf(values);
    }

    /** S, M, A, R or T. */
    public String letter() {
        return test.substring(0, 1);
    }
}
