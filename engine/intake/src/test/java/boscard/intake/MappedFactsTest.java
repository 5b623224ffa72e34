package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.fact.Reading;
import boscard.intake.layout.SkipReason;
import boscard.intake.mapping.MappingReader;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Foreign layouts that a mapping describes. */
class MappedFactsTest extends ImportTest {

    static ImportSettings mapped(String... keys) {
        var text = new StringBuilder("files:\n  - match: \"*\"\n");
        for (String key : keys) {
            text.append(key.indent(4));
        }
        return settings().withMapping(new MappingReader().parse(text.toString(), "mapping.yaml"));
    }

    @Test
    void columnsConstantsAndWordsAreMapped() {
        file("kpi_facts.csv", "entity,entity_name,measure,month,value\n272,Jiang,REV,2026-01,5\n");
        ImportedFacts imported = importWith(
                mapped(
                        "kind: measurements",
                        "columns: {scorecard: entity, kpi: measure, period: month, actual: value}",
                        "constants: {currency: USD, target: 7}",
                        "ignore: [Entity Name]",
                        "values: {kpi: {REV: revenue}}"),
                folder);

        assertThat(imported.problems()).isEmpty();
        Measurement m = measurements(imported).get(0);
        assertThat(m.id()).isEqualTo("272|revenue|2026-01");
        assertThat(m.currency()).isEqualTo("USD");
        assertThat(m.target()).isEqualTo(Reading.of("7"));
        assertThat(m.origin().of("actual").toString()).endsWith(":2 (value)");
    }

    @Test
    void mappedColumnThatIsNotThereIsReported() {
        file("measurements.csv", "scorecard,kpi,period,value\nA,win_rate,2026-01,5\n");
        ImportedFacts imported = importWith(mapped("columns: {actual: valeu}"), folder);

        assertThat(messages(imported))
                .contains("there is no column valeu, which the mapping names for actual")
                .contains("the column value is meant");
    }

    @Test
    void fileWithoutHeaderIsReadByPlaces() {
        file("export.txt", "x|A|win_rate|2026-01|5\nx|B|win_rate|2026-01\n");
        ImportedFacts imported = importWith(
                mapped(
                        "kind: measurements",
                        "header: false",
                        "delimiter: \"|\"",
                        "columns: {scorecard: 2, kpi: 3, period: 4, actual: 5}"),
                folder);

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported))
                .extracting(Measurement::actual)
                .containsExactly(Reading.of("5"), Reading.BLANK);
        assertThat(measurements(imported).get(0).origin().of("actual").toString())
                .endsWith(":1 (column 5)");
    }

    @Test
    void rowsAboveTheHeaderAreSkippedAndCounted() {
        file(
                "measurements.csv",
                "Printed on Monday\nscorecard,kpi,period,actual\n" + HEADER + "A,win_rate,2026-01,5,6\n");
        ImportedFacts imported = importWith(mapped("skip_rows: 2"), folder);

        assertThat(imported.problems()).isEmpty();
        assertThat(imported.accounts().get(0).skipped()).containsEntry(SkipReason.TITLE, 2);
    }

    @Test
    void declaredNumbersAndScaleAreApplied() {
        file("measurements.csv", HEADER.replace(",", ";") + "A;win_rate;2026-01;1.234,5;2\n");
        ImportedFacts imported =
                importWith(mapped("decimal: \",\"", "thousands: \".\"", "scale: {target: 1000}"), folder);

        assertThat(measurements(imported).get(0).actual().valueOrNull()).isEqualTo(new BigDecimal("1234.5"));
        assertThat(measurements(imported).get(0).target().valueOrNull()).isEqualTo(new BigDecimal("2000"));
    }

    @Test
    void wordsForNoneCountInEveryColumnOrInOne() {
        file("measurements.csv", "scorecard,kpi,period,actual,note\nA,win_rate,2026-01,k.A.,k.A.\n");

        Measurement everywhere =
                measurements(importWith(mapped("none: [\"k.A.\"]"), folder)).get(0);
        assertThat(everywhere.actual()).isEqualTo(Reading.NOT_REPORTED);
        assertThat(everywhere.note()).isNull();

        Measurement one = measurements(importWith(mapped("none: {actual: [\"k.A.\"]}"), folder))
                .get(0);
        assertThat(one.actual()).isEqualTo(Reading.NOT_REPORTED);
        assertThat(one.note()).isEqualTo("k.A.");
    }

    @Test
    void unquotedNullInAMappingIsTheWord() {
        file("measurements.csv", "scorecard,kpi,period,actual,note\nA,win_rate,2026-01,1,NULL\n");

        assertThat(measurements(importWith(mapped("none: [NULL]"), folder))
                        .get(0)
                        .note())
                .isNull();
    }

    @Test
    void declaredDatesAndPeriodsAreRead() {
        file("target_changes.csv", "scorecard,kpi,period,new_target,changed_on\nA,win_rate,202607,1,03/04/2026\n");
        ImportedFacts imported = importWith(mapped("period_formats: [yyyyMM]", "date_formats: [dd/MM/yyyy]"), folder);

        assertThat(imported.problems()).isEmpty();
        assertThat(imported.facts().all().get(0).id()).isEqualTo("A|win_rate|2026-07|2026-04-03");
    }

    @Test
    void wrongConstantIsReported() {
        file("measurements.csv", "scorecard,kpi,actual\nA,win_rate,1\n");

        assertThat(messages(importWith(mapped("constants: {period: soon}"), folder)))
                .contains("the constant of the mapping for period: \"soon\" is not a period");
    }
}
