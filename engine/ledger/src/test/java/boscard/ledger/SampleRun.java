package boscard.ledger;

import boscard.evaluation.Derivation;
import boscard.evaluation.Effect;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.GoalScore;
import boscard.evaluation.GoalTest;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NamedValue;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Scope;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.evaluation.Subject;
import boscard.evaluation.Suppression;
import boscard.evaluation.TestResult;
import boscard.fact.Direction;
import boscard.fact.Fact;
import boscard.fact.Facts;
import boscard.fact.Goal;
import boscard.fact.Grain;
import boscard.fact.Horizon;
import boscard.fact.Level;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.fact.Scorecard;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.indicator.Qualifier;
import boscard.indicator.RollUpMethod;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.Stage;
import boscard.source.CellRef;
import boscard.source.Derived;
import boscard.source.LineRef;
import boscard.source.Origin;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts and evaluations of a few scorecards, with every kind of address and value that a run can hold. */
final class SampleRun {

    static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);

    private static final Period QUARTER =
            new Period(Grain.QUARTER, 2026, 3, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));

    private static final Map<String, Origin.Column> COLUMNS = Map.of(
            "scorecard", new Origin.Column(1, "Team"),
            "kpi", new Origin.Column(2, "KPI"),
            "actual", new Origin.Column(4, "Actual value"));

    private SampleRun() {}

    /** Writes a small rulebook into a folder. */
    static RunHeader header(Path rulebook) {
        try {
            Files.createDirectories(rulebook.resolve("rules/pitfalls"));
            Files.createDirectories(rulebook.resolve("spreadsheets/thresholds"));
            Files.writeString(rulebook.resolve("rules/pitfalls/pitfalls.drl"), "package rules;\n");
            Files.writeString(rulebook.resolve("spreadsheets/thresholds/kpi-thresholds.xlsx"), "as it was");
            Files.writeString(rulebook.resolve("spreadsheets/thresholds/~$kpi-thresholds.xlsx"), "Excel is open");
            Files.writeString(rulebook.resolve("unrelated.txt"), "not part of the rulebook");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunHeader(
                "0".repeat(64), rulebook, AS_OF, "0.1.0", List.of("facts/measurements.csv"), Map.of("currency", "EUR"));
    }

    static List<RowAccount> accounts() {
        return List.of(new RowAccount("facts/measurements.csv", "", "measurements", 12, 10, 1, 1));
    }

    static List<Problem> problems() {
        return List.of(Problem.of(
                ProblemCode.KPI_UNKNOWN,
                new LineRef("facts/measurements.csv", 118, 2, "KPI"),
                "KPI \"win_rat\" is not in the catalogue",
                "win_rate (kpi-catalogue.xlsx!KPIs!A30)."));
    }

    static String scorecard(int number) {
        return "S%05d".formatted(number);
    }

    static Facts facts(int scorecards) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < scorecards; i++) {
            facts.add(new Scorecard(
                    scorecard(i),
                    "Team " + i,
                    Level.TEAM,
                    "ALL",
                    null,
                    null,
                    null,
                    new BigDecimal("0.5"),
                    "EUR",
                    null,
                    null,
                    LocalDate.of(2020, 1, 1),
                    null,
                    new Origin.SheetRow("teams.xlsx", "Teams", i + 2, COLUMNS)));
            facts.add(measurement(i, "win_rate", Reading.of("0.241"), Reading.of("0.3")));
            facts.add(measurement(i, "revenue", Reading.BLANK, Reading.NOT_APPLICABLE));
        }
        facts.add(new Goal(
                "G-1",
                "Raise the win rate; \"really\"",
                scorecard(0),
                null,
                List.of("win_rate", "revenue"),
                null,
                Direction.HIGHER,
                new BigDecimal("0.24"),
                null,
                new BigDecimal("0.3"),
                null,
                Unit.RATIO,
                null,
                null,
                null,
                LocalDate.of(2026, 12, 31),
                null,
                null,
                null,
                null,
                new Origin.Computed("sum of lines")));
        return Facts.of(facts);
    }

    static Measurement measurement(int scorecard, String kpi, Reading actual, Reading target) {
        return new Measurement(
                scorecard(scorecard),
                kpi,
                QUARTER,
                actual,
                target,
                Reading.NOT_REPORTED,
                Reading.ZERO_BASE,
                Reading.of("-12"),
                null,
                scorecard % 2 == 0,
                "a note",
                new Origin.Line("facts/measurements.csv", scorecard * 2 + 2, COLUMNS));
    }

    static List<ScorecardEvaluation> evaluations(int scorecards) {
        var evaluations = new ArrayList<ScorecardEvaluation>();
        for (int i = 0; i < scorecards; i++) {
            evaluations.add(evaluation(scorecard(i)));
        }
        return evaluations;
    }

    static ScorecardEvaluation evaluation(String scorecard) {
        Finding quality = finding(scorecard, "Q6_PROVISIONAL", Severity.INFO, FindingState.ACTIVE, null);
        Finding red = finding(scorecard, "ST1_RED", Severity.FAIL, FindingState.QUALIFIED, quality.id());
        return new ScorecardEvaluation(
                new Scorecard(
                        scorecard,
                        "Team " + scorecard,
                        Level.TEAM,
                        "ALL",
                        null,
                        null,
                        null,
                        BigDecimal.ONE,
                        "EUR",
                        null,
                        null,
                        null,
                        null,
                        new Origin.Computed("by hand")),
                List.of(
                        status(scorecard, "revenue", Reading.BLANK, Status.NO_DATA, null),
                        status(scorecard, "win_rate", Reading.of("0.241"), Status.RED, derivation("KT-014"))),
                List.of(
                        node(scorecard, NodeScore.Kind.PERSPECTIVE, "CUSTOMER"),
                        node(scorecard, NodeScore.Kind.SCORECARD, scorecard)),
                List.of(goal(scorecard)),
                List.of(quality, red),
                List.of(new Recommendation(
                        hash(scorecard + "REC"),
                        "REC-07",
                        List.of(red.id()),
                        List.of(red.code()),
                        Severity.FAIL,
                        Subject.ofKpi(scorecard, "win_rate", "2026-Q3"),
                        "Coach discovery calls",
                        "sales manager",
                        null,
                        LocalDate.of(2026, 10, 14),
                        null,
                        1,
                        derivation("RC-3"))),
                List.of(new Suppression(
                        scorecard,
                        red.id(),
                        quality.id(),
                        Effect.QUALIFY,
                        Scope.MEASUREMENT,
                        "SU-2",
                        CellRef.of("suppressions.xlsx", "Rows", 9, 1))),
                List.of(Problem.of(
                        ProblemCode.WEIGHTS_ZERO,
                        LineRef.ofFile("facts/measurements.csv"),
                        "no weights: " + scorecard)));
    }

    static KpiStatus status(
            String scorecard, String kpi, Reading actual, Status status, @Nullable Derivation derivation) {
        return new KpiStatus(
                scorecard,
                kpi,
                "CUSTOMER",
                Unit.RATIO,
                Direction.HIGHER,
                Horizon.SHORT,
                Timing.LEADING,
                Grain.QUARTER,
                "2026-Q3",
                LocalDate.of(2026, 9, 30),
                actual,
                Reading.of("0.3"),
                actual.valueOrNull(),
                actual.isPresent() ? new BigDecimal("0.803333333333") : null,
                null,
                null,
                status,
                status,
                new BigDecimal("1.5"),
                2,
                true,
                true,
                null,
                LineRef.of("facts/measurements.csv", 118),
                derivation,
                Set.of(Qualifier.PARTIAL));
    }

    private static NodeScore node(String scorecard, NodeScore.Kind kind, String node) {
        return new NodeScore(
                scorecard,
                kind,
                node,
                "the " + node,
                Grain.QUARTER,
                "2026-Q3",
                BigDecimal.ONE,
                new BigDecimal("48.25"),
                new BigDecimal("0.5"),
                Status.AMBER,
                Status.GREEN,
                "win_rate",
                1,
                2,
                true,
                RollUpMethod.MOST_FREQUENT_WORST,
                "RO-002",
                Set.of(Qualifier.PARTIAL, Qualifier.STALE),
                "nobody knows");
    }

    private static GoalScore goal(String scorecard) {
        var letters = new LinkedHashMap<String, TestResult>();
        letters.put("S", TestResult.PASS);
        letters.put("M", TestResult.NOT_EVALUATED);
        return new GoalScore(
                scorecard,
                "G-1",
                "win_rate",
                letters,
                new BigDecimal("100"),
                List.of(
                        test(scorecard, "S2", TestResult.PASS, derivation("SM-2")),
                        test(scorecard, "M1", TestResult.NOT_EVALUATED, null)));
    }

    private static GoalTest test(String scorecard, String test, TestResult result, @Nullable Derivation derivation) {
        return new GoalTest(
                scorecard,
                "G-1",
                "win_rate",
                test,
                result,
                "as it is",
                List.of(NamedValue.of("target", new BigDecimal("0.3"), Unit.RATIO)),
                derivation);
    }

    static Finding finding(
            String scorecard, String code, Severity severity, FindingState state, @Nullable String suppressedBy) {
        return new Finding(
                hash(scorecard + code),
                code.startsWith("Q") ? Stage.QUALITY : Stage.STATUS,
                code,
                severity,
                state,
                Status.RED,
                Subject.ofKpi(scorecard, "win_rate", "2026-Q3"),
                "CUSTOMER",
                new BigDecimal("-0.241"),
                new BigDecimal("0.3"),
                Unit.RATIO,
                List.of(
                        new NamedValue("attainment", new BigDecimal("0.803333333333"), null, 3),
                        NamedValue.of("prior", null, Unit.RATIO)),
                "Win rate of " + scorecard + " in 2026-Q3 is 24.1 %, target 30.0 %",
                derivation("KT-014"),
                true,
                suppressedBy == null ? List.of() : List.of(suppressedBy),
                "AMBER from 25.5 %");
    }

    static Finding withMessage(Finding finding, String message) {
        return with(finding, finding.value(), finding.threshold(), message);
    }

    static Finding withNumbers(Finding finding, @Nullable BigDecimal value, @Nullable BigDecimal threshold) {
        return with(finding, value, threshold, finding.message());
    }

    private static Finding with(
            Finding finding, @Nullable BigDecimal value, @Nullable BigDecimal threshold, String message) {
        return new Finding(
                finding.id(),
                finding.stage(),
                finding.code(),
                finding.severity(),
                finding.state(),
                finding.status(),
                finding.subject(),
                finding.perspective(),
                value,
                threshold,
                finding.unit(),
                finding.values(),
                message,
                finding.derivation(),
                finding.latest(),
                finding.suppressedBy(),
                finding.counterfactual());
    }

    /** With every kind of address. */
    static Derivation derivation(String row) {
        SourceRef rule = row.startsWith("KT")
                ? new CellRef("kpi-thresholds.xlsx", "Thresholds", 18, 1, 8)
                : new RuleRef("rules/pitfalls.drl", 42, "Red without action");
        return new Derivation(
                row,
                rule,
                List.of("KT-003"),
                List.of(
                        new LineRef("facts/measurements.csv", 118, 4, "Actual value"),
                        CellRef.of("targets.xlsx", "2026", 7, 3),
                        new Derived("won / closed")),
                List.of("EMEA|win_rate|2026-Q3"));
    }

    static String hash(String text) {
        var digest = new ContentDigest();
        digest.text(text);
        return digest.take().substring(0, 16);
    }

    /** Writes a whole run. */
    static RunManifest write(Ledger ledger, Path rulebook, Facts facts, List<ScorecardEvaluation> evaluations) {
        try (RunWriter run = ledger.begin(header(rulebook))) {
            run.facts(facts);
            evaluations.forEach(run::add);
            return run.finish(accounts(), problems());
        }
    }
}
