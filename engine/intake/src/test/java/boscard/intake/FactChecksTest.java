package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.fact.Scorecard;
import boscard.problem.ProblemCode;
import org.junit.jupiter.api.Test;

/** Facts that have to do with each other. */
class FactChecksTest extends ImportTest {

    private static final String SCORECARDS = "scorecard,name,level,parent\n";

    @Test
    void otherSpellingOfAScorecardIsPutRightWithAWarning() {
        file("scorecards.csv", SCORECARDS + "North  East,North East,REGION,\n");
        ImportedFacts imported = importMeasurements("north east,win_rate,2026-Q3,1,2\n");

        assertThat(addresses(imported)).containsExactly("VALUE_ADJUSTED at measurements.csv:2 (scorecard)");
        assertThat(measurements(imported)).extracting(Measurement::scorecard).containsExactly("North  East");
        assertThat(imported.hasErrors()).isFalse();
    }

    @Test
    void unknownScorecardIsRejectedWithTheNearest() {
        file("scorecards.csv", SCORECARDS + "EMEA,Europe,REGION,\n");
        ImportedFacts imported = importMeasurements("EMAE,win_rate,2026-Q3,1,2\n");

        assertThat(addresses(imported)).containsExactly("SCORECARD_UNKNOWN at measurements.csv:2 (scorecard)");
        assertThat(messages(imported)).contains("Maybe EMEA (").contains("scorecards.csv:2");
        assertThat(imported.accounts().get(0).rejected()).isEqualTo(1);
    }

    @Test
    void withoutScorecardsEveryScorecardIsAccepted() {
        assertThat(importMeasurements("anything,win_rate,2026-Q3,1,2\n").problems())
                .isEmpty();
    }

    @Test
    void circleOfParentsIsReportedOnceAndCut() {
        file("scorecards.csv", SCORECARDS + "A,a,TEAM,B\nB,b,TEAM,C\nC,c,TEAM,A\nD,d,TEAM,A\n");
        ImportedFacts imported = importAll();

        assertThat(codes(imported)).containsExactly(ProblemCode.PARENT_CYCLE);
        assertThat(messages(imported)).contains("A → B → C → A");
        assertThat(imported.facts().of(Scorecard.class))
                .extracting(Scorecard::parent)
                .containsExactly(null, null, null, "A");
    }

    @Test
    void scorecardAboveItselfIsACircle() {
        file("scorecards.csv", SCORECARDS + "A,a,TEAM,A\n");

        assertThat(codes(importAll())).containsExactly(ProblemCode.PARENT_CYCLE);
    }

    @Test
    void referencesToUnknownFactsAreWarnedAboutAndKept() {
        file("goals.csv", "goal,scorecard,kpi\nG1,A,win_rate;win_rat\n");
        file("initiatives.csv", "initiative,name,goal,status\nI1,Coach,G2,OPEN\n");
        file("milestones.csv", "milestone,goal,initiative,name,due_date\nM1,,I1,Start,2026-01-01\n");
        ImportedFacts imported = importAll();

        assertThat(addresses(imported))
                .containsExactly(
                        "REFERENCE_UNKNOWN at goals.csv:2 (kpi)", "REFERENCE_UNKNOWN at initiatives.csv:2 (goal)");
        assertThat(messages(imported))
                .contains("\"win_rat\" is not among the KPIs")
                .contains("Maybe G1.");
        assertThat(imported.facts().all()).hasSize(3);
    }

    @Test
    void referencesToFactsThatWereNotGivenAreNotChecked() {
        file("goals.csv", "goal,objective\nG1,O1\n");

        assertThat(importAll().problems()).isEmpty();
    }

    @Test
    void reversedDatesAreWarnedAbout() {
        file("goals.csv", "goal,start_date,due_date\nG1,2026-06-01,2026-01-01\nG2,2026-01-01,2026-01-01\n");
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("DATES_REVERSED at goals.csv:2 (due_date)");
        assertThat(imported.facts().all()).hasSize(2);
    }

    @Test
    void oneOfSeveralFieldsMustBeFilled() {
        file("milestones.csv", "milestone,goal,initiative,name,due_date\nM1,,,Start,2026-01-01\n");

        assertThat(addresses(importAll())).contains("VALUE_REQUIRED at milestones.csv:2");
    }

    @Test
    void wonDealNeedsItsDay() {
        file("deals.csv", "deal,scorecard,status,created_on,closed_on\nD1,A,won,2026-01-01,\nD2,A,open,2026-01-01,\n");
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("VALUE_REQUIRED at deals.csv:2");
        assertThat(imported.facts().all()).hasSize(1);
    }

    @Test
    void wrongChoiceOffersTheNearest() {
        file("initiatives.csv", "initiative,name,status\nI1,Coach,OPNE\nI2,Coach,Done\n");
        ImportedFacts imported = importAll();

        assertThat(messages(imported))
                .contains("\"OPNE\" is not one of PLANNED, OPEN, DONE, CANCELLED [CHOICE_INVALID]")
                .contains("Maybe OPEN.");
        assertThat(imported.facts().all()).hasSize(1);
    }

    @Test
    void blankMeansTheDefaultOfItsField() {
        file("scorecards.csv", "scorecard,name,level,weight\nA,a,TEAM,\nB,b,TEAM,2.50\n");

        assertThat(importAll().facts().of(Scorecard.class))
                .extracting(Scorecard::weight)
                .containsExactly(new java.math.BigDecimal("1"), new java.math.BigDecimal("2.5"));
    }
}
