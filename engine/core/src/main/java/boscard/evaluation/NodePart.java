package boscard.evaluation;

import boscard.indicator.Qualifier;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One child of a node of the roll-up: a KPI, or a lower node.
 *
 * @param id of the KPI, the objective or the perspective
 * @param weight relative to its siblings
 * @param score 0 to 100; null when it has none
 * @param applicable whether it counts at all; one that does not leaves both sums
 * @param red how many KPIs in it are red
 * @param qualifiers what to know about its score
 * @param from the earlier period whose score stands in; null when it is that of the period itself
 */
public record NodePart(
        String id,
        BigDecimal weight,
        @Nullable BigDecimal score,
        Status status,
        boolean applicable,
        int red,
        Set<Qualifier> qualifiers,
        @Nullable String from) {}
