package boscard.app;

import boscard.fact.Decimals;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.OutcomeColumn;
import boscard.table.Row;
import boscard.table.TableInterpreter.Comparing;
import boscard.table.Verdict;
import boscard.table.example.Example;
import boscard.table.example.ExampleHeadings;
import boscard.table.example.Expectation;
import boscard.table.example.Trial;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** An example and what came of it, in words. */
final class ExampleWords {

    private ExampleWords() {}

    /** {@code expected status AMBER; KT-059 says GREEN}. */
    static String failure(Trial trial) {
        return "expected " + expected(trial) + "; " + actual(trial);
    }

    /** {@code KPI win_rate, Value 25 %}. */
    static String given(Trial trial) {
        Map<String, String> headings = new ExampleHeadings(trial.table()).inputHeadings();
        String given = trial.example().given().entrySet().stream()
                .map(input -> headings.getOrDefault(input.getKey(), input.getKey()) + " "
                        + input.getValue().raw())
                .collect(Collectors.joining(", "));
        return given.isEmpty() ? "nothing" : given;
    }

    static String expected(Trial trial) {
        Expectation expected = trial.example().expected();
        if (expected.nothing()) {
            return "nothing";
        }
        var parts = new ArrayList<String>();
        for (OutcomeColumn column : trial.table().outcomes()) {
            Cell cell = expected.outcomes().get(column.verb().name());
            if (cell != null) {
                parts.add(lower(column.heading()) + " " + plain(cell.value()));
            }
        }
        if (!expected.rows().isEmpty()) {
            parts.add("row " + String.join(", ", expected.rows()));
        }
        return String.join(", ", parts);
    }

    private static String actual(Trial trial) {
        if (trial.chosen().isEmpty()) {
            return trial.matched().isEmpty()
                    ? "no row fits"
                    : "rows "
                            + trial.matched().stream().map(Row::id).collect(Collectors.joining(" and "))
                            + " all fit, and of a UNIQUE table none counts then";
        }
        return trial.chosen().stream()
                .map(row -> row.id() + " says " + says(trial, row))
                .collect(Collectors.joining(", "));
    }

    /** The outcomes of a row that the example speaks of, or all when it speaks of none. */
    private static String says(Trial trial, Row row) {
        Map<String, Cell> asked = trial.example().expected().outcomes();
        return outcomes(trial.table(), row).stream()
                .filter(cell -> asked.isEmpty() || asked.containsKey(cell.verb()))
                .map(OutcomeCell::words)
                .collect(Collectors.joining(", "));
    }

    /** A filled outcome cell of a row. */
    record OutcomeCell(String heading, String verb, Cell cell) {

        String words() {
            return plain(cell.value());
        }
    }

    static List<OutcomeCell> outcomes(DecisionTable table, Row row) {
        var cells = new ArrayList<OutcomeCell>();
        for (int i = 0; i < table.outcomes().size(); i++) {
            Cell cell = row.outcomes().get(i);
            if (cell != null) {
                OutcomeColumn column = table.outcomes().get(i);
                cells.add(new OutcomeCell(column.heading(), column.verb().name(), cell));
            }
        }
        return cells;
    }

    /** {@code 25 % from 20 %}, {@code 25 % is not from 30 %}, {@code no value to compare with 30 %}. */
    static String comparison(Example example, Comparing comparing) {
        Cell given = example.given().get(comparing.comparison().property().name());
        String operand = comparing.column().comparisons().size() > 1
                ? plain(comparing.operand())
                : comparing.cell().raw();
        Object value = comparing.value();
        String shown = given != null ? given.raw() : value == null ? "" : plain(value);
        String operator = comparing.comparison().operator().words();
        return switch (comparing.verdict()) {
            case MATCHED -> shown + " " + operator + " " + operand;
            case FAILED -> shown + " is not " + (operator.equals("=") ? "" : operator + " ") + operand;
            case NOT_EVALUATED -> "no value to compare with " + operand;
        };
    }

    static boolean matched(Comparing comparing) {
        return comparing.verdict() == Verdict.MATCHED;
    }

    static String plain(Object value) {
        return value instanceof BigDecimal number
                ? Decimals.canonical(number).toPlainString()
                : Objects.toString(value);
    }

    private static String lower(String heading) {
        boolean acronym = heading.length() > 1 && Character.isUpperCase(heading.charAt(1));
        return acronym ? heading : heading.substring(0, 1).toLowerCase(Locale.ROOT) + heading.substring(1);
    }
}
