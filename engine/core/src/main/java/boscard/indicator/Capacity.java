package boscard.indicator;

import boscard.fact.Decimals;
import boscard.fact.Direction;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether what can be delivered reaches what is asked (DOMAIN.md section 6, A5). Pure; safe for any thread. */
public final class Capacity {

    private Capacity() {}

    /**
     * What is to be expected: open amount x win rate + run rate x periods left.
     *
     * @param openAmount of deals that are open and due in time, in money
     * @param winRate won / (won + lost), 0 to 1
     * @param runRate usual value of a period, in the KPI's unit
     * @param periodsLeft after one more sales cycle, for what is not in the pipeline yet; at least 0
     */
    public static BigDecimal expected(
            BigDecimal openAmount, BigDecimal winRate, BigDecimal runRate, BigDecimal periodsLeft) {
        return Decimals.computed(openAmount.multiply(winRate).add(runRate.multiply(periodsLeft)));
    }

    /**
     * Expected / asked; when less is better asked / expected, so that below 1 is always too little.
     *
     * @return empty when the divisor is not above 0
     */
    public static Optional<BigDecimal> coverage(BigDecimal expected, BigDecimal asked, Direction direction) {
        BigDecimal above = direction == Direction.LOWER ? asked : expected;
        BigDecimal below = direction == Direction.LOWER ? expected : asked;
        return below.signum() <= 0 ? Optional.empty() : Optional.of(Decimals.ratio(above, below));
    }

    /**
     * Pipeline that it takes to win an amount: amount / win rate; at 25 % four times the amount.
     *
     * @return empty when nothing was ever won
     */
    public static Optional<BigDecimal> neededPipeline(BigDecimal amount, BigDecimal winRate) {
        return winRate.signum() <= 0 ? Optional.empty() : Optional.of(Decimals.ratio(amount, winRate));
    }
}
