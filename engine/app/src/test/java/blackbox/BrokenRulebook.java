package blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Made the two broken rulebooks of samples/02-broken from the shipped one: each change below is a slip that people
 * make. The first cannot be read as it is; in the second every cell is fine by itself. Run once; the workbooks are what
 * counts now.
 */
final class BrokenRulebook {

    private static final Path FOLDER = Program.ROOT.resolve("samples/02-broken/rulebook");
    private static final Path CONTRADICTORY = Program.ROOT.resolve("samples/02-broken/contradictory");

    private BrokenRulebook() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0 || arguments[0].equals("rulebook")) {
            write(FOLDER, workbook -> spoil(workbook.getSheet("Thresholds")));
        }
        if (arguments.length == 0 || arguments[0].equals("contradictory")) {
            write(CONTRADICTORY, BrokenRulebook::contradict);
        }
    }

    private static void write(Path folder, Consumer<XSSFWorkbook> slips) throws IOException {
        Path spreadsheets = Files.createDirectories(folder.resolve("spreadsheets"));
        for (String needed : new String[] {"kpi-catalogue.xlsx", "parameters.xlsx"}) {
            Files.copy(
                    Program.ROOT.resolve("spreadsheets").resolve(needed),
                    spreadsheets.resolve(needed),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Path shipped = Program.ROOT.resolve("spreadsheets/kpi-thresholds.xlsx");
        try (var in = Files.newInputStream(shipped);
                var workbook = new XSSFWorkbook(in);
                var out = Files.newOutputStream(spreadsheets.resolve("kpi-thresholds.xlsx"))) {
            slips.accept(workbook);
            workbook.write(out);
        }
    }

    private static void spoil(Sheet sheet) {
        set(sheet, "Q12", "rise < Long.parseLong(\"$param\")"); // code where a comparison belongs
        set(sheet, "H15", "about 0.9"); // text where a number belongs
        set(sheet, "B17", "revenue_grwoth"); // no such KPI
        set(sheet, "A21", "KT-007"); // the id of the row above
        sheet.getRow(20).getCell(7).setCellValue(0.85); // H21 and J21, the wrong way round
        sheet.getRow(20).getCell(9).setCellValue(0.4);
        set(sheet, "R25", "ANBER"); // no such status
        sheet.addMergedRegion(new CellRangeAddress(26, 28, 1, 1)); // B27:B29
        int last = sheet.getLastRowNum();
        Row late = sheet.createRow(last + 2); // below a blank row
        late.createCell(0).setCellValue("KT-900");
        late.createCell(1).setCellValue("csat");
        late.createCell(7).setCellValue(0.8);
        late.createCell(17).setCellValue("GREEN");
    }

    private static void contradict(XSSFWorkbook workbook) {
        for (int i = workbook.getNumberOfSheets() - 1; i >= 0; i--) {
            if (!List.of("Thresholds", "Lists").contains(workbook.getSheetName(i))) {
                workbook.removeSheetAt(i);
            }
        }
        Sheet sheet = workbook.getSheet("Thresholds");
        row(sheet, "csat", "AMBER").getCell(7).setCellValue(0.85); // above where GREEN begins
        row(sheet, "grr", "RED").getCell(10).setCellValue(0.75); // AMBER begins at 80 %
        row(sheet, "win_rate", "GREEN").getCell(7).setCellValue(30); // 30 % was meant
        row(sheet, "retention", "AMBER").getCell(7).setCellValue(0.9); // as GREEN does
        Row first = row(sheet, "enps", "GREEN");
        for (Row row = first; row != null && text(row, 1).equals("enps"); row = sheet.getRow(row.getRowNum() + 1)) {
            row.getCell(1).setCellValue("coaching"); // filled down too far
        }
        String[] levels = {"REP", "TEAM"};
        Sheet second = workbook.cloneSheet(workbook.getSheetIndex(sheet), "Teams");
        second.getRow(6).getCell(1).setCellValue("UNIQUE");
        second.getRow(8).getCell(0).setCellValue("RuleTable Team thresholds");
        for (int i = second.getLastRowNum(); i > 14; i--) {
            second.removeRow(second.getRow(i));
        }
        for (int i = 0; i < 2; i++) {
            Row row = second.getRow(13 + i);
            for (int column = 2; column < 17; column++) {
                row.getCell(column).setBlank();
            }
            row.getCell(0).setCellValue("TT-00" + (i + 1));
            row.getCell(1).setCellValue("leads");
            row.getCell(2).setCellValue(levels[i]);
        }
        second.getRow(14).getCell(2).setBlank(); // any level, so teams and reps too
        second.getRow(13).getCell(7).setCellValue(100); // from 100
        second.getRow(14).getCell(9).setCellValue(100); // up to and including 100
        second.getRow(14).getCell(17).setCellValue("RED");
    }

    private static Row row(Sheet sheet, String kpi, String status) {
        for (Row row : sheet) {
            if (text(row, 1).equals(kpi) && text(row, 17).equals(status)) {
                return row;
            }
        }
        throw new IllegalArgumentException("No row makes " + kpi + " " + status);
    }

    private static String text(Row row, int column) {
        return row.getCell(column) == null ? "" : row.getCell(column).toString();
    }

    private static void set(Sheet sheet, String address, String text) {
        var at = new CellReference(address);
        Row row = sheet.getRow(at.getRow());
        var cell = row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellValue(text);
    }
}
