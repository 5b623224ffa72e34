package boscard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindingFilterTest {

    @TempDir
    static Path home;

    @BeforeAll
    static void write() {
        SampleRun.write(
                Ledger.at(home.resolve("runs")),
                home.resolve("rulebook"),
                SampleRun.facts(3),
                SampleRun.evaluations(3));
    }

    private static List<Finding> found(FindingFilter filter) {
        try (Stream<Finding> findings = Ledger.at(home.resolve("runs")).latest().findings(filter)) {
            return findings.toList();
        }
    }

    @Test
    void everyPartNarrowsTheFindings() {
        assertThat(found(FindingFilter.ALL)).hasSize(6);
        assertThat(found(FindingFilter.ALL.withScorecard("S00001")))
                .hasSize(2)
                .allMatch(finding -> finding.scorecard().equals("S00001"));
        assertThat(found(FindingFilter.ALL.withKpi("win_rate"))).hasSize(6);
        assertThat(found(FindingFilter.ALL.withKpi("revenue"))).isEmpty();
        assertThat(found(FindingFilter.ALL.withPeriod("2026-Q3"))).hasSize(6);
        assertThat(found(FindingFilter.ALL.withPeriod("2026-Q2"))).isEmpty();
        assertThat(found(FindingFilter.ALL.withGoal("G-1"))).isEmpty();
        assertThat(found(FindingFilter.ALL.withState(FindingState.QUALIFIED))).hasSize(3);
        assertThat(found(FindingFilter.ALL.withScorecard("S00001").withState(FindingState.QUALIFIED)))
                .hasSize(1);
    }

    @Test
    void aCodeIsNamedWholeOrByItsNumber() {
        assertThat(found(FindingFilter.ALL.withCode("ST1_RED"))).hasSize(3);
        assertThat(found(FindingFilter.ALL.withCode("ST1"))).hasSize(3);
        assertThat(found(FindingFilter.ALL.withCode("ST"))).isEmpty();
        assertThat(found(FindingFilter.ALL.withCode("Q6"))).hasSize(3);
    }

    @Test
    void aSeverityLetsTheWorseOnesPassToo() {
        assertThat(found(FindingFilter.ALL.withAtLeast(Severity.INFO))).hasSize(6);
        assertThat(found(FindingFilter.ALL.withAtLeast(Severity.WARN))).hasSize(3);
        assertThat(found(FindingFilter.ALL.withAtLeast(Severity.CRITICAL))).isEmpty();
    }

    @Test
    void anIdIsFoundByItsBeginning() {
        Finding wanted = found(FindingFilter.ALL).get(4);

        assertThat(found(FindingFilter.ALL.withId(wanted.id().substring(0, 8)))).containsExactly(wanted);
    }

    @Test
    void whatPeopleTypeIsNeverSql() {
        assertThat(found(FindingFilter.ALL.withScorecard("' OR true --"))).isEmpty();
        assertThat(found(FindingFilter.ALL.withCode("%"))).isEmpty();
    }
}
