package boscard.table.check;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Status;
import boscard.fact.Level;
import boscard.given.Tables;
import boscard.problem.Problem;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise is 5 s for 5,000 rows. Time of the processor is measured, so that a busy machine does not matter: a sound
 * table takes a tenth of it or less, rows that all meet each other a third.
 */
class TableAnalysisSpeedTest {

    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final int ROWS = 5_000;

    static List<HitPolicy> policies() {
        return HitPolicy.all();
    }

    private static List<Problem> analyse(DecisionTable table, List<String> kpis) {
        var expectation = new Expectation("kpi", kpis, Set.of("value", "level"), List.of(), true);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long before = clock.getCurrentThreadCpuTime();
        List<Problem> problems = TableAnalysis.problems(table, Given.RATIOS, expectation);
        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - before)).isLessThan(PROMISED);
        return problems;
    }

    @ParameterizedTest
    @MethodSource("policies")
    void fiveThousandSoundRowsAreAnalysedInTime(HitPolicy policy) {
        Tables table = Given.thresholds(policy);
        var kpis = new ArrayList<String>();
        for (int kpi = 0; kpi < 50; kpi++) {
            kpis.add("kpi_" + kpi);
            for (Level level : Level.values()) {
                for (int band = 0; band < 25; band++) {
                    table.row(
                            "KT-" + kpi + "-" + level + "-" + band,
                            row(
                                    "kpi_" + kpi,
                                    level,
                                    band == 0 ? null : edge(band),
                                    band == 24 ? null : edge(band + 1)));
                }
            }
        }
        DecisionTable built = table.build();
        assertThat(built.rows()).hasSize(ROWS);
        assertThat(analyse(built, kpis)).isEmpty();
    }

    @Test
    void fiveThousandRowsThatAllMeetAreAnalysedInTime() {
        Tables table = Given.thresholds(HitPolicy.FIRST);
        for (int i = 0; i < ROWS; i++) {
            table.row("KT-" + i, row("win_rate", null, edge(ROWS - i), null));
        }
        assertThat(analyse(table.build(), List.of("win_rate"))).isNotEmpty();
    }

    private static @Nullable Object[] row(
            String kpi, @Nullable Level level, @Nullable String from, @Nullable String below) {
        return new @Nullable Object[] {kpi, level, from, null, below, null, Status.GREEN};
    }

    private static String edge(int thousandths) {
        return BigDecimal.valueOf(thousandths, 3).toPlainString();
    }
}
