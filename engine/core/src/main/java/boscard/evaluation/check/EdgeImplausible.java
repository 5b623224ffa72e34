package boscard.evaluation.check;

import boscard.evaluation.Display;
import boscard.fact.Kpi;
import boscard.fact.Unit;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.Rulebook;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A threshold that no plausible value of its KPI reaches: outside the plausible range of the catalogue, or, where the
 * row compares a difference, larger than that range is wide. Often 80 was typed for 80 %.
 */
final class EdgeImplausible implements RulebookCheck {

    private static final Set<String> DIFFERENCES = Set.of("gap", "rise", "deviation");

    @Override
    public void inspect(Rulebook rulebook, Problems problems) {
        for (DecisionTable table : rulebook.tables()) {
            if (table.factType().properties().containsKey("kpi")
                    && !table.factType().name().equals("Indicator")) {
                inspect(table, rulebook, problems);
            }
        }
    }

    private static void inspect(DecisionTable table, Rulebook rulebook, Problems problems) {
        for (Compared.Naming naming : Compared.values(table, "kpi")) {
            Kpi kpi = rulebook.catalogue().find(naming.value().toString());
            if (kpi != null) {
                inspect(table, naming.row(), kpi, problems);
            }
        }
    }

    private static void inspect(DecisionTable table, Row row, Kpi kpi, Problems problems) {
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            String property = table.conditions().get(i).property().name();
            boolean difference = DIFFERENCES.contains(property);
            if (cell != null && (property.equals("value") || difference)) {
                for (Object operand : cell.operands()) {
                    for (Object one : Compared.each(operand)) {
                        if (one instanceof BigDecimal edge && !isPlausible(edge, kpi, difference)) {
                            report(row, cell, property, edge, kpi, problems);
                        }
                    }
                }
            }
        }
    }

    private static boolean isPlausible(BigDecimal edge, Kpi kpi, boolean difference) {
        BigDecimal least = kpi.plausibleMin();
        BigDecimal most = kpi.plausibleMax();
        if (difference) {
            return least == null || most == null || edge.abs().compareTo(most.subtract(least)) <= 0;
        }
        return (least == null || edge.compareTo(least) >= 0) && (most == null || edge.compareTo(most) <= 0);
    }

    private static void report(Row row, Cell cell, String property, BigDecimal edge, Kpi kpi, Problems problems) {
        problems.add(
                ProblemCode.EDGE_IMPLAUSIBLE,
                cell.at(),
                row.id() + " compares the " + property + " of " + kpi.id() + " with "
                        + Display.number(edge, kpi.unit()) + "; plausible is "
                        + range(kpi.plausibleMin(), kpi.plausibleMax(), kpi.unit()),
                kpi.unit() == Unit.RATIO && edge.abs().compareTo(BigDecimal.ONE) > 0
                        ? Display.number(edge.movePointLeft(2), Unit.RATIO)
                        : "correct the cell, or the plausible range in kpi-catalogue.xlsx ("
                                + kpi.origin().of("id") + ")");
    }

    private static String range(@Nullable BigDecimal least, @Nullable BigDecimal most, Unit unit) {
        return least == null
                ? "up to " + Display.number(most, unit)
                : most == null
                        ? "from " + Display.number(least, unit)
                        : String.join(" to ", List.of(Display.number(least, unit), Display.number(most, unit)));
    }
}
