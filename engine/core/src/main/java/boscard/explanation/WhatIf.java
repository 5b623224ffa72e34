package boscard.explanation;

import boscard.evaluation.Display;
import boscard.evaluation.Judgement;
import boscard.evaluation.Performance;
import boscard.evaluation.Replay;
import boscard.evaluation.Status;
import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.fact.Unit;
import boscard.source.CellRef;
import boscard.table.Cell;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.FactType.Property;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import boscard.table.TableInterpreter.Comparing;
import boscard.table.ValueType;
import boscard.table.Verdict;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What would change a status: the smallest change of the actual, and the smallest change of one cell of the table, that
 * gives another band. Nothing is concluded from formulas: every answer was judged by the reference interpreter before
 * it is given, and so was the one a step nearer, which changes nothing.
 *
 * <p>Between two edges of the rows a status is the same, so the first step beyond each edge is all that needs to be
 * tried. An edge is where the number that a cell compares, as the actual moves, meets the cell; these numbers are
 * straight lines between a few corners (target, range, zero), which is how the place is found.
 *
 * <p>Immutable as far as its {@link Replay} is.
 */
public final class WhatIf {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Replay replay;
    private final List<DecisionTable> tables;
    private final Kpi kpi;
    private final String period;
    private final BigDecimal actual;
    private final Judgement now;
    private final int scale;

    /**
     * Another actual.
     *
     * @param status that the tables give then
     * @param actual nearest to the real one, in the KPI's unit
     * @param change from the real one, signed
     * @param score with it; null when there is none
     */
    public record Actual(
            Status status,
            BigDecimal actual,
            BigDecimal change,
            @Nullable BigDecimal score) {}

    /**
     * Another content of one cell.
     *
     * @param status that the tables give then
     * @param row of the cell
     * @param from what the cell says
     * @param to what it would have to say
     * @param step in which contents were tried: the decimals of the cell, or of its unit if that has more
     */
    public record Edit(
            Status status,
            Row row,
            CellRef cell,
            BigDecimal from,
            BigDecimal to,
            BigDecimal step,
            @Nullable Unit unit) {}

    private WhatIf(
            Replay replay, List<DecisionTable> tables, Kpi kpi, String period, Performance performance, Judgement now) {
        this.replay = replay;
        this.kpi = kpi;
        this.period = period;
        this.actual = Objects.requireNonNull(performance.value());
        this.now = now;
        this.tables = tables.stream()
                .filter(table -> table.concludes("status") && table.factType().javaType() == Performance.class)
                .map(table -> possible(table, performance))
                .toList();
        int typed = replay.isComputed(kpi.id(), period)
                ? 0
                : Math.max(0, actual.stripTrailingZeros().scale());
        this.scale = Math.min(Decimals.COMPUTED_SCALE, Math.max(Display.scaleOf(kpi.unit()), typed));
    }

    /**
     * Prepares.
     *
     * @return null when the KPI has no value in that period
     */
    public static @Nullable WhatIf of(Replay replay, List<DecisionTable> tables, Kpi kpi, String period) {
        Performance performance = replay.performance(kpi.id(), period).orElse(null);
        if (performance == null || performance.value() == null) {
            return null;
        }
        Judgement now =
                replay.judge(kpi.id(), period, performance.value(), tables).orElseThrow();
        return new WhatIf(replay, tables, kpi, period, performance, now);
    }

    /** What the tables say of the real actual. */
    public Judgement now() {
        return now;
    }

    /** The step in which actuals are tried: the decimals of the KPI's unit, or those of the actual if it has more. */
    public BigDecimal step() {
        return BigDecimal.ONE.movePointLeft(scale);
    }

    /** Decimals of {@link #step}. */
    public int scale() {
        return scale;
    }

    /** Rows that ask for another KPI, level and so on can never match, whatever the actual is. */
    private static DecisionTable possible(DecisionTable table, Performance performance) {
        return new DecisionTable(
                table.name(),
                table.stage(),
                table.policy(),
                table.factType(),
                table.conditions(),
                table.outcomes(),
                table.rows().stream()
                        .filter(row -> TableInterpreter.compare(table, row, performance).stream()
                                .noneMatch(comparing ->
                                        comparing.comparison().property().type() != ValueType.NUMBER
                                                && comparing.verdict() != Verdict.MATCHED))
                        .toList(),
                table.at());
    }

    private Status judge(BigDecimal other, List<DecisionTable> some) {
        return replay.judge(kpi.id(), period, other, some).orElseThrow().status();
    }

    // ---- another actual

    /** The nearest actual of each other band, nearest first; bands that no actual reaches are not there. */
    public List<Actual> actuals() {
        var candidates = new TreeSet<BigDecimal>();
        for (DecisionTable table : tables) {
            for (Row row : table.rows()) {
                for (Comparing comparing : TableInterpreter.compare(table, row, now.performance())) {
                    if (comparing.operand() instanceof BigDecimal edge) {
                        places(comparing.comparison().property(), edge, candidates);
                    }
                }
            }
        }
        var nearest = new EnumMap<Status, BigDecimal>(Status.class);
        for (BigDecimal candidate : candidates) {
            if (candidate.compareTo(actual) != 0) {
                Status status = judge(candidate, tables);
                if (status.isBand() && status != now.status()) {
                    nearest.merge(status, candidate, this::nearer);
                }
            }
        }
        var found = new ArrayList<Actual>();
        nearest.forEach((status, other) -> {
            BigDecimal value = Decimals.canonical(other);
            BigDecimal score =
                    replay.judge(kpi.id(), period, value, tables).orElseThrow().score();
            found.add(new Actual(status, value, value.subtract(actual), score));
        });
        found.sort(Comparator.comparing(one -> one.change().abs()));
        return List.copyOf(found);
    }

    private BigDecimal nearer(BigDecimal one, BigDecimal other) {
        int order = one.subtract(actual).abs().compareTo(other.subtract(actual).abs());
        return order < 0 || (order == 0 && one.compareTo(other) < 0) ? one : other;
    }

    /**
     * Adds the steps on both sides of a place. Where rounding of the compared number makes the place uncertain by many
     * steps, the two between which the status changes are searched for.
     *
     * @param uncertain by how much the place may be wrong
     */
    private void around(BigDecimal place, BigDecimal uncertain, TreeSet<BigDecimal> candidates) {
        BigDecimal below =
                place.subtract(uncertain).setScale(scale, RoundingMode.FLOOR).subtract(step());
        BigDecimal above =
                place.add(uncertain).setScale(scale, RoundingMode.CEILING).add(step());
        BigInteger steps = above.subtract(below).movePointRight(scale).toBigInteger();
        if (steps.bitLength() > 4) {
            Status atBelow = judge(below, tables);
            while (steps.bitLength() > 1) {
                BigDecimal middle = below.add(new BigDecimal(steps.shiftRight(1)).movePointLeft(scale));
                if (judge(middle, tables) == atBelow) {
                    below = middle;
                } else {
                    above = middle;
                }
                steps = above.subtract(below).movePointRight(scale).toBigInteger();
            }
        }
        for (BigDecimal one = below; one.compareTo(above) <= 0; one = one.add(step())) {
            candidates.add(one);
        }
    }

    /** Adds the actuals at which a property has a value. */
    private void places(Property property, BigDecimal edge, TreeSet<BigDecimal> candidates) {
        if (property.name().equals("value")) {
            around(edge, BigDecimal.ZERO, candidates);
            return;
        }
        List<BigDecimal> corners = corners();
        BigDecimal width = corners.get(corners.size() - 1)
                .subtract(corners.get(0))
                .add(edge.abs())
                .add(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(1000));
        for (int i = 0; i <= corners.size(); i++) {
            BigDecimal from = i == 0 ? corners.get(0).subtract(width) : corners.get(i - 1);
            BigDecimal to = i == corners.size() ? corners.get(i - 1).add(width) : corners.get(i);
            meet(property, edge, from, to, candidates);
        }
        corners.forEach(corner -> around(corner, BigDecimal.ZERO, candidates)); // where a line breaks it may jump
    }

    /** Where a line between two actuals meets an edge; nowhere when it has no slope or the place is outside. */
    private void meet(
            Property property, BigDecimal edge, BigDecimal from, BigDecimal to, TreeSet<BigDecimal> candidates) {
        BigDecimal third = to.subtract(from).divide(BigDecimal.valueOf(3), Decimals.PRECISION);
        BigDecimal a = from.add(third); // inside, for the corners themselves may belong to the next line
        BigDecimal b = to.subtract(third);
        BigDecimal atA = number(property, a);
        BigDecimal atB = number(property, b);
        if (atA == null || atB == null || atA.compareTo(atB) == 0) {
            return;
        }
        BigDecimal perUnit = b.subtract(a).divide(atB.subtract(atA), Decimals.PRECISION);
        BigDecimal place = a.add(edge.subtract(atA).multiply(perUnit));
        BigDecimal uncertain = perUnit.abs().movePointLeft(Decimals.COMPUTED_SCALE);
        BigDecimal slack = step().multiply(TWO).add(uncertain);
        if (place.compareTo(from.subtract(slack)) >= 0 && place.compareTo(to.add(slack)) <= 0) {
            around(place, uncertain, candidates);
        }
    }

    private @Nullable BigDecimal number(Property property, BigDecimal other) {
        Performance performance =
                replay.judge(kpi.id(), period, other, List.of()).orElseThrow().performance();
        return property.valueOf(performance) instanceof BigDecimal number ? number : null;
    }

    /**
     * Where the lines may break: at the target, twice the target, the range and its tolerance, zero and the baseline.
     */
    private List<BigDecimal> corners() {
        var corners = new TreeSet<BigDecimal>();
        corners.add(BigDecimal.ZERO);
        BigDecimal target = now.performance().target();
        if (target != null) {
            corners.add(target);
            corners.add(target.multiply(TWO));
        }
        BigDecimal low = kpi.low();
        BigDecimal high = kpi.high();
        if (low != null && high != null && kpi.direction() == Direction.IN_RANGE) {
            BigDecimal tolerance = high.subtract(low).multiply(HALF);
            corners.addAll(List.of(low, high, low.subtract(tolerance), high.add(tolerance)));
        }
        if (kpi.direction() == Direction.BINARY) {
            corners.add(BigDecimal.ONE);
        }
        BigDecimal baseline = replay.baseline(kpi.id(), period);
        if (baseline != null) {
            corners.add(baseline);
        }
        return List.copyOf(corners);
    }

    // ---- another cell

    /**
     * For each other band the smallest change of one number in one cell that gives it to this KPI; bands that no single
     * cell gives are not there.
     */
    public List<Edit> edits() {
        Row deciding = now.row();
        var best = new EnumMap<Status, Edit>(Status.class);
        for (DecisionTable table : tables) {
            for (Row row : table.rows()) {
                if (deciding == null || table != tableOf(deciding) || row.position() <= deciding.position()) {
                    edits(table, row, row.equals(deciding), best);
                }
            }
        }
        return best.values().stream().sorted(Comparator.comparing(WhatIf::size)).toList();
    }

    private @Nullable DecisionTable tableOf(Row row) {
        return tables.stream()
                .filter(table -> table.rows().contains(row))
                .findFirst()
                .orElse(null);
    }

    /**
     * A row above becomes true when its only failing number moves; the deciding row becomes false with any of its own.
     */
    private void edits(DecisionTable table, Row row, boolean isDeciding, Map<Status, Edit> best) {
        List<Comparing> all = TableInterpreter.compare(table, row, now.performance());
        long notMatched = all.stream()
                .filter(comparing -> comparing.verdict() != Verdict.MATCHED)
                .count();
        for (int i = 0; i < all.size(); i++) {
            Comparing comparing = all.get(i);
            boolean concerned = isDeciding
                    ? comparing.verdict() == Verdict.MATCHED
                    : comparing.verdict() == Verdict.FAILED && notMatched == 1;
            if (concerned
                    && comparing.value() instanceof BigDecimal value
                    && comparing.operand() instanceof BigDecimal operand
                    && comparing.comparison().operator().isOrdering()) {
                Unit unit = Cells.unitOf(comparing, now.performance());
                int decimals = Math.max(
                        Display.scaleOf(unit),
                        Math.max(0, operand.stripTrailingZeros().scale()));
                BigDecimal to = operandFor(comparing.comparison(), value, decimals, !isDeciding);
                DecisionTable changed = with(table, row, comparing, to);
                Status status = judge(
                        actual,
                        tables.stream().map(one -> one == table ? changed : one).toList());
                if (status.isBand() && status != now.status()) {
                    var edit = new Edit(
                            status,
                            row,
                            comparing.cell().at(),
                            operand,
                            Decimals.canonical(to),
                            BigDecimal.ONE.movePointLeft(decimals),
                            unit);
                    best.merge(status, edit, (a, b) -> size(b).compareTo(size(a)) < 0 ? b : a);
                }
            }
        }
    }

    /** The operand nearest to the old one with which a value passes, or fails. */
    private static BigDecimal operandFor(Comparison comparison, BigDecimal value, int decimals, boolean pass) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal down = value.setScale(decimals, RoundingMode.FLOOR);
        BigDecimal up = value.setScale(decimals, RoundingMode.CEILING);
        boolean exact = down.compareTo(up) == 0;
        BigDecimal below = exact ? down.subtract(step) : down;
        BigDecimal above = exact ? up.add(step) : up;
        return switch (comparison.operator()) {
            case AT_LEAST -> pass ? down : above;
            case ABOVE -> pass ? below : up;
            case AT_MOST -> pass ? up : below;
            case BELOW -> pass ? above : down;
            case EQUAL, NOT_EQUAL, ONE_OF, NONE_OF -> throw new IllegalArgumentException("has no order");
        };
    }

    static DecisionTable with(DecisionTable table, Row row, Comparing comparing, BigDecimal to) {
        var conditions = new ArrayList<@Nullable Cell>(row.conditions());
        int column = table.conditions().indexOf(comparing.column());
        int comparison = comparing.column().comparisons().indexOf(comparing.comparison());
        Cell cell = Objects.requireNonNull(conditions.get(column));
        var operands = new ArrayList<>(cell.operands());
        operands.set(comparison, to);
        conditions.set(column, new Cell(cell.at(), to.toPlainString(), operands));
        var changed =
                new Row(row.id(), row.position(), row.at(), conditions, row.outcomes(), row.outcome(), row.notes());
        return new DecisionTable(
                table.name(),
                table.stage(),
                table.policy(),
                table.factType(),
                table.conditions(),
                table.outcomes(),
                table.rows().stream()
                        .map(one -> one.equals(row) ? changed : one)
                        .toList(),
                table.at());
    }

    /** Of two edits the one is smaller that moves its number less, as a share of the number. */
    private static BigDecimal size(Edit edit) {
        BigDecimal largest = edit.from().abs().max(edit.to().abs());
        return largest.signum() == 0
                ? BigDecimal.ZERO
                : edit.to().subtract(edit.from()).abs().divide(largest, Decimals.PRECISION);
    }
}
