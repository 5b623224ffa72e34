package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Direction;
import boscard.indicator.ProcessSignals.Rule;
import boscard.indicator.ProcessSignals.Runs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessLimitsTest {

    private static final ProcessLimits.Form MEAN =
            new ProcessLimits.Form(false, new BigDecimal("2.66"), new BigDecimal("3.27"));
    private static final ProcessLimits.Form MEDIAN =
            new ProcessLimits.Form(true, new BigDecimal("3.14"), new BigDecimal("3.87"));
    private static final Runs RUNS = new Runs(8, 7, false);

    private static List<BigDecimal> numbers(String text) {
        return java.util.Arrays.stream(text.trim().split("\\s+"))
                .map(BigDecimal::new)
                .toList();
    }

    private static List<Observation> consecutive(List<BigDecimal> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Observation(values.get(i), i > 0))
                .toList();
    }

    private static ProcessLimits limits(String values) {
        return ProcessLimits.of(consecutive(numbers(values)), MEAN, null).orElseThrow();
    }

    /** 10 12 11 13 14: mean 12; moving ranges 2 1 2 1, mean 1.5; 2.66 x 1.5 = 3.99; 3.27 x 1.5 = 4.905. */
    @Test
    void limitsAreTheMeanPlusAndMinusTwoPointSixSixMeanMovingRanges() {
        ProcessLimits limits = limits("10 12 11 13 14");
        assertThat(limits.centre()).isEqualByComparingTo("12");
        assertThat(limits.range()).isEqualByComparingTo("1.5");
        assertThat(limits.lower()).isEqualByComparingTo("8.01");
        assertThat(limits.upper()).isEqualByComparingTo("15.99");
        assertThat(limits.rangeLimit()).isEqualByComparingTo("4.905");
        assertThat(limits.points()).isEqualTo(5);
    }

    /** Moving ranges 2 1 2 30, median 2; 3.14 x 2 = 6.28, 3.87 x 2 = 7.74; mean of 10 12 11 13 43 is 17.8. */
    @Test
    void theMedianFormIsNotMovedByOneWildStep() {
        ProcessLimits limits = ProcessLimits.of(consecutive(numbers("10 12 11 13 43")), MEDIAN, null)
                .orElseThrow();
        assertThat(limits.range()).isEqualByComparingTo("2");
        assertThat(limits.upper()).isEqualByComparingTo("24.08");
        assertThat(limits.rangeLimit()).isEqualByComparingTo("7.74");
    }

    /** Without the step over the gap the ranges are 2 and 1, not 2, 100 and 1. */
    @Test
    void aGapDropsItsMovingRange() {
        var values = List.of(
                new Observation(new BigDecimal("10"), false),
                new Observation(new BigDecimal("12"), true),
                new Observation(new BigDecimal("112"), false),
                new Observation(new BigDecimal("113"), true));
        assertThat(ProcessLimits.of(values, MEAN, null).orElseThrow().range()).isEqualByComparingTo("1.5");
    }

    @Test
    void withoutTwoConsecutiveValuesThereAreNoLimits() {
        assertThat(ProcessLimits.of(consecutive(numbers("5")), MEAN, null)).isEmpty();
        assertThat(ProcessLimits.of(
                        List.of(new Observation(BigDecimal.ONE, false), new Observation(BigDecimal.TEN, false)),
                        MEAN,
                        null))
                .isEmpty();
    }

    @Test
    void theLowerLimitIsNotBelowTheLeastPlausibleValue() {
        ProcessLimits limits = ProcessLimits.of(consecutive(numbers("1 3 1 3")), MEAN, BigDecimal.ZERO)
                .orElseThrow();
        assertThat(limits.lower()).isEqualByComparingTo("0");
        assertThat(limits.upper()).isEqualByComparingTo("7.32");
    }

    @Test
    void limitsFurtherFromTheCentreThanTheCentreFromZeroSayNothing() {
        assertThat(limits("1 3 1 3").areTooWide()).isTrue(); // 2.66 x 2 = 5.32 > 2
        assertThat(limits("10 12 11 13 14").areTooWide()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"15.99, false", "15.990000000001, true", "8.01, false", "8.009999999999, true"})
    void onALimitIsInsideAndBeyondItIsASignal(String judged, boolean signal) {
        ProcessLimits limits = limits("10 12 11 13 14");
        List<BigDecimal> values = numbers("10 12 11 13 14 " + judged);
        assertThat(ProcessSignals.of(values, limits, RUNS).rules().contains(Rule.X1))
                .isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({
        "13 13 13 13 13 13 13 13, true", // eight above the centre of 12
        "11 13 13 13 13 13 13 13, false", // seven
        "13 13 13 13 12 13 13 13, false", // equal to the centre breaks the run
        "11 11 11 11 11 11 11 11, true"
    })
    void eightInARowOnOneSideAreASignal(String last, boolean signal) {
        ProcessLimits limits = limits("10 12 11 13 14");
        assertThat(ProcessSignals.of(numbers(last), limits, RUNS).rules().contains(Rule.X2))
                .isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({
        "9 10 11 12 13 14 15, true",
        "10 10 11 12 13 14 15, false", // the first step is level: six rising values
        "10 11 12 13 14 15, false",
        "15 14 13 12 11 10 9, true"
    })
    void sevenInARowThatRiseOrFallAreASignal(String values, boolean signal) {
        ProcessLimits limits = limits("10 12 11 13 14");
        assertThat(ProcessSignals.of(numbers(values), limits, RUNS).rules().contains(Rule.X3))
                .isEqualTo(signal);
    }

    /** The outer third above begins at 12 + 2/3 x 3.99 = 14.66. */
    @Test
    void twoOfThreeInTheOuterThirdAreASignalOnlyWhenAsked() {
        ProcessLimits limits = limits("10 12 11 13 14");
        List<BigDecimal> values = numbers("15 12 15");
        assertThat(ProcessSignals.of(values, limits, RUNS).rules()).isEmpty();
        assertThat(ProcessSignals.of(values, limits, new Runs(8, 7, true)).rules())
                .containsExactly(Rule.X4);
        assertThat(ProcessSignals.of(numbers("15 15 12"), limits, new Runs(8, 7, true))
                        .rules())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER, 20, SPECIAL_IMPROVE",
        "HIGHER, 5, SPECIAL_CONCERN",
        "LOWER, 20, SPECIAL_CONCERN",
        "LOWER, 5, SPECIAL_IMPROVE",
        "IN_RANGE, 20, SPECIAL_CHANGE",
        "HIGHER, 12, COMMON_CAUSE"
    })
    void aSignalIsGoodOrBadByTheDirection(Direction direction, String judged, ProcessChange change) {
        ProcessLimits limits = limits("10 12 11 13 14");
        assertThat(ProcessSignals.of(numbers("11 " + judged), limits, RUNS).change(direction))
                .isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER, 15.990000000001, WILL_MISS",
        "HIGHER, 15.99, HIT_OR_MISS",
        "HIGHER, 8.010000000001, HIT_OR_MISS",
        "HIGHER, 8.01, WILL_HIT",
        "LOWER, 8.009999999999, WILL_MISS",
        "LOWER, 8.01, HIT_OR_MISS",
        "LOWER, 15.99, WILL_HIT"
    })
    void assuranceSaysWhetherTheProcessReachesItsTarget(Direction direction, String target, Assurance assurance) {
        assertThat(ProcessSignals.assurance(direction, new BigDecimal(target), limits("10 12 11 13 14")))
                .isEqualTo(assurance);
    }

    @Test
    void aRangeHasNoAssurance() {
        assertThat(ProcessSignals.assurance(Direction.IN_RANGE, BigDecimal.ONE, limits("10 12 11 13 14")))
                .isNull();
    }

    static List<Long> seeds() {
        Long one = Long.getLong("seed");
        return one != null
                ? List.of(one)
                : IntStream.range(0, 100).mapToObj(i -> 7_919L * i).toList();
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void aConstantSeriesHasNoSignal(long seed) {
        var random = new SplittableRandom(seed);
        BigDecimal value = BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), random.nextInt(0, 9));
        var values = new ArrayList<BigDecimal>();
        int n = random.nextInt(2, 40);
        for (int i = 0; i < n; i++) {
            values.add(value);
        }
        ProcessLimits limits = ProcessLimits.of(consecutive(values), MEAN, null).orElseThrow();
        values.add(value);
        assertThat(ProcessSignals.of(values, limits, new Runs(8, 7, true)).rules())
                .as("repeat with -Dseed=%d", seed)
                .isEmpty();
    }

    /** Two years of a quarter rhythm of 50, 100, 150: means 50 100 150, mean of them 100. */
    @Test
    void theSeasonalIndexIsTheMeanOfAPositionOverTheMeanOfAll() {
        SeasonalIndex index = SeasonalIndex.of(numbers("40 100 160 60 100 140"), List.of(0, 1, 2, 0, 1, 2), 3)
                .orElseThrow();
        assertThat(index.at(0)).isEqualByComparingTo("0.5");
        assertThat(index.at(1)).isEqualByComparingTo("1");
        assertThat(index.at(2)).isEqualByComparingTo("1.5");
    }

    @Test
    void withoutTwoWholeSeasonsOrWithAMeanOfZeroThereIsNoIndex() {
        assertThat(SeasonalIndex.of(numbers("40 100 160 60 100"), List.of(0, 1, 2, 0, 1), 3))
                .isEmpty();
        assertThat(SeasonalIndex.of(numbers("0 100 0 100"), List.of(0, 1, 0, 1), 2))
                .isEmpty();
    }

    /** Mean of 2 4 4 4 5 5 7 9 is 5, STDEV.S 2.138089935299; (9 - 5) / 2.138089935299 = 1.870828693387. */
    @Test
    void theStandardScoreCountsDeviationsFromTheMean() {
        List<BigDecimal> earlier = numbers("2 4 4 4 5 5 7 9");
        assertThat(StandardScore.of(new BigDecimal("9"), earlier, 1, 8)
                        .orElseThrow()
                        .score())
                .isEqualByComparingTo("1.870828693387");
        assertThat(StandardScore.of(new BigDecimal("9"), earlier, -1, 8)
                        .orElseThrow()
                        .score())
                .isEqualByComparingTo("-1.870828693387");
        assertThat(StandardScore.of(new BigDecimal("9"), earlier, 1, 9)).isEmpty();
        assertThat(StandardScore.of(BigDecimal.ONE, numbers("3 3 3"), 1, 3)).isEmpty();
    }

    /** As Excel PERCENTRANK.INC of 1 2 4 8 9: 4 is 0.5, 6 is 0.625, below all 0, from the largest on 1. */
    @ParameterizedTest
    @CsvSource({"4, 0.5", "6, 0.625", "0.5, 0", "1, 0", "9, 1", "10, 1", "3, 0.375"})
    void theRankOfAValueIsTheShareWhosePercentileItReaches(String value, String rank) {
        assertThat(Statistics.percentileRank(numbers("1 2 4 8 9"), new BigDecimal(value)))
                .isEqualByComparingTo(rank);
    }

    @Test
    void aValueOnAPercentileReachesItWithTiesToo() {
        List<BigDecimal> sorted = numbers("1 2 2 2 3");
        BigDecimal median = Statistics.percentile(sorted, new BigDecimal("0.5"));
        assertThat(Statistics.percentileRank(sorted, median)).isGreaterThanOrEqualTo(new BigDecimal("0.5"));
    }

    /** Ranks of 10 20 20 40 are 1 2.5 2.5 4. */
    @Test
    void equalValuesShareTheMeanOfTheirRanks() {
        assertThat(Statistics.ranks(numbers("20 10 40 20")))
                .containsExactly(
                        new BigDecimal("2.5"), new BigDecimal("1"), new BigDecimal("4"), new BigDecimal("2.5"));
    }

    /** x 1..5 against 5 6 7 8 7: ranks 1 2 3.5 5 3.5, CORREL(1..5, ranks) = 0.820782681668. */
    @Test
    void rankCorrelationIsTheCorrelationOfTheRanks() {
        assertThat(Statistics.rankCorrelation(numbers("1 2 3 4 5"), numbers("5 6 7 8 7"))
                        .orElseThrow())
                .isEqualByComparingTo("0.820782681668");
        assertThat(Statistics.rankCorrelation(numbers("1 2 3"), numbers("30 20 1"))
                        .orElseThrow())
                .isEqualByComparingTo("-1");
        assertThat(Statistics.rankCorrelation(numbers("1 2 3"), numbers("5 5 5")))
                .isEmpty();
    }
}
