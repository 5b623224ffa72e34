package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Goal;
import boscard.fact.Measurement;
import boscard.fact.Reading;
import boscard.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class JsonFactsTest extends ImportTest {

    @Test
    void arrayOfObjectsIsReadWithTheLineOfEachObject() {
        file("measurements.json", """
                [
                  {"scorecard": "A", "kpi": "win_rate", "period": "2026-Q3", "actual": 0.241, "provisional": true},
                  {"scorecard": "B", "kpi": "win_rate", "period": "2026-Q3",
                   "actual": null},
                  {"scorecard": "C", "kpi": "win_rate", "period": 2026, "actual": "x"}
                ]
                """);
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("NUMBER_INVALID at measurements.json:5 (actual)");
        assertThat(measurements(imported))
                .extracting(Measurement::actual)
                .containsExactly(Reading.of("0.241"), Reading.BLANK);
        assertThat(measurements(imported).get(0).provisional()).isTrue();
        assertThat(measurements(imported).get(1).origin().whole().toString()).endsWith("measurements.json:3");
    }

    @Test
    void objectWithAPropertyForEachKindIsReadAsSeveralTables() {
        file("facts.json", """
                {"measurements": [{"scorecard": "A", "kpi": "win_rate", "period": "2026-Q3"}],
                 "goals": [{"goal": "G1", "kpi": ["win_rate", "revenue"]}]}
                """);
        ImportedFacts imported = importAll();

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported)).hasSize(1);
        assertThat(imported.facts().of(Goal.class).get(0).kpi()).containsExactly("win_rate", "revenue");
    }

    @Test
    void oneWrongLineOfJsonLinesCostsOneRow() {
        file("measurements.jsonl", """
                {"scorecard": "A", "kpi": "win_rate", "period": "2026-Q3", "actual": 1}
                {"scorecard": "B", "kpi":

                {"scorecard": "C", "kpi": "win_rate", "period": "2026-Q3", "actual": 1}
                """);
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("FILE_UNREADABLE at measurements.jsonl:2");
        assertThat(measurements(imported)).extracting(Measurement::scorecard).containsExactly("A", "C");
        assertThat(imported.accounts().get(0).toString()).contains("4 read = 2 accepted + 1 rejected + 1 skipped");
    }

    @Test
    void whatIsNoJsonIsReportedWithItsLine() {
        file("measurements.json", "[\n{\"scorecard\": A}\n]");

        assertThat(addresses(importAll())).contains("FILE_UNREADABLE at measurements.json:2");
    }

    @Test
    void numberWithAnEnormousExponentIsRefusedAndDoesNotFillTheMemory() {
        file(
                "measurements.json",
                "[{\"scorecard\":\"A\",\"kpi\":\"win_rate\",\"period\":\"2026\",\"actual\":1e999999999}]");

        assertThat(codes(importAll())).contains(ProblemCode.NUMBER_INVALID);
    }
}
