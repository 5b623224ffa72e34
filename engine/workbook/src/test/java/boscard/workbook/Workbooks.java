package boscard.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Makes small workbooks for tests, and reads them in one line. */
final class Workbooks {

    private Workbooks() {}

    /** A content of a cell with a number format. */
    record Formatted(Object value, String format) {}

    /** A formula whose result is stored. */
    record Formula(String text) {}

    static Formatted formatted(Object value, String format) {
        return new Formatted(value, format);
    }

    static Formula formula(String text) {
        return new Formula(text);
    }

    /** Writes a workbook: .xls when the name says so, else .xlsx. */
    static Path write(Path file, Consumer<Workbook> content) {
        try (Workbook book = file.toString().endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            content.accept(book);
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Opens a workbook, changes it and saves it in its place. */
    static Path change(Path file, Consumer<Workbook> change) {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            change.accept(book);
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a workbook with one sheet; null is an empty cell. */
    static Path write(Path file, String sheet, @Nullable Object[]... rows) {
        return write(file, book -> fill(book.createSheet(sheet), 1, rows));
    }

    /** Fills rows of a sheet. */
    static void fill(Sheet sheet, int firstRow, @Nullable Object[]... rows) {
        for (int i = 0; i < rows.length; i++) {
            Row row = sheet.createRow(firstRow - 1 + i);
            for (int j = 0; j < rows[i].length; j++) {
                Object value = rows[i][j];
                if (value != null) {
                    set(row.createCell(j), value);
                }
            }
        }
    }

    static @Nullable Object[] row(@Nullable Object... cells) {
        return cells;
    }

    static void set(Cell cell, Object value) {
        if (value instanceof Formatted formatted) {
            Workbook book = cell.getSheet().getWorkbook();
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(formatted.format()));
            set(cell, formatted.value());
            cell.setCellStyle(style);
        } else if (value instanceof Formula formula) {
            cell.setCellFormula(formula.text());
            cell.getSheet()
                    .getWorkbook()
                    .getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(cell);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean yes) {
            cell.setCellValue(yes);
        } else {
            cell.setCellValue(value.toString());
        }
    }

    /** All rows of a sheet. */
    static List<SheetRow> read(Path file, String sheet) {
        var rows = new ArrayList<SheetRow>();
        try (var book = SpreadsheetFile.open(file, file.getFileName().toString())) {
            book.readRows(sheet, rows::add);
        }
        return rows;
    }

    /** The first row of a workbook with one row. */
    static SheetRow readRow(Path file, @Nullable Object... cells) {
        write(file, "S", row(cells));
        return read(file, "S").get(0);
    }
}
