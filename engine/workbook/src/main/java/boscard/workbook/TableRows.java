package boscard.workbook;

import boscard.fact.KpiCatalogue;
import boscard.fact.Perspective;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.CellRef;
import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.FactType.Property;
import boscard.table.Operator;
import boscard.table.OutcomeColumn;
import boscard.table.Row;
import boscard.table.ValueType;
import boscard.workbook.SheetCell.Kind;
import boscard.workbook.SheetLayout.MergedRegion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the data rows of one table. A row with a problem is left out, and reading goes on with the next. */
final class TableRows {

    private final SheetGrid grid;
    private final TableColumns columns;
    private final @Nullable KpiCatalogue catalogue;
    private final RulebookNames names;
    private final Problems problems;
    private final List<Row> rows = new ArrayList<>();

    TableRows(
            SheetGrid grid,
            TableColumns columns,
            @Nullable KpiCatalogue catalogue,
            RulebookNames names,
            Problems problems) {
        this.grid = grid;
        this.columns = columns;
        this.catalogue = catalogue;
        this.names = names;
        this.problems = problems;
    }

    /** Reads from row {@code first} up to but not including {@code end}. */
    List<Row> read(int first, int end) {
        reportMerged(first, end);
        int expected = first;
        for (SheetRow line : grid.rows(first, end)) {
            List<SheetCell> filled = filledCells(line);
            if (filled.isEmpty()) {
                continue;
            }
            boolean note = isNote(line, filled);
            if (!note && line.number() > expected) {
                problems.add(
                        ProblemCode.ROW_AFTER_BLANK,
                        line.at(),
                        "the row stands below a blank row; it is read, though other tools would end the table above",
                        "delete the blank row");
            }
            expected = line.number() + 1;
            if (!note) {
                readRow(line, filled);
            }
        }
        return rows;
    }

    private List<SheetCell> filledCells(SheetRow line) {
        var filled = new ArrayList<SheetCell>();
        for (SheetCell cell : line.cells()) {
            if (columns.isInside(cell.column()) && !cell.isBlank()) {
                filled.add(cell);
            }
        }
        return filled;
    }

    /** One sentence in an otherwise empty row is a remark of the analyst: "Agreed with finance in May". */
    private boolean isNote(SheetRow line, List<SheetCell> filled) {
        SheetCell only = filled.get(0);
        boolean note = filled.size() == 1
                && only.kind() == Kind.TEXT
                && !columns.outcomes().containsKey(only.column())
                && Spaces.separateWords(only.text());
        if (note) {
            problems.add(
                    ProblemCode.NOTE_IN_TABLE,
                    line.at(only),
                    "taken as a note, not as a row: \"" + shortened(Spaces.strip(only.text())) + "\"",
                    "move it above the table or beside it");
        }
        return note;
    }

    private void readRow(SheetRow line, List<SheetCell> filled) {
        if (line.hidden()) {
            problems.add(ProblemCode.ROW_HIDDEN, line.at(), "the row is hidden and counts all the same", "unhide it");
        }
        if (filled.stream().allMatch(cell -> cell.style().struckOut())) {
            problems.add(
                    ProblemCode.ROW_STRUCK_OUT,
                    line.at(),
                    "the row is struck out and counts all the same",
                    "delete it when it is not meant to count");
        }
        var found = new Problems();
        Row row = new RowReading(line, found).read(rows.size());
        problems.addAll(found.sorted());
        if (row != null && !found.hasErrors()) {
            rows.add(row);
        }
    }

    private void reportMerged(int first, int end) {
        for (MergedRegion region : grid.layout().merged()) {
            boolean inRows = region.lastRow() >= first && region.firstRow() < end;
            int column = region.firstColumn();
            boolean inColumns = columns.touches(column, region.lastColumn());
            boolean single = region.firstRow() == region.lastRow() && column == region.lastColumn();
            boolean empty = grid.shown(region.firstRow(), column).isEmpty();
            if (inRows && inColumns && !single && !empty && !isMergedNote(region)) {
                problems.add(
                        ProblemCode.CELL_MERGED,
                        grid.at(region.firstRow(), column),
                        "merged with cells down to " + CellRef.columnName(region.lastColumn()) + region.lastRow()
                                + "; the value counts for the first cell only",
                        "unmerge the cells and fill each");
            }
        }
    }

    /** A remark below the table is often merged across it, alone in its row. */
    private boolean isMergedNote(MergedRegion region) {
        return region.firstRow() == region.lastRow()
                && grid.rows(region.firstRow(), region.firstRow() + 1).stream()
                        .allMatch(line -> filledCells(line).size() == 1
                                && !columns.outcomes().containsKey(region.firstColumn())
                                && Spaces.separateWords(line.shown(region.firstColumn())));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    /** The reading of one row; its problems are kept apart, since a row with an error is left out. */
    private final class RowReading {

        private final SheetRow line;
        private final Problems found;
        private final CellConversion convert;

        RowReading(SheetRow line, Problems found) {
            this.line = line;
            this.found = found;
            this.convert = new CellConversion(found);
        }

        @Nullable
        Row read(int position) {
            String id = id();
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
            reportReversed(conditions);
            if (id == null || !columns.isComplete()) {
                return null;
            }
            CellRef at = line.at().across(columns.first(), columns.last());
            return Row.of(
                    id, position, at, conditions, List.copyOf(columns.outcomes().values()), outcomes, notes());
        }

        private @Nullable String id() {
            if (columns.id() == 0) {
                return null;
            }
            SheetCell cell = filled(columns.id());
            CellRef at = line.at().atColumn(columns.id());
            if (cell == null) {
                found.add(
                        ProblemCode.ROW_WITHOUT_ID,
                        at,
                        "the row has no id",
                        "give it one that no other row has, such as the highest one plus 1");
                return null;
            }
            Object id = convert.convert(cell, at, ValueType.TEXT, List.of());
            return id instanceof String text && names.takeRow(text, at, found) ? text : null;
        }

        private @Nullable Cell condition(int column, ConditionColumn condition) {
            SheetCell cell = filled(column);
            if (cell == null) {
                return null;
            }
            CellRef at = line.at(cell);
            List<Object> operands = operands(cell, at, condition);
            if (operands == null) {
                return null;
            }
            for (int i = 0; i < operands.size(); i++) {
                checkNames(condition.comparisons().get(i).property(), operands.get(i), at);
            }
            return new Cell(at, Spaces.strip(cell.displayed()), operands);
        }

        private @Nullable List<Object> operands(SheetCell cell, CellRef at, ConditionColumn condition) {
            Comparison first = condition.comparisons().get(0);
            Property property = first.property();
            if (first.operator() == Operator.ONE_OF || first.operator() == Operator.NONE_OF) {
                Object members = members(cell, at, property);
                return members == null ? null : List.of(members);
            }
            int expected = condition.comparisons().size();
            if (expected == 1) {
                Object value = convert.convert(cell, at, property.type(), property.choices());
                return value == null ? null : List.of(value);
            }
            if (!convert.isReadable(cell, at)) {
                return null;
            }
            String[] parts = cell.text().split(",", -1);
            if (parts.length != expected) {
                found.add(
                        ProblemCode.CELL_TYPE,
                        at,
                        expected + " values with a comma between them are expected here, not \""
                                + Spaces.strip(cell.displayed()) + "\"",
                        "\"0.75, 0.85\", with decimal points");
                return null;
            }
            var operands = new ArrayList<>();
            for (int i = 0; i < expected; i++) {
                Property each = condition.comparisons().get(i).property();
                Object value = convert.convertPart(Spaces.strip(parts[i]), at, each.type(), each.choices());
                if (value == null) {
                    return null;
                }
                operands.add(value);
            }
            return operands;
        }

        /**
         * The members of a list such as {@code REP, TEAM}; quotes around a member, which stock needs, are taken off.
         */
        private @Nullable Set<Object> members(SheetCell cell, CellRef at, Property property) {
            if (!convert.isReadable(cell, at)) {
                return null;
            }
            if (cell.kind() == Kind.NUMBER && property.type() == ValueType.NUMBER && cell.number() != null) {
                return Set.of(cell.number());
            }
            var members = new LinkedHashSet<>();
            for (String part : splitOutsideQuotes(cell.text())) {
                String member = Spaces.strip(part);
                if (member.length() >= 2 && member.startsWith("\"") && member.endsWith("\"")) {
                    member = member.substring(1, member.length() - 1);
                }
                if (member.isEmpty()) {
                    continue; // a comma too many
                }
                Object value = convert.convertPart(member, at, property.type(), property.choices());
                if (value == null) {
                    return null;
                }
                members.add(value);
            }
            if (members.isEmpty()) {
                found.add(ProblemCode.CELL_TYPE, at, "the list has no member", null);
                return null;
            }
            return members;
        }

        private @Nullable Cell outcome(int column, OutcomeColumn outcome) {
            SheetCell cell = filled(column);
            if (cell == null) {
                return null;
            }
            CellRef at = line.at(cell);
            Object value = convert.convert(
                    cell, at, outcome.verb().type(), outcome.verb().choices());
            if (value instanceof BigDecimal number
                    && outcome.verb().javaType() == int.class
                    && (number.scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0)) {
                found.add(ProblemCode.CELL_TYPE, at, "a whole number is expected here, not " + cell.displayed(), null);
                return null;
            }
            return value == null ? null : new Cell(at, Spaces.strip(cell.displayed()), List.of(value));
        }

        private LinkedHashMap<String, String> notes() {
            var notes = new LinkedHashMap<String, String>();
            columns.notes().forEach((column, heading) -> {
                SheetCell cell = filled(column);
                if (cell != null) {
                    notes.put(heading, Spaces.strip(cell.displayed()));
                }
            });
            return notes;
        }

        /** KPI ids and perspectives must be in the catalogue. */
        private void checkNames(Property property, Object operand, CellRef at) {
            if (catalogue == null) {
                return;
            }
            if (operand instanceof Set<?> set) {
                set.forEach(member -> checkNames(property, member, at));
            } else if (property.name().equals("kpi") && catalogue.find(operand.toString()) == null) {
                String nearest =
                        Suggestion.nearest(operand.toString(), catalogue.ids()).orElse(null);
                var kpi = catalogue.find(nearest);
                found.add(
                        ProblemCode.KPI_UNKNOWN,
                        at,
                        "KPI \"" + operand + "\" is not in the catalogue",
                        kpi == null ? null : nearest + " (" + kpi.origin().of("id") + ")");
            } else if (property.name().equals("perspective")) {
                List<String> known =
                        catalogue.perspectives().stream().map(Perspective::id).toList();
                if (!known.contains(operand.toString())) {
                    found.add(
                            ProblemCode.CELL_CHOICE,
                            at,
                            "\"" + operand + "\" is none of the perspectives " + String.join(", ", known),
                            Suggestion.nearest(operand.toString(), known).orElse(null));
                }
            }
        }

        /** A lower edge that is not below the upper edge of the same property: the row can never match. */
        private void reportReversed(List<@Nullable Cell> cells) {
            var lower = new LinkedHashMap<String, Edge>();
            var upper = new LinkedHashMap<String, Edge>();
            int index = 0;
            for (ConditionColumn column : columns.conditions().values()) {
                Cell cell = cells.get(index++);
                for (int i = 0; cell != null && i < column.comparisons().size(); i++) {
                    Comparison comparison = column.comparisons().get(i);
                    Operator operator = comparison.operator();
                    if (cell.operands().get(i) instanceof Comparable<?> edge && operator.isOrdering()) {
                        boolean isLower = operator == Operator.AT_LEAST || operator == Operator.ABOVE;
                        (isLower ? lower : upper)
                                .putIfAbsent(comparison.property().name(), new Edge(operator, edge, cell));
                    }
                }
            }
            lower.forEach((property, from) -> {
                Edge to = upper.get(property);
                if (to != null && isEmpty(from, to)) {
                    found.add(
                            ProblemCode.RANGE_REVERSED,
                            to.cell.at(),
                            property + " cannot be " + from.words() + " and " + to.words() + " at once"
                                    + (from.cell == to.cell
                                            ? ""
                                            : " (" + from.cell.at().address() + ")"),
                            "the two edges are swapped");
                }
            });
        }

        @SuppressWarnings("unchecked") // both are of the property's type
        private static boolean isEmpty(Edge from, Edge to) {
            int order = ((Comparable<Object>) from.value).compareTo(to.value);
            boolean bothIncluded = from.operator == Operator.AT_LEAST && to.operator == Operator.AT_MOST;
            return order > 0 || (order == 0 && !bothIncluded);
        }

        private @Nullable SheetCell filled(int column) {
            SheetCell cell = line.cell(column);
            return cell == null || cell.isBlank() ? null : cell;
        }
    }

    private record Edge(Operator operator, Comparable<?> value, Cell cell) {

        String words() {
            String shown = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            return operator.words() + " " + shown;
        }
    }

    private static List<String> headings(TreeMap<Integer, OutcomeColumn> outcomes) {
        return outcomes.values().stream().map(OutcomeColumn::heading).limit(3).toList();
    }

    private static List<String> splitOutsideQuotes(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
