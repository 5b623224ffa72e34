package boscard.workbook.report;

import boscard.evaluation.Derivation;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.evaluation.Subject;
import boscard.fact.Direction;
import boscard.fact.Grain;
import boscard.fact.Horizon;
import boscard.fact.Level;
import boscard.fact.Perspective;
import boscard.fact.Reading;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.indicator.RollUpMethod;
import boscard.rulebook.Stage;
import boscard.source.CellRef;
import boscard.source.LineRef;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small parts of evaluations for tests. */
final class Samples {

    static final CellRef ROW = new CellRef("kpi-thresholds.xlsx", "Thresholds", 18, 1, 8);
    static final SourceRef LINE = new LineRef("measurements.csv", 118, 5, "actual");

    private Samples() {}

    static ScorecardEvaluation evaluation(String id, @Nullable String parent, List<KpiStatus> statuses) {
        return new ScorecardEvaluation(
                ReportExample.scorecard(id, id, Level.TEAM, parent),
                statuses,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static ScorecardEvaluation evaluation(
            String id,
            @Nullable String parent,
            List<NodeScore> nodes,
            List<Finding> findings,
            List<Recommendation> advice) {
        return new ScorecardEvaluation(
                ReportExample.scorecard(id, id, Level.TEAM, parent),
                List.of(),
                nodes,
                List.of(),
                findings,
                advice,
                List.of(),
                List.of());
    }

    static KpiStatus status(String scorecard, Unit unit, Reading actual, @Nullable String note) {
        return new KpiStatus(
                scorecard,
                "win_rate",
                Perspective.INTERNAL_PROCESS,
                unit,
                Direction.HIGHER,
                Horizon.SHORT,
                Timing.LAGGING,
                Grain.QUARTER,
                "2026-Q3",
                LocalDate.of(2026, 9, 30),
                actual,
                Reading.of("0.3"),
                actual.valueOrNull(),
                null,
                null,
                null,
                actual.isPresent() ? Status.RED : Status.NO_DATA,
                actual.isPresent() ? Status.RED : Status.NO_DATA,
                BigDecimal.ONE,
                actual.isPresent() ? 1 : 0,
                false,
                true,
                note,
                LINE,
                actual.isPresent() ? because(ROW) : null,
                Set.of());
    }

    static Finding finding(String id, Severity severity, FindingState state, String period, boolean latest) {
        return finding(id, severity, state, period, latest, "Win rate is low.", ROW, LINE);
    }

    static Finding finding(String message, SourceRef rule, SourceRef fact) {
        return finding("f1", Severity.FAIL, FindingState.ACTIVE, "2026-Q3", true, message, rule, fact);
    }

    private static Finding finding(
            String id,
            Severity severity,
            FindingState state,
            String period,
            boolean latest,
            String message,
            SourceRef rule,
            SourceRef fact) {
        return new Finding(
                id,
                Stage.STATUS,
                "ST1_RED",
                severity,
                state,
                Status.RED,
                Subject.ofKpi("EMEA", "win_rate", period),
                Perspective.INTERNAL_PROCESS,
                new BigDecimal("0.8033"),
                new BigDecimal("0.9"),
                Unit.RATIO,
                List.of(),
                message,
                new Derivation("KT-014", rule, List.of(), List.of(fact), List.of()),
                latest,
                List.of(),
                null);
    }

    static Recommendation recommendation(String scorecard, int rank, Severity severity) {
        return recommendation(scorecard, rank, severity, "REC-%02d".formatted(rank + 6));
    }

    static Recommendation recommendation(String scorecard, int rank, Severity severity, String code) {
        return new Recommendation(
                scorecard + "-" + rank,
                code,
                List.of("f1"),
                List.of("ST1_RED"),
                severity,
                Subject.ofKpi(scorecard, "win_rate", "2026-Q3"),
                "Coach discovery calls",
                "Sales manager",
                null,
                LocalDate.of(2026, 10, 14),
                null,
                rank,
                because(new CellRef("recommendations.xlsx", "Recommendations", 11, 2, 2)));
    }

    static NodeScore node(String scorecard, @Nullable String score, Status status, Grain grain, int children) {
        return new NodeScore(
                scorecard,
                NodeScore.Kind.SCORECARD,
                scorecard,
                scorecard,
                grain,
                grain == Grain.QUARTER ? "2026-Q3" : "2026-09",
                BigDecimal.ONE,
                score == null ? null : new BigDecimal(score),
                new BigDecimal("0.75"),
                status,
                status,
                null,
                2,
                children,
                true,
                RollUpMethod.WEIGHTED,
                null,
                Set.of(),
                null);
    }

    private static Derivation because(SourceRef rule) {
        return new Derivation("KT-014", rule, List.of(), List.of(LINE), List.of());
    }
}
