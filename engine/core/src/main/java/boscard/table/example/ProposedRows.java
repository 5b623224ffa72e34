package boscard.table.example;

import boscard.table.DecisionTable;
import boscard.table.OutcomeColumn;
import boscard.table.Row;
import boscard.table.example.MissingExamples.Proposal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Proposed examples of one table as the rows of its Tests sheet. What is expected stands in the outcomes that can be
 * compared at a glance, which leaves out sentences; ids of rows are written only where the outcomes cannot say it.
 *
 * @param headings inputs left, expected outcomes right
 * @param rows each as long as the headings; an empty cell is empty
 */
public record ProposedRows(DecisionTable table, List<String> headings, List<List<Optional<Value>>> rows) {

    /**
     * What stands in a cell.
     *
     * @param value a String, BigDecimal, LocalDate, Boolean or an enum constant
     * @param percent whether a number is shown as a percentage
     */
    public record Value(Object value, boolean percent) {

        /** As it can be typed or pasted into a cell, without losing a digit: {@code 89.9%}. */
        @Override
        public String toString() {
            if (value instanceof BigDecimal number) {
                return percent ? plain(number.movePointRight(2)) + "%" : plain(number);
            } else if (value instanceof Boolean yes) {
                return yes ? "yes" : "no";
            }
            return value.toString();
        }

        private static String plain(BigDecimal number) {
            return boscard.fact.Decimals.canonical(number).toPlainString();
        }
    }

    public ProposedRows {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** @param proposals of this table */
    public static ProposedRows of(DecisionTable table, List<Proposal> proposals) {
        Map<String, String> inputs = new ExampleHeadings(table).inputHeadings();
        List<OutcomeColumn> outcomes = compared(table);
        boolean byRow = outcomes.isEmpty()
                || proposals.stream()
                        .anyMatch(proposal -> proposal.expected() == null
                                && !proposal.chosen().isEmpty());
        var headings = new ArrayList<>(inputs.values());
        outcomes.forEach(column -> headings.add(ExampleHeadings.expected(column)));
        if (byRow) {
            headings.add(ExampleHeadings.EXPECTED_ROWS);
        }
        var rows = new ArrayList<List<Optional<Value>>>();
        for (Proposal proposal : proposals) {
            var row = new ArrayList<Optional<Value>>();
            for (String property : inputs.keySet()) {
                Object value = proposal.given().get(property);
                row.add(Optional.ofNullable(value)
                        .map(given -> new Value(given, proposal.percent().contains(property))));
            }
            row.addAll(expected(proposal, outcomes, byRow));
            rows.add(row);
        }
        return new ProposedRows(table, headings, rows);
    }

    /** The outcomes of a table that an example states: those whose cells hold one word or number. */
    public static List<OutcomeColumn> compared(DecisionTable table) {
        var compared = new ArrayList<OutcomeColumn>();
        for (int i = 0; i < table.outcomes().size(); i++) {
            int index = i;
            boolean words = table.rows().stream()
                    .map(row -> row.outcomes().get(index))
                    .filter(Objects::nonNull)
                    .noneMatch(cell -> cell.value().toString().contains(" "));
            if (words) {
                compared.add(table.outcomes().get(i));
            }
        }
        return compared;
    }

    private static List<Optional<Value>> expected(Proposal proposal, List<OutcomeColumn> outcomes, boolean byRow) {
        Row row = proposal.expected();
        var cells = new ArrayList<Optional<Value>>();
        for (OutcomeColumn column : outcomes) {
            Object value = row == null ? null : row.outcome().get(column.verb().name());
            cells.add(Optional.ofNullable(value).map(outcome -> new Value(outcome, false)));
        }
        if (byRow) {
            boolean needed = row == null || cells.stream().allMatch(Optional::isEmpty);
            String ids = proposal.chosen().stream().map(Row::id).collect(Collectors.joining(", "));
            cells.add(needed && !ids.isEmpty() ? Optional.of(new Value(ids, false)) : Optional.empty());
        }
        if (proposal.chosen().isEmpty()) {
            cells.set(0, Optional.of(new Value("nothing", false)));
        }
        return cells;
    }
}
