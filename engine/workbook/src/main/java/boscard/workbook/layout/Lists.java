package boscard.workbook.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The hidden sheet with the values of all drop-downs, one list per column. */
final class Lists {

    private static final String SHEET = "Lists";

    private final XSSFWorkbook workbook;
    private final Map<String, Choices> byName = new LinkedHashMap<>();

    Lists(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** Address of a list's values, for a validation: {@code Lists!$A$2:$A$9}. */
    String addressOf(Choices choices) {
        Choices known = byName.putIfAbsent(choices.name(), choices);
        if (known != null && !known.equals(choices)) {
            throw new IllegalArgumentException("Two lists are called " + choices.name());
        }
        int column = byName.keySet().stream().toList().indexOf(choices.name());
        String letters = CellReference.convertNumToColString(column);
        return "%s!$%s$2:$%s$%d"
                .formatted(SHEET, letters, letters, choices.values().size() + 1);
    }

    void write() {
        if (byName.isEmpty()) {
            return;
        }
        XSSFSheet sheet = workbook.createSheet(SHEET);
        int column = 0;
        for (Choices choices : byName.values()) {
            row(sheet, 0).createCell(column).setCellValue(choices.name());
            for (int i = 0; i < choices.values().size(); i++) {
                row(sheet, i + 1)
                        .createCell(column)
                        .setCellValue(choices.values().get(i));
            }
            column++;
        }
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
    }

    private static XSSFRow row(XSSFSheet sheet, int index) {
        XSSFRow row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }
}
