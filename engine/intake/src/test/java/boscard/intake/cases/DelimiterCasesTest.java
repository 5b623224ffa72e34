package boscard.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.intake.layout.SkipReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DOMAIN.md section 13, Delimiters: cases 14 to 24. */
class DelimiterCasesTest extends CaseTest {

    @ParameterizedTest
    @DomainCase({14, 15})
    @ValueSource(strings = {";", "\t", ",", "|"})
    void delimiterIsFound(String delimiter) {
        file("measurements.csv", (HEADER + "A,revenue,2026-Q3,1,2\n").replace(",", delimiter));
        Result result = imported();

        assertThat(result.problems()).isEmpty();
        assertThat(result.actuals()).containsExactly("1");
        assertThat(result.only().origin().of("actual").column()).isEqualTo(4);
    }

    @Test
    @DomainCase(16)
    void barsWithoutHeaderAreReadByMappedPositionsAndElseAreAnError() {
        file("export.csv", "7|A|revenue|2026-Q3|1\n8|B|revenue|2026-Q3|2\n");
        Result mapped = imported(mapped(
                "kind: measurements",
                "header: false",
                "delimiter: \"|\"",
                "columns: {scorecard: 2, kpi: 3, period: 4, actual: 5}"));
        assertThat(mapped.problems()).isEmpty();
        assertThat(mapped.actuals()).containsExactly("1", "2");
        assertThat(mapped.only().origin().of("actual").column()).isEqualTo(5);

        Result unmapped = imported();
        assertThat(unmapped.problems()).containsExactly("FORMAT_UNKNOWN at export.csv:1");
        assertThat(unmapped.messages()).contains("a mapping can say which kind it is");
    }

    @Test
    @DomainCase(17)
    void declarationOnTheFirstLineIsObeyedAndIsNoRow() {
        file("measurements.csv", "sep=;\n" + HEADER.replace(',', ';') + "A;revenue;2026-Q3;1;2\n");
        Result result = imported();

        assertThat(result.problems()).isEmpty();
        assertThat(result.read()).isEqualTo(1);
        assertThat(result.only().origin().whole().row()).isEqualTo(3);
    }

    @Test
    @DomainCase({18, 19})
    void lineEndAndDoubledQuoteInsideQuotesAreOneCell() {
        file(
                "measurements.csv",
                "scorecard,kpi,period,actual,note\nA,revenue,2026-Q3,1,\"two\nlines and \"\"quotes\"\"\"\nB,revenue,2026-Q3,x,\n");
        Result result = imported();

        assertThat(result.only().note()).isEqualTo("two\nlines and \"quotes\"");
        assertThat(result.problems()).containsExactly("NUMBER_INVALID at measurements.csv:4 (actual)");
    }

    @Test
    @DomainCase(20)
    void quoteThatNeverClosesNamesItsLine() {
        Result result = rows("A,revenue,2026-Q1,1,2", "\"B,revenue,2026-Q2,1,2", "C,revenue,2026-Q3,1,2");

        assertThat(result.problems()).containsExactly("QUOTE_UNCLOSED at measurements.csv:3");
        assertThat(result.measurements()).extracting(Measurement::scorecard).containsExactly("A", "C");
        assertThat(result.read()).isEqualTo(3);
    }

    @Test
    @DomainCase(21)
    void raggedRowSaysHowManyCellsWereExpectedAndFound() {
        Result result = rows("A,revenue,2026-Q3,1", "B,revenue,2026-Q3,1,2,3", "C,revenue,2026-Q3,1,2");

        assertThat(result.problems())
                .containsExactly("ROW_RAGGED at measurements.csv:2", "ROW_RAGGED at measurements.csv:3");
        assertThat(result.messages())
                .contains("the row has 4 cells, the header has 5")
                .contains("the row has 6 cells, the header has 5");
        assertThat(result.measurements()).hasSize(1);
    }

    @Test
    @DomainCase(22)
    void delimiterBehindTheLastColumnMakesNoColumn() {
        file("measurements.csv", "scorecard,kpi,period,actual,\nA,revenue,2026-Q3,1,\nB,revenue,2026-Q3,2,\n");
        Result result = imported();

        assertThat(result.actuals()).containsExactly("1", "2");
        assertThat(result.problems()).containsExactly("COLUMN_UNNAMED at measurements.csv:1");
        assertThat(result.imported().hasErrors()).isFalse();
    }

    @Test
    @DomainCase(23)
    void lineEndsMayBeMixed() {
        file(
                "measurements.csv",
                "scorecard,kpi,period,actual\r\nA,revenue,2026-Q1,1\nB,revenue,2026-Q1,2\r\nC,revenue,2026-Q1,x\rD,revenue,2026-Q1,4");
        Result result = imported();

        assertThat(result.actuals()).containsExactly("1", "2", "4");
        assertThat(result.problems()).containsExactly("NUMBER_INVALID at measurements.csv:4 (actual)");
    }

    @Test
    @DomainCase(24)
    void columnsAlignedBySpacesAreAnErrorAndNotGuessed() {
        file("measurements.csv", "scorecard  kpi      period   actual\nA          revenue  2026-Q3  1\n");
        Result result = imported();

        assertThat(result.imported().hasErrors()).isTrue();
        assertThat(result.problems()).anyMatch(problem -> problem.startsWith("COLUMN_MISSING at measurements.csv:1"));
        assertThat(result.measurements()).isEmpty();
        assertThat(result.rejected()).isEqualTo(1);
    }

    @Test
    @DomainCase(24)
    void columnsAlignedBySpacesAreReadByMappedWidths() {
        file(
                "measurements.csv",
                "Sales of all teams\n"
                        + "scorecard  kpi      period   actual\n"
                        + "Team A     revenue  2026-Q3  1\n"
                        + "Team Bé    revenue  2026-Q3  x\n"
                        + "Team C     revenue  2026-Q3  3       and more\n"
                        + "Team D     revenue  2026-Q3\n");
        Result result = imported(mapped("widths: [11, 9, 9, 6]"));

        assertThat(result.measurements())
                .extracting(one -> one.scorecard() + " " + one.actual())
                .containsExactly("Team A 1", "Team D missing (BLANK)");
        assertThat(result.problems())
                .containsExactly("NUMBER_INVALID at measurements.csv:4 (actual)", "ROW_RAGGED at measurements.csv:5");
        assertThat(result.only().origin().of("actual").toString()).endsWith("measurements.csv:3 (actual)");
        assertThat(result.skipped(SkipReason.TITLE)).isEqualTo(1);
    }
}
