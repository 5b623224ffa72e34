package boscard.workbook;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.source.CellRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that must not be given twice in a whole rulebook: of rows and of tables. */
final class RulebookNames {

    private final Map<String, CellRef> rows = new HashMap<>();
    private final Map<String, CellRef> tables = new HashMap<>();
    private final List<Missing> missing = new ArrayList<>();
    private final List<Repeated> repeated = new ArrayList<>();

    /** The rows of a table that have no id, and the ids of the others. */
    private record Missing(String table, List<String> ids, List<CellRef> at) {}

    /** A row with the id of another one, which stands at {@code first}. */
    private record Repeated(String id, CellRef at, CellRef first) {}

    /** Takes a row id, or remembers who has it already; {@link #reportMissing} then proposes another. */
    boolean takeRow(String id, CellRef at) {
        CellRef first = rows.putIfAbsent(id, at);
        if (first != null) {
            repeated.add(new Repeated(id, at, first));
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
                    "the table name " + Excerpt.quoted(name) + " is taken by " + first,
                    "the sheet was copied; delete it or rename its table");
        }
        return first == null;
    }

    /** Remembers cells in which an id is missing; {@link #reportMissing} proposes one for each. */
    void missRows(String table, List<String> ids, List<CellRef> at) {
        if (!at.isEmpty()) {
            missing.add(new Missing(table, List.copyOf(ids), List.copyOf(at)));
        }
    }

    /** Reports rows without an id of their own, each with a proposal. */
    void reportMissing(Problems problems) {
        var proposals = new RowIdProposals(rows.keySet());
        for (Repeated row : repeated) {
            problems.add(
                    ProblemCode.ROW_ID_DUPLICATE,
                    row.at,
                    "the row id " + Excerpt.of(row.id) + " is taken by " + row.first,
                    "the row was copied; " + proposals.next("", List.of(row.id)) + " is free");
        }
        for (Missing table : missing) {
            for (CellRef at : table.at) {
                problems.add(
                        ProblemCode.ROW_WITHOUT_ID,
                        at,
                        "the row has no id",
                        proposals.next(table.table, table.ids) + ", which no other row has");
            }
        }
    }
}
