package boscard.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> IDS = List.of("win_rate", "revenue", "revenue_growth", "cac", "csat", "nps");

    @ParameterizedTest
    @CsvSource({
        "win_rat, win_rate", // a letter is missing
        "winrate, win_rate", // punctuation does not count
        "WIN RATE, win_rate", // nor case, nor spaces
        "wni_rate, win_rate", // two letters are swapped
        "revenues, revenue",
        "revenue growth, revenue_growth",
        "csta, csat"
    })
    void theNearestNameIsMeant(String written, String meant) {
        assertThat(Suggestion.nearest(written, IDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"market_share", "''", "'  '", "pipeline"})
    void nothingIsMeantWhenNothingIsNear(String written) {
        assertThat(Suggestion.nearest(written, IDS)).isEmpty();
    }

    @Test
    void withoutNamesThereIsNothingToMean() {
        assertThat(Suggestion.nearest("win_rate", List.of())).isEmpty();
    }

    @Test
    void ofEquallyNearNamesTheFirstInTheAlphabetIsSaidWhateverTheirOrder() {
        assertThat(Suggestion.nearest("coat", List.of("cobt", "coaa"))).contains("coaa");
        assertThat(Suggestion.nearest("coat", List.of("coaa", "cobt"))).contains("coaa");
    }

    @ParameterizedTest
    @CsvSource({"'', abc, 3", "abc, abc, 0", "abcd, acbd, 1", "kitten, sitting, 3", "ca, abc, 3"})
    void distanceCountsInsertionsDeletionsReplacementsAndSwaps(String a, String b, int letters) {
        assertThat(Suggestion.distance(a, b)).isEqualTo(letters);
        assertThat(Suggestion.distance(b, a)).isEqualTo(letters);
    }
}
