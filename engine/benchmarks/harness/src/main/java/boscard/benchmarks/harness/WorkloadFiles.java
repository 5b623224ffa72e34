package boscard.benchmarks.harness;

import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import boscard.workbook.layout.Column;
import boscard.workbook.layout.Entry;
import boscard.workbook.layout.RuleTable;
import boscard.workbook.layout.WorkbookLayout;
import boscard.workbook.layout.WorkbookWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workload as files, in the form that each peer reads. */
final class WorkloadFiles {

    private final Workload workload;
    private final List<BandRow> rows;
    private final Path folder;

    /**
     * Prepares.
     *
     * @param folder is made when it does not exist
     */
    WorkloadFiles(Workload workload, Path folder) {
        this.workload = workload;
        this.rows = workload.table();
        this.folder = folder;
    }

    Path facts() {
        return folder.resolve("measurements.csv");
    }

    Path preparedFacts() {
        return folder.resolve("prepared.csv");
    }

    Path plainTable() {
        return folder.resolve("table.csv");
    }

    Path droolsTable() {
        return folder.resolve("drools.xlsx");
    }

    Path openLTable() {
        return folder.resolve("openl.xlsx");
    }

    Path dmnTable() {
        return folder.resolve("table.dmn");
    }

    Path rulebook() {
        return folder.resolve("rulebook");
    }

    Path rulebookTable() {
        return rulebook().resolve("spreadsheets/kpi-thresholds.xlsx");
    }

    /**
     * Writes all of them.
     *
     * @param shipped the folder of the shipped spreadsheets, for catalogue and parameters
     */
    void write(Path shipped) throws IOException {
        Files.createDirectories(folder);
        writeFacts();
        writePlainTable();
        writeDroolsTable();
        writeOpenLTable();
        writeDmnTable();
        writeRulebook(shipped);
    }

    /** Only the facts and the rulebook. */
    void writeForBoscard(Path shipped) throws IOException {
        Files.createDirectories(folder);
        writeFacts();
        writeRulebook(shipped);
    }

    private void writeFacts() throws IOException {
        try (BufferedWriter facts = Files.newBufferedWriter(facts());
                BufferedWriter prepared = Files.newBufferedWriter(preparedFacts())) {
            facts.write("scorecard,kpi,period,actual,target\n");
            prepared.write("scorecard,kpi,period,attainment\n");
            workload.measurements(one -> {
                String key = one.scorecard() + ',' + one.kpi() + ',' + one.month() + ',';
                try {
                    facts.write(key
                            + one.actual().toPlainString()
                            + ','
                            + one.target().toPlainString()
                            + '\n');
                    prepared.write(key + attainment(one).toPlainString() + '\n');
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }

    /** As DOMAIN.md sections 3 and 4.2 say for a KPI of which more is better; not boscard's own code, on purpose. */
    private static BigDecimal attainment(Workload.Measured one) {
        return one.actual()
                .divide(one.target(), MathContext.DECIMAL128)
                .setScale(12, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    private void writePlainTable() throws IOException {
        try (BufferedWriter table = Files.newBufferedWriter(plainTable())) {
            for (BandRow row : rows) {
                table.write(String.join(
                                ",",
                                text(row.scorecard()),
                                text(row.kpi()),
                                number(row.from()),
                                number(row.below()),
                                row.status())
                        + '\n');
            }
        }
    }

    private void writeDroolsTable() throws IOException {
        try (var workbook = new SXSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Table");
            int next = 0;
            put(sheet.createRow(next++), "RuleSet", "boscard.benchmarks.table");
            put(sheet.createRow(next++), "Import", "boscard.benchmarks.drools.Judged");
            put(sheet.createRow(next++), "IgnoreNumericFormat", "true");
            sheet.createRow(next++);
            put(sheet.createRow(next++), "RuleTable Status");
            put(sheet.createRow(next++), "CONDITION", "CONDITION", "CONDITION", "CONDITION", "ACTION");
            Row pattern = sheet.createRow(next);
            put(pattern, "$f : Judged");
            for (int i = 1; i <= 3; i++) {
                pattern.createCell(i); // stock Drools needs the follower cells of a merged cell
            }
            sheet.addMergedRegion(new CellRangeAddress(next, next, 0, 3));
            next++;
            put(
                    sheet.createRow(next++),
                    "scorecard == \"$param\"",
                    "kpi == \"$param\"",
                    "attainment >= $paramB",
                    "attainment < $paramB",
                    "$f.fits($1, \"$2\");");
            put(sheet.createRow(next++), "Scorecard", "KPI", "From", "Below", "Status");
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(next++);
                BandRow band = rows.get(i);
                put(row, 0, band.scorecard());
                put(row, 1, band.kpi());
                put(row, 2, band.from());
                put(row, 3, band.below());
                put(row, 4, i + "," + band.status());
            }
            save(workbook, droolsTable());
        }
    }

    private void writeOpenLTable() throws IOException {
        try (var workbook = new SXSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Table");
            int next = 1;
            put(sheet.createRow(next), 1, "Rules String status(String scorecard, String kpi, Double attainment)");
            sheet.addMergedRegion(new CellRangeAddress(next, next, 1, 4));
            next++;
            List<List<String>> head = List.of(
                    List.of("C1", "C2", "C3", "RET1"),
                    List.of("scorecard", "kpi", "attainment", "said"),
                    List.of("String aScorecard", "String aKpi", "DoubleRange band", "String said"),
                    List.of("Scorecard", "KPI", "Attainment", "Status"));
            for (List<String> line : head) {
                Row row = sheet.createRow(next++);
                for (int i = 0; i < line.size(); i++) {
                    put(row, i + 1, line.get(i));
                }
            }
            for (BandRow band : rows) {
                Row row = sheet.createRow(next++);
                put(row, 1, band.scorecard());
                put(row, 2, band.kpi());
                put(row, 3, range(band));
                put(row, 4, band.status());
            }
            save(workbook, openLTable());
        }
    }

    private static @Nullable String range(BandRow band) {
        if (band.from() != null && band.below() != null) {
            return "[" + number(band.from()) + "; " + number(band.below()) + ")";
        } else if (band.from() != null) {
            return ">= " + number(band.from());
        }
        return band.below() == null ? null : "< " + number(band.below());
    }

    private void writeDmnTable() throws IOException {
        try (BufferedWriter dmn = Files.newBufferedWriter(dmnTable())) {
            dmn.write("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="table" name="table"
                        namespace="https://boscard.example/benchmarks">
                      <inputData id="i1" name="scorecard"><variable name="scorecard" typeRef="string"/></inputData>
                      <inputData id="i2" name="kpi"><variable name="kpi" typeRef="string"/></inputData>
                      <inputData id="i3" name="attainment"><variable name="attainment" typeRef="number"/></inputData>
                      <decision id="status" name="status">
                        <variable name="status" typeRef="string"/>
                        <informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement>
                        <informationRequirement id="r2"><requiredInput href="#i2"/></informationRequirement>
                        <informationRequirement id="r3"><requiredInput href="#i3"/></informationRequirement>
                        <decisionTable id="t" hitPolicy="FIRST">
                          <input id="c1"><inputExpression id="e1" typeRef="string"><text>scorecard</text></inputExpression></input>
                          <input id="c2"><inputExpression id="e2" typeRef="string"><text>kpi</text></inputExpression></input>
                          <input id="c3"><inputExpression id="e3" typeRef="number"><text>attainment</text></inputExpression></input>
                          <output id="o1" name="said" typeRef="string"/>
                    """);
            for (int i = 0; i < rows.size(); i++) {
                BandRow row = rows.get(i);
                dmn.write("<rule id=\"row" + i + "\">" + entry("scorecard" + i, quoted(row.scorecard()))
                        + entry("kpi" + i, quoted(row.kpi())) + entry("band" + i, dmnRange(row))
                        + "<outputEntry id=\"said" + i + "\"><text>" + quoted(row.status())
                        + "</text></outputEntry></rule>\n");
            }
            dmn.write("</decisionTable></decision></definitions>\n");
        }
    }

    private static String entry(String id, String test) {
        return "<inputEntry id=\"" + id + "\"><text>" + test + "</text></inputEntry>";
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "-" : '"' + text + '"';
    }

    private static String dmnRange(BandRow band) {
        if (band.from() != null && band.below() != null) {
            return "[" + number(band.from()) + ".." + number(band.below()) + ")";
        } else if (band.from() != null) {
            return "&gt;= " + number(band.from());
        }
        return band.below() == null ? "-" : "&lt; " + number(band.below());
    }

    /** A rulebook whose only table is this one, over KPIs of its own; catalogue columns and parameters as shipped. */
    private void writeRulebook(Path shipped) throws IOException {
        Path spreadsheets = rulebook().resolve("spreadsheets");
        Files.createDirectories(spreadsheets);
        Files.createDirectories(rulebook().resolve("rules"));
        Files.write(spreadsheets.resolve("parameters.xlsx"), Files.readAllBytes(shipped.resolve("parameters.xlsx")));
        writeCatalogue(shipped.resolve("kpi-catalogue.xlsx"), spreadsheets.resolve("kpi-catalogue.xlsx"));
        List<Column> columns = List.of(
                Column.id("Name of the row."),
                Column.condition("scorecard == \"$param\"", "Scorecard", "Only for this scorecard."),
                Column.condition("kpi == \"$param\"", "KPI", "Only for this KPI."),
                Column.condition("attainment >= $paramB", "Attainment from", "This number is included.")
                        .holding(Column.Content.NUMBER),
                Column.condition("attainment < $paramB", "Attainment below", "This number is not included.")
                        .holding(Column.Content.NUMBER),
                Column.outcome("conclude.status(Status.$param);", "Status", "The status that the KPI gets."));
        var entries = new ArrayList<List<Entry>>(rows.size());
        for (BandRow row : rows) {
            entries.add(List.of(
                    Entry.text("KT-" + (entries.size() + 1)),
                    Entry.text(text(row.scorecard())),
                    Entry.text(text(row.kpi())),
                    row.from() == null ? Entry.EMPTY : Entry.number(row.from()),
                    row.below() == null ? Entry.EMPTY : Entry.number(row.below()),
                    Entry.text(row.status())));
        }
        WorkbookWriter.write(
                new WorkbookLayout(
                        "Thresholds",
                        List.of(new RuleTable(
                                "Thresholds",
                                "KPI thresholds",
                                "A generated table.",
                                Stage.STATUS,
                                HitPolicy.FIRST,
                                "$p : Performance",
                                List.of("boscard.evaluation.Performance", "boscard.evaluation.Status"),
                                columns,
                                1,
                                "",
                                entries))),
                rulebookTable());
    }

    /** The shipped catalogue with other rows: what does not matter here is as its first KPI has it. */
    private void writeCatalogue(Path shipped, Path target) throws IOException {
        Map<String, String> ours = Map.ofEntries(
                Map.entry("Unit", "COUNT"),
                Map.entry("Direction", "HIGHER"),
                Map.entry("Frequency", "M"),
                Map.entry("Time aggregation", "SUM"),
                Map.entry("Unit aggregation", "SUM"),
                Map.entry("Weight", "1"),
                Map.entry("Formula", ""),
                Map.entry("Low", ""),
                Map.entry("High", ""),
                Map.entry("Pair", ""),
                Map.entry("Plausible min", ""),
                Map.entry("Plausible max", ""));
        try (var workbook = new XSSFWorkbook(Files.newInputStream(shipped))) {
            Sheet sheet = workbook.getSheet("KPIs");
            var headings = new ArrayList<String>();
            sheet.getRow(0).forEach(cell -> headings.add(cell.getStringCellValue()));
            var first = new ArrayList<String>();
            var formatter = new DataFormatter();
            for (int i = 0; i < headings.size(); i++) {
                first.add(formatter.formatCellValue(sheet.getRow(1).getCell(i)));
            }
            for (int i = sheet.getLastRowNum(); i > 0; i--) {
                if (sheet.getRow(i) != null) {
                    sheet.removeRow(sheet.getRow(i));
                }
            }
            for (int kpi = 0; kpi < workload.kpis(); kpi++) {
                Row row = sheet.createRow(kpi + 1);
                for (int i = 0; i < headings.size(); i++) {
                    put(
                            row,
                            i,
                            switch (headings.get(i)) {
                                case "Id" -> Workload.kpi(kpi);
                                case "Name" -> "KPI " + kpi;
                                default -> ours.getOrDefault(headings.get(i), first.get(i));
                            });
                }
            }
            save(workbook, target);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static void put(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            put(row, i, texts[i]);
        }
    }

    private static void put(Row row, int column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            row.createCell(column).setCellValue(text);
        }
    }

    private static void put(Row row, int column, @Nullable BigDecimal number) {
        if (number != null) {
            row.createCell(column).setCellValue(number.doubleValue());
        }
    }

    private static void save(Workbook workbook, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }
}
