package boscard.benchmarks.harness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Facts and a table of a given size. The same numbers always give the same workload.
 *
 * @param scorecards how many
 * @param kpis per scorecard
 * @param months per KPI, from January 2020
 * @param rows of the table; about three per pair of scorecard and KPI above three per KPI for all other scorecards
 * @param oneShape whether every row fills the same conditions: KPI, from and below
 */
record Workload(int scorecards, int kpis, int months, int rows, boolean oneShape, long seed) {

    private static final int BANDS = 3;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(99);
    private static final int FIRST_YEAR = 2020;

    /**
     * A measurement.
     *
     * @param month {@code 2020-01}
     */
    record Measured(String scorecard, String kpi, String month, BigDecimal actual, BigDecimal target) {}

    long facts() {
        return (long) scorecards * kpis * months;
    }

    static String scorecard(int number) {
        return String.format(Locale.ROOT, "SC-%05d", number);
    }

    static String kpi(int number) {
        return String.format(Locale.ROOT, "kpi_%02d", number);
    }

    /** Specific rows first, then those of each KPI for any scorecard: the first that fits decides. */
    List<BandRow> table() {
        var random = new SplittableRandom(seed);
        var table = new ArrayList<BandRow>(rows);
        int general = Math.min(rows, kpis * BANDS);
        for (int pair = 0; table.size() < rows - general; pair++) {
            bands(scorecard(pair / kpis % scorecards), kpi(pair % kpis), random, rows - general, table);
        }
        for (int i = 0; table.size() < rows; i++) {
            bands(null, kpi(i), random, rows, table);
        }
        return table;
    }

    private void bands(
            @org.jspecify.annotations.Nullable String scorecard,
            String kpi,
            SplittableRandom random,
            int most,
            List<BandRow> table) {
        BigDecimal green = BigDecimal.valueOf(random.nextInt(95, 110), 2);
        BigDecimal amber = green.subtract(BigDecimal.valueOf(random.nextInt(50, 200), 3));
        for (BandRow row : List.of(
                new BandRow(scorecard, kpi, green, oneShape ? HIGHEST : null, "GREEN"),
                new BandRow(scorecard, kpi, amber, green, "AMBER"),
                new BandRow(scorecard, kpi, oneShape ? BigDecimal.ZERO : null, amber, "RED"))) {
            if (table.size() < most) {
                table.add(row);
            }
        }
    }

    /** All measurements, by scorecard, KPI and month. Attainments run from 0.6 to 1.3 and often lie on an edge. */
    void measurements(Consumer<Measured> measured) {
        var random = new SplittableRandom(seed + 1);
        for (int scorecard = 0; scorecard < scorecards; scorecard++) {
            for (int kpi = 0; kpi < kpis; kpi++) {
                for (int month = 0; month < months; month++) {
                    BigDecimal target = BigDecimal.valueOf(random.nextInt(50, 500));
                    BigDecimal factor = BigDecimal.valueOf(random.nextInt(600, 1300), 3);
                    measured.accept(new Measured(
                            scorecard(scorecard),
                            kpi(kpi),
                            String.format(Locale.ROOT, "%d-%02d", FIRST_YEAR + month / 12, month % 12 + 1),
                            target.multiply(factor),
                            target));
                }
            }
        }
    }
}
