package boscard.evaluation.check;

import boscard.evaluation.IndicatorNames;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.Rulebook;

/** A row about an indicator that nothing computes, so that the row never fits. */
final class IndicatorUnknown implements RulebookCheck {

    @Override
    public void inspect(Rulebook rulebook, Problems problems) {
        Compared.byValue(rulebook, "Indicator", "name").forEach((name, places) -> {
            if (!IndicatorNames.ALL.contains(name.toString())) {
                problems.add(
                        ProblemCode.INDICATOR_UNKNOWN,
                        places.get(0).cell().at(),
                        "no indicator is called \"" + name + "\", so the row never fits" + Compared.more(places),
                        Compared.nearest(name.toString(), IndicatorNames.ALL)
                                .orElse("docs/checks.md lists the indicators"));
            }
        });
    }
}
