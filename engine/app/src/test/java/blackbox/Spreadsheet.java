package blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook in the hands of an analyst, who knows rows by their id and columns by their heading. */
final class Spreadsheet {

    private final Path file;
    private final XSSFWorkbook workbook;
    private final Sheet sheet;

    private Spreadsheet(Path file, XSSFWorkbook workbook, Sheet sheet) {
        this.file = file;
        this.workbook = workbook;
        this.sheet = sheet;
    }

    static Spreadsheet of(Path file, String sheet) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var workbook = new XSSFWorkbook(in);
            return new Spreadsheet(file, workbook, workbook.getSheet(sheet));
        }
    }

    Spreadsheet set(String id, String heading, Object value) {
        Cell cell = row(id).getCell(column(heading), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
        return this;
    }

    Spreadsheet formula(String id, String heading, String formula) {
        row(id).getCell(column(heading), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                .setCellFormula(formula);
        return this;
    }

    /** Writes another heading over a column. */
    Spreadsheet rename(String heading, String other) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (heading.equals(text(cell))) {
                    cell.setCellValue(other);
                    return this;
                }
            }
        }
        throw new IllegalArgumentException("No column " + heading + " in " + file);
    }

    Spreadsheet delete(String id) {
        Row row = row(id);
        sheet.removeRow(row);
        return this;
    }

    Spreadsheet hide(String id) {
        row(id).setZeroHeight(true);
        return this;
    }

    /** Moves a row and all below it down, as inserting rows above it does. */
    Spreadsheet shift(String id, int rows) {
        sheet.shiftRows(row(id).getRowNum(), sheet.getLastRowNum(), rows);
        return this;
    }

    /** Takes the whole sheet out of the workbook. */
    Spreadsheet removeSheet() {
        workbook.removeSheetAt(workbook.getSheetIndex(sheet));
        return this;
    }

    /** Where a cell stands, as Excel says it. */
    String address(String id, String heading) {
        return new org.apache.poi.ss.util.CellReference(row(id).getRowNum(), column(heading)).formatAsString(false);
    }

    void save() throws IOException {
        try (var out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        workbook.close();
    }

    private Row row(String id) {
        for (Row row : sheet) {
            if (id.equals(text(row.getCell(0)))) {
                return row;
            }
        }
        throw new IllegalArgumentException("No row " + id + " in " + file);
    }

    private int column(String heading) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (heading.equals(text(cell))) {
                    return cell.getColumnIndex();
                }
            }
        }
        throw new IllegalArgumentException("No column " + heading + " in " + file);
    }

    private static @Nullable String text(@Nullable Cell cell) {
        return cell == null ? null : cell.toString();
    }
}
