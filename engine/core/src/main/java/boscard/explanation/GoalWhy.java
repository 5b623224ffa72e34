package boscard.explanation;

import boscard.evaluation.Derivation;
import boscard.evaluation.Display;
import boscard.evaluation.GoalScore;
import boscard.evaluation.GoalTest;
import boscard.evaluation.Indicator;
import boscard.evaluation.Subject;
import boscard.explanation.Explanation.Kind;
import boscard.fact.Unit;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** Why a goal has its letters. Not thread-safe. */
final class GoalWhy extends Telling {

    GoalWhy(Telling shared) {
        super(shared);
    }

    /** Why a goal has its letters: every test with what decided it. */
    Explanation why(GoalScore goal) {
        var parts = new ArrayList<Explanation>();
        replay.facts().goals().stream()
                .filter(fact -> fact.goal().equals(goal.goal()))
                .findFirst()
                .ifPresent(fact -> parts.add(say(fact.origin().whole())));
        for (GoalTest test : goal.tests()) {
            parts.add(test(test));
        }
        String letters = goal.letters().entrySet().stream()
                .map(letter -> letter.getKey() + " " + letter.getValue())
                .collect(Collectors.joining(", "));
        return conclusion(
                        "Goal " + goal.goal() + " · " + scorecardName() + " is "
                                + (goal.score() == null
                                        ? "not scored"
                                        : "SMART to " + Display.number(goal.score(), Unit.SCORE) + " of 100")
                                + ": " + letters,
                        null,
                        parts)
                .with("scorecard", goal.scorecard())
                .with("goal", goal.goal())
                .with("kpi", goal.kpi())
                .with("score", goal.score());
    }

    private Explanation test(GoalTest test) {
        var children = new ArrayList<Explanation>();
        SourceRef at = null;
        Derivation derivation = test.derivation();
        if (derivation != null) {
            at = derivation.rule();
            var subject = Subject.ofGoal(test.scorecard(), test.kpi(), test.goal());
            if (at instanceof RuleRef rule) {
                children.add(rule(rule, subject));
            } else {
                cells.find(derivation.ruleId(), at).ifPresent(located -> {
                    Object fact = matched(located, subject);
                    if (fact instanceof Indicator indicator) {
                        children.add(WhyNot.indicator(indicator));
                    }
                    children.add(Cells.row(located, fact));
                    lost(derivation.lostRows(), located, children);
                });
            }
        }
        return Explanation.of(
                        Kind.PART,
                        test.test() + "  " + test.result() + "  " + test.message(),
                        children.isEmpty() ? at : null,
                        children)
                .with("test", test.test())
                .with("result", test.result());
    }
}
