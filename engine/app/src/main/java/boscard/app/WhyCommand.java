package boscard.app;

import boscard.evaluation.AsOf;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Finding;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Population;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Replay;
import boscard.evaluation.Suppression;
import boscard.explanation.Explainer;
import boscard.explanation.Explanation;
import boscard.fact.Facts;
import boscard.fact.ScorecardFacts;
import boscard.ledger.FindingFilter;
import boscard.ledger.Ledger;
import boscard.ledger.StoredRun;
import boscard.rulebook.Rulebook;
import boscard.workbook.RulebookFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a stored conclusion was drawn. */
@Command(
        name = "why",
        description = "Explains a conclusion of a run: the row and its cells, the facts and their lines.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {"  boscard why TEAM-NORTH grr 2026-Q3", "  boscard why 9b9f1b"})
final class WhyCommand implements Callable<Integer> {

    private static final int WIDTH = 76;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "1..3",
            paramLabel = "WHAT",
            description = "A finding's id or its beginning; or SCORECARD KPI PERIOD.")
    private List<String> what = List.of();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            defaultValue = Ledger.LATEST,
            description = "Which run (default: latest).")
    private String run = Ledger.LATEST;

    @Option(names = "--runs", paramLabel = "DIR", defaultValue = "runs", description = "Folder of the runs.")
    private Path runs = Path.of("runs");

    @Override
    public Integer call() {
        if (what.size() == 2) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "Name a finding, or a scorecard, a KPI and a period");
        }
        StoredRun stored = Ledger.at(runs).open(run);
        PrintWriter err = spec.commandLine().getErr();
        Optional<Finding> finding = what.size() == 1 ? finding(stored, err) : Optional.empty();
        if (what.size() == 1 && finding.isEmpty()) {
            return ExitCode.PROBLEMS;
        }
        String scorecard = finding.map(Finding::scorecard).orElse(what.get(0));
        Facts facts = stored.facts();
        ScorecardFacts own = facts.byScorecard().stream()
                .filter(one -> one.id().equals(scorecard))
                .findFirst()
                .orElse(null);
        if (own == null) {
            err.println("Run " + stored.manifest().id() + " has no scorecard \"" + scorecard + "\""
                    + hint(scorecard, facts));
            return ExitCode.PROBLEMS;
        }
        return explain(stored, facts, own, finding.orElse(null), err);
    }

    private int explain(StoredRun stored, Facts facts, ScorecardFacts own, @Nullable Finding finding, PrintWriter err) {
        Rulebook rulebook = RulebookFolder.load(stored.rulebook()).rulebook();
        var asOf = new AsOf(stored.manifest().asOf());
        var settings = new EvaluationSettings(asOf, Calendars.of(rulebook.parameters()));
        var replay = new Replay(own, rulebook, settings, Population.of(facts, rulebook.catalogue(), asOf));
        Explainer.Conclusions conclusions = conclusions(stored, own);
        var explainer = new Explainer(rulebook, replay, conclusions);
        if (finding != null) {
            print(explainer.why(finding));
            return ExitCode.FINE;
        }
        Optional<KpiStatus> status = conclusions.statuses().stream()
                .filter(one -> one.kpi().equals(what.get(1)) && one.period().equals(what.get(2)))
                .findFirst();
        if (status.isEmpty()) {
            err.println(own.id() + " has no status of \"" + what.get(1) + "\" in " + what.get(2) + "; it has "
                    + conclusions.statuses().stream()
                            .filter(KpiStatus::latest)
                            .map(one -> one.kpi() + " " + one.period())
                            .toList());
            return ExitCode.PROBLEMS;
        }
        print(explainer.why(status.get()));
        return ExitCode.FINE;
    }

    private Optional<Finding> finding(StoredRun stored, PrintWriter err) {
        try (Stream<Finding> found = stored.findings(FindingFilter.ALL.withId(what.get(0)))) {
            List<Finding> all = found.limit(5).toList();
            if (all.size() == 1) {
                return Optional.of(all.get(0));
            }
            err.println(
                    all.isEmpty()
                            ? "Run " + stored.manifest().id() + " has no finding " + what.get(0)
                                    + "; boscard findings lists them"
                            : "Several findings begin with " + what.get(0) + ": "
                                    + all.stream().map(Finding::id).toList());
            return Optional.empty();
        }
    }

    private static String hint(String scorecard, Facts facts) {
        List<String> known =
                facts.byScorecard().stream().map(ScorecardFacts::id).toList();
        return boscard.problem.Suggestion.nearest(scorecard, known)
                .map(near -> "; maybe " + near + " is meant")
                .orElse("");
    }

    private static Explainer.Conclusions conclusions(StoredRun stored, ScorecardFacts own) {
        try (Stream<KpiStatus> statuses = stored.statuses();
                Stream<NodeScore> nodes = stored.nodes();
                Stream<Finding> findings = stored.findings(FindingFilter.ALL.withScorecard(own.id()));
                Stream<Recommendation> recommendations = stored.recommendations();
                Stream<Suppression> suppressions = stored.suppressions()) {
            return new Explainer.Conclusions(
                    own.scorecard().name(),
                    statuses.filter(one -> one.scorecard().equals(own.id())).toList(),
                    nodes.filter(one -> one.scorecard().equals(own.id())).toList(),
                    findings.toList(),
                    recommendations
                            .filter(one -> one.scorecard().equals(own.id()))
                            .toList(),
                    suppressions.filter(one -> one.scorecard().equals(own.id())).toList());
        }
    }

    private void print(Explanation explanation) {
        PrintWriter out = spec.commandLine().getOut();
        var lines = new ArrayList<String>();
        lines(explanation, 0, lines);
        lines.forEach(out::println);
        out.flush();
    }

    private static void lines(Explanation explanation, int depth, List<String> lines) {
        String text = "  ".repeat(depth) + explanation.text();
        String address = explanation.address();
        if (address == null) {
            lines.add(text);
        } else if (text.length() < WIDTH) {
            lines.add(text + " ".repeat(WIDTH - text.length()) + address);
        } else {
            lines.add(text + "  " + address);
        }
        explanation.children().forEach(child -> lines(child, depth + 1, lines));
    }
}
