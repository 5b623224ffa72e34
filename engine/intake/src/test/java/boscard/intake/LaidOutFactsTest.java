package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.fact.Reading;
import boscard.intake.layout.SkipReason;
import boscard.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that are not plain: headers of several rows, columns that become records, labels of several parts. */
class LaidOutFactsTest extends ImportTest {

    private ImportedFacts read(String content, String... keys) {
        file("export.csv", content);
        return importWith(MappedFactsTest.mapped(keys), folder);
    }

    private List<String> shown(ImportedFacts imported) {
        return measurements(imported).stream()
                .map(m -> m.id() + " " + m.actual() + " / " + m.target() + " / " + m.prior())
                .toList();
    }

    private static String[] months(String... more) {
        var keys = new String[more.length + 3];
        keys[0] = "unpivot: {columns: [\"M??\"], heading: Month, value: Amount}";
        keys[1] = "combine: {Period: \"{Year} {Month}\"}";
        keys[2] = "period_formats: [\"yyyy 'M'MM\"]";
        System.arraycopy(more, 0, keys, 3, more.length);
        return keys;
    }

    @Test
    void monthsSideBySideBecomeRecordsThatKeepTheirCells() {
        ImportedFacts imported = read(
                "Year,Team,M01,M02,M03\n2026,A,5,,7\n2026,B,1,2,3\n",
                months(
                        "kind: measurements",
                        "columns: {scorecard: Team, period: Period, actual: Amount}",
                        "constants: {kpi: win_rate}"));

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported))
                .extracting(Measurement::id)
                .containsExactly(
                        "A|win_rate|2026-01",
                        "A|win_rate|2026-03",
                        "B|win_rate|2026-01",
                        "B|win_rate|2026-02",
                        "B|win_rate|2026-03");
        Measurement third = measurements(imported).get(1);
        assertThat(third.origin().of("actual").toString()).endsWith("export.csv:2 (M03)");
        assertThat(third.origin().of("scorecard").toString()).endsWith("export.csv:2 (Team)");
        assertThat(imported.accounts().get(0).read()).isEqualTo(6);
        assertThat(imported.accounts().get(0).skipped()).containsOnly(java.util.Map.entry(SkipReason.BLANK, 1));
    }

    @Test
    void wrongCellOfAWideTableIsRejectedAtItsOwnPlace() {
        ImportedFacts imported = read(
                "Year,Team,M01,M02\n2026,A,5,oops\n",
                months(
                        "kind: measurements",
                        "columns: {scorecard: Team, period: Period, actual: Amount}",
                        "constants: {kpi: win_rate}"));

        assertThat(addresses(imported)).containsExactly("NUMBER_INVALID at export.csv:2 (M02)");
        assertThat(shown(imported)).containsExactly("A|win_rate|2026-01 5 / missing (BLANK) / missing (BLANK)");
        assertThat(imported.rejected()).hasSize(1);
    }

    @Test
    void wordForNoneIsKeptAsMissingUnlessTheMappingLeavesItOut() {
        String[] keep = {
            "kind: measurements",
            "unpivot: {columns: [\"2026-*\"], heading: Month, value: Amount}",
            "columns: {scorecard: Team, period: Month, actual: Amount}",
            "constants: {kpi: win_rate}"
        };
        String content = "Team,2026-01,2026-02,2026-03\nA,(S),(NA),\n";

        assertThat(measurements(read(content, keep)))
                .extracting(Measurement::actual)
                .containsExactly(Reading.NOT_REPORTED, Reading.NOT_APPLICABLE);

        keep[1] = "unpivot: {columns: [\"2026-*\"], heading: Month, value: Amount, none: skip, empty: keep}";
        ImportedFacts imported = read(content, keep);
        assertThat(measurements(imported)).extracting(Measurement::actual).containsExactly(Reading.BLANK);
        assertThat(imported.accounts().get(0).skipped()).containsEntry(SkipReason.NO_VALUE, 2);
    }

    @Test
    void headersOfTwoRowsAreJoinedAndMergedOnesFilled() {
        ImportedFacts imported = read(
                "Printed Monday,,,\n,,Revenue,\nTeam,Month,Actual,Plan\nA,2026-01,5,6\n",
                "kind: measurements",
                "header_rows: 2",
                "header_fill: true",
                "columns: {scorecard: Team, period: Month, actual: Revenue Actual, target: Revenue Plan}",
                "constants: {kpi: revenue, currency: EUR}");

        assertThat(imported.problems()).isEmpty();
        assertThat(shown(imported)).containsExactly("A|revenue|2026-01 5 / 6 / missing (BLANK)");
        assertThat(imported.accounts().get(0).skipped()).containsEntry(SkipReason.TITLE, 1);
        assertThat(measurements(imported).get(0).origin().of("target").toString())
                .endsWith(":4 (Revenue Plan)");
    }

    @Test
    void severalMeasuresOfARowBecomeMeasurements() {
        ImportedFacts imported = read(
                "Team,Month,Sales,Sales plan,Wins\nA,2026-01,5,6,0.3\nB,2026-01,,,0.4\n",
                "kind: measurements",
                "measures:",
                "  - {kpi: revenue, actual: Sales, target: Sales plan}",
                "  - {kpi: win_rate, actual: Wins}",
                "columns: {scorecard: Team, period: Month}",
                "constants: {currency: EUR}");

        assertThat(imported.problems()).isEmpty();
        assertThat(shown(imported))
                .containsExactly(
                        "A|revenue|2026-01 5 / 6 / missing (BLANK)",
                        "A|win_rate|2026-01 0.3 / missing (BLANK) / missing (BLANK)",
                        "B|win_rate|2026-01 0.4 / missing (BLANK) / missing (BLANK)");
        assertThat(measurements(imported).get(2).origin().of("actual").toString())
                .endsWith(":3 (Wins)");
        assertThat(imported.accounts().get(0).skipped()).containsEntry(SkipReason.BLANK, 1);
    }

    @Test
    void labelIsSplitIntoKpiAndRole() {
        ImportedFacts imported = read(
                "Team,Month,Line,Amount\nA,2026-01,Sales Plan,6\nA,2026-02,Sales Actual,5\nA,2026-03,Sales Prior Year,4\n",
                "kind: measurements",
                "split: {column: Line, ends_with: [Plan, Actual, Year, Prior Year], into: [Measure, Role]}",
                "roles: {column: Role, value: Amount, words: {Plan: target, Actual: actual, Prior Year: prior}}",
                "columns: {scorecard: Team, period: Month, kpi: Measure}",
                "values: {kpi: {Sales: revenue}}",
                "constants: {currency: EUR}");

        assertThat(imported.problems()).isEmpty();
        assertThat(shown(imported))
                .containsExactly(
                        "A|revenue|2026-01 missing (BLANK) / 6 / missing (BLANK)",
                        "A|revenue|2026-02 5 / missing (BLANK) / missing (BLANK)",
                        "A|revenue|2026-03 missing (BLANK) / missing (BLANK) / 4");
        Measurement plan = measurements(imported).get(0);
        assertThat(plan.origin().of("target").toString()).endsWith(":2 (Amount)");
        assertThat(plan.origin().of("actual").toString()).endsWith(":2");
    }

    @Test
    void labelThatCannotBeSplitIsRejectedAndNotGuessed() {
        ImportedFacts imported = read(
                "Team,Month,Line,Amount\nA,2026-01,Sales Outlook,6\nA,2026-02,a;b;c,6\n",
                "kind: measurements",
                "split:",
                "  - {column: Line, ends_with: [Plan, Actual], into: [Measure, Role]}",
                "columns: {scorecard: Team, period: Month, kpi: Measure, actual: Amount}");

        assertThat(addresses(imported))
                .containsExactly("LABEL_UNSPLIT at export.csv:2 (Line)", "LABEL_UNSPLIT at export.csv:3 (Line)");
        assertThat(messages(imported)).contains("the label \"Sales Outlook\" does not end with Plan or Actual");
        assertThat(imported.rejected()).hasSize(2);
    }

    @Test
    void unknownRoleIsRejected() {
        ImportedFacts imported = read(
                "Team,Month,Role,Amount\nA,2026-01,Plam,6\n",
                "kind: measurements",
                "roles: {column: Role, value: Amount, words: {Plan: target}}",
                "columns: {scorecard: Team, period: Month}",
                "constants: {kpi: win_rate}");

        assertThat(addresses(imported)).containsExactly("CHOICE_INVALID at export.csv:2 (Role)");
        assertThat(messages(imported)).contains("Maybe plan.");
    }

    @Test
    void rowsAreLeftOutByReason() {
        ImportedFacts imported = read(
                "Level,Team,Month,Value\nSection one,,,\nTeam,A,2026-01,1\nSub,A,2026-01,1\nTest,A,2026-02,9\n"
                        + "Everything,B,2026-01,1\nSection two,,,\nTeam,B,2026-01,2\nTotal,,,3\nThe end,,,\nTeam,C,2026-01,2\n",
                "kind: measurements",
                "rows:",
                "  total: {column: Level, is: [Everything]}",
                "  skip: [{column: Level, is: \"Sub*\"}, {column: Level, is: Test}]",
                "  sections: {is: \"Section *\", into: Part}",
                "  footer: [\"The end\"]",
                "combine: {Unit: \"{Team} of {Part}\"}",
                "columns: {scorecard: Unit, period: Month, actual: Value}",
                "constants: {kpi: win_rate}");

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported))
                .extracting(Measurement::scorecard)
                .containsExactly("A of Section one", "B of Section two");
        assertThat(imported.accounts().get(0).skipped())
                .containsEntry(SkipReason.TOTAL, 2)
                .containsEntry(SkipReason.FILTERED, 2)
                .containsEntry(SkipReason.SECTION, 2)
                .containsEntry(SkipReason.FOOTER, 2);
    }

    @Test
    void totalsThatAreUnitsAreKeptWhenTheMappingSaysSo() {
        String content = "Team,Month,Value\nRetail total,2026-01,1\n";
        String[] keys = {
            "kind: measurements",
            "rows: {totals: keep}",
            "columns: {scorecard: Team, period: Month, actual: Value}",
            "constants: {kpi: win_rate}"
        };
        assertThat(measurements(read(content, keys))).hasSize(1);
        keys[1] = "rows: {totals: skip}";
        assertThat(measurements(read(content, keys))).isEmpty();
    }

    @Test
    void onlyRowsOfOneKindCountWhenTheMappingSaysSo() {
        ImportedFacts imported = read(
                "Kind,Team,Month,Value\nDetail,A,2026-01,1\nOther,A,2026-02,1\n",
                "kind: measurements",
                "rows: {only: {column: Kind, is: Detail}}",
                "columns: {scorecard: Team, period: Month, actual: Value}",
                "constants: {kpi: win_rate}");

        assertThat(measurements(imported)).hasSize(1);
        assertThat(imported.accounts().get(0).skipped()).containsEntry(SkipReason.FILTERED, 1);
    }

    @Test
    void provisionalPeriodMarksItsNumbers() {
        ImportedFacts imported = read(
                "Team,Jan. 2026,Feb. 2026(p)\nA,1,2\n",
                "kind: measurements",
                "unpivot: {columns: [\"* 2026*\"], heading: Month, value: Amount}",
                "columns: {scorecard: Team, period: Month, actual: Amount}",
                "constants: {kpi: win_rate}");

        assertThat(imported.problems()).isEmpty();
        assertThat(measurements(imported)).extracting(Measurement::provisional).containsExactly(false, true);
    }

    @Test
    void whatTheHeaderLacksIsSaidOnceAndTheRowsAreRejected() {
        ImportedFacts imported = read(
                "Teem,Jan,Feb\nA,1,2\nB,3,4\n",
                months(
                        "kind: measurements",
                        "columns: {scorecard: Team, period: Period, actual: Amount}",
                        "constants: {kpi: win_rate}"));

        assertThat(codes(imported)).contains(ProblemCode.COLUMN_MISSING, ProblemCode.FILE_REJECTED);
        assertThat(messages(imported))
                .contains("there is no column M??, which the mapping unpivots")
                .contains("the column Teem is meant");
        assertThat(imported.accounts().get(0).rejected()).isEqualTo(2);
    }

    @Test
    void headingThatIsThereTwiceIsNotChosenFrom() {
        ImportedFacts imported = read(
                "Team,Month,Level,Level,Value\nA,2026-01,x,y,1\n",
                "kind: measurements",
                "rows: {skip: {column: Level, is: y}}",
                "columns: {scorecard: Team, period: Month, actual: Value}",
                "constants: {kpi: win_rate}",
                "ignore: [Level]");

        assertThat(codes(imported)).contains(ProblemCode.COLUMN_DUPLICATE);
        assertThat(measurements(imported)).isEmpty();
    }

    @Test
    void raggedRowOfAWideTableIsOneRejectedRow() {
        ImportedFacts imported = read(
                "Year,Team,M01,M02\n2026,A,1,2,3,4\n2026,B,1,2\n",
                months(
                        "kind: measurements",
                        "columns: {scorecard: Team, period: Period, actual: Amount}",
                        "constants: {kpi: win_rate}"));

        assertThat(addresses(imported)).containsExactly("ROW_RAGGED at export.csv:2");
        assertThat(measurements(imported)).hasSize(2);
        assertThat(imported.accounts().get(0).read()).isEqualTo(3);
    }
}
