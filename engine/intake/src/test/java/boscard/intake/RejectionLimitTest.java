package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionLimitTest extends ImportTest {

    @ParameterizedTest
    @CsvSource({
        "25, 25, 26, false",
        "25, 26, 26, true",
        "0, 1, 1000000, true",
        "20%, 2, 10, false",
        "20%, 3, 10, true",
        "20 %, 1, 1, true",
        "2.5%, 25, 1000, false",
        "2.5%, 26, 1000, true",
        "0%, 0, 10, false",
        "0%, 1, 10, true",
        "100%, 10, 10, false"
    })
    void limitIsANumberOfRowsOrAShare(String written, int rejected, int rows, boolean exceeded) {
        assertThat(RejectionLimit.parse(written).orElseThrow().isExceededBy(rejected, rows))
                .isEqualTo(exceeded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "-1", "2.5", "101%", "many", "1,000", "99999999999"})
    void anythingElseIsNoLimit(String written) {
        assertThat(RejectionLimit.parse(written)).isEmpty();
    }

    @Test
    void byDefaultAFifthOfAtLeastTenRowsIsStillAccepted() {
        assertThat(RejectionLimit.DEFAULT.isExceededBy(2, 10)).isFalse();
        assertThat(RejectionLimit.DEFAULT.isExceededBy(3, 10)).isTrue();
        assertThat(RejectionLimit.DEFAULT.isExceededBy(9, 9)).isFalse();
    }

    @Test
    void fileBeyondTheLimitIsRefusedAsAWholeAndEveryRowSaysSo() {
        file("measurements.csv", HEADER + "A,win_rate,2026-Q1,1,1\nA,win_rate,2026-Q2,x,1\nA,win_rate,2026-Q3,1,1\n");
        var settings = settings()
                .withLimits(ImportLimits.DEFAULT.withRejection(
                        RejectionLimit.parse("0").orElseThrow()));
        ImportedFacts imported = importWith(settings, folder);

        assertThat(imported.facts().all()).isEmpty();
        assertThat(imported.accounts().get(0).rejected()).isEqualTo(3);
        assertThat(imported.rejectedByCode())
                .containsEntry(ProblemCode.FILE_REJECTED, 2)
                .containsEntry(ProblemCode.NUMBER_INVALID, 1);
        assertThat(imported.rejected())
                .extracting(row -> row.problems().get(0).code())
                .containsExactly(ProblemCode.FILE_REJECTED, ProblemCode.NUMBER_INVALID, ProblemCode.FILE_REJECTED);
        assertThat(messages(imported)).contains("1 of 3 rows cannot be used, more than 0; none of them is");
    }

    @Test
    void rowsBeyondThoseThatAreKeptAreStillCounted() {
        file("measurements.csv", HEADER + "A,win_rate,x,1,1\n".repeat(50));
        var limits = new ImportLimits(1000_000, 1000, 100, 5, 7, RejectionLimit.DEFAULT);
        ImportedFacts imported = importWith(settings().withLimits(limits), folder);

        assertThat(imported.rejected()).hasSize(7);
        assertThat(imported.accounts().get(0).rejected()).isEqualTo(50);
        assertThat(imported.rejectedByCode()).containsEntry(ProblemCode.PERIOD_INVALID, 50);
    }
}
