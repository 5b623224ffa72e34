package boscard.table.check;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.source.CellRef;
import boscard.table.Cell;
import boscard.table.HitPolicy;
import boscard.table.OutcomeColumn;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Rows that say different things about the same fact although the table cannot mean both: rows of a FIRST table with
 * the same conditions, of which the lower never counts, and rows of a COLLECT table that give one fact two statuses or
 * two results, or the same finding in two ways.
 */
final class RowsContradict implements TableCheck {

    /** What a row of a COLLECT table may say several of; rows that differ in one of these do not contradict. */
    private static final List<String> NAMING = List.of("finding", "recommend", "withhold", "scope");

    /** What a fact can have one of. */
    private static final List<String> SINGLE = List.of("status", "result");

    /**
     * Two rows.
     *
     * @param row position of the lower one
     * @param witness all of it matches both
     */
    record Case(int row, int other, Region witness) {}

    @Override
    public void inspect(AnalysedTable table, InWords words, Problems problems) {
        for (Case found : find(table)) {
            Row row = table.row(found.row);
            Row other = table.row(found.other);
            int column = differing(table, row, other);
            problems.add(
                    ProblemCode.ROWS_CONTRADICT,
                    cell(row, column),
                    row.id() + " says " + outcome(table, row, column) + " and " + other.id() + " ("
                            + cell(other, column).address() + ") says " + outcome(table, other, column) + " about "
                            + words.say(found.witness, List.of(found.row, found.other))
                            + (table.table().policy() == HitPolicy.FIRST
                                    ? ", under the same conditions; the lower one never counts"
                                    : ""),
                    "one of the two is left over from a change; delete it");
        }
    }

    List<Case> find(AnalysedTable table) {
        HitPolicy policy = table.table().policy();
        if (policy == HitPolicy.FIRST) {
            return sameConditions(table, false);
        } else if (policy == HitPolicy.COLLECT) {
            boolean single = SINGLE.stream().anyMatch(table.table()::concludes);
            return single ? twoVerdicts(table) : sameConditions(table, true);
        }
        return List.of();
    }

    private static List<Case> sameConditions(AnalysedTable table, boolean sameNames) {
        var cases = new ArrayList<Case>();
        for (List<Integer> same : RowDuplicate.rowsByConditions(table)) {
            for (int i = 1; i < same.size(); i++) {
                int row = same.get(i);
                boolean duplicate = same.subList(0, i).stream().anyMatch(other -> table.sameOutcome(row, other));
                for (int other : duplicate ? List.<Integer>of() : same.subList(0, i)) {
                    if (!sameNames || sameNames(table.row(row), table.row(other))) {
                        cases.add(new Case(row, other, table.narrowed(table.region(other))));
                        break;
                    }
                }
            }
        }
        return cases;
    }

    private static boolean sameNames(Row row, Row other) {
        return NAMING.stream()
                .allMatch(verb ->
                        Objects.equals(row.outcome().get(verb), other.outcome().get(verb)));
    }

    private static List<Case> twoVerdicts(AnalysedTable table) {
        var cases = new ArrayList<Case>();
        for (int row = 0; row < table.rows().size(); row++) {
            for (int other : table.rowsAbove(row)) {
                if (!table.sameOutcome(row, other) && differ(table.row(row), table.row(other))) {
                    Region common = table.region(row).and(table.region(other));
                    cases.add(new Case(row, other, table.narrowed(Objects.requireNonNull(common))));
                    break;
                }
            }
        }
        return cases;
    }

    /** Whether two rows give different verdicts about the same thing. */
    private static boolean differ(Row row, Row other) {
        return Objects.equals(row.outcome().get("finding"), other.outcome().get("finding"))
                && SINGLE.stream()
                        .anyMatch(verb -> !Objects.equals(
                                row.outcome().get(verb), other.outcome().get(verb)));
    }

    private static int differing(AnalysedTable table, Row row, Row other) {
        List<OutcomeColumn> columns = table.table().outcomes();
        for (int i = 0; i < columns.size(); i++) {
            String verb = columns.get(i).verb().name();
            if (!Objects.equals(row.outcome().get(verb), other.outcome().get(verb))) {
                return i;
            }
        }
        return 0;
    }

    private static CellRef cell(Row row, int column) {
        Cell cell = row.outcomes().get(column);
        return cell == null ? row.at() : cell.at();
    }

    /** The outcome that differs, with the code it belongs to. */
    private static String outcome(AnalysedTable table, Row row, int column) {
        Cell cell = row.outcomes().get(column);
        String verb = table.table().outcomes().get(column).verb().name();
        String names = NAMING.stream()
                .filter(name -> !name.equals(verb))
                .map(name -> row.outcome().get(name))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        String said = cell == null ? "no " + verb : cell.value().toString();
        String shown = said.length() > 60 ? said.substring(0, 57) + "..." : said;
        return names.isEmpty() ? shown : names + " " + shown;
    }
}
