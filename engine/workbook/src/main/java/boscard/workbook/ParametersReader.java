package boscard.workbook;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.rulebook.Parameter;
import boscard.rulebook.Parameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the parameters, the word lists and the holidays. */
final class ParametersReader {

    static final String PARAMETERS = "Parameters";
    static final String WORDS = "Words";

    /** The lists that boscard looks words up in; a word of any other would do nothing. */
    private static final List<String> WORD_LISTS = List.of("vague", "change_verb", "not_applicable", "missing");

    static final String HOLIDAYS = "Holidays";

    private final Problems problems;

    ParametersReader(Problems problems) {
        this.problems = problems;
    }

    /** The sheet of parameters: Name, Value, Unit, Meaning, Source. */
    Parameters parameters(SheetGrid sheet) {
        var byName = new HashMap<String, Parameter>();
        var parameters = new ArrayList<Parameter>();
        PlainTable table =
                PlainTable.read(sheet, List.of("name", "value"), List.of("unit", "meaning", "source"), problems);
        for (PlainTable.Record record : table.records()) {
            String name = record.key("name");
            if (record.isEmpty("name") || record.isEmpty("value")) {
                String column = record.isEmpty("name") ? "name" : "value";
                problems.add(
                        ProblemCode.VALUE_REQUIRED,
                        record.at(column),
                        PlainTable.heading(column) + " must be filled",
                        null);
            } else if (name != null) {
                record.cell("value").ifPresent(cell -> {
                    Parameter parameter = parameter(name, cell, record);
                    Parameter first = byName.putIfAbsent(name, parameter);
                    if (first == null) {
                        parameters.add(parameter);
                    } else {
                        problems.add(
                                ProblemCode.KEY_DUPLICATE,
                                record.at("name"),
                                "the parameter " + Excerpt.of(name) + " has a value already in " + first.at(),
                                "delete one of the two");
                    }
                });
            }
        }
        return new Parameters(parameters);
    }

    /** A text that is plainly a number is one: a parameter has no type that would tell. */
    private Parameter parameter(String name, SheetCell cell, PlainTable.Record record) {
        String shown = Spaces.strip(cell.displayed());
        BigDecimal number = cell.number();
        if (number == null && cell.kind() == SheetCell.Kind.TEXT) {
            number = CellConversion.plainNumber(shown);
            if (number != null) {
                problems.add(
                        ProblemCode.NUMBER_AS_TEXT,
                        record.at("value"),
                        "the number " + shown + " is stored as text; it is read as " + number.toPlainString(),
                        "select the cell and choose \"Convert to Number\"");
            }
        }
        String meaning = record.text("meaning");
        return new Parameter(name, number, shown, meaning == null ? "" : meaning, record.at("value"));
    }

    /** The sheet of word lists, one word per row: List, Word. Words in lower case. */
    Map<String, Set<String>> words(SheetGrid sheet) {
        var lists = new LinkedHashMap<String, Set<String>>();
        for (PlainTable.Record record : PlainTable.read(sheet, List.of("list", "word"), List.of(), problems)
                .records()) {
            String list = record.key("list");
            // as shown, for a word may be "-", "#N/A" or another text that looks like something else
            String word = record.isEmpty("word") ? null : record.key("word");
            if (list != null && !WORD_LISTS.contains(list.toLowerCase(Locale.ROOT))) {
                problems.add(
                        ProblemCode.CELL_CHOICE,
                        record.at("list"),
                        "\"" + list + "\" is none of the lists " + String.join(", ", WORD_LISTS),
                        Suggestion.nearest(list, WORD_LISTS).orElse(null));
            } else if (list != null && word != null) {
                lists.computeIfAbsent(list.toLowerCase(Locale.ROOT), name -> new LinkedHashSet<>())
                        .add(word.toLowerCase(Locale.ROOT));
            } else {
                String missing = record.isEmpty("list") ? "list" : "word";
                if (record.isEmpty(missing)) {
                    problems.add(
                            ProblemCode.VALUE_REQUIRED,
                            record.at(missing),
                            PlainTable.heading(missing) + " must be filled",
                            null);
                }
            }
        }
        return lists;
    }

    /** The sheet of holidays: Date, Name. */
    Set<LocalDate> holidays(SheetGrid sheet) {
        var days = new TreeSet<LocalDate>();
        for (PlainTable.Record record : PlainTable.read(sheet, List.of("date"), List.of("name"), problems)
                .records()) {
            LocalDate day = record.date("date");
            if (day != null) {
                days.add(day);
            } else if (record.isEmpty("date")) {
                problems.add(ProblemCode.VALUE_REQUIRED, record.at("date"), "Date must be filled", null);
            }
        }
        return days;
    }
}
