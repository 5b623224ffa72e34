package boscard.app;

import boscard.evaluation.AsOf;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Population;
import boscard.evaluation.Replay;
import boscard.evaluation.Replay.Concluded;
import boscard.explanation.Explainer;
import boscard.fact.ScorecardFacts;
import boscard.ledger.StoredRun;
import boscard.rulebook.Rulebook;
import boscard.workbook.RulebookFolder;
import java.util.Optional;

/**
 * Explainers of a stored run, one per scorecard: each reads the facts and conclusions of its scorecard and no others.
 * Not thread-safe.
 */
final class RunExplainer implements AutoCloseable {

    private final StoredRun run;
    private final Beside<Rulebook> loading;

    /** An explainer with what it explains. */
    record OfScorecard(Explainer explainer, Concluded concluded, ScorecardFacts facts, Replay replay) {}

    /** Begins to load the rulebook of the run beside the caller's work. */
    RunExplainer(StoredRun run) {
        this.run = run;
        this.loading = Beside.start(
                "rulebook", () -> RulebookFolder.load(run.rulebook()).rulebook());
    }

    Rulebook rulebook() throws Exception {
        return loading.result();
    }

    /**
     * The explainer of one scorecard; empty when the run has none of this id.
     *
     * @param factsShown how many facts a conclusion lists at most
     */
    Optional<OfScorecard> of(String scorecard, int factsShown) throws Exception {
        Optional<ScorecardFacts> facts = run.factsOf(scorecard);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        Concluded concluded = run.concluded(scorecard);
        Optional<Population> stored = run.population();
        Rulebook rulebook = rulebook();
        var asOf = new AsOf(run.manifest().asOf());
        Population population = stored.orElseGet(() -> Population.of(run.facts(), rulebook, asOf));
        var settings = new EvaluationSettings(asOf, Calendars.of(rulebook.parameters()));
        var replay = new Replay(facts.get(), rulebook, settings, population);
        return Optional.of(new OfScorecard(
                new Explainer(rulebook, replay, concluded, factsShown), concluded, facts.get(), replay));
    }

    @Override
    public void close() {
        loading.close();
    }
}
