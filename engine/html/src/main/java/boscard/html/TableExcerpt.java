package boscard.html;

import boscard.rulebook.Rulebook;
import boscard.source.CellRef;
import boscard.source.SourceRef;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows around a deciding row, as the analyst sees them, with the row and its cells marked. */
final class TableExcerpt {

    private static final int ABOVE = 2;
    private static final int BELOW = 2;
    private static final int MOST_LOST = 4;

    private final Map<SourceRef, Place> places = new HashMap<>();

    private record Place(DecisionTable table, Row row) {}

    TableExcerpt(Rulebook rulebook) {
        for (DecisionTable table : rulebook.tables()) {
            table.rows().forEach(row -> places.put(row.at(), new Place(table, row)));
        }
    }

    /** Nothing when no row of a table stands at the address. */
    void write(Markup html, SourceRef at, List<String> lost) {
        Place place = places.get(at);
        if (place == null || !(at instanceof CellRef cells)) {
            return;
        }
        List<Row> rows = around(place, lost);
        List<Integer> conditions = filled(rows, place.table().conditions().size(), true);
        List<Integer> outcomes = filled(rows, place.table().outcomes().size(), false);
        String name = place.table().name() + " (" + cells.workbook() + ", sheet " + cells.sheet() + ")";
        html.open("div", "class", "scroll excerpt", "tabindex", "0", "role", "group", "aria-label", "Rows of " + name);
        html.open("table").element("caption", name);
        html.open("thead").open("tr").element("th", "Row", "scope", "col").element("th", "Id", "scope", "col");
        conditions.forEach(
                i -> html.element("th", place.table().conditions().get(i).heading(), "scope", "col"));
        outcomes.forEach(
                i -> html.element("th", place.table().outcomes().get(i).heading(), "scope", "col", "class", "says"));
        html.close().close().open("tbody");
        int before = -1;
        for (Row row : rows) {
            if (before >= 0 && row.position() > before + 1) {
                int columns = 2 + conditions.size() + outcomes.size();
                html.open("tr", "class", "gap")
                        .element("td", "…", "colspan", columns)
                        .close();
            }
            before = row.position();
            row(html, place, row, lost, conditions, outcomes);
        }
        html.close().close().close().line();
    }

    private static void row(
            Markup html, Place place, Row row, List<String> lost, List<Integer> conditions, List<Integer> outcomes) {
        boolean decided = row == place.row();
        boolean matched = lost.contains(row.id());
        html.open(
                "tr", "class", decided ? "decided" : matched ? "lost" : null, "aria-current", decided ? "true" : null);
        html.element("td", row.at().row(), "class", "number");
        html.open("th", "scope", "row").text(row.id());
        if (decided || matched) {
            html.element("span", decided ? " ◀ decided" : " matched, lost", "class", "mark");
        }
        html.close();
        for (int i : conditions) {
            cell(html, row.conditions().get(i), decided);
        }
        for (int i : outcomes) {
            cell(html, row.outcomes().get(i), false);
        }
        html.close();
    }

    private static void cell(Markup html, @Nullable Cell cell, boolean compared) {
        html.open("td");
        if (cell != null && compared) {
            html.element("mark", cell.raw(), "title", "compared: " + cell.at().address());
        } else if (cell != null) {
            html.text(cell.raw());
        }
        html.close();
    }

    private static List<Row> around(Place place, List<String> lost) {
        List<Row> all = place.table().rows();
        int at = place.row().position();
        Set<Integer> positions = new TreeSet<>();
        for (int i = Math.max(0, at - ABOVE); i <= Math.min(all.size() - 1, at + BELOW); i++) {
            positions.add(i);
        }
        all.stream()
                .filter(row -> lost.contains(row.id()))
                .limit(MOST_LOST)
                .forEach(row -> positions.add(row.position()));
        return positions.stream().map(all::get).toList();
    }

    private static List<Integer> filled(List<Row> rows, int columns, boolean conditions) {
        var filled = new ArrayList<Integer>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            if (rows.stream().anyMatch(row -> (conditions ? row.conditions() : row.outcomes()).get(column) != null)) {
                filled.add(i);
            }
        }
        return filled;
    }
}
