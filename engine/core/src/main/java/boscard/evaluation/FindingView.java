package boscard.evaluation;

import boscard.fact.Horizon;
import boscard.fact.Level;
import boscard.fact.Timing;
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
        Finding about) {}
