package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How targets are set and moved (DOMAIN.md section 8, G5 to G8). Pure; safe for any thread. */
public final class TargetHabits {

    private TargetHabits() {}

    /**
     * The sides of a ratchet.
     *
     * @param raise mean change of a target after it was beaten, a ratio
     * @param cut mean change downwards after a miss, a ratio, positive when targets were lowered
     * @param beats how many targets were beaten
     * @param misses how many were missed
     */
    public record Ratchet(BigDecimal raise, BigDecimal cut, int beats, int misses) {

        /** raise / cut, a multiple; empty when targets are not lowered after a miss. */
        public Optional<BigDecimal> times() {
            return cut.signum() <= 0 ? Optional.empty() : Optional.of(Decimals.ratio(raise, cut));
        }
    }

    /**
     * How targets answer to results.
     *
     * @param changes of the target in the next period, ratios; positive is harder
     * @param overshoots by which the period before beat its target, ratios; negative is a miss, 0 counts as neither
     * @return empty without a beat or without a miss. Source: Leone, Misra and Zimmerman, 2004
     */
    public static Optional<Ratchet> ratchet(List<BigDecimal> changes, List<BigDecimal> overshoots) {
        BigDecimal raised = BigDecimal.ZERO;
        BigDecimal lowered = BigDecimal.ZERO;
        int beats = 0;
        int misses = 0;
        for (int i = 0; i < changes.size(); i++) {
            int sign = overshoots.get(i).signum();
            if (sign > 0) {
                beats++;
                raised = raised.add(changes.get(i));
            } else if (sign < 0) {
                misses++;
                lowered = lowered.subtract(changes.get(i));
            }
        }
        return beats == 0 || misses == 0
                ? Optional.empty()
                : Optional.of(new Ratchet(
                        Decimals.ratio(raised, BigDecimal.valueOf(beats)),
                        Decimals.ratio(lowered, BigDecimal.valueOf(misses)),
                        beats,
                        misses));
    }

    /**
     * Whether an attainment lies just above its target: from 1 to below 1 + band.
     *
     * @param band how far is near, a ratio
     */
    public static boolean isJustAbove(BigDecimal attainment, BigDecimal band) {
        return attainment.compareTo(BigDecimal.ONE) >= 0 && attainment.compareTo(BigDecimal.ONE.add(band)) < 0;
    }

    /** Whether an attainment lies just below its target: from 1 - band to below 1. */
    public static boolean isJustBelow(BigDecimal attainment, BigDecimal band) {
        return attainment.compareTo(BigDecimal.ONE.subtract(band)) >= 0 && attainment.compareTo(BigDecimal.ONE) < 0;
    }

    /**
     * Results just above the target / those just below it, a multiple. None below counts as one, so that the number
     * stays finite and is never overstated.
     *
     * @return empty when there is none on either side. Source: the test of McCrary for bunching at a threshold
     */
    public static Optional<BigDecimal> bunching(int justAbove, int justBelow) {
        return justAbove + justBelow == 0
                ? Optional.empty()
                : Optional.of(
                        Decimals.ratio(BigDecimal.valueOf(justAbove), BigDecimal.valueOf(Math.max(1, justBelow))));
    }

    /**
     * How many times as often targets were lowered in one group as in another: (cuts / chances) of the first / that of
     * the second, a multiple.
     *
     * @return empty when a group had no chance, or the second no cut. Source: Benson, Do Managers Adjust Quotas, 2015
     */
    public static Optional<BigDecimal> relief(int cuts, int chances, int otherCuts, int otherChances) {
        if (chances == 0 || otherChances == 0 || otherCuts == 0) {
            return Optional.empty();
        }
        return Optional.of(Decimals.ratio(
                BigDecimal.valueOf((long) cuts * otherChances), BigDecimal.valueOf((long) otherCuts * chances)));
    }
}
