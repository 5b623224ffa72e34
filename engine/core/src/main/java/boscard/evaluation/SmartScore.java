package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Goal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Letters and score of a goal (DOMAIN.md section 6). Pure. */
final class SmartScore {

    private SmartScore() {}

    /**
     * A letter is its worst evaluated test; the score is 100 times the mean of the evaluated letters.
     *
     * @param found results, in the order of {@code all}
     * @param all every test there is; one without result is listed as NOT_EVALUATED and not counted
     */
    static GoalScore of(String scorecard, Goal goal, List<GoalTest> found, List<String> all) {
        var tests = new ArrayList<GoalTest>();
        var letters = new LinkedHashMap<String, TestResult>();
        String kpi = goal.kpi().size() == 1 ? goal.kpi().get(0) : null;
        for (String id : all) {
            GoalTest test = found.stream()
                    .filter(one -> one.test().equals(id))
                    .findFirst()
                    .orElseGet(() -> new GoalTest(
                            scorecard,
                            goal.goal(),
                            kpi,
                            id,
                            TestResult.NOT_EVALUATED,
                            "not evaluated: what it needs is not in the facts",
                            List.of(),
                            null));
            tests.add(test);
            letters.merge(test.letter(), test.result(), SmartScore::worse);
        }
        BigDecimal sum = BigDecimal.ZERO;
        int evaluated = 0;
        for (TestResult letter : letters.values()) {
            if (letter != TestResult.NOT_EVALUATED) {
                evaluated++;
                sum = sum.add(points(letter));
            }
        }
        BigDecimal score =
                evaluated == 0 ? null : Decimals.ratio(sum.multiply(Decimals.HUNDRED), BigDecimal.valueOf(evaluated));
        return new GoalScore(scorecard, goal.goal(), kpi, letters, score, tests);
    }

    private static TestResult worse(TestResult a, TestResult b) {
        if (a == TestResult.NOT_EVALUATED) {
            return b;
        }
        return b == TestResult.NOT_EVALUATED || a.compareTo(b) >= 0 ? a : b;
    }

    private static BigDecimal points(TestResult result) {
        return switch (result) {
            case PASS -> BigDecimal.ONE;
            case WARN -> new BigDecimal("0.5");
            case FAIL, NOT_EVALUATED -> BigDecimal.ZERO;
        };
    }
}
