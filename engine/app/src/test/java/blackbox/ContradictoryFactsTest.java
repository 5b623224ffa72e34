package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Program.boscard;
import static blackbox.Program.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts that contradict each other are findings or problems with their addresses, never the end of a run. */
final class ContradictoryFactsTest {

    private static final String MEASUREMENTS = "scorecard,kpi,period,actual,target,currency";
    private static final String GOOD = "TEAM-A,win_rate,2026-Q3,0.31,0.30,";
    private static final String SCORECARDS = "scorecard,name,level,parent,currency";

    @TempDir
    Path home;

    private Outcome evaluate() {
        return boscard("evaluate", facts(), "--as-of", "2026-09-30", "--runs", home.resolve("runs"));
    }

    private Path facts() {
        return home.resolve("facts");
    }

    private List<JsonNode> findings() throws IOException {
        return Json.lines(boscard("findings", "--format", "json", "--runs", home.resolve("runs"))
                .endsWith(FINE)
                .stdout());
    }

    @Test
    void goalForAnUnknownKpiIsNamedAtItsLineAndNoTestPretendsToKnowTheKpi() throws IOException {
        file(facts(), "measurements.csv", MEASUREMENTS, GOOD);
        file(facts(), "goals.csv", "goal,scorecard,kpi,target", "G-1,TEAM-A,win_rat,0.4");
        evaluate()
                .says("goals.csv:2 (kpi): \"win_rat\" is not among the KPIs of the catalogue [REFERENCE_UNKNOWN]")
                .says("Maybe win_rate", "1 scorecard, 1 status");
        assertThat(findings()).noneMatch(finding -> finding.get("code").asText().equals("SMART_M4"));
    }

    @Test
    void initiativeThatEndsBeforeItStartsIsNamedAtItsLine() throws IOException {
        file(facts(), "measurements.csv", MEASUREMENTS, GOOD);
        file(
                facts(),
                "initiatives.csv",
                "initiative,name,scorecard,kpi,owner,status,start_date,due_date",
                "I-1,Backwards,TEAM-A,win_rate,Kim,OPEN,2026-09-01,2026-03-01");
        evaluate()
                .says("initiatives.csv:2 (due_date): due_date 2026-03-01 is before start_date 2026-09-01")
                .says("[DATES_REVERSED]");
        assertThat(findings()).noneMatch(finding -> finding.get("code").asText().equals("PL3_SCHEDULE_INDEX"));
    }

    @Test
    void scorecardThatCannotBeScoredSaysWhyInTheSummaryAndToAProgram() throws IOException {
        file(facts(), "scorecards.csv", SCORECARDS, "TEAM-A,Team A,TEAM,,EUR", "TEAM-B,Team B,TEAM,,EUR");
        file(facts(), "measurements.csv", MEASUREMENTS, GOOD, "TEAM-B,win_rate,2026-Q3,,0.30,");
        evaluate().says("Team B has no score: only 0.0 % of the weight below it has a score, 60.0 % is needed");
        JsonNode summary = Json.of(boscard(
                        "evaluate",
                        facts(),
                        "--as-of",
                        "2026-09-30",
                        "--runs",
                        home.resolve("runs"),
                        "--format",
                        "json")
                .stdout());
        for (JsonNode scorecard : summary.get("scorecards")) {
            boolean scored = scorecard.get("scorecard").asText().equals("TEAM-A");
            assertThat(scorecard.has("score")).isEqualTo(scored);
            assertThat(scorecard.path("unscored").asText(""))
                    .isEqualTo(scored ? "" : "only 0.0 % of the weight below it has a score, 60.0 % is needed");
        }
        assertThat(summary.get("scorecards")).hasSize(2);
    }

    @Test
    void scorecardWhoseWeightsAddUpToNothingSaysThatItCannotBeScoredAndWhy() throws IOException {
        file(facts(), "scorecards.csv", SCORECARDS, "TEAM-A,Team A,TEAM,,EUR", "TEAM-B,Team B,TEAM,,EUR");
        file(facts(), "measurements.csv", MEASUREMENTS, GOOD, "TEAM-B,won_deals,2026-09,12,,");
        evaluate()
                .says("scorecards.csv:3", "scorecard TEAM-B measures no KPI with a weight above 0, so it has no score")
                .says("[WEIGHTS_ZERO]", "1 status");
    }

    @Test
    void circleOfParentsIsNamedAndTheScorecardsAreEvaluatedWithoutIt() throws IOException {
        file(facts(), "scorecards.csv", SCORECARDS, "TEAM-A,Team A,TEAM,TEAM-B,EUR", "TEAM-B,Team B,TEAM,TEAM-A,EUR");
        file(facts(), "measurements.csv", MEASUREMENTS, GOOD);
        evaluate().endsWith(PROBLEMS).says("scorecards.csv:", "[PARENT_CYCLE]");
    }

    @Test
    void amountsInTwoCurrenciesAreSuspectAndNamedWithTheirLines() throws IOException {
        file(facts(), "scorecards.csv", SCORECARDS, "TEAM-A,Team A,TEAM,,EUR");
        file(
                facts(),
                "measurements.csv",
                MEASUREMENTS,
                GOOD,
                "TEAM-A,weighted_pipeline,2026-08,100,200,EUR",
                "TEAM-A,weighted_pipeline,2026-09,100,200,USD");
        evaluate();
        List<JsonNode> found = findings();
        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.get("code").asText()).isEqualTo("Q4_MIXED_CURRENCY");
            assertThat(finding.get("period").asText()).isEqualTo("2026-09");
            assertThat(finding.get("facts").toString()).contains("measurements.csv:4");
        });
        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.get("code").asText()).isEqualTo("ST1_OFF_TARGET");
            assertThat(finding.get("period").asText()).isEqualTo("2026-09");
            assertThat(finding.get("state").asText()).isEqualTo("SUPPRESSED");
        });
        assertThat(found)
                .filteredOn(finding -> finding.get("code").asText().equals("ST1_OFF_TARGET"))
                .filteredOn(finding -> finding.get("period").asText().equals("2026-08"))
                .allMatch(finding -> finding.get("state").asText().equals("ACTIVE"));
    }

    @Test
    void twoValuesOfOneMeasurementAreAFindingAndNeitherCounts() throws IOException {
        file(
                facts(),
                "measurements.csv",
                MEASUREMENTS,
                GOOD,
                "TEAM-A,coaching,2026-09,1,,",
                "TEAM-A,coaching,2026-09,3,,");
        evaluate().endsWith(PROBLEMS).says("3 read = 1 accepted + 2 rejected + 0 skipped", "1 no data");
        assertThat(findings()).anySatisfy(finding -> {
            assertThat(finding.get("code").asText()).isEqualTo("Q2_CONFLICTING_DUPLICATE");
            assertThat(finding.get("kpi").asText()).isEqualTo("coaching");
            assertThat(finding.get("facts").toString()).contains("measurements.csv:3");
        });
    }

    @Test
    void clearanceWithoutAReasonOrANameIsNoClearance() throws IOException {
        file(facts(), "measurements.csv", MEASUREMENTS, GOOD, "TEAM-A,csat,2026-Q3,82,,");
        file(
                facts(),
                "clearances.csv",
                "scorecard,kpi,period,finding,reason,decided_by,decided_on",
                "TEAM-A,csat,2026-Q3,Q1_IMPLAUSIBLE,,Kim,2026-10-01",
                "TEAM-A,csat,2026-Q3,Q3_UNIT_MISMATCH,typed as percent,,2026-10-01");
        evaluate().endsWith(PROBLEMS).says("clearances.csv:2", "reason", "clearances.csv:3", "decided_by");
    }
}
