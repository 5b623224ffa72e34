package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandScoreTest {

    private static List<BigDecimal> edges(String... texts) {
        return Arrays.stream(texts).map(BigDecimal::new).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "900, 100",
        "300, 0",
        "700, 66.666666666667",
        "500, 33.333333333333",
        "600, 50",
        "800, 83.333333333333",
        "400, 16.666666666667",
        "5000, 100",
        "-5000, 0"
    })
    void goal700AndRedLine500AreTheScaleOfSpiderImpact(String value, String score) {
        assertThat(BandScore.of(new BigDecimal(value), edges("500", "700"))).isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"700, 100", "699.999999999999, 0", "0, 0", "9000, 100"})
    void twoBandsScoreEverythingOrNothing(String value, String score) {
        assertThat(BandScore.of(new BigDecimal(value), edges("700"))).isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"0.75, 20", "0.9, 40", "1, 60", "1.1, 80", "0.825, 30", "1.2, 100", "0.6, 0", "1.05, 70"})
    void withFiveBandsEachEdgeScoresTwentyMoreAndTheOuterBandsAreAsWideAsTheirNeighbour(String value, String score) {
        assertThat(BandScore.of(new BigDecimal(value), edges("0.75", "0.9", "1", "1.1")))
                .isEqualByComparingTo(score);
    }

    @Test
    void anEdgeScoresWhatItsBetterBandBeginsWith() {
        for (int bands = 3; bands <= 6; bands++) {
            List<BigDecimal> edges = edges("1", "3", "4", "9", "11").subList(0, bands - 1);
            for (int k = 1; k < bands; k++) {
                assertThat(BandScore.of(edges.get(k - 1), edges)).isEqualByComparingTo(BandScore.edge(k, bands));
            }
        }
    }

    @Test
    void aScaleWithoutEdgeIsRefused() {
        assertThatThrownBy(() -> BandScore.of(BigDecimal.ONE, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScoreIsWhatTwoQuotientsOf34DigitsGive() {
        for (long seed = 0; seed < 30_000; seed++) {
            var random = new SplittableRandom(seed);
            int scale = random.nextInt(14);
            var edges = new TreeSet<BigDecimal>();
            while (edges.size() < 3) {
                edges.add(BigDecimal.valueOf(random.nextLong(-100_000, 100_000), scale));
            }
            var list = List.copyOf(edges);
            BigDecimal value = BigDecimal.valueOf(
                    random.nextLong(-400_000, 400_000) * (random.nextBoolean() ? 1 : 7_777_777_777L),
                    scale + random.nextInt(3));
            int below = (int)
                    list.stream().filter(edge -> value.compareTo(edge) >= 0).count();
            int anchor = Math.max(0, Math.min(below - 1, 1));
            BigDecimal expected = BandScore.inTwoSteps(
                            BigDecimal.valueOf(anchor + 1L),
                            value.subtract(list.get(anchor)),
                            list.get(anchor + 1).subtract(list.get(anchor)),
                            4)
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.valueOf(100));
            assertThat(BandScore.of(value, list))
                    .as("seed %d: %s in %s", seed, value, list)
                    .isEqualTo(expected);
        }
    }
}
