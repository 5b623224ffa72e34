package boscard.workbook;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.source.CellRef;
import java.util.HashMap;
import java.util.Map;

/** The names that must not be given twice in a whole rulebook: of rows and of tables. */
final class RulebookNames {

    private final Map<String, CellRef> rows = new HashMap<>();
    private final Map<String, CellRef> tables = new HashMap<>();

    /** Takes a row id, or reports who has it already. */
    boolean takeRow(String id, CellRef at, Problems problems) {
        CellRef first = rows.putIfAbsent(id, at);
        if (first != null) {
            problems.add(
                    ProblemCode.ROW_ID_DUPLICATE,
                    at,
                    "the row id " + id + " is taken by " + first,
                    "the row was copied; give it an id of its own");
        }
        return first == null;
    }

    /** Takes the name of a table, or reports who has it already. */
    boolean takeTable(String name, CellRef at, Problems problems) {
        CellRef first = tables.putIfAbsent(name, at);
        if (first != null) {
            problems.add(
                    ProblemCode.TABLE_DUPLICATE,
                    at,
                    "the table name \"" + name + "\" is taken by " + first,
                    "the sheet was copied; delete it or rename its table");
        }
        return first == null;
    }
}
