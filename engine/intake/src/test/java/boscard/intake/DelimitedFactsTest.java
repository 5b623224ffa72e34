package boscard.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.problem.ProblemCode;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text files as they come: encodings, delimiters, quotes, ragged rows. */
class DelimitedFactsTest extends ImportTest {

    private static final String ROW = "José,win_rate,2026-Q3,1,2\n";

    @Test
    void byteOrderMarksAreObeyed() {
        file("measurements-1.csv", "\ufeff" + HEADER + ROW);
        file("measurements-2.csv", "\ufeff" + HEADER + ROW.replace("Q3", "Q2"), UTF_16LE);
        file("measurements-3.csv", "\ufeff" + HEADER + ROW.replace("Q3", "Q1"), UTF_16BE);
        ImportedFacts imported = importAll();

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported)).extracting(Measurement::scorecard).containsExactly("José", "José", "José");
    }

    @Test
    void invalidByteIsReportedWithItsOffsetAndCostsItsRowOnly() {
        String before = HEADER + "A,win_rate,2026-Q3,1,2\n";
        file("measurements.csv", before + ROW, ISO_8859_1);
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("ENCODING_INVALID at measurements.csv:3");
        assertThat(messages(imported))
                .contains("byte 0xE9 at offset " + (before.length() + 3))
                .contains("encoding: windows-1252");
        assertThat(measurements(imported)).extracting(Measurement::scorecard).containsExactly("A");
        assertThat(imported.accounts().get(0).rejected()).isEqualTo(1);
    }

    @Test
    void invalidByteFarInALargeFileHasItsOffset() {
        String row = "A,win_rate,2026-Q3,1,2\n";
        String before = HEADER + row.repeat(10_000);
        file("measurements.csv", before + ROW, ISO_8859_1);

        assertThat(messages(importAll())).contains("offset " + (before.length() + 3));
    }

    @Test
    void declaredEncodingIsUsed() {
        file("measurements.csv", HEADER + ROW, Charset.forName("windows-1252"));
        ImportedFacts imported = importWith(MappedFactsTest.mapped("encoding: windows-1252"), folder);

        assertThat(measurements(imported)).extracting(Measurement::scorecard).containsExactly("José");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", ","})
    void delimiterIsDetected(String delimiter) {
        file("measurements.csv", (HEADER + "A,win_rate,2026-Q3,1.5,2\n").replace(",", delimiter));
        ImportedFacts imported = importAll();

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported)).hasSize(1);
    }

    @Test
    void declarationOfTheDelimiterIsObeyedAndIsNoRow() {
        file("measurements.csv", "sep=;\r\n" + HEADER.replace(",", ";") + "A;win_rate;2026-Q3;1;2\n");
        ImportedFacts imported = importAll();

        assertThat(measurements(imported))
                .singleElement()
                .satisfies(m -> assertThat(m.origin().whole().row()).isEqualTo(3));
        assertThat(imported.accounts().get(0).read()).isEqualTo(1);
    }

    @Test
    void quotedCellsMayHoldDelimitersQuotesAndLineEnds() {
        file(
                "measurements.csv",
                "scorecard,kpi,period,actual,note\n"
                        + "\"A, Inc.\",win_rate,2026-Q3,1,\"two\nlines and a \"\"word\"\"\"\r\n"
                        + "B,win_rate,2026-Q3,1,\r"
                        + "C,win_rate,2026-Q3,x,\n");
        ImportedFacts imported = importAll();

        assertThat(measurements(imported)).extracting(Measurement::scorecard).containsExactly("A, Inc.", "B");
        assertThat(measurements(imported).get(0).note()).isEqualTo("two\nlines and a \"word\"");
        assertThat(addresses(imported)).containsExactly("NUMBER_INVALID at measurements.csv:5 (actual)");
    }

    @Test
    void unclosedQuoteNamesItsLineAndCostsThatRowOnly() {
        ImportedFacts imported = importMeasurements(
                "A,win_rate,2026-Q3,1,2\n\"B,win_rate,2026-Q3,1,2\nC,win_rate,2026-Q3,1,2\nD,win_rate,2026-Q3,x,2\n");

        assertThat(addresses(imported))
                .containsExactly(
                        "QUOTE_UNCLOSED at measurements.csv:3", "NUMBER_INVALID at measurements.csv:5 (actual)");
        assertThat(measurements(imported)).extracting(Measurement::scorecard).containsExactly("A", "C");
        assertThat(imported.accounts().get(0).toString()).contains("4 read = 2 accepted + 2 rejected");
    }

    @Test
    void raggedRowsSayWhatIsExpectedAndFound() {
        ImportedFacts imported =
                importMeasurements("A,win_rate,2026-Q3,1\nB,win_rate,2026-Q3,1,2,3\nC,win_rate,2026-Q3,1,2,,\n");

        assertThat(addresses(imported))
                .containsExactly("ROW_RAGGED at measurements.csv:2", "ROW_RAGGED at measurements.csv:3");
        assertThat(messages(imported)).contains("the row has 4 cells, the header has 5");
        assertThat(measurements(imported)).extracting(Measurement::scorecard).containsExactly("C");
    }

    @Test
    void delimiterBehindTheLastColumnIsNoColumn() {
        file("measurements.csv", "scorecard,kpi,period,actual,\nA,win_rate,2026-Q3,1,\nB,win_rate,2026-Q3,1\n");
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("COLUMN_UNNAMED at measurements.csv:1");
        assertThat(measurements(imported)).hasSize(2);
    }

    @Test
    void headingsAreReadWithoutCaseAndOuterSpaces() {
        file("measurements.csv", " Scorecard ,KPI,\u00a0Period,ACTUAL\nA,win_rate,2026-Q3,1\n");

        assertThat(importAll().problems()).isEmpty();
    }

    @Test
    void unknownColumnIsAnErrorSaidOnceWithTheNearest() {
        file("measurements.csv", "scorecard,kpi,period,actul\nA,win_rate,2026-Q3,1\nB,win_rate,2026-Q3,1\n");
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("COLUMN_UNKNOWN at measurements.csv:1 (actul)");
        assertThat(messages(imported)).contains("Maybe actual is meant.");
        assertThat(imported.hasErrors()).isTrue();
    }

    @Test
    void columnThatIsThereTwiceIsNotGuessed() {
        file("measurements.csv", "scorecard,kpi,period,actual,Actual\nA,win_rate,2026-Q3,1,2\n");
        ImportedFacts imported = importAll();

        assertThat(codes(imported)).containsExactly(ProblemCode.COLUMN_DUPLICATE);
        assertThat(messages(imported)).contains("as column 4 and column 5");
    }

    @Test
    void missingKeyColumnRejectsTheFileAndOffersTheNearest() {
        file("measurements.csv", "scorecard,kpis,period,actual\nA,win_rate,2026-Q3,1\nB,win_rate,2026-Q3,1\n");
        ImportedFacts imported = importAll();

        assertThat(codes(imported))
                .contains(ProblemCode.COLUMN_MISSING, ProblemCode.FILE_REJECTED)
                .doesNotContain(ProblemCode.VALUE_REQUIRED);
        assertThat(messages(imported)).contains("there is no column kpi").contains("the column kpis is meant");
        assertThat(imported.accounts().get(0).toString()).contains("2 read = 0 accepted + 2 rejected");
    }

    @Test
    void tooManyWrongRowsRejectTheFile() {
        var rows = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            rows.append("S")
                    .append(i)
                    .append(",win_rate,2026-Q1,")
                    .append(i < 3 ? "x" : "1")
                    .append(",\n");
        }
        ImportedFacts imported = importMeasurements(rows.toString());

        assertThat(codes(imported)).contains(ProblemCode.FILE_REJECTED);
        assertThat(messages(imported)).contains("3 of 10 rows cannot be used, more than 20 %");
        assertThat(imported.accounts().get(0).rejected()).isEqualTo(10);
    }

    @Test
    void exactlyAFifthOfWrongRowsIsAllowed() {
        var rows = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            rows.append("S")
                    .append(i)
                    .append(",win_rate,2026-Q1,")
                    .append(i < 2 ? "x" : "1")
                    .append(",\n");
        }

        assertThat(measurements(importMeasurements(rows.toString()))).hasSize(8);
    }

    @Test
    void amountInAnotherCurrencyThanTheRowIsRefused() {
        file(
                "measurements.csv",
                "scorecard,kpi,period,actual,currency\nA,revenue,2026-Q3,$5,USD\nB,revenue,2026-Q3,€5,USD\n");
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("NUMBER_INVALID at measurements.csv:3 (actual)");
        assertThat(messages(imported)).contains("an amount in € stands in a row whose currency is USD");
    }

    @Test
    void cellBeyondTheBoundIsRefused() {
        file("measurements.csv", "scorecard,kpi,period,note\nA,win_rate,2026-Q3," + "x".repeat(40_000) + "\n");

        assertThat(addresses(importAll())).contains("VALUE_TOO_LONG at measurements.csv:2 (note)");
    }

    @Test
    void rowsBeyondTheBoundAreNotRead() {
        var limits = new ImportLimits(100_000, 2, 100, 10, 100, RejectionLimit.DEFAULT);
        file("measurements.csv", HEADER + "A,win_rate,2026-Q3,1,\n".repeat(5));
        ImportedFacts imported = importWith(settings().withLimits(limits), folder);

        assertThat(addresses(imported)).contains("FILE_TOO_LARGE at measurements.csv:4");
        assertThat(imported.accounts().get(0).read()).isEqualTo(3);
    }

    @Test
    void contradictingRowsCountAmongTheWrongOnes() {
        var rows = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            rows.append("S")
                    .append(i < 4 ? 0 : i)
                    .append(",win_rate,2026-Q1,")
                    .append(i)
                    .append(",\n");
        }

        assertThat(codes(importMeasurements(rows.toString()))).contains(ProblemCode.FILE_REJECTED);
    }
}
