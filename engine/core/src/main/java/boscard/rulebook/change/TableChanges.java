package boscard.rulebook.change;

import boscard.rulebook.change.Change.CellChanged;
import boscard.rulebook.change.Change.CellChanged.Kind;
import boscard.source.SourceRef;
import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.DecisionTable;
import boscard.table.Operator;
import boscard.table.OutcomeColumn;
import boscard.table.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The differences of two states of one table. */
final class TableChanges {

    private static final String CONCLUDES = "conclude ";

    private final DecisionTable before;
    private final DecisionTable after;
    private final List<Change> changes = new ArrayList<>();

    private TableChanges(DecisionTable before, DecisionTable after) {
        this.before = before;
        this.after = after;
    }

    static List<Change> of(DecisionTable before, DecisionTable after) {
        var table = new TableChanges(before, after);
        table.compareWhole();
        table.compareRows();
        return table.changes;
    }

    private void compareWhole() {
        whole("stage", before.stage(), after.stage());
        whole("hit policy", before.policy().name(), after.policy().name());
        whole("compares", before.factType().name(), after.factType().name());
        compareColumns();
    }

    private void compareColumns() {
        Map<String, String> old = headings(before);
        Map<String, String> now = headings(after);
        old.forEach((does, heading) -> {
            if (!now.containsKey(does)) {
                whole("column", heading, "none");
            } else {
                whole(Change.TableChanged.HEADING, heading, now.get(does));
            }
        });
        now.forEach((does, heading) -> {
            if (!old.containsKey(does)) {
                whole("column", "none", heading);
            }
        });
        boolean sameColumns = old.keySet().equals(now.keySet());
        if (sameColumns && !List.copyOf(old.keySet()).equals(List.copyOf(now.keySet()))) {
            whole("order of the columns", String.join(", ", old.values()), String.join(", ", now.values()));
        }
    }

    private void whole(String what, String from, String to) {
        if (!from.equals(to)) {
            changes.add(new Change.TableChanged(before, after, what, from, to));
        }
    }

    /** Heading by what the column does, in the order of the sheet. */
    private static Map<String, String> headings(DecisionTable table) {
        var headings = new LinkedHashMap<String, String>();
        columns(table)
                .forEach((does, index) -> headings.put(
                        does,
                        does.startsWith(CONCLUDES)
                                ? table.outcomes().get(index).heading()
                                : table.conditions().get(index).heading()));
        return headings;
    }

    private void compareRows() {
        Map<String, Row> old = byId(before);
        Map<String, Row> now = byId(after);
        Set<String> moved = moved(old, now);
        Map<String, Integer> oldColumns = columns(before);
        Map<String, Integer> newColumns = columns(after);
        String above = null;
        for (Row row : after.rows()) {
            Row earlier = old.get(row.id());
            if (earlier == null) {
                changes.add(new Change.RowAdded(after, row));
            } else {
                if (moved.contains(row.id())) {
                    changes.add(new Change.RowMoved(after, earlier, row, above));
                }
                compareCells(earlier, row, oldColumns, newColumns);
            }
            above = row.id();
        }
        for (Row row : before.rows()) {
            if (!now.containsKey(row.id())) {
                changes.add(new Change.RowRemoved(before, row));
            }
        }
    }

    private static Map<String, Row> byId(DecisionTable table) {
        return table.rows().stream()
                .collect(Collectors.toMap(Row::id, row -> row, (one, two) -> one, LinkedHashMap::new));
    }

    /**
     * The fewest rows that must have been moved: those outside of a longest run of common rows that stand in the same
     * order in both.
     */
    private static Set<String> moved(Map<String, Row> old, Map<String, Row> now) {
        List<Row> common =
                now.values().stream().filter(row -> old.containsKey(row.id())).toList();
        int[] positions = common.stream()
                .mapToInt(row -> Objects.requireNonNull(old.get(row.id())).position())
                .toArray();
        boolean[] stays = longestIncreasing(positions);
        var moved = new LinkedHashSet<String>();
        for (int i = 0; i < stays.length; i++) {
            if (!stays[i]) {
                moved.add(common.get(i).id());
            }
        }
        return moved;
    }

    private static boolean[] longestIncreasing(int[] values) {
        int[] tails = new int[values.length]; // index of the last element of the best run of each length
        int[] previous = new int[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[tails[middle]] < values[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] inRun = new boolean[values.length];
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
            inRun[i] = true;
        }
        return inRun;
    }

    /** Position by what the column does, so that a renamed or shifted column stays the same one. */
    private static Map<String, Integer> columns(DecisionTable table) {
        var columns = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < table.conditions().size(); i++) {
            ConditionColumn column = table.conditions().get(i);
            String does = column.comparisons().stream()
                    .map(comparison -> comparison.property().name() + " " + comparison.operator())
                    .collect(Collectors.joining(", "));
            for (int again = 0; columns.putIfAbsent(again + " " + does, i) != null; again++) {
                continue; // the same comparison a second time
            }
        }
        for (int i = 0; i < table.outcomes().size(); i++) {
            columns.put(CONCLUDES + table.outcomes().get(i).verb().name(), i);
        }
        return columns;
    }

    private void compareCells(Row from, Row to, Map<String, Integer> old, Map<String, Integer> now) {
        now.forEach((does, index) -> {
            boolean outcome = does.startsWith(CONCLUDES);
            Integer earlier = old.get(does);
            Cell was = earlier == null ? null : (outcome ? from.outcomes() : from.conditions()).get(earlier);
            Cell is = (outcome ? to.outcomes() : to.conditions()).get(index);
            if (!same(was, is)) {
                OutcomeColumn verb = outcome ? after.outcomes().get(index) : null;
                ConditionColumn condition = outcome ? null : after.conditions().get(index);
                add(
                        from,
                        to,
                        verb != null
                                ? verb.heading()
                                : Objects.requireNonNull(condition).heading(),
                        outcome ? Kind.OUTCOME : Kind.CONDITION,
                        was,
                        is,
                        condition == null
                                ? null
                                : condition.comparisons().get(0).operator(),
                        from.at().atColumn(earlier == null ? from.at().column() : columnOf(before, outcome, earlier)),
                        to.at().atColumn(columnOf(after, outcome, index)));
            }
        });
        old.forEach((does, index) -> {
            if (!now.containsKey(does)) {
                boolean outcome = does.startsWith("conclude ");
                Cell was = (outcome ? from.outcomes() : from.conditions()).get(index);
                if (was != null) {
                    String heading = outcome
                            ? before.outcomes().get(index).heading()
                            : before.conditions().get(index).heading();
                    add(from, to, heading, outcome ? Kind.OUTCOME : Kind.CONDITION, was, null, null, was.at(), to.at());
                }
            }
        });
        compareNotes(from, to);
    }

    private static int columnOf(DecisionTable table, boolean outcome, int index) {
        return (outcome
                        ? table.outcomes().get(index).at()
                        : table.conditions().get(index).at())
                .column();
    }

    private void compareNotes(Row from, Row to) {
        var headings = new TreeSet<>(from.notes().keySet());
        headings.addAll(to.notes().keySet());
        for (String heading : headings) {
            String was = from.notes().get(heading);
            String is = to.notes().get(heading);
            if (!Objects.equals(was, is)) {
                changes.add(new CellChanged(after, from, to, heading, Kind.NOTE, was, is, null, 0, from.at(), to.at()));
            }
        }
    }

    private void add(
            Row from,
            Row to,
            String heading,
            Kind kind,
            @Nullable Cell was,
            @Nullable Cell is,
            @Nullable Operator operator,
            SourceRef fromAt,
            SourceRef toAt) {
        String shownFrom = was == null ? null : was.raw();
        String shownTo = is == null ? null : is.raw();
        if (Objects.equals(shownFrom, shownTo)) { // the display hides the difference
            shownFrom = was == null ? null : exact(was);
            shownTo = is == null ? null : exact(is);
        }
        changes.add(new CellChanged(
                after, from, to, heading, kind, shownFrom, shownTo, operator, direction(was, is), fromAt, toAt));
    }

    @SuppressWarnings("unchecked") // both are of the column's type
    private static int direction(@Nullable Cell was, @Nullable Cell is) {
        boolean ordered = was != null
                && is != null
                && was.operands().size() == 1
                && is.operands().size() == 1
                && (was.value() instanceof BigDecimal || was.value() instanceof LocalDate)
                && was.value().getClass() == is.value().getClass();
        return ordered && was != null && is != null
                ? Integer.signum(((Comparable<Object>) is.value()).compareTo(was.value()))
                : 0;
    }

    private static String exact(Cell cell) {
        return cell.operands().stream()
                .map(operand -> operand instanceof BigDecimal number ? number.toPlainString() : String.valueOf(operand))
                .collect(Collectors.joining(", "));
    }

    private static boolean same(@Nullable Cell was, @Nullable Cell is) {
        if (was == null || is == null) {
            return was == is;
        }
        Object[] one = was.operands().toArray();
        Object[] other = is.operands().toArray();
        return one.length == other.length && Arrays.equals(one, other, TableChanges::order);
    }

    /** Only whether it is 0 matters. */
    private static int order(Object one, Object other) {
        boolean same = one instanceof BigDecimal number && other instanceof BigDecimal second
                ? number.compareTo(second) == 0
                : one.equals(other);
        return same ? 0 : 1;
    }
}
