package boscard.benchmarks.harness;

import boscard.fact.Direction;
import boscard.fact.Kpi;
import boscard.fact.Unit;
import boscard.workbook.RulebookFolder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Measurements of the KPIs of the shipped catalogue, for the jobs that run the whole shipped rulebook. */
final class ShippedFacts {

    private static final List<String> STATUS_ALONE =
            List.of("kpi-catalogue.xlsx", "kpi-thresholds.xlsx", "parameters.xlsx");

    private ShippedFacts() {}

    /**
     * Writes 20 KPIs by 10 months for each scorecard. The same numbers always give the same file.
     *
     * @param home of the project, whose rulebook is the shipped one
     */
    static Path write(Path home, Path folder, int scorecards) throws IOException {
        List<Kpi> kpis = RulebookFolder.load(home).rulebook().catalogue().kpis().stream()
                .filter(kpi -> kpi.formula() == null)
                .limit(20)
                .toList();
        var random = new SplittableRandom(5);
        Path file = folder.resolve("measurements.csv");
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("scorecard,kpi,period,actual,target\n");
            for (int scorecard = 0; scorecard < scorecards; scorecard++) {
                for (Kpi kpi : kpis) {
                    for (int month = 1; month <= 10; month++) {
                        BigDecimal target = target(kpi, random);
                        BigDecimal actual = target.multiply(BigDecimal.valueOf(random.nextInt(600, 1300), 3));
                        out.write(String.format(
                                Locale.ROOT,
                                "%s,%s,2026-%02d,%s,%s%n",
                                Workload.scorecard(scorecard),
                                kpi.id(),
                                month,
                                shown(kpi, actual),
                                target.toPlainString()));
                    }
                }
            }
        }
        return file;
    }

    private static BigDecimal target(Kpi kpi, SplittableRandom random) {
        return isShare(kpi)
                ? BigDecimal.valueOf(random.nextInt(20, 70), 2)
                : BigDecimal.valueOf(random.nextInt(50, 500), kpi.direction() == Direction.LOWER ? 1 : 0);
    }

    private static String shown(Kpi kpi, BigDecimal actual) {
        return actual.setScale(isShare(kpi) ? 4 : 0, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static boolean isShare(Kpi kpi) {
        return kpi.unit() == Unit.RATIO;
    }

    /** A copy of the shipped rulebook that fills nothing but the status stage. */
    static Path statusStageAlone(Path home, Path folder) throws IOException {
        Path spreadsheets = Files.createDirectories(folder.resolve("spreadsheets"));
        Files.createDirectories(folder.resolve("rules"));
        for (String name : STATUS_ALONE) {
            Files.copy(
                    home.resolve("spreadsheets").resolve(name),
                    spreadsheets.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return folder;
    }
}
