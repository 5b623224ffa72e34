package boscard.evaluation.check;

import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Unit;
import boscard.table.DecisionTable;
import boscard.table.FactType.Property;
import boscard.table.check.Units;
import org.jspecify.annotations.Nullable;

/** The units of what tables compare: those of the KPI for its numbers, and those that never change. */
final class PropertyUnits implements Units {

    private final KpiCatalogue catalogue;

    PropertyUnits(KpiCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public @Nullable Unit of(DecisionTable table, Property property, @Nullable String kpi) {
        return switch (property.name()) {
            case "attainment", "growth", "pace", "coverage" -> Unit.RATIO;
            case "score", "rawScore" -> Unit.SCORE;
            case "value", "target", "gap", "rise", "deviation" -> {
                Kpi known = table.factType().name().equals("Indicator") ? null : catalogue.find(kpi);
                yield known == null ? null : known.unit();
            }
            default -> null;
        };
    }
}
