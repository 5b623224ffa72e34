package boscard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.indicator.Combination.Part;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bands are 3 for green, 2 for amber, 1 for red. */
class CombinationTest {

    private static Part part(String weight, String score, int band) {
        return new Part(new BigDecimal(weight), new BigDecimal(score), band);
    }

    private static final List<Part> MIXED =
            List.of(part("5", "90", 3), part("1", "70", 3), part("1", "50", 2), part("2", "10", 1), part("1", "20", 1));

    @ParameterizedTest
    @CsvSource({
        "WEIGHTED, 61, ",
        "AVERAGE, 48, ",
        "WORST, 10, 1",
        "BEST, 90, 3",
        "MOST_FREQUENT_WORST, 15, 1",
        "MOST_FREQUENT_BEST, 80, 3",
        "MIN, 10, ",
        "MAX, 90, "
    })
    void eachMethodCombinesTheSameFiveChildren(RollUpMethod method, String score, Integer band) {
        Combination combined = Combination.of(method, MIXED).orElseThrow();
        assertThat(combined.score()).isEqualByComparingTo(score);
        assertThat(combined.band()).isEqualTo(band);
    }

    @Test
    void theBandOfMostChildrenWinsWhateverTheyWeigh() {
        List<Part> parts = List.of(part("100", "90", 3), part("1", "50", 2), part("1", "40", 2));
        for (RollUpMethod method : List.of(RollUpMethod.MOST_FREQUENT_BEST, RollUpMethod.MOST_FREQUENT_WORST)) {
            Combination combined = Combination.of(method, parts).orElseThrow();
            assertThat(combined.band()).as(method.toString()).isEqualTo(2);
            assertThat(combined.score()).isEqualByComparingTo("45");
        }
    }

    @Test
    void aBandAndANumberMayDiffer() {
        List<Part> vetoed = List.of(part("1", "80", 2), part("1", "70", 3)); // amber by a veto, its score kept
        assertThat(Combination.of(RollUpMethod.WORST, vetoed).orElseThrow())
                .isEqualTo(new Combination(new BigDecimal("80"), 2));
        assertThat(Combination.of(RollUpMethod.MIN, vetoed).orElseThrow())
                .isEqualTo(new Combination(new BigDecimal("70"), null));
    }

    @ParameterizedTest
    @EnumSource
    void withoutAScoredChildThereIsNoScoreRatherThanZero(RollUpMethod method) {
        assertThat(Combination.of(method, List.of())).isEmpty();
    }

    @Test
    void weightsThatAddUpToZeroGiveNoWeightedScoreButAMean() {
        List<Part> parts = List.of(part("0", "90", 3), part("0", "50", 2));
        assertThat(Combination.of(RollUpMethod.WEIGHTED, parts)).isEmpty();
        assertThat(Combination.of(RollUpMethod.AVERAGE, parts).orElseThrow().score())
                .isEqualByComparingTo("70");
    }

    @Test
    void aNodeThatStandsForItselfLooksAtNoChild() {
        assertThat(Combination.of(RollUpMethod.SELF, MIXED)).isEmpty();
    }
}
