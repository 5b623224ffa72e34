package blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Made the broken rulebook of samples/02-broken from the shipped one: each change below is a slip that people make. Run
 * once; the workbooks are what counts now.
 */
final class BrokenRulebook {

    private static final Path FOLDER = Program.ROOT.resolve("samples/02-broken/rulebook");

    private BrokenRulebook() {}

    public static void main(String[] arguments) throws IOException {
        Path spreadsheets = Files.createDirectories(FOLDER.resolve("spreadsheets"));
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
            spoil(workbook.getSheet("Thresholds"));
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

    private static void set(Sheet sheet, String address, String text) {
        var at = new CellReference(address);
        Row row = sheet.getRow(at.getRow());
        var cell = row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellValue(text);
    }
}
