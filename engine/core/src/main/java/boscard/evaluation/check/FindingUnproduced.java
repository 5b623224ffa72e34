package boscard.evaluation.check;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.Rulebook;
import java.util.List;

/** A finding that a row or a rule asks for, or withholds, and that no table and no rule concludes. */
final class FindingUnproduced implements RulebookCheck {

    @Override
    public void inspect(Rulebook rulebook, Problems problems) {
        FindingCodes codes = FindingCodes.of(rulebook);
        if (!codes.isComplete()) {
            return; // what a rule puts together while it runs may be any of them
        }
        List<String> unanswered = codes.concluded().keySet().stream()
                .filter(code -> !codes.isAsked(code))
                .toList();
        codes.asked().forEach((code, places) -> {
            if (!codes.isConcluded(code)) {
                problems.add(
                        ProblemCode.FINDING_UNPRODUCED,
                        places.get(0),
                        "no table and no rule concludes the finding \"" + code + "\" that is asked for here"
                                + Compared.more(places),
                        Compared.nearest(code, unanswered)
                                .orElse("the check is still to come; then the row waits for it"));
            }
        });
    }
}
