package boscard.evaluation;

import boscard.fact.Period;
import java.math.BigDecimal;

/**
 * The natural limits that a point of a KPI is held against, for pictures: the very ones that rules compare it with. In
 * the unit of the KPI.
 *
 * @param from the oldest of the points that the limits come from; they are before the judged one
 * @param adjusted whether the values were freed of the season first, so that the limits hold for this point alone
 * @param signal whether the point says that the process changed
 * @param words from how many points they come, and which rules of the chart the point breaks
 */
public record NaturalLimits(
        BigDecimal lower,
        BigDecimal centre,
        BigDecimal upper,
        Period from,
        boolean adjusted,
        boolean signal,
        String words) {}
