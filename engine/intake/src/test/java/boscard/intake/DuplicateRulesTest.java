package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.fact.Reading;
import boscard.intake.layout.SkipReason;
import boscard.problem.ProblemCode;
import org.junit.jupiter.api.Test;

/** Rows with the same key and other values, as the mapping wants them. */
class DuplicateRulesTest extends ImportTest {

    private ImportedFacts read(String rule) {
        return importWith(MappedFactsTest.mapped("kind: measurements", "duplicates: " + rule), folder);
    }

    @Test
    void firstOrLastCountsWhenTheMappingSaysSo() {
        file("a.csv", HEADER + "A,win_rate,2026-01,1,2\nA,win_rate,2026-01,3,4\n");
        file("b.csv", HEADER + "A,win_rate,2026-01,5,6\n");

        assertThat(measurements(read("first"))).extracting(Measurement::actual).containsExactly(Reading.of("1"));
        ImportedFacts last = read("last");
        assertThat(measurements(last)).extracting(Measurement::actual).containsExactly(Reading.of("5"));
        assertThat(last.problems()).isEmpty();
        assertThat(last.accounts().get(0).skipped()).containsEntry(SkipReason.DUPLICATE, 2);
        assertThat(codes(read("reject"))).contains(ProblemCode.KEY_DUPLICATE);
    }

    @Test
    void actualsAndTargetsOfTwoFilesAreOneMeasurementWithBothAddresses() {
        file("actuals.csv", "scorecard,kpi,period,actual\nA,win_rate,2026-01,1\n");
        file("targets.csv", "scorecard,kpi,period,target,note\nA,win_rate,2026-01,2,agreed\n");
        ImportedFacts imported = read("merge");

        assertThat(imported.problems()).isEmpty();
        Measurement m = measurements(imported).get(0);
        assertThat(m.actual()).isEqualTo(Reading.of("1"));
        assertThat(m.target()).isEqualTo(Reading.of("2"));
        assertThat(m.origin().of("actual").toString()).endsWith("actuals.csv:2 (actual)");
        assertThat(m.origin().of("target").toString()).endsWith("targets.csv:2 (target)");
        assertThat(m.origin().of("note").toString()).endsWith("targets.csv:2 (note)");
        assertThat(imported.accounts().get(1).skipped()).containsEntry(SkipReason.MERGED, 1);
    }

    @Test
    void twoActualsOfTheSameKeyContradictEachOtherAlsoWhenTheyAreMerged() {
        file("a.csv", HEADER + "A,win_rate,2026-01,1,\nA,win_rate,2026-01,2,3\n");
        ImportedFacts imported = read("merge");

        assertThat(codes(imported)).containsExactly(ProblemCode.KEY_DUPLICATE, ProblemCode.KEY_DUPLICATE);
        assertThat(measurements(imported)).isEmpty();
        assertThat(imported.rejected()).hasSize(2);
    }

    @Test
    void rolesOfOneMeasurementInSeveralRowsAreMergedWithoutBeingAsked() {
        file("plan.csv", "Team,Month,Role,Amount\nA,2026-01,Plan,6\nA,2026-01,Actual,5\n");
        ImportedFacts imported = importWith(
                MappedFactsTest.mapped(
                        "kind: measurements",
                        "roles: {column: Role, value: Amount, words: {Plan: target, Actual: actual}}",
                        "columns: {scorecard: Team, period: Month}",
                        "constants: {kpi: win_rate}"),
                folder);

        assertThat(imported.problems()).isEmpty();
        Measurement m = measurements(imported).get(0);
        assertThat(m.actual()).isEqualTo(Reading.of("5"));
        assertThat(m.target()).isEqualTo(Reading.of("6"));
        assertThat(m.origin().of("actual").toString()).endsWith("plan.csv:3 (Amount)");
        assertThat(m.origin().of("target").toString()).endsWith("plan.csv:2 (Amount)");
    }
}
