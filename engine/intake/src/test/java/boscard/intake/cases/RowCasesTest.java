package boscard.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.intake.FactsImporter;
import boscard.intake.layout.SkipReason;
import boscard.intake.mapping.MappingReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DOMAIN.md section 13, Rows: cases 36 to 48. */
class RowCasesTest extends CaseTest {

    private static final String SCORECARDS = "scorecard,name,level\nEMEA,Europe,REGION\n";

    @Test
    @DomainCase(36)
    void blankRowInsideIsSkippedAndReadingGoesOn() {
        Result result = rows("A,revenue,2026-Q1,1,2", "", "B,revenue,2026-Q1,2,2");

        assertThat(result.skipped(SkipReason.BLANK)).isEqualTo(1);
        assertThat(result.actuals()).containsExactly("1", "2");
        assertThat(result.problems()).isEmpty();
    }

    @Test
    @DomainCase(37)
    void rowOfSpacesIsBlank() {
        Result text = rows(" , ,\u00a0,,", "A,revenue,2026-Q1,1,2");
        assertThat(text.skipped(SkipReason.BLANK)).isEqualTo(1);
        assertThat(text.problems()).isEmpty();

        Result sheet =
                workbook(row("scorecard", "kpi", "period", "actual"), row(" ", " "), row("B", "revenue", "2026-Q3", 1));
        assertThat(sheet.skipped(SkipReason.BLANK)).isEqualTo(2);
    }

    @Test
    @DomainCase(38)
    void totalIsCountedAndNeverAUnit() {
        Result result = rows("A,revenue,2026-Q1,1,2", "Total,,,1,2", "EMEA subtotal,revenue,2026-Q1,1,2");

        assertThat(result.skipped(SkipReason.TOTAL)).isEqualTo(2);
        assertThat(result.measurements()).extracting(Measurement::scorecard).containsExactly("A");
    }

    @Test
    @DomainCase(39)
    void footnoteIsSkipped() {
        Result result = rows("A,revenue,2026-Q1,1,2", "Note: preliminary,,,,", "* without returns,,,,");

        assertThat(result.skipped(SkipReason.FOOTER)).isEqualTo(2);
        assertThat(result.problems()).isEmpty();
    }

    @Test
    @DomainCase(41)
    void sameKeyWithTheSameValuesIsKeptOnce() {
        Result result = rows("A,revenue,2026-Q1,1.0,2", "A,revenue,2026-Q1,1.00,2.0");

        assertThat(result.skipped(SkipReason.DUPLICATE)).isEqualTo(1);
        assertThat(result.measurements()).hasSize(1);
        assertThat(result.problems()).isEmpty();
    }

    @Test
    @DomainCase(42)
    void sameKeyWithOtherValuesRejectsBothAndEachNamesTheOther() {
        Result result = rows("A,revenue,2026-Q1,1,2", "B,revenue,2026-Q1,1,2", "A,revenue,2026-Q1,3,2");

        assertThat(result.problems())
                .containsExactly("KEY_DUPLICATE at measurements.csv:2", "KEY_DUPLICATE at measurements.csv:4");
        assertThat(result.messages())
                .contains("measurements.csv:4 with other values: actual 1 here, 3 there")
                .contains("measurements.csv:2 with other values: actual 3 here, 1 there");
        assertThat(result.measurements()).extracting(Measurement::scorecard).containsExactly("B");
    }

    @Test
    @DomainCase(43)
    void otherSpellingOfAScorecardIsFoldedAndAnUnknownOneIsAnErrorWithTheNearest() {
        file("scorecards.csv", SCORECARDS);
        Result result = rows(" emea ,revenue,2026-Q1,1,2", "EMAE,revenue,2026-Q1,1,2");

        assertThat(result.problems())
                .containsExactly(
                        "VALUE_ADJUSTED at measurements.csv:2 (scorecard)",
                        "SCORECARD_UNKNOWN at measurements.csv:3 (scorecard)");
        assertThat(result.messages()).contains("Maybe EMEA (");
        assertThat(result.only().scorecard()).isEqualTo("EMEA");
    }

    @Test
    @DomainCase(44)
    void renamedScorecardWithoutAnAliasIsAnError() {
        file("scorecards.csv", SCORECARDS);
        Result result = rows("Europe and Africa,revenue,2026-Q1,1,2");

        assertThat(result.problems()).containsExactly("SCORECARD_UNKNOWN at measurements.csv:2 (scorecard)");
    }

    @Test
    @DomainCase(45)
    void targetWithoutActualAndActualWithoutTargetAreValues() {
        Result result = rows("A,revenue,2026-Q1,,2", "B,revenue,2026-Q1,1,");

        assertThat(result.problems()).isEmpty();
        assertThat(result.measurements()).hasSize(2);
        assertThat(result.only().actual().isMissing()).isTrue();
        assertThat(result.measurements().get(1).target().isMissing()).isTrue();
    }

    @Test
    @DomainCase(47)
    void targetOfTheFutureIsKeptAndAnActualOfTheFutureIsAnError() {
        Result result =
                rows(settings().withAsOf(LocalDate.of(2026, 9, 30)), "A,revenue,2026-Q4,,2", "B,revenue,2026-Q4,1,2");

        assertThat(result.problems()).containsExactly("ACTUAL_IN_FUTURE at measurements.csv:3 (actual)");
        assertThat(result.measurements()).extracting(Measurement::scorecard).containsExactly("A");
    }

    @Test
    @DomainCase(48)
    void currentPeriodIsAValue() {
        Result result = rows(settings().withAsOf(LocalDate.of(2026, 11, 15)), "A,revenue,2026-Q4,1,2");

        assertThat(result.problems()).isEmpty();
        assertThat(result.actuals()).containsExactly("1");
    }

    @Test
    @DomainCase(40)
    void sectionRowIsCountedAndWhatItSaysCanFillAColumn() {
        file("retail.csv", "Kind,2026-01\nNOT ADJUSTED,\nFood,1\nADJUSTED,\nFood,2\n");
        Result result = imported(mapped(
                "kind: measurements",
                "rows:",
                "  sections: {is: [\"NOT ADJUSTED\", \"ADJUSTED\"], into: Season}",
                "unpivot: {columns: [\"20??-??\"], heading: Month, value: Amount}",
                "combine: {Unit: \"{Kind}, {Season}\"}",
                "columns: {scorecard: Unit, period: Month, actual: Amount}",
                "constants: {kpi: revenue}"));

        assertThat(result.measurements())
                .extracting(one -> one.scorecard() + " = " + one.actual())
                .containsExactlyInAnyOrder("Food, NOT ADJUSTED = 1", "Food, ADJUSTED = 2");
        assertThat(result.skipped(SkipReason.SECTION)).isEqualTo(2);
    }

    @Test
    @DomainCase(40)
    void sectionRowWithoutAMappingIsSkippedWithAWarning() {
        Result result = rows("NOT ADJUSTED,,,,", "A,revenue,2026-Q1,1,2", "ADJUSTED,,,,", "A,revenue,2026-Q2,1,2");

        assertThat(result.skipped(SkipReason.SECTION)).isEqualTo(2);
        assertThat(result.measurements()).hasSize(2);
        assertThat(result.problems()).containsExactly("SECTION_SKIPPED at measurements.csv:2");
        assertThat(result.messages())
                .contains("\"NOT ADJUSTED\"")
                .contains("others of the table are like it")
                .contains("declare `rows: {sections: …}`");
        assertThat(result.imported().hasErrors()).isFalse();
    }

    @Test
    @DomainCase(40)
    void rowWithTwoOfItsIdsIsNoSection() {
        assertThat(rows("A,revenue,,,", "A,revenue,2026-Q2,1,2").problems())
                .containsExactly("VALUE_REQUIRED at measurements.csv:2 (period)");
    }

    @Test
    @DomainCase(44)
    void renamedScorecardIsLookedUpInATableOfNamesWithDates() {
        file("scorecards.csv", SCORECARDS + "APAC,Asia,REGION\n");
        file("names.csv", "Name,Id,Since,Until\nOverseas,EMEA,,2025-12-31\nOverseas,APAC,2026-01-01,\n");
        file(
                "measurements.csv",
                HEADER + "Overseas,revenue,2025-12,1,\nOverseas,revenue,2026-01,2,\nEMAE,revenue,2026-01,2,\n");
        Result result = new Result(
                folder,
                new FactsImporter()
                        .importFacts(
                                List.of(folder.resolve("scorecards.csv"), folder.resolve("measurements.csv")),
                                settings()
                                        .withMapping(new MappingReader()
                                                .parse(
                                                        "files:\n  - match: \"measurements.csv\"\n    lookups:\n      scorecard: {file: names.csv, key: Name,"
                                                                + " value: Id, from: Since, to: Until}\n",
                                                        "test.yaml"))));

        assertThat(result.measurements())
                .extracting(one -> one.id() + " " + one.actual())
                .containsExactlyInAnyOrder("EMEA|revenue|2025-12 1", "APAC|revenue|2026-01 2");
        assertThat(result.problems()).containsExactly("LOOKUP_UNKNOWN at measurements.csv:4 (scorecard)");
    }

    @Test
    @DomainCase(46)
    void periodOutsideOfTheRunIsSkippedAndCounted() {
        Result result = rows(
                settings().withBounds(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-31")),
                "A,revenue,2025-12,1,",
                "A,revenue,2026-01,2,",
                "A,revenue,2026-Q1,3,",
                "A,revenue,2026,4,",
                "A,revenue,2026-04,5,");

        assertThat(result.actuals()).containsExactly("2", "3");
        assertThat(result.problems()).isEmpty();
        assertThat(result.skipped(SkipReason.OUT_OF_RANGE)).isEqualTo(3);
        assertThat(result.read()).isEqualTo(5);
    }
}
