package boscard.workbook.report;

import boscard.evaluation.Derivation;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.GoalScore;
import boscard.evaluation.GoalTest;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.evaluation.TestResult;
import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Grain;
import boscard.fact.Horizon;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Level;
import boscard.fact.Perspective;
import boscard.fact.Reading;
import boscard.fact.Scorecard;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.indicator.RollUpMethod;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.Stage;
import boscard.source.CellRef;
import boscard.source.LineRef;
import boscard.source.Origin;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Writes a report of an invented company, to look at: {@code main} with the name of the file. */
final class ReportExample {

    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);
    private static final List<String> QUARTERS =
            List.of("2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3");

    /** A KPI with a usual target, and how far actuals stray from it. */
    private record Sample(
            String id, String name, String perspective, Unit unit, Direction direction, String target, double spread) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("revenue", "Revenue", "FINANCIAL", Unit.CURRENCY, Direction.HIGHER, "1250000", 0.15),
            new Sample("quota_attainment", "Quota attainment", "FINANCIAL", Unit.RATIO, Direction.HIGHER, "1", 0.12),
            new Sample("avg_discount", "Average discount", "FINANCIAL", Unit.RATIO, Direction.LOWER, "0.1", 0.2),
            new Sample("dso", "Debtor days", "FINANCIAL", Unit.DAYS, Direction.LOWER, "45", 0.2),
            new Sample("csat", "Customer satisfaction", "CUSTOMER", Unit.RATIO, Direction.HIGHER, "0.8", 0.08),
            new Sample("nps", "Net promoter score", "CUSTOMER", Unit.POINTS, Direction.HIGHER, "50", 0.25),
            new Sample("retention", "Customer retention", "CUSTOMER", Unit.RATIO, Direction.HIGHER, "0.9", 0.07),
            new Sample("win_rate", "Win rate", "INTERNAL_PROCESS", Unit.RATIO, Direction.HIGHER, "0.3", 0.2),
            new Sample("sales_cycle", "Sales cycle", "INTERNAL_PROCESS", Unit.DAYS, Direction.LOWER, "84", 0.2),
            new Sample(
                    "pipeline_coverage",
                    "Pipeline coverage",
                    "INTERNAL_PROCESS",
                    Unit.MULTIPLE,
                    Direction.HIGHER,
                    "3",
                    0.2),
            new Sample(
                    "response_time",
                    "Lead response time",
                    "INTERNAL_PROCESS",
                    Unit.MINUTES,
                    Direction.LOWER,
                    "60",
                    0.25),
            new Sample(
                    "training_rate", "Certification rate", "LEARNING_GROWTH", Unit.RATIO, Direction.HIGHER, "0.9", 0.1),
            new Sample(
                    "coaching", "Coaching per rep, month", "LEARNING_GROWTH", Unit.COUNT, Direction.HIGHER, "2", 0.25),
            new Sample("ramp_time", "Ramp time", "LEARNING_GROWTH", Unit.MONTHS, Direction.LOWER, "6", 0.2));

    private static final List<Scorecard> SCORECARDS = List.of(
            scorecard("ALDER", "Alder & Finch", Level.COMPANY, null),
            scorecard("AMER", "Americas", Level.REGION, "ALDER"),
            scorecard("AMER-ENT", "Americas Enterprise", Level.TEAM, "AMER"),
            scorecard("AMER-SMB", "Americas Small Business", Level.TEAM, "AMER"),
            scorecard("APAC", "Asia Pacific", Level.REGION, "ALDER"),
            scorecard("EMEA", "EMEA", Level.REGION, "ALDER"),
            scorecard("EMEA-DACH", "DACH", Level.TEAM, "EMEA"),
            scorecard("EMEA-DACH-03", "Jonas Weber", Level.REP, "EMEA-DACH"),
            scorecard("EMEA-DACH-07", "Lena Hofmann", Level.REP, "EMEA-DACH"),
            scorecard("EMEA-NORD", "Nordics", Level.TEAM, "EMEA"),
            scorecard("EMEA-UKI", "UK & Ireland", Level.TEAM, "EMEA"),
            scorecard("PARTNER", "Partner channel", Level.TEAM, "ALDER"));

    private final SplittableRandom random;

    private ReportExample(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        var example = new ReportExample(20260930);
        try (XlsxReport report = XlsxReport.create(file, header())) {
            for (Scorecard scorecard : SCORECARDS) {
                report.add(example.evaluate(scorecard));
            }
            report.finish(problems(), accounts());
        }
    }

    static ReportHeader header() {
        return new ReportHeader(
                "20261005-081502-4c1e",
                AS_OF,
                "3f2a9c51be7704d8a1c06e5592d37e1fb2c8e41af08d6673915ce02bb47ad921",
                "samples/03-alder-finch",
                "",
                "",
                catalogue(),
                "0.1.0");
    }

    static KpiCatalogue catalogue() {
        return new KpiCatalogue(
                SAMPLES.stream().map(ReportExample::kpi).toList(),
                List.of(
                        new Perspective(Perspective.FINANCIAL, "Financial", null),
                        new Perspective(Perspective.CUSTOMER, "Customer", null),
                        new Perspective(Perspective.INTERNAL_PROCESS, "Internal process", null),
                        new Perspective(Perspective.LEARNING_GROWTH, "Learning & growth", null)));
    }

    private ScorecardEvaluation evaluate(Scorecard scorecard) {
        double skill = 0.86 + 0.24 * random.nextDouble();
        var statuses = new ArrayList<KpiStatus>();
        for (Sample sample : SAMPLES) {
            int red = 0;
            for (String quarter : QUARTERS) {
                KpiStatus status = status(scorecard, sample, quarter, skill, red);
                red = status.periodsRed();
                statuses.add(status);
            }
        }
        List<Finding> findings = findings(statuses);
        return new ScorecardEvaluation(
                scorecard,
                statuses,
                nodes(scorecard, statuses),
                List.of(goal(scorecard)),
                findings,
                recommendations(findings),
                List.of(),
                List.of());
    }

    private KpiStatus status(Scorecard scorecard, Sample sample, String quarter, double skill, int redBefore) {
        boolean lower = sample.direction() == Direction.LOWER;
        double factor = skill + (random.nextDouble() - 0.5) * 2 * sample.spread();
        BigDecimal target = new BigDecimal(sample.target());
        BigDecimal actual = target.multiply(BigDecimal.valueOf(lower ? 2 - factor : factor))
                .round(new MathContext(3, RoundingMode.HALF_EVEN));
        boolean missing = random.nextInt(40) == 0 || scorecard.id().equals("PARTNER") && random.nextInt(3) > 0;
        boolean doubted = !missing && random.nextInt(45) == 0;
        BigDecimal share = Decimals.ratio(actual, target);
        BigDecimal attainment = missing ? null : lower ? BigDecimal.valueOf(2).subtract(share) : share;
        Status raw = attainment == null ? Status.NO_DATA : band(attainment);
        BigDecimal score = attainment == null || doubted ? null : score(attainment);
        int row = 14 + random.nextInt(40);
        int line = 2 + random.nextInt(900);
        boolean latest = quarter.equals("2026-Q3");
        return new KpiStatus(
                scorecard.id(),
                sample.id(),
                sample.perspective(),
                sample.unit(),
                sample.direction(),
                Horizon.SHORT,
                Timing.LAGGING,
                Grain.QUARTER,
                quarter,
                AS_OF,
                missing ? Reading.BLANK : Reading.of(actual),
                Reading.of(target),
                missing ? null : actual,
                attainment,
                score,
                score,
                doubted ? Status.SUSPECT : raw,
                raw,
                BigDecimal.ONE,
                raw.isRed() ? redBefore + 1 : 0,
                latest && random.nextInt(12) == 0,
                latest,
                raw.isRed() && random.nextInt(3) == 0 ? "Two large deals slipped into October" : null,
                new LineRef("measurements.csv", line, 5, "actual"),
                missing
                        ? null
                        : new Derivation(
                                "KT-" + String.format("%03d", row - 13),
                                row(row),
                                List.of(),
                                List.of(LineRef.of("measurements.csv", line)),
                                List.of()),
                Set.of());
    }

    private static List<NodeScore> nodes(Scorecard scorecard, List<KpiStatus> statuses) {
        var byPerspective = new LinkedHashMap<String, List<KpiStatus>>();
        statuses.stream()
                .filter(KpiStatus::latest)
                .forEach(status -> byPerspective
                        .computeIfAbsent(status.perspective(), id -> new ArrayList<>())
                        .add(status));
        var nodes = new ArrayList<NodeScore>();
        byPerspective.forEach(
                (perspective, list) -> nodes.add(node(scorecard, NodeScore.Kind.PERSPECTIVE, perspective, list)));
        nodes.add(node(
                scorecard,
                NodeScore.Kind.SCORECARD,
                scorecard.id(),
                statuses.stream().filter(KpiStatus::latest).toList()));
        return nodes;
    }

    private static NodeScore node(Scorecard scorecard, NodeScore.Kind kind, String id, List<KpiStatus> below) {
        List<BigDecimal> scores = below.stream()
                .map(KpiStatus::score)
                .filter(java.util.Objects::nonNull)
                .toList();
        BigDecimal coverage = Decimals.ratio(BigDecimal.valueOf(scores.size()), BigDecimal.valueOf(below.size()));
        int red = (int) below.stream().filter(status -> status.status().isRed()).count();
        boolean enough = coverage.compareTo(new BigDecimal("0.6")) >= 0;
        BigDecimal score = enough
                ? Decimals.ratio(
                        scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add), BigDecimal.valueOf(scores.size()))
                : null;
        Status raw = score == null ? Status.NO_DATA : nodeBand(score);
        boolean veto = raw == Status.GREEN && red > 0;
        return new NodeScore(
                scorecard.id(),
                kind,
                id,
                id,
                Grain.QUARTER,
                "2026-Q3",
                BigDecimal.ONE,
                score,
                coverage,
                veto ? Status.AMBER : raw,
                raw,
                veto ? "win_rate" : null,
                red,
                below.size(),
                true,
                RollUpMethod.WEIGHTED,
                null,
                Set.of(),
                null);
    }

    private List<Finding> findings(List<KpiStatus> statuses) {
        var findings = new ArrayList<Finding>();
        for (KpiStatus status : statuses) {
            if (status.rawStatus().isRed()) {
                boolean doubted = status.status() == Status.SUSPECT;
                findings.add(finding("ST1_RED", Stage.STATUS, Severity.FAIL, status, doubted));
                if (status.periodsRed() >= 2 && !doubted) {
                    findings.add(finding("P5_RED_WITHOUT_ACTION", Stage.PITFALLS, Severity.CRITICAL, status, false));
                }
            } else if (status.rawStatus() == Status.AMBER && status.latest()) {
                findings.add(finding("ST2_AMBER", Stage.STATUS, Severity.WARN, status, false));
            }
            if (status.status() == Status.SUSPECT) {
                findings.add(finding("G9_TARGET_OUTLIER", Stage.QUALITY, Severity.FAIL, status, false));
            }
        }
        return findings.stream().sorted().toList();
    }

    private Finding finding(String code, Stage stage, Severity severity, KpiStatus status, boolean suppressed) {
        String name = sample(status.kpi()).name();
        String message = switch (code) {
            case "P5_RED_WITHOUT_ACTION" ->
                name + " of " + status.scorecard() + " is red for " + status.periodsRed()
                        + " quarters in a row, and no initiative is open for it.";
            case "G9_TARGET_OUTLIER" ->
                "The " + status.period() + " target of " + name + " looks like a slip: it is " + (4 + random.nextInt(6))
                        + " times the median of the quarters beside it.";
            default ->
                name + " of " + status.scorecard() + " in " + status.period() + " is " + status.actual()
                        + ", target " + status.target() + ": attained " + percent(status.attainment())
                        + ", below the " + (severity == Severity.FAIL ? "amber line of 90 %" : "target") + ".";
        };
        SourceRef rule = code.startsWith("P5")
                ? new RuleRef("pitfalls/red-without-action.drl", 12, "Red twice, and no open initiative")
                : status.derivation() == null ? row(14) : status.derivation().rule();
        String ruleId =
                code.startsWith("P5") ? "Red twice" : rule instanceof CellRef cell ? "KT-0" + (cell.row() - 13) : "";
        return new Finding(
                id(code + status.key()),
                stage,
                code,
                severity,
                suppressed ? FindingState.SUPPRESSED : FindingState.ACTIVE,
                status.status(),
                status.subject(),
                status.perspective(),
                status.attainment(),
                new BigDecimal("0.9"),
                Unit.RATIO,
                List.of(),
                message,
                new Derivation(
                        ruleId,
                        rule,
                        List.of(),
                        List.of(status.at(), LineRef.of("initiatives.csv", 7)),
                        List.of(status.key())),
                status.latest(),
                suppressed ? List.of(id("G9_TARGET_OUTLIER" + status.key())) : List.of(),
                code.startsWith("ST") ? "AMBER from 90 % of target, GREEN from 100 %" : null);
    }

    private static List<Recommendation> recommendations(List<Finding> findings) {
        var recommendations = new ArrayList<Recommendation>();
        findings.stream()
                .filter(finding -> finding.latest() && finding.state() != FindingState.SUPPRESSED)
                .filter(finding -> finding.severity().compareTo(Severity.FAIL) >= 0)
                .sorted(java.util.Comparator.comparing(Finding::severity)
                        .reversed()
                        .thenComparing(Finding::compareTo))
                .forEach(finding -> recommendations.add(recommendation(finding, recommendations.size() + 1)));
        return recommendations;
    }

    private static Recommendation recommendation(Finding finding, int rank) {
        boolean critical = finding.severity() == Severity.CRITICAL;
        String kpi = sample(String.valueOf(finding.kpi())).name();
        String action = finding.code().startsWith("G9")
                ? "Confirm the " + finding.period() + " target of " + kpi + "; the quarters beside it are far lower."
                : critical
                        ? "Open an initiative for " + kpi + " with an owner and two milestones before the next review."
                        : "Bring " + kpi + " back to 90 % of target; agree on the first step in this week's check-in.";
        return new Recommendation(
                id("REC" + finding.id()),
                finding.code().startsWith("G9") ? "REC-21" : critical ? "REC-02" : "REC-07",
                List.of(finding.id()),
                List.of(finding.code()),
                finding.severity(),
                finding.subject(),
                action,
                finding.code().startsWith("G9") ? "Sales operations" : "Sales manager",
                rank % 2 == 0 ? null : "Maria Lindqvist",
                AS_OF.plusDays(critical ? 7 : 14),
                critical ? "The decline stops within a quarter" : "Amber by the next quarter",
                rank,
                new Derivation(
                        "RC-002",
                        new CellRef("recommendations.xlsx", "Recommendations", 15, 1, 9),
                        List.of(),
                        List.of(),
                        List.of(finding.id())));
    }

    private GoalScore goal(Scorecard scorecard) {
        String goal = "G-" + scorecard.id();
        var letters = new LinkedHashMap<String, TestResult>();
        var tests = new ArrayList<GoalTest>();
        var messages = Map.of(
                "S", "the statement says \"improve\" and names no number",
                "M", "no baseline: nobody can tell how far it moved",
                "A", "the target asks for 2.4 times the best year so far",
                "R", "no active objective is served",
                "T", "the due date is 26 months away and there is no milestone");
        for (String letter : List.of("S", "M", "A", "R", "T")) {
            TestResult result = TestResult.values()[Math.max(0, random.nextInt(7) - 3)];
            letters.put(letter, result);
            var because = new Derivation(
                    "SM-0" + (10 + random.nextInt(20)),
                    new CellRef("smart.xlsx", "SMART tests", 14 + random.nextInt(20), 1, 7),
                    List.of(),
                    List.of(LineRef.of("goals.csv", 3)),
                    List.of());
            tests.add(new GoalTest(
                    scorecard.id(),
                    goal,
                    "win_rate",
                    letter + "1",
                    result,
                    String.valueOf(messages.get(letter)),
                    List.of(),
                    because));
        }
        return new GoalScore(
                scorecard.id(), goal, "win_rate", letters, BigDecimal.valueOf(40 + random.nextInt(61)), tests);
    }

    private static List<Problem> problems() {
        return List.of(
                Problem.of(
                        ProblemCode.KPI_UNKNOWN,
                        new LineRef("measurements.csv", 118, 2, "kpi"),
                        "KPI \"win_rat\" is not in the catalogue",
                        "win_rate (kpi-catalogue.xlsx!KPIs!A30)."),
                Problem.of(
                        ProblemCode.NUMBER_AMBIGUOUS,
                        new LineRef("measurements.csv", 240, 5, "actual"),
                        "\"1,234\" can be 1.234 or 1234",
                        "write 1234, or declare the thousands separator in the mapping."),
                Problem.of(
                        ProblemCode.ROW_HIDDEN,
                        new CellRef("kpi-thresholds.xlsx", "Thresholds", 22, 0, 0),
                        "row 22 (KT-009) is hidden and still counts"));
    }

    private static List<FileAccount> accounts() {
        return List.of(
                new FileAccount("scorecards.csv", "scorecards", 12, 12, 0, 0),
                new FileAccount("measurements.csv", "measurements", 1_012, 1_008, 2, 2),
                new FileAccount("goals.csv", "goals", 12, 12, 0, 0),
                new FileAccount("initiatives.csv", "initiatives", 9, 9, 0, 0));
    }

    private static Kpi kpi(Sample sample) {
        return new Kpi(
                sample.id(),
                sample.name(),
                sample.perspective(),
                null,
                null,
                null,
                sample.unit(),
                sample.direction(),
                null,
                null,
                Horizon.SHORT,
                Timing.LAGGING,
                boscard.fact.Frequency.values()[0],
                boscard.fact.Aggregation.SUM,
                boscard.fact.Aggregation.SUM,
                BigDecimal.ONE,
                null,
                null,
                null,
                null,
                null,
                boscard.fact.NullPolicy.EXCLUDE,
                null,
                false,
                null,
                null,
                new Origin.SheetRow("kpi-catalogue.xlsx", "KPIs", 5, Map.of()));
    }

    static Scorecard scorecard(String id, String name, Level level, @Nullable String parent) {
        return new Scorecard(
                id,
                name,
                level,
                parent,
                null,
                null,
                null,
                BigDecimal.ONE,
                "EUR",
                null,
                null,
                null,
                null,
                new Origin.Line("scorecards.csv", 2, Map.of()));
    }

    private static Sample sample(String id) {
        return SAMPLES.stream()
                .filter(sample -> sample.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CellRef row(int row) {
        return new CellRef("kpi-thresholds.xlsx", "Thresholds", row, 1, 8);
    }

    private static Status band(BigDecimal attainment) {
        return attainment.compareTo(BigDecimal.ONE) >= 0
                ? Status.GREEN
                : attainment.compareTo(new BigDecimal("0.9")) >= 0 ? Status.AMBER : Status.RED;
    }

    private static Status nodeBand(BigDecimal score) {
        return score.compareTo(new BigDecimal("66.666666666667")) >= 0
                ? Status.GREEN
                : score.compareTo(new BigDecimal("33.333333333333")) >= 0 ? Status.AMBER : Status.RED;
    }

    private static BigDecimal score(BigDecimal attainment) {
        double score = 100 / 3.0 + 100 / 3.0 * (attainment.doubleValue() - 0.9) / 0.1;
        return Decimals.computed(BigDecimal.valueOf(Math.max(0, Math.min(100, score))));
    }

    private static String percent(@Nullable BigDecimal share) {
        return share == null ? "–" : share.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
    }

    private static String id(String of) {
        return String.format("%016x", of.hashCode() * 0x9E3779B97F4A7C15L);
    }
}
