package boscard.table.check;

import static boscard.table.check.Given.findings;
import static boscard.table.check.Given.said;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.KpiStatus;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.given.Tables;
import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowNeverMatchesTest {

    @Test
    void edgesThatExcludeEachOtherAreNamedWithTheirCells() {
        assertThat(said(
                        findings(HitPolicy.FIRST)
                                .row("A", "share", null, "0.8", "0.8", null, "ONE", Severity.WARN)
                                .row("B", "share", "0.8", null, "0.80", null, "ONE", Severity.WARN),
                        new RowNeverMatches()))
                .containsExactly("""
                        D2: A can never match: value cannot be above 80 % (D2) and up to and including 80 % (E2) [ROW_NEVER_MATCHES]
                          Maybe one of the cells is meant otherwise; or delete the row""");
    }

    @Test
    void betweenTwoWholeNumbersInARowThereIsNone() {
        assertThat(said(
                        Tables.table("T", Stage.PITFALLS, HitPolicy.FIRST, KpiStatus.class)
                                .when("periodsRed", Operator.ABOVE, Operator.BELOW)
                                .then("finding")
                                .row("A", List.of("1", "2"), "X")
                                .row("B", List.of("1", "2.5"), "X")
                                .row("C", List.of("1", "1.5"), "X"),
                        new RowNeverMatches()))
                .hasSize(2)
                .noneMatch(problem -> problem.contains(" B "));
    }

    @Test
    void aStatusThatIsNoneOfAllIsNeverMet() {
        assertThat(said(
                        Tables.table("T", Stage.PITFALLS, HitPolicy.FIRST, KpiStatus.class)
                                .when("status", Operator.NONE_OF)
                                .then("finding")
                                .row("A", Arrays.asList((Object[]) Status.values()), "X"),
                        new RowNeverMatches()))
                .singleElement()
                .asString()
                .contains("A can never match: status cannot be none of AMBER, CRITICAL");
    }
}
