package boscard.app;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.drools.DroolsCompiler;
import boscard.rulebook.Rulebook;
import boscard.workbook.RulebookFolder;
import boscard.workbook.layout.RuleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next start of the command line compiles after an analyst has saved a workbook. */
class EditedWorkbookTest {

    private static final String RULE = """
            package rules.status;
            import boscard.fact.Scorecard;
            rule "Nothing" agenda-group "status" when Scorecard() then end
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void copyRulebook() throws IOException {
        Files.createDirectories(folder.resolve("spreadsheets"));
        for (String name : List.of("kpi-catalogue.xlsx", "kpi-thresholds.xlsx", "parameters.xlsx")) {
            Files.copy(
                    Home.folder().resolve("spreadsheets").resolve(name),
                    folder.resolve("spreadsheets").resolve(name));
        }
        writeRule(RULE);
    }

    private void writeRule(String text) throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(folder.resolve("rules/status.drl"), text);
    }

    /** As a process of its own does it: everything is read anew, and only the cache on the disk is there. */
    private Rulebook start() {
        Rulebook rulebook = RulebookFolder.load(folder).rulebook();
        new DroolsCompiler(CompiledRules.in(folder.resolve("cache"))).compile(rulebook);
        return rulebook;
    }

    private void edit(Consumer<Sheet> change) throws IOException {
        Path file = folder.resolve("spreadsheets/kpi-thresholds.xlsx");
        try (var in = Files.newInputStream(file);
                var workbook = new XSSFWorkbook(in)) {
            change.accept(workbook.getSheet("Thresholds"));
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    @Test
    void anEditOfCellsAddedAndDeletedRowsCompileNothingAndAnEditOfARuleDoes() throws IOException {
        int before = DroolsCompiler.compilations();
        Rulebook first = start();
        assertThat(DroolsCompiler.compilations()).as("the first start").isEqualTo(before + 1);

        edit(sheet ->
                rowOf("KT-060", sheet).getCell(column("Value below", sheet)).setCellValue(0.5));
        Rulebook edited = start();
        assertThat(edited.digest()).isNotEqualTo(first.digest());
        edit(sheet -> {
            Row added = sheet.createRow(sheet.getLastRowNum() + 1);
            added.createCell(column("Id", sheet)).setCellValue("KT-900");
            added.createCell(column("KPI", sheet)).setCellValue("csat");
            added.createCell(column("Value from", sheet)).setCellValue(0.1);
            added.createCell(column("Status", sheet)).setCellValue("RED");
        });
        Rulebook longer = start();
        assertThat(rows(longer)).isEqualTo(rows(edited) + 1);
        edit(sheet -> sheet.shiftRows(14, sheet.getLastRowNum(), -1)); // row 14 is gone
        assertThat(rows(start())).isEqualTo(rows(longer) - 1);
        assertThat(DroolsCompiler.compilations()).as("edits of cells and rows").isEqualTo(before + 1);

        writeRule(RULE.replace("Nothing", "Nothing at all"));
        start();
        assertThat(DroolsCompiler.compilations()).as("an edit of a rule").isEqualTo(before + 2);
    }

    private static Row rowOf(String id, Sheet sheet) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(id)) {
                return row;
            }
        }
        throw new AssertionError("no row " + id);
    }

    private static int column(String heading, Sheet sheet) {
        for (Cell cell : sheet.getRow(RuleTable.HEADING_ROW - 1)) {
            if (cell.toString().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + heading);
    }

    private static int rows(Rulebook rulebook) {
        return rulebook.tables().stream().mapToInt(table -> table.rows().size()).sum();
    }
}
