package boscard.intake;

import static boscard.intake.layout.SkipReason.BLANK;
import static boscard.intake.layout.SkipReason.DUPLICATE;
import static boscard.intake.layout.SkipReason.FOOTER;
import static boscard.intake.layout.SkipReason.TITLE;
import static boscard.intake.layout.SkipReason.TOTAL;
import static boscard.problem.ProblemCode.KEY_DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsImporterTest extends ImportTest {

    @Test
    void measurementsAloneAreEnough() {
        ImportedFacts imported = importMeasurements("EMEA,win_rate,2026-Q3,0.241,0.300\n");

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported)).singleElement().satisfies(m -> {
            assertThat(m.id()).isEqualTo("EMEA|win_rate|2026-Q3");
            assertThat(m.actual()).isEqualTo(Reading.of("0.241"));
            assertThat(m.target()).isEqualTo(Reading.of("0.3"));
            assertThat(m.baseline()).isEqualTo(Reading.BLANK);
            assertThat(m.provisional()).isFalse();
            assertThat(m.origin().of("actual").toString()).endsWith("measurements.csv:2 (actual)");
        });
    }

    @Test
    void blankIsMissingAndZeroIsAValue() {
        ImportedFacts imported = importMeasurements("A,win_rate,2026-Q3,,0\n");

        assertThat(measurements(imported).get(0).actual()).isEqualTo(Reading.BLANK);
        assertThat(measurements(imported).get(0).target()).isEqualTo(Reading.of("0"));
    }

    @Test
    void wordsForNoneBecomeTheirKindOfMissing() {
        ImportedFacts imported = importMeasurements("A,win_rate,2026-Q3,n/a,TBD\n");

        assertThat(measurements(imported).get(0).actual()).isEqualTo(Reading.NOT_APPLICABLE);
        assertThat(measurements(imported).get(0).target()).isEqualTo(Reading.NOT_REPORTED);
    }

    @Test
    void wordForNoneInAColumnOfTextIsText() {
        ImportedFacts imported = importMeasurements("NA,win_rate,2026-Q3,1,1\n");

        assertThat(measurements(imported).get(0).scorecard()).isEqualTo("NA");
    }

    @Test
    void allProblemsOfARowAreReported() {
        ImportedFacts imported = importMeasurements("A,win_rat,2026-13,abc,\"1,234\"\n");

        assertThat(addresses(imported))
                .containsExactly(
                        "KPI_UNKNOWN at measurements.csv:2 (kpi)",
                        "PERIOD_INVALID at measurements.csv:2 (period)",
                        "NUMBER_INVALID at measurements.csv:2 (actual)",
                        "NUMBER_AMBIGUOUS at measurements.csv:2 (target)");
        assertThat(imported.accounts().get(0).rejected()).isEqualTo(1);
    }

    @Test
    void unknownKpiOffersTheNearestAndItsAddress() {
        ImportedFacts imported = importMeasurements("A,win_rat,2026-Q1,1,1\n");

        assertThat(messages(imported))
                .contains("KPI \"win_rat\" is not in the catalogue [KPI_UNKNOWN]")
                .contains("Maybe win_rate (kpi-catalogue.xlsx!KPIs!2:2).");
    }

    @Test
    void oneBadRowDoesNotStopTheOthers() {
        ImportedFacts imported =
                importMeasurements("A,win_rate,2026-Q1,1,1\nB,win_rate,2026-Q1,x,1\nC,win_rate,2026-Q1,1,1\n");

        assertThat(measurements(imported)).extracting("scorecard").containsExactly("A", "C");
        assertThat(imported.hasErrors()).isTrue();
    }

    @Test
    void hundredthWrongRowIsReportedLikeTheFirst() {
        var rows = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            rows.append("S")
                    .append(i)
                    .append(",win_rate,2026-Q1,")
                    .append(i < 100 ? "x" : "1")
                    .append(",\n");
        }
        ImportedFacts imported = importMeasurements(rows.toString());

        assertThat(addresses(imported))
                .hasSize(100)
                .contains("NUMBER_INVALID at measurements.csv:2 (actual)")
                .contains("NUMBER_INVALID at measurements.csv:101 (actual)");
    }

    @Test
    void problemsOfOneCodeBeyondTheBoundAreCounted() {
        var rows = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            rows.append("S").append(i).append(",win_rate,2026-Q1,x,\n");
        }
        file("measurements.csv", HEADER + rows);
        var limits = new ImportLimits(1000, 100, 100, 4, 100, RejectionLimit.DEFAULT);
        ImportedFacts imported = importWith(settings().withLimits(limits), folder);

        assertThat(imported.problems()).hasSize(5);
        assertThat(messages(imported)).contains("5 more problems of this kind are not listed; there are 9");
    }

    @Test
    void everyRowIsAcceptedRejectedOrSkipped() {
        file(
                "measurements.csv",
                "Report of the third quarter,,,,\n\n" + HEADER
                        + "A,win_rate,2026-Q3,1,1\n"
                        + ",,,,\n"
                        + "\n"
                        + "B,win_rate,2026-Q3,x,1\n"
                        + "A,win_rate,2026-Q3,1.0,1\n"
                        + "EMEA Total,win_rate,2026-Q3,2,2\n"
                        + "Source: CRM,,,,\n");
        ImportedFacts imported = importAll();

        FileAccount account = imported.accounts().get(0);
        assertThat(account.read()).isEqualTo(9);
        assertThat(account.accepted()).isEqualTo(1);
        assertThat(account.rejected()).isEqualTo(1);
        assertThat(account.skipped()).isEqualTo(Map.of(TITLE, 1, BLANK, 3, DUPLICATE, 1, TOTAL, 1, FOOTER, 1));
        assertThat(account.toString()).contains("9 read = 1 accepted + 1 rejected + 7 skipped");
    }

    @Test
    void sameKeyWithOtherValuesRejectsBothAndNamesBoth() {
        ImportedFacts imported =
                importMeasurements("A,win_rate,2026-Q3,1,1\nB,win_rate,2026-Q3,1,1\nA,win_rate,2026-Q3,2,1\n");

        assertThat(codes(imported)).containsExactly(KEY_DUPLICATE, KEY_DUPLICATE);
        assertThat(messages(imported))
                .contains("measurements.csv:4 with other values: actual 1 here, 2 there")
                .contains("measurements.csv:2 with other values: actual 2 here, 1 there");
        assertThat(measurements(imported)).extracting("scorecard").containsExactly("B");
        assertThat(imported.accounts().get(0).rejected()).isEqualTo(2);
    }

    @Test
    void sameKeyInTwoFilesIsFound() {
        file("measurements-1.csv", HEADER + "A,win_rate,2026-Q3,1,1\n");
        file("measurements-2.csv", HEADER + "A,win_rate,2026-Q3,2,1\n");

        assertThat(addresses(importAll()))
                .containsExactly("KEY_DUPLICATE at measurements-1.csv:2", "KEY_DUPLICATE at measurements-2.csv:2");
    }

    @Test
    void orderOfPathsChangesNothing() {
        var a = file("measurements-1.csv", HEADER + "A,win_rate,2026-Q3,1,1\n");
        var b = file("measurements-2.csv", HEADER + "A,win_rate,2026-Q3,1,1\nB,win_rate,2026-Q3,x,1\n");

        ImportedFacts forth = importWith(settings(), a, b);
        ImportedFacts back = importWith(settings(), b, a, folder);

        assertThat(back.facts().all()).isEqualTo(forth.facts().all());
        assertThat(back.problems()).isEqualTo(forth.problems());
        assertThat(back.accounts()).isEqualTo(forth.accounts());
    }
}
