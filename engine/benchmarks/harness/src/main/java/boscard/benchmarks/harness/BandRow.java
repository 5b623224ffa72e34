package boscard.benchmarks.harness;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table that all peers get, each in its own form.
 *
 * @param scorecard null for any
 * @param kpi null for any
 * @param from included; null for no lower edge
 * @param below not included; null for no upper edge
 */
record BandRow(
        @Nullable String scorecard,
        @Nullable String kpi,
        @Nullable BigDecimal from,
        @Nullable BigDecimal below,
        String status) {}
