package boscard.table.check;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.table.Cell;
import boscard.table.FactType.Property;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A row whose cells contradict each other, so that no fact can ever fit it. */
final class RowNeverMatches implements TableCheck {

    @Override
    public void inspect(AnalysedTable table, InWords words, Problems problems) {
        for (int row : find(table)) {
            int axis = emptyAxis(table.region(row));
            Property property = table.axes().get(axis).property();
            problems.add(
                    ProblemCode.ROW_NEVER_MATCHES,
                    Objects.requireNonNull(table.cellOn(axis, table.row(row))).at(),
                    table.row(row).id() + " can never match: " + property + " cannot be "
                            + InWords.list(conditions(table, words, table.row(row), property)),
                    "one of the cells is meant otherwise; or delete the row");
        }
    }

    /** Positions of the rows that nothing matches. */
    List<Integer> find(AnalysedTable table) {
        var found = new ArrayList<Integer>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.region(row).isEmpty()) {
                found.add(row);
            }
        }
        return found;
    }

    private static int emptyAxis(Region region) {
        int axis = 0;
        while (!region.on(axis).isEmpty()) {
            axis++;
        }
        return axis;
    }

    private static List<String> conditions(AnalysedTable table, InWords words, Row row, Property property) {
        var said = new ArrayList<String>();
        table.forEach(row, (cell, comparison, operand) -> {
            if (comparison.property().equals(property)) {
                String values = operand instanceof Set<?> several
                        ? several.stream()
                                .map(one -> words.value(property, one, null))
                                .sorted()
                                .collect(Collectors.joining(", "))
                        : words.value(property, operand, null);
                said.add(comparison.operator().words() + " " + values + address(cell));
            }
        });
        return said;
    }

    private static String address(Cell cell) {
        return " (" + cell.at().address() + ")";
    }
}
