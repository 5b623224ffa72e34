package boscard.workbook.layout;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of one workbook, each made once. */
final class Styles {

    static final String FONT = "Arial";
    private static final String NAVY = "1F3864";
    private static final String GREY = "6B7280";
    private static final String LINE = "D9DDE3";

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont normal = workbook.getFontAt(0);
        normal.setFontName(FONT);
        normal.setFontHeightInPoints((short) 10);
    }

    static XSSFColor color(String rgb) {
        int value = Integer.parseInt(rgb, 16);
        byte[] bytes = {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
        return new XSSFColor(bytes, new DefaultIndexedColorMap());
    }

    XSSFCellStyle title() {
        return made("title", style -> {
            style.setFont(font(16, true, NAVY));
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setIndention((short) 1);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
        });
    }

    XSSFCellStyle explanation() {
        return made("explanation", style -> {
            style.setFont(font(10, false, GREY));
            style.setIndention((short) 1);
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
        });
    }

    XSSFCellStyle section() {
        return made("section", style -> {
            style.setFont(font(12, true, NAVY));
            style.setVerticalAlignment(VerticalAlignment.BOTTOM);
        });
    }

    XSSFCellStyle paragraph() {
        return made("paragraph", style -> {
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
        });
    }

    XSSFCellStyle code() {
        return made("code", style -> {
            style.setFont(font(9, false, GREY));
            style.setLocked(true);
        });
    }

    /** What the rows above the data have right of the table, so that nothing can be typed there. */
    XSSFCellStyle locked() {
        return made("locked", style -> style.setLocked(true));
    }

    XSSFCellStyle heading(Column.Role role) {
        return made("heading " + role, style -> {
            String fill = switch (role) {
                case ID -> "44546A";
                case CONDITION -> "2F5597";
                case OUTCOME -> "1B7A63";
                case NOTE -> "7C8594";
            };
            style.setFont(font(10, true, "FFFFFF"));
            style.setFillForegroundColor(color(fill));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setIndention((short) 1);
            lines(style, "FFFFFF");
        });
    }

    /** A data cell; never locked. */
    XSSFCellStyle data(Column column, boolean percent) {
        String format = switch (column.content()) {
            case PERCENT -> "0.0 %";
            case NUMBER -> percent ? "0.0 %" : "General";
            case DATE -> "yyyy-mm-dd";
            case WORD, SENTENCE -> percent ? "0.0 %" : "General";
        };
        boolean number = column.content() == Column.Content.NUMBER || column.content() == Column.Content.PERCENT;
        boolean wraps = column.content() == Column.Content.SENTENCE;
        boolean quiet = column.role() == Column.Role.NOTE || column.role() == Column.Role.ID;
        return made("data " + format + number + wraps + quiet, style -> {
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            style.setLocked(false);
            style.setAlignment(number ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
            style.setIndention((short) 1);
            style.setWrapText(wraps);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            if (quiet) {
                style.setFont(font(10, false, GREY));
            }
            lines(style, LINE);
        });
    }

    /** The empty grid around and below the data of a locked sheet: rows can only be deleted when all of it is free. */
    XSSFCellStyle free() {
        return made("free", style -> style.setLocked(false));
    }

    private XSSFCellStyle made(String name, Consumer<XSSFCellStyle> how) {
        return made.computeIfAbsent(name, absent -> {
            XSSFCellStyle style = workbook.createCellStyle();
            how.accept(style);
            return style;
        });
    }

    private XSSFFont font(int points, boolean bold, String rgb) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(color(rgb));
        return font;
    }

    private static void lines(XSSFCellStyle style, String rgb) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(color(rgb));
        style.setBottomBorderColor(color(rgb));
        style.setLeftBorderColor(color(rgb));
        style.setRightBorderColor(color(rgb));
    }
}
