package boscard.evaluation;

import boscard.fact.Horizon;
import boscard.fact.Kpi;
import boscard.fact.Level;
import boscard.fact.Timing;
import boscard.rulebook.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A finding as tables and rules see it: flat, with what is known of its KPI and scorecard.
 *
 * @param about the finding itself
 */
public record FindingView(
        String code,
        Severity severity,
        FindingState state,
        @Nullable Status status,
        String scorecard,
        @Nullable Level level,
        @Nullable String kpi,
        @Nullable String perspective,
        @Nullable Horizon horizon,
        @Nullable Timing timing,
        @Nullable String goal,
        @Nullable String period,
        boolean latest,
        Finding about) {

    /** Flattens a finding. */
    static FindingView of(Finding finding, ScorecardContext context) {
        Kpi kpi = context.catalogue().find(finding.kpi());
        return new FindingView(
                finding.code(),
                finding.severity(),
                finding.state(),
                finding.status(),
                finding.scorecard(),
                context.level(),
                finding.kpi(),
                finding.perspective(),
                kpi == null ? null : kpi.horizon(),
                kpi == null ? null : kpi.timing(),
                finding.goal(),
                finding.period(),
                finding.latest(),
                finding);
    }

    /** Whether its number lies below the edge it was compared with; false when it lacks either. */
    public boolean isLow() {
        return about.value() != null
                && about.threshold() != null
                && about.value().compareTo(about.threshold()) < 0;
    }

    /**
     * Whether tables and rules get to see a finding: what stands now, and doubts about data and signals whatever their
     * period (a rush two quarters ago explains the empty month after it).
     */
    static boolean isSeen(Finding finding) {
        return finding.latest() || finding.stage() == Stage.QUALITY || finding.stage() == Stage.PITFALLS;
    }
}
