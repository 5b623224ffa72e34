package boscard.indicator;

import boscard.fact.Direction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the newest value says against the limits of the values before it. A signal says that something changed, not that
 * it is good or bad. Immutable.
 *
 * @param upward rules that see a change to larger values
 * @param downward rules that see a change to smaller values
 */
public record ProcessSignals(Set<Rule> upward, Set<Rule> downward) {

    /** The rules (Wheeler; the NHS uses 7 points for X2). */
    public enum Rule {
        /** Outside a limit; on the limit is inside. */
        X1,
        /** A run on one side of the centre; equal to the centre breaks it. */
        X2,
        /** A run of values that strictly rise or fall. */
        X3,
        /** Two of the last three, the newest among them, in the same outer third. */
        X4
    }

    /**
     * How long a run must be.
     *
     * @param side values on one side of the centre for X2
     * @param trend rising or falling values for X3
     * @param outerThird whether X4 is looked for; more rules give more false alarms
     */
    public record Runs(int side, int trend, boolean outerThird) {}

    private static final BigDecimal TWO_THIRDS =
            BigDecimal.valueOf(2).divide(BigDecimal.valueOf(3), MathContext.DECIMAL128);

    public ProcessSignals {
        upward = Set.copyOf(upward);
        downward = Set.copyOf(downward);
    }

    /**
     * The signals at the last of some values.
     *
     * @param values oldest first; the last one is judged. Only as many as the longest run are looked at
     * @param limits of the values before it
     */
    public static ProcessSignals of(List<BigDecimal> values, ProcessLimits limits, Runs runs) {
        Set<Rule> up = EnumSet.noneOf(Rule.class);
        Set<Rule> down = EnumSet.noneOf(Rule.class);
        BigDecimal judged = values.get(values.size() - 1);
        if (judged.compareTo(limits.upper()) > 0) {
            up.add(Rule.X1);
        } else if (judged.compareTo(limits.lower()) < 0) {
            down.add(Rule.X1);
        }
        int side = run(values, (newer, older) -> newer.compareTo(limits.centre()));
        if (Math.abs(side) >= runs.side()) {
            (side > 0 ? up : down).add(Rule.X2);
        }
        int steps = run(values, (newer, older) -> older == null ? 0 : newer.compareTo(older));
        if (Math.abs(steps) + 1 >= runs.trend()) { // n values rise in n - 1 steps
            (steps > 0 ? up : down).add(Rule.X3);
        }
        if (runs.outerThird()) {
            outerThird(values, limits, up, down);
        }
        return new ProcessSignals(up, down);
    }

    private interface Side {
        int of(BigDecimal newer, @Nullable BigDecimal older);
    }

    /** How many values from the newest back lie on the same side; negative for the lower side. */
    private static int run(List<BigDecimal> values, Side side) {
        int count = 0;
        int sign = 0;
        for (int i = values.size() - 1; i >= 0; i--) {
            int now = Integer.signum(side.of(values.get(i), i == 0 ? null : values.get(i - 1)));
            if (now == 0 || (sign != 0 && now != sign)) {
                break;
            }
            sign = now;
            count++;
        }
        return count * sign;
    }

    private static void outerThird(List<BigDecimal> values, ProcessLimits limits, Set<Rule> up, Set<Rule> down) {
        BigDecimal inner = limits.reach().multiply(TWO_THIRDS);
        BigDecimal high = limits.centre().add(inner);
        BigDecimal low = limits.centre().subtract(inner);
        List<BigDecimal> lastThree = values.subList(Math.max(0, values.size() - 3), values.size());
        BigDecimal judged = values.get(values.size() - 1);
        if (judged.compareTo(high) > 0
                && lastThree.stream().filter(v -> v.compareTo(high) > 0).count() >= 2) {
            up.add(Rule.X4);
        } else if (judged.compareTo(low) < 0
                && lastThree.stream().filter(v -> v.compareTo(low) < 0).count() >= 2) {
            down.add(Rule.X4);
        }
    }

    /** Good or bad by the direction of the KPI; of signals both ways the bad one counts. */
    public ProcessChange change(Direction direction) {
        if (upward.isEmpty() && downward.isEmpty()) {
            return ProcessChange.COMMON_CAUSE;
        }
        return switch (direction) {
            case IN_RANGE -> ProcessChange.SPECIAL_CHANGE;
            case LOWER -> upward.isEmpty() ? ProcessChange.SPECIAL_IMPROVE : ProcessChange.SPECIAL_CONCERN;
            case HIGHER, BINARY -> downward.isEmpty() ? ProcessChange.SPECIAL_IMPROVE : ProcessChange.SPECIAL_CONCERN;
        };
    }

    /** The rules that fired, in the order of their names. */
    public List<Rule> rules() {
        Set<Rule> all = EnumSet.noneOf(Rule.class);
        all.addAll(upward);
        all.addAll(downward);
        return List.copyOf(all);
    }

    /**
     * Whether the process as it is reaches a target: never within its limits, always, or now and then.
     *
     * @return null for a KPI without a better side
     */
    public static @Nullable Assurance assurance(Direction direction, BigDecimal target, ProcessLimits limits) {
        return switch (direction) {
            case HIGHER ->
                target.compareTo(limits.upper()) > 0
                        ? Assurance.WILL_MISS
                        : target.compareTo(limits.lower()) <= 0 ? Assurance.WILL_HIT : Assurance.HIT_OR_MISS;
            case LOWER ->
                target.compareTo(limits.lower()) < 0
                        ? Assurance.WILL_MISS
                        : target.compareTo(limits.upper()) >= 0 ? Assurance.WILL_HIT : Assurance.HIT_OR_MISS;
            case IN_RANGE, BINARY -> null;
        };
    }
}
