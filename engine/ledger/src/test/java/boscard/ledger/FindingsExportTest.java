package boscard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.Severity;
import boscard.evaluation.Subject;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FindingsExportTest {

    private static final Finding RED =
            SampleRun.finding("EMEA", "ST1_RED", Severity.FAIL, FindingState.QUALIFIED, "0123456789abcdef");

    private static String json(Finding... findings) throws IOException {
        var writer = new StringWriter();
        FindingsExport.toJsonLines(Stream.of(findings), writer);
        return writer.toString();
    }

    private static List<NamedCsvRecord> csv(Finding... findings) throws IOException {
        var writer = new StringWriter();
        FindingsExport.toCsv(Stream.of(findings), writer);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(writer.toString())) {
            return reader.stream().toList();
        }
    }

    @Test
    void aJsonLineHasEveryFieldOfAFinding() throws IOException {
        assertThat(json(RED))
                .isEqualTo("{\"id\":\"" + RED.id() + "\",\"stage\":\"status\",\"code\":\"ST1_RED\","
                        + "\"severity\":\"FAIL\",\"state\":\"QUALIFIED\",\"confidence\":\"LOW\",\"status\":\"RED\","
                        + "\"scorecard\":\"EMEA\",\"kpi\":\"win_rate\",\"goal\":null,\"period\":\"2026-Q3\","
                        + "\"other\":null,\"value\":-0.241,\"threshold\":0.3,\"unit\":\"RATIO\",\"values\":["
                        + "{\"name\":\"attainment\",\"value\":0.803333333333,\"unit\":null,\"state\":\"PRESENT\","
                        + "\"n\":3},{\"name\":\"prior\",\"value\":null,\"unit\":\"RATIO\",\"state\":\"MISSING\","
                        + "\"n\":0}],\"message\":\"Win rate of EMEA in 2026-Q3 is 24.1 %, target 30.0 %\","
                        + "\"rule\":{\"id\":\"KT-014\",\"source\":\"kpi-thresholds.xlsx!Thresholds!A18:H18\","
                        + "\"file\":\"kpi-thresholds.xlsx\",\"sheet\":\"Thresholds\",\"row\":18,\"column\":1,"
                        + "\"cells\":\"A18:H18\"},\"facts\":["
                        + "{\"source\":\"facts/measurements.csv:118 (Actual value)\","
                        + "\"file\":\"facts/measurements.csv\",\"row\":118,\"column\":4},"
                        + "{\"source\":\"targets.xlsx!2026!C7\",\"file\":\"targets.xlsx\",\"sheet\":\"2026\","
                        + "\"row\":7,\"column\":3,\"cells\":\"C7\"},{\"source\":\"computed: won / closed\"}],"
                        + "\"builds_on\":[\"EMEA|win_rate|2026-Q3\"],\"suppressed_by\":[\"0123456789abcdef\"],"
                        + "\"counterfactual\":\"AMBER from 25.5 %\"}\n");
    }

    @Test
    void thereIsOneLinePerFindingAndNoneWithoutFindings() throws IOException {
        assertThat(json(RED, RED).lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
        assertThat(json()).isEmpty();
        assertThat(csv()).isEmpty();
    }

    @Test
    void numbersAreExactAndHaveNoExponent() throws IOException {
        Finding large = withValue(new BigDecimal("1E+25"), new BigDecimal("-0.00000000000000000000001"));

        assertThat(json(large))
                .contains("\"value\":10000000000000000000000000,", "\"threshold\":-0.00000000000000000000001,");
        assertThat(csv(large).get(0).getField("value")).isEqualTo("10000000000000000000000000");
        assertThat(csv(large).get(0).getField("threshold")).isEqualTo("-0.00000000000000000000001");
    }

    @Test
    void aCsvRowHasTheSameContentFlattened() throws IOException {
        NamedCsvRecord row = csv(RED).get(0);

        assertThat(row.getField("value")).isEqualTo("-0.241");
        assertThat(row.getField("values")).isEqualTo("attainment=0.803333333333 n=3; prior=MISSING RATIO");
        assertThat(row.getField("rule_source")).isEqualTo("kpi-thresholds.xlsx!Thresholds!A18:H18");
        assertThat(row.getField("rule_row")).isEqualTo("18");
        assertThat(row.getField("facts"))
                .isEqualTo("facts/measurements.csv:118 (Actual value); targets.xlsx!2026!C7; computed: won / closed");
        assertThat(row.getField("goal")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://x\")", "+1", "-2+3", "@SUM(A1)", "\tx", "\r=1", "\n=1", "\uff1d1", "=1\",=2"
            })
    void aTextThatStartsLikeAFormulaBecomesTextInEveryColumn(String text) throws IOException {
        Finding finding = new Finding(
                text,
                RED.stage(),
                text,
                RED.severity(),
                RED.state(),
                null,
                new Subject(text, text, text, text, text),
                null,
                new BigDecimal("-1"),
                null,
                null,
                List.of(),
                text,
                new boscard.evaluation.Derivation(
                        text, new boscard.source.CellRef(text, text, 1, 1, 1), List.of(), List.of(), List.of(text)),
                true,
                List.of(text),
                text);

        NamedCsvRecord row = csv(finding).get(0);

        for (String column : List.of(
                "id",
                "code",
                "scorecard",
                "kpi",
                "goal",
                "period",
                "other",
                "message",
                "rule_id",
                "rule_file",
                "rule_sheet",
                "builds_on",
                "suppressed_by",
                "counterfactual")) {
            assertThat(row.getField(column)).as(column).isEqualTo("'" + text);
        }
        assertThat(row.getField("value")).isEqualTo("-1");
        assertThat(row.getField("rule_source")).startsWith("'");
    }

    private static Finding withValue(BigDecimal value, BigDecimal threshold) {
        return new Finding(
                RED.id(),
                RED.stage(),
                RED.code(),
                RED.severity(),
                RED.state(),
                RED.status(),
                RED.subject(),
                RED.perspective(),
                value,
                threshold,
                RED.unit(),
                RED.values(),
                RED.message(),
                RED.derivation(),
                RED.latest(),
                RED.suppressedBy(),
                RED.counterfactual());
    }
}
