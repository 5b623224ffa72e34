package boscard.evaluation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The SMART result of one goal: each letter is its worst evaluated test, the score is 100 times the mean of the
 * evaluated letters (PASS 1, WARN 0.5, FAIL 0).
 *
 * @param letters result by letter, in the order S, M, A, R, T
 * @param score 0 to 100; null when no letter was evaluated
 */
public record GoalScore(
        String scorecard,
        String goal,
        @Nullable String kpi,
        Map<String, TestResult> letters,
        @Nullable BigDecimal score,
        List<GoalTest> tests) {

    public GoalScore {
        letters = Collections.unmodifiableMap(new LinkedHashMap<>(letters));
        tests = List.copyOf(tests);
    }
}
