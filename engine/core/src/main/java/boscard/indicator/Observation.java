package boscard.indicator;

import java.math.BigDecimal;

/**
 * One value of a series that a chart looks at.
 *
 * @param value in the KPI's unit
 * @param consecutive whether it is of the period right after the one before it; after a gap the step between the two is
 *     not a moving range
 */
public record Observation(BigDecimal value, boolean consecutive) {}
