package boscard.workbook.annotate;

import boscard.problem.ProblemSeverity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;

/** Writes a copy of an {@code .xls} with comments and colours, macros and all records that POI does not know kept. */
final class XlsCopy {

    private static final int LONGEST_COMMENT = 8_000; // of the format are 32,767 bytes
    private static final int MOST_STYLES = 4_000; // of the format are 4,030

    private final HSSFWorkbook book;
    private final Map<String, HSSFCellStyle> twins = new HashMap<>();

    private XlsCopy(HSSFWorkbook book) {
        this.book = book;
    }

    /** Writes the copy of {@code original} to {@code target}, which is replaced. */
    static void write(Path original, Map<String, SheetMarks> marksBySheet, Path target) throws IOException {
        try (var container = new POIFSFileSystem(original.toFile(), true);
                var book = new HSSFWorkbook(container, true);
                OutputStream out = Files.newOutputStream(target)) {
            var copy = new XlsCopy(book);
            marksBySheet.forEach((name, marks) -> {
                HSSFSheet sheet = book.getSheet(name);
                if (sheet != null) {
                    copy.mark(sheet, marks);
                }
            });
            book.write(out);
        }
    }

    private void mark(HSSFSheet sheet, SheetMarks marks) {
        marks.colours().forEach((position, severity) -> {
            HSSFCell cell = cell(sheet, position);
            if (twins.size() < MOST_STYLES - book.getNumCellStyles()) {
                cell.setCellStyle(painted(cell.getCellStyle(), severity));
            }
        });
        HSSFPatriarch drawing = sheet.getDrawingPatriarch();
        HSSFPatriarch patriarch = drawing == null ? sheet.createDrawingPatriarch() : drawing;
        marks.comments().forEach((position, text) -> comment(patriarch, cell(sheet, position), position, text));
    }

    private static void comment(HSSFPatriarch patriarch, HSSFCell cell, CellPosition position, String text) {
        HSSFComment comment = cell.getCellComment();
        String before = comment == null ? "" : comment.getString().getString() + "\n\n";
        String whole = before + text;
        if (comment == null) {
            int column = Math.min(position.column(), 250);
            int row = position.row() - 1;
            comment = patriarch.createComment(
                    new HSSFClientAnchor(0, 0, 0, 0, (short) column, row, (short) Math.min(255, column + 4), row + 8));
            comment.setAuthor("boscard check");
            cell.setCellComment(comment);
        }
        comment.setString(new HSSFRichTextString(
                whole.length() <= LONGEST_COMMENT ? whole : whole.substring(0, LONGEST_COMMENT) + "..."));
    }

    private HSSFCellStyle painted(HSSFCellStyle style, ProblemSeverity severity) {
        return twins.computeIfAbsent(style.getIndex() + " " + severity, key -> {
            HSSFCellStyle twin = book.createCellStyle();
            twin.cloneStyleFrom(style);
            short fill = fill(severity);
            short frame = frame(severity);
            twin.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            twin.setFillForegroundColor(fill);
            twin.setBorderTop(BorderStyle.MEDIUM);
            twin.setBorderBottom(BorderStyle.MEDIUM);
            twin.setBorderLeft(BorderStyle.MEDIUM);
            twin.setBorderRight(BorderStyle.MEDIUM);
            twin.setTopBorderColor(frame);
            twin.setBottomBorderColor(frame);
            twin.setLeftBorderColor(frame);
            twin.setRightBorderColor(frame);
            return twin;
        });
    }

    private static short fill(ProblemSeverity severity) {
        return switch (severity) {
            case ERROR -> HSSFColorPredefined.ROSE.getIndex();
            case WARNING -> HSSFColorPredefined.LIGHT_YELLOW.getIndex();
            case ADVICE -> HSSFColorPredefined.PALE_BLUE.getIndex();
        };
    }

    private static short frame(ProblemSeverity severity) {
        return switch (severity) {
            case ERROR -> HSSFColorPredefined.DARK_RED.getIndex();
            case WARNING -> HSSFColorPredefined.DARK_YELLOW.getIndex();
            case ADVICE -> HSSFColorPredefined.BLUE.getIndex();
        };
    }

    private static HSSFCell cell(HSSFSheet sheet, CellPosition position) {
        HSSFRow row = sheet.getRow(position.row() - 1);
        HSSFRow there = row == null ? sheet.createRow(position.row() - 1) : row;
        HSSFCell cell = there.getCell(position.column() - 1);
        return cell == null ? there.createCell(position.column() - 1) : cell;
    }
}
