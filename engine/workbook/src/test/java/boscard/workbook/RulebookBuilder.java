package boscard.workbook;

import static boscard.workbook.Workbooks.row;

import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.table.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A small sound rulebook in a folder, to be spoilt in one place by a test. */
final class RulebookBuilder {

    /** Where the first data row of {@link #table} stands. */
    static final int FIRST_DATA_ROW = 14;

    private static final String[] KPI_HEADINGS = {
        "Id",
        "Name",
        "Perspective",
        "Definition",
        "Glossary",
        "Formula",
        "Unit",
        "Direction",
        "Low",
        "High",
        "Horizon",
        "Timing",
        "Frequency",
        "Time aggregation",
        "Unit aggregation",
        "Weight",
        "Pair",
        "Worst",
        "Stretch",
        "Plausible min",
        "Plausible max",
        "Null policy",
        "Owner",
        "Source"
    };

    private final Path folder;
    final List<@Nullable Object[]> kpis = new ArrayList<>();
    final List<@Nullable Object[]> perspectives = new ArrayList<>();
    final List<@Nullable Object[]> parameters = new ArrayList<>();
    final List<@Nullable Object[]> words = new ArrayList<>();
    final List<@Nullable Object[]> holidays = new ArrayList<>();
    final Map<String, Consumer<Sheet>> tables = new LinkedHashMap<>();
    String extension = ".xlsx";

    RulebookBuilder(Path folder) {
        this.folder = folder;
        perspectives.add(row("FINANCIAL", "Financial", null));
        perspectives.add(row("CUSTOMER", "Customer", 2));
        kpis.add(kpi("win_rate", Map.of()));
        kpis.add(kpi("revenue", Map.of("Unit", "CURRENCY", "Time aggregation", "SUM", "Unit aggregation", "SUM")));
        parameters.add(row("coverage_min", 0.6, "RATIO", "Least coverage of a node", "DOMAIN 4.6"));
        words.add(row("vague", "Better"));
        holidays.add(row(Workbooks.formatted(46022, "yyyy-mm-dd"), "New Year's Eve"));
        tables.put("Thresholds", sheet -> table(sheet, row("KT-001", "win_rate", 0.9, null, "GREEN", "as agreed")));
    }

    /** A row of the catalogue: a sound scored ratio but for the given headings. */
    static @Nullable Object[] kpi(String id, Map<String, Object> changes) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (String heading : KPI_HEADINGS) {
            values.put(heading, null);
        }
        values.put("Id", id);
        values.put("Name", "Name of " + id);
        values.put("Perspective", "FINANCIAL");
        values.put("Unit", "RATIO");
        values.put("Direction", "HIGHER");
        values.put("Horizon", "SHORT");
        values.put("Timing", "LAGGING");
        values.put("Frequency", "M");
        values.put("Time aggregation", "AVG");
        values.put("Unit aggregation", "AVG");
        values.put("Weight", 1);
        values.put("Null policy", "EXCLUDE_REDISTRIBUTE");
        values.putAll(changes);
        return values.values().stream()
                .map(value -> "".equals(value) ? null : value)
                .toArray();
    }

    /** The table that most tests use: Id, KPI, From, Below, Status, Reason; data from row 14. */
    static void table(Sheet sheet, @Nullable Object[]... data) {
        customTable(
                sheet,
                row("METADATA", "CONDITION", "CONDITION", "CONDITION", "ACTION", "METADATA"),
                row(
                        "id($param)",
                        "kpi == \"$param\"",
                        "attainment >= $paramB",
                        "attainment < $paramB",
                        "conclude.status(Status.$param);",
                        "reason(\"$param\")"),
                row("Id", "KPI", "From", "Below", "Status", "Reason"),
                data);
    }

    /** A table with columns of its own. */
    static void customTable(
            Sheet sheet,
            @Nullable Object[] kinds,
            @Nullable Object[] snippets,
            @Nullable Object[] headings,
            @Nullable Object[]... data) {
        Workbooks.fill(
                sheet,
                1,
                row("KPI thresholds"),
                row("Says from where on a KPI is green."),
                row("RuleSet", "boscard.rules.status"),
                row("Import", "boscard.evaluation.*, boscard.fact.*"),
                row("Variables", "boscard.evaluation.Conclude conclude"),
                row("AGENDA-GROUP", "status"),
                row("HitPolicy", "FIRST"),
                row("IgnoreNumericFormat", "true"),
                row("RuleTable " + sheet.getSheetName()),
                kinds,
                row(null, "$p : Performance"),
                snippets,
                headings);
        int conditions =
                (int) java.util.Arrays.stream(kinds).filter("CONDITION"::equals).count();
        if (conditions > 1) {
            sheet.addMergedRegion(new CellRangeAddress(10, 10, 1, conditions));
        }
        Workbooks.fill(sheet, FIRST_DATA_ROW, data);
        for (int i = 2; i < 12; i++) {
            sheet.getRow(i).setZeroHeight(true);
        }
    }

    Path write() {
        for (String other : List.of(".xlsx", ".xls", ".xlsm")) {
            for (String name : List.of("kpi-catalogue", "parameters", "kpi-thresholds")) {
                try {
                    Files.deleteIfExists(folder.resolve("spreadsheets").resolve(name + other));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }
        Workbooks.write(folder.resolve("spreadsheets/kpi-catalogue" + extension), book -> {
            var rows = new ArrayList<@Nullable Object[]>();
            rows.add(row("The KPIs"));
            rows.add(KPI_HEADINGS);
            rows.addAll(kpis);
            Workbooks.fill(book.createSheet("KPIs"), 1, rows.toArray(Object[][]::new));
            Workbooks.fill(book.createSheet("Perspectives"), 1, headed(perspectives, "Id", "Name", "Weight"));
        });
        Workbooks.write(folder.resolve("spreadsheets/parameters" + extension), book -> {
            Workbooks.fill(book.createSheet("Read me"), 1, row("RuleTable sheets are explained elsewhere"));
            Workbooks.fill(
                    book.createSheet("Parameters"),
                    1,
                    headed(parameters, "Name", "Value", "Unit", "Meaning", "Source"));
            Workbooks.fill(book.createSheet("Words"), 1, headed(words, "List", "Word"));
            Workbooks.fill(book.createSheet("Holidays"), 1, headed(holidays, "Date", "Name"));
        });
        Workbooks.write(
                folder.resolve("spreadsheets/kpi-thresholds" + extension),
                book -> tables.forEach((name, content) -> content.accept(book.createSheet(name))));
        return folder;
    }

    private static @Nullable Object[][] headed(List<@Nullable Object[]> rows, Object... headings) {
        var all = new ArrayList<@Nullable Object[]>();
        all.add(headings);
        all.addAll(rows);
        return all.toArray(Object[][]::new);
    }

    RulebookBuilder thresholds(@Nullable Object[]... data) {
        tables.put("Thresholds", sheet -> table(sheet, data));
        return this;
    }

    RulebookBuilder rule(String path, String text) throws IOException {
        Path file = folder.resolve("rules").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** The rows of the first table. */
    List<Row> rows() {
        return load().rulebook().tables().get(0).rows();
    }

    /** The only message, with its advice. */
    String message() {
        List<Problem> found = found();
        if (found.size() != 1) {
            throw new AssertionError("Not one problem: " + found);
        }
        return found.get(0).toString();
    }

    LoadedRulebook load() {
        return RulebookFolder.load(write());
    }

    /** All problems, as {@code CODE address}. */
    List<String> problems() {
        return found().stream()
                .map(problem -> problem.code() + " " + address(problem))
                .toList();
    }

    List<Problem> found() {
        try {
            return load().warnings();
        } catch (InvalidRulebook e) {
            return e.problems();
        }
    }

    private static String address(Problem problem) {
        String at = problem.at().toString();
        return at.substring(at.lastIndexOf('!') + 1);
    }
}
