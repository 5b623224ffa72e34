package boscard.app;

import boscard.app.RunExplainer.OfScorecard;
import boscard.evaluation.GoalScore;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Subject;
import boscard.explanation.Explanation;
import boscard.explanation.ExplanationText;
import boscard.ledger.Ledger;
import boscard.ledger.StoredRun;
import boscard.ledger.StoredRun.Named;
import boscard.problem.Suggestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a stored conclusion was drawn, or was not. */
@Command(
        name = "why",
        description = "Explains a conclusion of a run: the row and its cells, the facts and their lines, what would"
                + " change it; or why something was not concluded.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  boscard why TEAM-NORTH grr 2026-Q3                a status",
            "  boscard why 9b9f1b                                a finding or a recommendation by its id",
            "  boscard why TEAM-NORTH REC-20                     a recommendation of a scorecard",
            "  boscard why TEAM-NORTH                            the score of a scorecard",
            "  boscard why TEAM-NORTH CUSTOMER 2026-09           the score of a perspective or objective",
            "  boscard why COMPANY G-12                          a goal and its SMART tests",
            "  boscard why TEAM-NORTH grr 2026-Q3 --not AMBER    why not this band, row or check",
            "  boscard why TEAM-NORTH grr 2026-Q3 --not          what came nearest"
        })
final class WhyCommand implements Callable<Integer> {

    private static final int SOME_FACTS = 8;
    private static final int OFFERED = 6;

    /** What is printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "1..3",
            paramLabel = "WHAT",
            description = "A finding's or recommendation's id or its beginning; or SCORECARD KPI PERIOD; or SCORECARD"
                    + " alone, with a GOAL, or with a perspective or objective.")
    private List<String> what = List.of();

    @Option(
            names = "--not",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "ROW|CODE|BAND",
            description = "Why this was not concluded; without a value, which rows came nearest.")
    private @Nullable String not;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            defaultValue = Ledger.LATEST,
            description = "Which run (default: latest).")
    private String run = Ledger.LATEST;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--all", description = "Every fact of a conclusion, not only the first ones.")
    private boolean all;

    @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE}).", defaultValue = "TEXT")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws Exception {
        StoredRun stored = runs.ledger().open(run);
        PrintWriter err = spec.commandLine().getErr();
        try (var explainers = new RunExplainer(stored)) {
            Named named = null;
            String scorecard = what.get(0);
            List<String> known = stored.scorecards();
            if (!known.contains(scorecard)) {
                named = what.size() == 1 ? named(stored, scorecard, known, err) : null;
                if (named == null) {
                    if (what.size() > 1) {
                        err.println("Run " + stored.manifest().id() + " has no scorecard \"" + scorecard + "\""
                                + hint(scorecard, known));
                    }
                    return ExitCode.PROBLEMS;
                }
                scorecard = named.scorecard();
            }
            Optional<OfScorecard> own = explainers.of(scorecard, all ? Integer.MAX_VALUE : SOME_FACTS);
            Explanation explanation =
                    own.isEmpty() ? null : named != null ? explain(own.get(), named, err) : explain(own.get(), err);
            if (explanation == null) {
                return ExitCode.PROBLEMS;
            }
            print(explanation);
            return ExitCode.FINE;
        }
    }

    private void print(Explanation explanation) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> ExplanationJson.print(explanation, out);
            case TEXT -> ExplanationText.lines(explanation).forEach(out::println);
        }
        out.flush();
    }

    // ---- by id

    private static @Nullable Named named(StoredRun stored, String beginning, List<String> scorecards, PrintWriter err) {
        List<Named> found = stored.named(beginning, OFFERED);
        if (found.isEmpty()) {
            found = stored.recommended(beginning, OFFERED);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        err.println(
                found.isEmpty()
                        ? "Run " + stored.manifest().id() + " has no finding, recommendation or scorecard " + beginning
                                + hint(beginning, scorecards) + "; boscard findings lists the findings"
                        : "Several are meant by " + beginning + ": "
                                + found.stream()
                                        .map(one -> one.id() + " (" + one.code() + " of " + one.scorecard() + ")")
                                        .collect(Collectors.joining(", "))
                                + (found.size() == OFFERED ? " ..." : ""));
        return null;
    }

    private @Nullable Explanation explain(OfScorecard own, Named named, PrintWriter err) {
        if (named.isRecommendation()) {
            refuseNot();
            return own.concluded().recommendations().stream()
                    .filter(one -> one.id().equals(named.id()))
                    .findFirst()
                    .map(own.explainer()::why)
                    .orElseThrow();
        }
        var finding = own.concluded().findings().stream()
                .filter(one -> one.id().equals(named.id()))
                .findFirst()
                .orElseThrow();
        return not != null
                ? whyNot(own, finding.subject(), err)
                : own.explainer().why(finding);
    }

    private void refuseNot() {
        if (not != null) {
            throw new ParameterException(
                    spec.commandLine(), "--not asks about a scorecard with a KPI and a period, or with a goal");
        }
    }

    // ---- by subject

    private @Nullable Explanation explain(OfScorecard own, PrintWriter err) {
        String scorecard = what.get(0);
        if (what.size() == 1) {
            return not != null ? whyNot(own, Subject.ofScorecard(scorecard), err) : node(own, scorecard, null, err);
        }
        String about = what.get(1);
        String period = what.size() == 3 ? what.get(2) : null;
        Optional<GoalScore> goal = own.concluded().goals().stream()
                .filter(one -> one.goal().equals(about))
                .findFirst();
        if (goal.isPresent()) {
            return not != null
                    ? whyNot(own, Subject.ofGoal(scorecard, null, about), err)
                    : own.explainer().why(goal.get());
        }
        if (own.concluded().nodes().stream().anyMatch(node -> node.node().equals(about))) {
            refuseNot();
            return node(own, about, period, err);
        }
        List<KpiStatus> ofKpi = own.concluded().statuses().stream()
                .filter(status -> status.kpi().equals(about))
                .toList();
        if (ofKpi.isEmpty()) {
            return recommendation(own, about, err);
        }
        Optional<KpiStatus> status = ofKpi.stream()
                .filter(one -> period == null ? one.latest() : one.period().equals(period))
                .max(Comparator.comparing(KpiStatus::lastDay));
        if (status.isEmpty()) {
            err.println(scorecard + " has no status of \"" + about + "\" in " + period + "; it has "
                    + ofKpi.stream().map(KpiStatus::period).collect(Collectors.joining(", ")));
            return null;
        }
        return not != null
                ? whyNot(own, status.get().subject(), err)
                : own.explainer().why(status.get());
    }

    private @Nullable Explanation recommendation(OfScorecard own, String code, PrintWriter err) {
        var found = own.concluded().recommendations().stream()
                .filter(one -> one.code().equalsIgnoreCase(code))
                .toList();
        if (found.size() == 1) {
            refuseNot();
            return own.explainer().why(found.get(0));
        }
        if (found.size() > 1) {
            err.println(what.get(0) + " has several recommendations " + code + ": "
                    + found.stream()
                            .map(one -> one.id() + " (" + one.action() + ")")
                            .collect(Collectors.joining(", ")));
            return null;
        }
        var known = new TreeSet<String>();
        own.concluded().statuses().forEach(status -> known.add(status.kpi()));
        own.concluded().goals().forEach(one -> known.add(one.goal()));
        own.concluded().nodes().forEach(node -> known.add(node.node()));
        err.println(what.get(0) + " has no status of \"" + code + "\", and no goal, perspective, objective or"
                + " recommendation of that name"
                + (Suggestion.nearest(code, known).isPresent()
                        ? hint(code, known)
                        : "; it has " + String.join(", ", known)));
        return null;
    }

    private @Nullable Explanation node(OfScorecard own, String id, @Nullable String period, PrintWriter err) {
        List<NodeScore> nodes = own.concluded().nodes().stream()
                .filter(node -> node.node().equals(id))
                .toList();
        Optional<NodeScore> node = nodes.stream()
                .filter(one -> period == null ? one.latest() : one.period().equals(period))
                .findFirst();
        if (node.isEmpty()) {
            err.println(
                    nodes.isEmpty()
                            ? what.get(0) + " has no score: no period of a scored KPI is closed"
                            : id + " has no score in " + period + "; it has "
                                    + nodes.stream().map(NodeScore::period).collect(Collectors.joining(", ")));
            return null;
        }
        return own.explainer().why(node.get());
    }

    private @Nullable Explanation whyNot(OfScorecard own, Subject subject, PrintWriter err) {
        String wanted = Objects.requireNonNull(not);
        if (wanted.isEmpty()) {
            return own.explainer().nearestMisses(subject);
        }
        return own.explainer().whyNot(subject, wanted).orElseGet(() -> {
            err.println("The rulebook of the run has no row, check or band \"" + wanted + "\""
                    + hint(wanted, own.explainer().known()));
            return null;
        });
    }

    private static String hint(String typed, Collection<String> known) {
        return Suggestion.nearest(typed, List.copyOf(known))
                .map(near -> "; maybe " + near.replaceFirst("^maybe ", "") + " is meant")
                .orElse("");
    }
}
