package boscard.intake.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import boscard.fact.Aggregation;
import boscard.fact.Direction;
import boscard.fact.Frequency;
import boscard.fact.Horizon;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Measurement;
import boscard.fact.NullPolicy;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.intake.FactsImporter;
import boscard.intake.ImportSettings;
import boscard.intake.ImportedFacts;
import boscard.intake.layout.SkipReason;
import boscard.intake.mapping.MappingReader;
import boscard.problem.Problem;
import boscard.source.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;

/** Writes a tiny file, imports it, and says in short what came out. */
abstract class CaseTest {

    static final String HEADER = "scorecard,kpi,period,actual,target\n";

    @TempDir
    Path folder;

    /** What an import gave, in short texts. */
    record Result(Path folder, ImportedFacts imported) {

        /** {@code CODE at measurements.csv:2 (actual)}, each with its hint behind it when there is one. */
        List<String> problems() {
            return imported.problems().stream()
                    .map(problem -> problem.code() + " at " + at(problem))
                    .toList();
        }

        private String at(Problem problem) {
            return problem.at().toString().replace(folder.toString().replace('\\', '/') + "/", "");
        }

        String messages() {
            return String.join(
                    "\n", imported.problems().stream().map(Problem::toString).toList());
        }

        List<Measurement> measurements() {
            return imported.facts().of(Measurement.class);
        }

        Measurement only() {
            return measurements().get(0);
        }

        /** Actuals in the order of the facts. */
        List<String> actuals() {
            return measurements().stream().map(one -> one.actual().toString()).toList();
        }

        int skipped(SkipReason reason) {
            return imported.accounts().stream()
                    .mapToInt(account -> account.skipped().getOrDefault(reason, 0))
                    .sum();
        }

        int read() {
            return imported.accounts().stream()
                    .mapToInt(account -> account.read())
                    .sum();
        }

        int rejected() {
            return imported.accounts().stream()
                    .mapToInt(account -> account.rejected())
                    .sum();
        }
    }

    Path file(String name, String content) {
        return file(name, content, UTF_8);
    }

    Path file(String name, String content, Charset encoding) {
        return file(name, content.getBytes(encoding));
    }

    Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports the folder as it is. */
    Result imported() {
        return imported(settings());
    }

    Result imported(ImportSettings settings) {
        return new Result(folder, new FactsImporter().importFacts(List.of(folder), settings));
    }

    /** A file of measurements with the usual header. */
    Result rows(String... rows) {
        file("measurements.csv", HEADER + String.join("\n", rows) + "\n");
        return imported();
    }

    /** The same, with lines of a mapping. */
    Result rows(ImportSettings settings, String... rows) {
        file("measurements.csv", HEADER + String.join("\n", rows) + "\n");
        return imported(settings);
    }

    /** One measurement with this actual. */
    Result actual(String text) {
        return rows("A,revenue,2026-Q3," + text + ",");
    }

    Result actual(String text, ImportSettings settings) {
        return rows(settings, "A,revenue,2026-Q3," + text + ",");
    }

    static ImportSettings settings() {
        return ImportSettings.of(CATALOGUE);
    }

    /** Settings with a mapping for every file, given by the lines of its entry. */
    static ImportSettings mapped(String... lines) {
        var yaml = new StringBuilder("files:\n  - match: \"*\"\n");
        for (String line : lines) {
            yaml.append("    ").append(line).append('\n');
        }
        return settings().withMapping(new MappingReader().parse(yaml.toString(), "test.yaml"));
    }

    /** Only calls are reported by the month; the others by the year, so that no period of a case is too long. */
    static final KpiCatalogue CATALOGUE = new KpiCatalogue(
            List.of(
                    kpi("revenue", Unit.COUNT, Aggregation.SUM, Frequency.Y, 2),
                    kpi("win_rate", Unit.RATIO, Aggregation.NONE, Frequency.Y, 3),
                    kpi("new_customers", Unit.COUNT, Aggregation.SUM, Frequency.Y, 4),
                    kpi("sales", Unit.CURRENCY, Aggregation.SUM, Frequency.Y, 5),
                    kpi("calls", Unit.COUNT, Aggregation.SUM, Frequency.M, 6)),
            List.of());

    private static Kpi kpi(String id, Unit unit, Aggregation aggregation, Frequency frequency, int row) {
        return new Kpi(
                id,
                id.replace('_', ' '),
                "FINANCIAL",
                null,
                null,
                null,
                unit,
                Direction.HIGHER,
                null,
                null,
                Horizon.SHORT,
                Timing.LAGGING,
                frequency,
                aggregation,
                aggregation,
                BigDecimal.ONE,
                null,
                null,
                null,
                null,
                null,
                NullPolicy.EXCLUDE,
                null,
                false,
                null,
                null,
                new Origin.SheetRow("kpi-catalogue.xlsx", "KPIs", row, Map.of()));
    }

    /** Fills a sheet; what happens to it before it is saved. */
    @FunctionalInterface
    interface Touch {
        void to(Sheet sheet);
    }

    static Object[] row(Object... cells) {
        return cells;
    }

    /** One sheet "Measurements" with these rows, header included. */
    Result workbook(Touch touch, Object[]... rows) {
        return workbook(new XSSFWorkbook(), "facts.xlsx", settings(), touch, rows);
    }

    Result workbook(Object[]... rows) {
        return workbook(sheet -> {}, rows);
    }

    Result workbook(ImportSettings settings, Object[]... rows) {
        return workbook(new XSSFWorkbook(), "facts.xlsx", settings, sheet -> {}, rows);
    }

    Result oldWorkbook(String name, Object[]... rows) {
        return workbook(new HSSFWorkbook(), name, settings(), sheet -> {}, rows);
    }

    Result workbook(Workbook workbook, String name, ImportSettings settings, Touch touch, Object[]... rows) {
        try (workbook;
                OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            Sheet sheet = workbook.createSheet("Measurements");
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            CellStyle time = workbook.createCellStyle();
            time.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
            for (int i = 0; i < rows.length; i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < rows[i].length; j++) {
                    fill(row.createCell(j), rows[i][j], day, time);
                }
            }
            touch.to(sheet);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return imported(settings);
    }

    private static void fill(Cell cell, Object value, CellStyle day, CellStyle time) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof LocalDateTime moment) {
            cell.setCellValue(moment);
            cell.setCellStyle(time);
        } else if (!value.toString().isEmpty()) {
            cell.setCellValue(value.toString());
        }
    }
}
