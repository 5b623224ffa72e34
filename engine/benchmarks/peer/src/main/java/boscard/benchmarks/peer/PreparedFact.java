package boscard.benchmarks.peer;

import java.math.BigDecimal;

/**
 * One measurement with its attainment already computed exactly, so that peers that know only doubles do not differ on
 * an edge by their definition.
 *
 * @param attainment 1 is exactly the target; at most 12 decimals
 */
public record PreparedFact(String scorecard, String kpi, String period, BigDecimal attainment) {}
