package boscard.workbook.report;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** The styles of one workbook, each made once. Not thread-safe. */
final class Styles {

    private record Letters(Palette colours, int points) {}

    private final SXSSFWorkbook workbook;
    private final Map<Look, CellStyle> styles = new HashMap<>();
    private final Map<Letters, Font> fonts = new HashMap<>();

    Styles(SXSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    CellStyle of(Look look) {
        return styles.computeIfAbsent(look, this::make);
    }

    static XSSFColor colour(String rgb) {
        int value = Integer.parseInt(rgb, 16);
        return new XSSFColor(new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value}, null);
    }

    private CellStyle make(Look look) {
        var style = (XSSFCellStyle) workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(new Letters(look.colours(), look.points()), this::font));
        if (!look.colours().fill().isEmpty()) {
            style.setFillForegroundColor(colour(look.colours().fill()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (!look.format().isEmpty()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        }
        if (look.ruled()) {
            style.setBorderBottom(BorderStyle.THIN);
            style.setBottomBorderColor(colour(Palette.GRID));
        }
        style.setAlignment(look.align());
        style.setIndention((short) look.indent());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(look.wrapped());
        style.setQuotePrefixed(look.quoted());
        return style;
    }

    private Font font(Letters letters) {
        var font = (XSSFFont) workbook.createFont();
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) letters.points());
        font.setColor(colour(letters.colours().ink()));
        font.setBold(letters.colours().isBold());
        font.setUnderline(letters.colours() == Palette.LINK ? Font.U_SINGLE : Font.U_NONE);
        return font;
    }
}
