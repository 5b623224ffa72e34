package boscard.table.check;

import boscard.fact.Unit;
import boscard.table.DecisionTable;
import boscard.table.FactType.Property;
import org.jspecify.annotations.Nullable;

/** Says in which unit a table compares a number, so that a check can say it as people do. */
@FunctionalInterface
public interface Units {

    /** No number has a unit. */
    Units NONE = (table, property, kpi) -> null;

    /**
     * The unit of a property.
     *
     * @param kpi the one KPI that is spoken of; null when it is any, or none
     * @return null for a plain number, or when nobody knows
     */
    @Nullable
    Unit of(DecisionTable table, Property property, @Nullable String kpi);
}
