package boscard.cases;

import boscard.evaluation.AsOf;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Population;
import boscard.evaluation.Replay;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Subject;
import boscard.explanation.Explainer;
import boscard.explanation.Explanation;
import boscard.fact.Fact;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.ScorecardFacts;
import boscard.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What became of a check in a case, as the explanations tell it: whether it looked and found nothing, or had nothing to
 * look at.
 */
final class Fates {

    /** The fates in the order in which they tell more: one row that looked means that the check looked. */
    private static final List<String> STRONGEST_FIRST = List.of("FIRED", "SUPPRESSED", "NOT_FIRED", "NOT_EVALUATED");

    private final Map<String, Explainer> explainers = new LinkedHashMap<>();

    Fates(Rulebook rulebook, List<Fact> list, LocalDate day, List<ScorecardEvaluation> evaluations) {
        Facts facts = Facts.of(list);
        var asOf = new AsOf(day);
        var settings = new EvaluationSettings(asOf, FiscalCalendar.CALENDAR_YEAR);
        Population population = Population.of(facts, rulebook.catalogue(), asOf);
        Map<String, ScorecardFacts> byId = new LinkedHashMap<>();
        facts.byScorecard().forEach(one -> byId.put(one.id(), one));
        for (ScorecardEvaluation evaluation : evaluations) {
            String id = evaluation.scorecard().scorecard();
            ScorecardFacts own = byId.get(id);
            if (own != null) {
                explainers.put(
                        id,
                        new Explainer(
                                rulebook,
                                new Replay(own, rulebook, settings, population),
                                Replay.Concluded.of(evaluation)));
            }
        }
    }

    /** The fate of a code over all scorecards; NOT_EVALUATED also when no row and no rule concludes it. */
    String of(String code) {
        var fates = new TreeSet<Integer>();
        explainers.forEach((id, explainer) -> explainer
                .whyNot(Subject.ofScorecard(id), code)
                .ifPresent(why -> why.children().stream()
                        .flatMap(Fates::fate)
                        .forEach(fate -> fates.add(STRONGEST_FIRST.indexOf(fate)))));
        return fates.isEmpty() ? "NOT_EVALUATED" : STRONGEST_FIRST.get(fates.first());
    }

    private static Stream<String> fate(Explanation answer) {
        return answer.details().get("fate") instanceof String fate ? Stream.of(fate) : Stream.of();
    }

    /**
     * What is not as a case says.
     *
     * @return a sentence for each check that fired, or looked where it should not have, or did not look
     */
    List<String> complaints(List<String> notFired, List<String> notEvaluated) {
        var complaints = new ArrayList<String>();
        notFired.forEach(code -> complain(code, "NOT_FIRED", complaints));
        notEvaluated.forEach(code -> complain(code, "NOT_EVALUATED", complaints));
        return complaints;
    }

    private void complain(String code, String wanted, List<String> complaints) {
        String fate = of(code);
        if (!fate.equals(wanted)) {
            complaints.add(code + " should be " + wanted + ", it is " + fate);
        }
    }
}
