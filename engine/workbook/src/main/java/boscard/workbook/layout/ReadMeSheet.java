package boscard.workbook.layout;

import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes the first sheet: one column of text, wide enough to read and no wider. */
final class ReadMeSheet {

    private static final int WIDTH = 100;

    private ReadMeSheet() {}

    static void write(ReadMe readMe, XSSFSheet sheet, Styles styles) {
        sheet.setColumnWidth(0, 3 * 256);
        sheet.setColumnWidth(1, WIDTH * 256);
        sheet.setDisplayGridlines(false);
        int next = 1;
        line(sheet, next, readMe.title(), styles.title(), 26);
        for (ReadMe.Section section : readMe.sections()) {
            line(sheet, ++next, section.heading(), styles.section(), 26);
            for (String paragraph : section.paragraphs()) {
                line(sheet, ++next, paragraph, styles.paragraph(), Page.height(paragraph, WIDTH) + 3);
            }
        }
        Page.fit(sheet, false, 1);
        sheet.setSelected(true);
    }

    private static void line(XSSFSheet sheet, int index, String text, XSSFCellStyle style, float height) {
        XSSFRow row = sheet.createRow(index);
        row.setHeightInPoints(height);
        var cell = row.createCell(1);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }
}
