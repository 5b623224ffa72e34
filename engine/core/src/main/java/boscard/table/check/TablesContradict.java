package boscard.table.check;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of two tables that give one fact two statuses: a table has a hit policy for its own rows, and nothing tells
 * which of two tables is right. What a row of a FIRST table leaves to those above it is not held against it. Of two
 * results of one SMART test the worse counts, so they may differ. The two are looked at as one table, whose rows are
 * those of the first and then those of the second.
 */
final class TablesContradict {

    private static final String VERDICT = "status";

    /** Comparisons of rows that are spent on two tables, about a second; then only what was found is said. */
    private static final int MOST_STEPS = Cover.MOST_STEPS;

    private final DecisionTable first;
    private final DecisionTable second;
    private final AnalysedTable both;

    /** What a fact about each subject can be; everything where nothing is known of them. */
    private final List<Region> subjects;

    private long steps;

    /** @param facts what the tables are asked about; null when it may be anything */
    TablesContradict(DecisionTable first, DecisionTable second, @Nullable Expectation facts) {
        this.first = first;
        this.second = second;
        this.both = new AnalysedTable(joined(first, second));
        this.subjects = facts == null
                ? List.of(both.everything())
                : facts.subjects().stream()
                        .map(subject -> ValuesUncovered.base(both, facts, subject))
                        .distinct()
                        .toList();
    }

    /**
     * A row of each table.
     *
     * @param row position of that of the second table, among the rows of both
     * @param other position of that of the first table
     * @param witness all of it gets another verdict by the one than by the other
     */
    record Case(int row, int other, Region witness) {}

    /** Whether both tables give a status to the same kind of facts. */
    static boolean concerns(DecisionTable first, DecisionTable second) {
        return first.stage().equals(second.stage())
                && first.factType().equals(second.factType())
                && first.concludes(VERDICT)
                && second.concludes(VERDICT);
    }

    /** One problem for the two tables: of the rows that contradict, those that have least in common. */
    void inspect(Units units, Problems problems) {
        List<Case> cases = find();
        if (cases.isEmpty()) {
            if (steps >= MOST_STEPS) {
                problems.add(
                        ProblemCode.TABLE_ENTANGLED,
                        second.at(),
                        "whether the table contradicts \"" + first.name() + "\" (" + first.at()
                                + ") would take too long to find out",
                        "divide the tables, or let their rows overlap less");
            }
            return;
        }
        Case plainest =
                Collections.min(cases, (one, other) -> Double.compare(breadth(one.witness), breadth(other.witness)));
        Row row = both.row(plainest.row);
        Row other = both.row(plainest.other);
        Cell says = verdict(second, row);
        Cell saysOther = verdict(first, other);
        problems.add(
                ProblemCode.ROWS_CONTRADICT,
                says.at(),
                row.id() + " says " + says.value() + " and " + other.id() + " of \"" + first.name() + "\" ("
                        + saysOther.at() + ") says " + saysOther.value() + " about "
                        + new InWords(both, units)
                                .say(both.narrowed(plainest.witness), List.of(plainest.row, plainest.other))
                        + "; then neither is taken" + more(cases.size() - 1),
                "one of the two tables is a copy; or give their rows conditions that exclude each other");
    }

    private static String more(int cases) {
        return switch (cases) {
            case 0 -> "";
            case 1 -> ". 1 more row of the table contradicts that one, too";
            default -> ". " + cases + " more rows of the table contradict that one, too";
        };
    }

    /** For each row of the second table, the row of the first that contradicts it where they have least in common. */
    List<Case> find() {
        var cases = new ArrayList<Case>();
        var cover = new Cover(both.regions(), MOST_STEPS);
        int split = first.rows().size();
        for (int row = split; row < both.rows().size() && steps < MOST_STEPS; row++) {
            Case plainest = null;
            for (int other : both.rowsAbove(row)) {
                if (other < split && differ(both.row(row), both.row(other)) && steps < MOST_STEPS) {
                    Region witness = witness(row, other, cover);
                    if (witness != null && (plainest == null || breadth(witness) < breadth(plainest.witness))) {
                        plainest = new Case(row, other, witness);
                    }
                }
            }
            if (plainest != null) {
                cases.add(plainest);
            }
        }
        return cases;
    }

    /** What both rows decide, and a fact can be; null when there is no such fact, or it stayed open. */
    private @Nullable Region witness(int row, int other, Cover cover) {
        Region common = Objects.requireNonNull(both.region(row).and(both.region(other)));
        int[] before = before(common, row, other);
        for (Region subject : subjects) {
            Region region = common.and(subject);
            Region witness = region == null ? null : cover.uncovered(region, before);
            steps += region == null ? 1 : cover.steps();
            if (witness != null) {
                return witness;
            }
        }
        return null;
    }

    /** The rows that win against one of two rows, in its own table, for something that both accept. */
    private int[] before(Region common, int row, int other) {
        int split = first.rows().size();
        return Arrays.stream(both.rowsAt(common))
                .filter(position -> position < split
                        ? first.policy() == HitPolicy.FIRST && position < other
                        : second.policy() == HitPolicy.FIRST && position < row)
                .toArray();
    }

    /** How much of everything a region is, 1 being all: of two cases, the narrower one is understood more easily. */
    private double breadth(Region region) {
        double breadth = 1;
        for (int axis = 0; axis < region.axes(); axis++) {
            breadth *= (double) region.on(axis).size()
                    / both.axes().get(axis).all().size();
        }
        return breadth;
    }

    /** A row without a status says nothing about it. */
    private static boolean differ(Row row, Row other) {
        Object status = row.outcome().get(VERDICT);
        Object otherStatus = other.outcome().get(VERDICT);
        return status != null && otherStatus != null && !status.equals(otherStatus);
    }

    private static Cell verdict(DecisionTable table, Row row) {
        for (int i = 0; i < table.outcomes().size(); i++) {
            Cell cell = row.outcomes().get(i);
            if (cell != null && table.outcomes().get(i).verb().name().equals(VERDICT)) {
                return cell;
            }
        }
        throw new IllegalStateException(row.id() + " has no status");
    }

    private static DecisionTable joined(DecisionTable first, DecisionTable second) {
        List<ConditionColumn> conditions = Stream.concat(first.conditions().stream(), second.conditions().stream())
                .toList();
        var rows = new ArrayList<Row>();
        first.rows().forEach(row -> rows.add(padded(row, 0, second.conditions().size(), rows.size())));
        second.rows().forEach(row -> rows.add(padded(row, first.conditions().size(), 0, rows.size())));
        return new DecisionTable(
                first.name() + ", " + second.name(),
                first.stage(),
                HitPolicy.COLLECT,
                first.factType(),
                conditions,
                List.of(), // each row keeps the outcomes of its own table
                rows,
                first.at());
    }

    private static Row padded(Row row, int before, int behind, int position) {
        var cells = new ArrayList<@Nullable Cell>(Collections.nCopies(before, null));
        cells.addAll(row.conditions());
        cells.addAll(Collections.nCopies(behind, null));
        return new Row(row.id(), position, row.at(), cells, row.outcomes(), row.outcome(), row.notes());
    }
}
