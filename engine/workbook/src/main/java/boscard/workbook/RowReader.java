package boscard.workbook;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.source.CellRef;
import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.OutcomeColumn;
import boscard.table.Row;
import boscard.table.ValueType;
import boscard.workbook.DropDowns.Allowed;
import boscard.workbook.SheetLayout.DropDown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one row of a table. Its problems are kept apart, since a row with an error is left out. */
final class RowReader {

    private final TableContext table;
    private final TableColumns columns;
    private final MergedCells merged;
    private final SheetRow line;
    private final Problems found;
    private final CellConversion convert;
    private final ConditionCells conditionCells;
    private @Nullable String id;
    private boolean lacksId;

    /** @param found takes the problems of the row */
    RowReader(TableContext table, MergedCells merged, SheetRow line, Problems found) {
        this.table = table;
        this.columns = table.columns();
        this.merged = merged;
        this.line = line;
        this.found = found;
        this.convert = new CellConversion(found);
        this.conditionCells = new ConditionCells(table, line, convert, found);
    }

    /** A filled cell and where it stands, which is higher up when it is merged with the cell that was asked for. */
    private record Filled(SheetCell cell, CellRef at) {}

    /** The id of the row once it was read; null when it has none, or one that is taken. */
    @Nullable
    String id() {
        return id;
    }

    /** Whether the cell for the id of the row is empty. */
    boolean lacksId() {
        return lacksId;
    }

    /**
     * Reads a row.
     *
     * @param position within the table, from 0
     * @return null when it has no usable id or the table lacks what every table needs
     */
    @Nullable
    Row read(int position) {
        readId();
        List<@Nullable Cell> conditions = new ArrayList<>();
        columns.conditions().forEach((column, condition) -> conditions.add(condition(column, condition)));
        List<@Nullable Cell> outcomes = new ArrayList<>();
        columns.outcomes().forEach((column, outcome) -> outcomes.add(outcome(column, outcome)));
        boolean concludes = columns.outcomes().keySet().stream().anyMatch(column -> filled(column) != null);
        if (!concludes && !columns.outcomes().isEmpty()) {
            found.add(
                    ProblemCode.ROW_WITHOUT_OUTCOME,
                    line.at()
                            .across(
                                    columns.outcomes().firstKey(),
                                    columns.outcomes().lastKey()),
                    "the row concludes nothing",
                    "fill " + String.join(" or ", headings(columns.outcomes())) + ", or delete the row");
        }
        Edges.reportReversed(columns.conditions().values(), conditions, found);
        if (id == null || !columns.isComplete()) {
            return null;
        }
        CellRef at = line.at().across(columns.first(), columns.last());
        return Row.of(
                id, position, at, conditions, List.copyOf(columns.outcomes().values()), outcomes, notes());
    }

    private void readId() {
        SheetCell cell = columns.id() == 0 ? null : line.cell(columns.id());
        boolean empty = cell == null || cell.isBlank();
        lacksId = empty && columns.id() > 0;
        if (cell == null || empty) {
            return;
        }
        CellRef at = line.at().atColumn(columns.id());
        if (convert.convert(cell, at, ValueType.TEXT, List.of()) instanceof String text) {
            String plain = convert.compared(text, at);
            if (table.names().takeRow(plain, at)) {
                id = plain;
            }
        }
    }

    private @Nullable Cell condition(int column, ConditionColumn condition) {
        Filled filled = filled(column);
        if (filled == null) {
            return null;
        }
        List<Object> operands = conditionCells.operands(filled.cell, filled.at, condition);
        if (operands == null) {
            return null;
        }
        if (condition.property().type() == ValueType.TEXT && !conditionCells.isChecked(condition.property())) {
            checkList(column, filled.at, operands);
        }
        return cell(filled, operands);
    }

    private @Nullable Cell outcome(int column, OutcomeColumn outcome) {
        Filled filled = filled(column);
        if (filled == null) {
            return null;
        }
        Object value = convert.convert(
                filled.cell, filled.at, outcome.verb().type(), outcome.verb().choices());
        if (value instanceof BigDecimal number
                && outcome.verb().javaType() == int.class
                && (number.scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0)) {
            found.add(
                    ProblemCode.CELL_TYPE,
                    filled.at,
                    "a whole number is expected here, not " + Excerpt.of(filled.cell.displayed()),
                    null);
            return null;
        }
        if (value == null) {
            return null;
        }
        if (outcome.verb().type() == ValueType.TEXT) {
            checkList(column, filled.at, List.of(value));
        }
        return cell(filled, List.of(value));
    }

    private static Cell cell(Filled filled, List<Object> operands) {
        String stored = Spaces.strip(filled.cell.text());
        String shown = Spaces.strip(filled.cell.displayed());
        return new Cell(filled.at, shown.equals(stored) ? stored : shown, stored, filled.cell.formula(), operands);
    }

    /**
     * A text must be in the list that its cell offers, if Excel insists on it; pasting gets past that. Other lists only
     * propose, and a text that is nearly one of theirs is probably meant to be it.
     */
    private void checkList(int column, CellRef at, List<Object> operands) {
        for (DropDown list : table.lists().ofColumn(table.grid(), column)) {
            if (list.isOfferedAt(at.row(), column)) {
                Allowed allowed = table.lists().allowed(table.grid(), list);
                if (allowed != null) {
                    conditionCells.checkAllowed(allowed, operands, at);
                }
                return;
            }
        }
    }

    private LinkedHashMap<String, String> notes() {
        var notes = new LinkedHashMap<String, String>();
        columns.notes().forEach((column, heading) -> {
            Filled filled = filled(column);
            if (filled != null) {
                notes.put(heading, Spaces.strip(filled.cell.displayed()));
            }
        });
        return notes;
    }

    private @Nullable Filled filled(int column) {
        int row = merged.holder(line.number(), column);
        SheetCell cell = row == line.number() ? line.cell(column) : table.grid().cell(row, column);
        if (cell == null || cell.isBlank()) {
            return null;
        }
        return new Filled(
                cell, row == line.number() ? line.at(cell) : table.grid().at(row, column));
    }

    private static List<String> headings(TreeMap<Integer, OutcomeColumn> outcomes) {
        return outcomes.values().stream().map(OutcomeColumn::heading).limit(3).toList();
    }
}
