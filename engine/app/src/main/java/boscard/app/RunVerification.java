package boscard.app;

import boscard.evaluation.AsOf;
import boscard.evaluation.Batch;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Population;
import boscard.evaluation.Replay.Concluded;
import boscard.evaluation.ScorecardEvaluation;
import boscard.explanation.comparison.Comparer;
import boscard.explanation.comparison.Comparison;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.ledger.ConclusionsDigest;
import boscard.ledger.FactsDigest;
import boscard.ledger.RunManifest;
import boscard.ledger.StoredRun;
import boscard.problem.InvalidInput;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.Rulebook;
import boscard.rulebook.change.RulebookChanges;
import boscard.source.LineRef;
import boscard.workbook.RulebookFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a stored run is what was written and what its rulebook makes of its facts. First every file is held against
 * its digest, then the digests of rulebook, facts and results are made again from the content, and at last everything
 * is evaluated again and held against the stored rows, not only against their digests.
 */
final class RunVerification {

    private static final int AT_ONCE = 256;

    private final StoredRun run;
    private final Engine engine;
    private final RunManifest manifest;
    private final Problems problems = new Problems();
    private final List<Step> steps = new ArrayList<>();

    private RunVerification(StoredRun run, Engine engine) {
        this.run = run;
        this.engine = engine;
        this.manifest = run.manifest();
    }

    /**
     * One thing that was looked at.
     *
     * @param found in words
     */
    record Step(String name, boolean sound, String found) {}

    /**
     * What was found.
     *
     * @param differences between the stored conclusions and those of the replay; null when it could not be replayed
     * @param engine the version that wrote the run, when it is not this one
     */
    record Verified(
            RunManifest manifest,
            List<Step> steps,
            List<Problem> problems,
            @Nullable Comparison differences,
            @Nullable String engine) {

        boolean isSound() {
            return problems.isEmpty() && steps.stream().allMatch(Step::sound);
        }
    }

    /** Verifies. Never throws for what is wrong with the run: that is what is asked for. */
    static Verified of(StoredRun run, Engine engine, int workers) throws Exception {
        return new RunVerification(run, engine).verify(workers);
    }

    private Verified verify(int workers) throws Exception {
        files();
        Rulebook rulebook = rulebook();
        Facts facts = facts();
        Comparison differences = null;
        if (rulebook != null && facts != null) {
            try {
                differences = replay(rulebook, facts, workers);
            } catch (InvalidInput unreadable) {
                problems.addAll(unreadable.problems());
                steps.add(new Step("replay", false, "cannot be made: a file cannot be read"));
            }
        } else {
            steps.add(new Step("replay", false, "cannot be made without rulebook and facts"));
        }
        String version = manifest.engineVersion().equals(Version.engine()) ? null : manifest.engineVersion();
        return new Verified(manifest, List.copyOf(steps), problems.sorted(), differences, version);
    }

    private void files() {
        List<Problem> damage = run.damage();
        problems.addAll(damage);
        steps.add(new Step(
                "files",
                damage.isEmpty(),
                damage.isEmpty()
                        ? manifest.files().size() + " files are what was written"
                        : damage.size() + " of " + manifest.files().size() + " files are not what was written"));
    }

    private @Nullable Rulebook rulebook() {
        try {
            Rulebook rulebook = RulebookFolder.load(run.rulebook()).rulebook();
            digest("rulebook", manifest.rulebookDigest(), rulebook.digest());
            FiscalCalendar calendar = Calendars.of(rulebook.parameters());
            Map<String, String> settings = Map.of(
                    "fiscal_year_start_month", Integer.toString(calendar.startMonth()),
                    "fiscal_year_named_by", calendar.namedBy().toString());
            settings.forEach((name, value) -> {
                String said = manifest.settings().get(name);
                if (said != null && !said.equals(value)) {
                    differs("the manifest says " + name + " " + said + ", the rulebook " + value);
                }
            });
            return rulebook;
        } catch (InvalidInput wrong) {
            problems.addAll(wrong.problems());
            steps.add(new Step("rulebook", false, "cannot be loaded"));
            return null;
        }
    }

    private @Nullable Facts facts() {
        try {
            Facts facts = run.facts();
            digest("facts", manifest.factsDigest(), FactsDigest.of(facts));
            return facts;
        } catch (InvalidInput wrong) {
            problems.addAll(wrong.problems());
            steps.add(new Step("facts", false, "cannot be read"));
            return null;
        }
    }

    private void digest(String what, String said, String found) {
        boolean same = said.equals(found);
        steps.add(new Step(
                what,
                same,
                same
                        ? "digest " + found.substring(0, 12)
                        : "digest " + found.substring(0, 12) + ", and the manifest says "
                                + said.substring(0, Math.min(12, said.length()))));
        if (!same) {
            differs("the digest of the " + what + " is another one than the manifest says");
        }
    }

    private void differs(String message) {
        problems.add(
                ProblemCode.RUN_DIFFERS,
                LineRef.ofFile(run.folder().resolve("manifest.json").toString()),
                message,
                null);
    }

    private Comparison replay(Rulebook rulebook, Facts facts, int workers) throws Exception {
        Map<String, String> stored = run.scorecardDigests();
        digest("results", manifest.resultsDigest(), ConclusionsDigest.ofRun(stored));
        CompiledRulebook compiled = engine.compiler().compile(rulebook);
        var asOf = new AsOf(manifest.asOf());
        var settings = new EvaluationSettings(asOf, Calendars.of(rulebook.parameters()));
        var comparer = new Comparer(new RulebookChanges(List.of()), List.of(), false);
        var seen = new TreeSet<String>();
        var differing = new TreeSet<String>();
        var pending = new LinkedHashMap<String, ScorecardEvaluation>();
        new Batch(compiled, settings, Population.of(facts, rulebook, asOf), workers)
                .evaluate(facts.byScorecard(), evaluation -> {
                    seen.add(evaluation.scorecard().scorecard());
                    pending.put(evaluation.scorecard().scorecard(), evaluation);
                    if (pending.size() == AT_ONCE) {
                        compare(pending, stored, comparer, differing);
                    }
                });
        compare(pending, stored, comparer, differing);
        var unseen = new TreeSet<>(stored.keySet());
        unseen.removeAll(seen);
        unseen.forEach(id -> problems.add(
                ProblemCode.RUN_DIFFERS,
                LineRef.ofFile(run.folder().toString()),
                "the run has conclusions about scorecard " + id + ", and its facts do not",
                null));
        Comparison comparison = comparer.result();
        boolean same = differing.isEmpty() && unseen.isEmpty();
        steps.add(new Step(
                "replay",
                same,
                same
                        ? seen.size() + " scorecards evaluated again" + by(engine) + " conclude the same"
                        : differing.size() + " of " + seen.size()
                                + " scorecards evaluated again" + by(engine) + " conclude something else: "
                                + String.join(", ", differing.stream().limit(5).toList())
                                + (differing.size() > 5 ? ", ..." : "")));
        return comparison;
    }

    private static String by(Engine engine) {
        return switch (engine) {
            case INDEX -> "";
            case DROOLS -> ", tables matched by Drools,";
        };
    }

    /** Holds the rows themselves against the replay, and the digest that stands beside them. */
    private void compare(
            Map<String, ScorecardEvaluation> pending,
            Map<String, String> stored,
            Comparer comparer,
            TreeSet<String> differing) {
        Map<String, Concluded> rows = run.concluded(pending.keySet());
        pending.forEach((id, evaluation) -> {
            Concluded own = Objects.requireNonNull(rows.get(id));
            String replayed = ConclusionsDigest.of(evaluation);
            String ofRows = ConclusionsDigest.of(new ScorecardEvaluation(
                    evaluation.scorecard(),
                    own.statuses(),
                    own.nodes(),
                    own.goals(),
                    own.findings(),
                    own.recommendations(),
                    own.suppressions(),
                    evaluation.problems()));
            if (replayed.equals(ofRows) && replayed.equals(stored.get(id))) {
                comparer.same();
            } else {
                differing.add(id);
                comparer.add(id, own, Concluded.of(evaluation), List.of());
            }
        });
        pending.clear();
    }
}
