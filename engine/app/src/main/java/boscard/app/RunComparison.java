package boscard.app;

import boscard.evaluation.AsOf;
import boscard.evaluation.Batch;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Population;
import boscard.evaluation.Reach;
import boscard.evaluation.Reevaluation;
import boscard.evaluation.Replay.Concluded;
import boscard.explanation.comparison.Cause;
import boscard.explanation.comparison.Comparer;
import boscard.explanation.comparison.Comparison;
import boscard.explanation.comparison.FactChange;
import boscard.fact.Facts;
import boscard.fact.ScorecardFacts;
import boscard.ledger.ConcludedInTurn;
import boscard.ledger.RunManifest;
import boscard.ledger.StoredRun;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.Rulebook;
import boscard.rulebook.change.RulebookChanges;
import boscard.workbook.RulebookFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares runs, or a run with what another rulebook makes of the same facts. Scorecards whose conclusions have the
 * same digest are not looked at; of the others a few hundred are held at a time.
 */
final class RunComparison {

    private static final int AT_ONCE = 64;

    private RunComparison() {}

    /** What differs between two stored runs. */
    static Comparison ofRuns(StoredRun before, StoredRun after) throws Exception {
        RunManifest was = before.manifest();
        RunManifest is = after.manifest();
        boolean sameRulebook = was.rulebookDigest().equals(is.rulebookDigest());
        boolean sameFacts = was.factsDigest().equals(is.factsDigest());
        var settings = new ArrayList<Cause.OfSetting>();
        setting("as-of date", was.asOf(), is.asOf(), settings);
        setting("engine", was.engineVersion(), is.engineVersion(), settings);
        setting("settings", was.settings(), is.settings(), settings);
        try (Beside<Map<String, ScorecardFacts>> oldFacts =
                        Beside.start("facts", () -> sameFacts ? Map.of() : byScorecard(before.facts()));
                Beside<Rulebook> oldRulebook = Beside.start("rulebook", () -> load(sameRulebook ? after : before))) {
            RulebookChanges rulebook = sameRulebook
                    ? new RulebookChanges(List.of())
                    : RulebookChanges.of(oldRulebook.result(), load(after));
            Map<String, ScorecardFacts> newFacts = sameFacts ? Map.of() : byScorecard(after.facts());
            var comparer = new Comparer(rulebook, settings, !sameFacts);
            Map<String, String> old = before.scorecardDigests();
            Map<String, String> now = after.scorecardDigests();
            var ids = new TreeSet<>(old.keySet());
            ids.addAll(now.keySet());
            var differing = new ArrayList<String>();
            for (String id : ids) {
                if (Objects.equals(old.get(id), now.get(id))) {
                    comparer.same();
                    comparer.facts(FactChange.of(oldFacts.result().get(id), newFacts.get(id)));
                } else {
                    differing.add(id);
                }
            }
            try (var one = before.concludedInTurn(differing);
                    var other = after.concludedInTurn(differing)) {
                for (String id : differing) {
                    comparer.add(
                            id,
                            old.containsKey(id) ? one.of(id) : null,
                            now.containsKey(id) ? other.of(id) : null,
                            FactChange.of(oldFacts.result().get(id), newFacts.get(id)));
                }
            }
            return comparer.result();
        }
    }

    /**
     * What another rulebook would conclude from the facts of a run. Evaluates the scorecards that its changes can
     * reach, and no others; what they are evaluated from and compared with is read beside.
     *
     * @param workers how many evaluate at once
     */
    static Comparison impact(StoredRun run, Rulebook changed, int workers) throws Exception {
        RunManifest manifest = run.manifest();
        var settings = new ArrayList<Cause.OfSetting>();
        setting("engine", manifest.engineVersion(), Version.engine(), settings);
        try (Beside<Rulebook> own = Beside.start("rulebook", () -> load(run));
                Beside<CompiledRulebook> compiling =
                        Beside.start("compile", () -> Engine.INDEX.compiler().compile(changed))) {
            List<Reach.Known> all = run.known();
            RulebookChanges changes = RulebookChanges.of(own.result(), changed);
            Reach reach = settings.isEmpty() ? Reach.of(own.result(), changed, changes) : Reach.everything();
            var comparer = new Comparer(changes, settings, false);
            var reached = new ArrayList<String>();
            for (Reach.Known known : all) {
                if (reach.reaches(known)) {
                    reached.add(known.scorecard().scorecard());
                } else {
                    comparer.same();
                }
            }
            if (!reached.isEmpty()) {
                var asOf = new AsOf(manifest.asOf());
                var how = new EvaluationSettings(asOf, Calendars.of(changed.parameters()));
                try (var facts = ReadAhead.of("facts", pieces(reached), run::factsOf);
                        var earlier = run.concludedInTurn(reached);
                        var before = ReadAhead.of("earlier", pieces(reached), ids -> inTurn(earlier, ids))) {
                    Population population = (reach.isEverything() ? Optional.<Population>empty() : run.population())
                            .orElseGet(() -> Population.of(run.facts(), changed, asOf));
                    new Batch(compiling.result(), how, population, workers)
                            .evaluate(facts.all(reached.size()), evaluation -> {
                                String id = evaluation.scorecard().scorecard();
                                comparer.add(id, before.next(), Concluded.of(evaluation), List.of());
                            });
                }
            }
            return comparer.result();
        }
    }

    private static List<Concluded> inTurn(ConcludedInTurn earlier, List<String> ids) {
        return ids.stream().map(earlier::of).toList();
    }

    private static List<List<String>> pieces(List<String> ids) {
        var pieces = new ArrayList<List<String>>();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            pieces.add(ids.subList(i, Math.min(i + AT_ONCE, ids.size())));
        }
        return pieces;
    }

    /** Two sets of evaluations that are in memory; the later ones may say less or more. */
    static Comparison ofEvaluations(
            Reevaluation before, Reevaluation after, RulebookChanges rulebook, List<Cause.OfSetting> settings) {
        var ids = new TreeSet<>(before.concluded().keySet());
        ids.addAll(after.concluded().keySet());
        boolean sameFacts = before.allFacts() == after.allFacts();
        var comparer = new Comparer(rulebook, settings, !sameFacts);
        for (String id : ids) {
            Concluded was = before.concluded().get(id);
            Concluded is = after.concluded().get(id);
            List<FactChange> facts = sameFacts
                    ? List.of()
                    : FactChange.of(before.facts().get(id), after.facts().get(id));
            if (was == is) { // kept, not evaluated again
                comparer.same();
                comparer.facts(facts);
            } else {
                comparer.add(id, was, is, facts);
            }
        }
        return comparer.result();
    }

    private static Map<String, ScorecardFacts> byScorecard(Facts facts) {
        var byScorecard = new HashMap<String, ScorecardFacts>();
        facts.byScorecard().forEach(one -> byScorecard.put(one.id(), one));
        return byScorecard;
    }

    private static Rulebook load(StoredRun run) {
        return RulebookFolder.load(run.rulebook()).rulebook();
    }

    private static void setting(String what, Object from, Object to, List<Cause.OfSetting> settings) {
        if (!from.equals(to)) {
            settings.add(new Cause.OfSetting(what, from.toString(), to.toString()));
        }
    }
}
