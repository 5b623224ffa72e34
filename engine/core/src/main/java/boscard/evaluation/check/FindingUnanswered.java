package boscard.evaluation.check;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.Rulebook;
import java.util.List;

/** A finding that is concluded and that no recommendation, no suppression and no rule answers. */
final class FindingUnanswered implements RulebookCheck {

    @Override
    public void inspect(Rulebook rulebook, Problems problems) {
        FindingCodes codes = FindingCodes.of(rulebook);
        List<String> unproduced = codes.asked().keySet().stream()
                .filter(code -> !codes.isConcluded(code))
                .toList();
        codes.concluded().forEach((code, at) -> {
            if (!codes.isAsked(code)) {
                problems.add(
                        ProblemCode.FINDING_UNANSWERED,
                        at,
                        "the finding \"" + code
                                + "\" is concluded, and no recommendation, suppression or rule asks for it",
                        Compared.nearest(code, unproduced)
                                .orElse("a row in recommendations.xlsx says what to do about it"));
            }
        });
    }
}
