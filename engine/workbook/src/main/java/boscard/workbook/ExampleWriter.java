package boscard.workbook;

import boscard.table.DecisionTable;
import boscard.table.example.ExampleHeadings;
import boscard.table.example.ProposedRows;
import boscard.table.example.ProposedRows.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.WorkbookUtil;
import org.jspecify.annotations.Nullable;

/**
 * Adds proposed examples to a copy of a workbook: below the examples of the Tests sheet of their table, or on a new
 * sheet. Everything else in the workbook stays as it is. Texts are written as texts, whatever they begin with.
 */
public final class ExampleWriter {

    private static final int FIRST_ROWS = 40;

    private final Workbook workbook;
    private final Map<String, CellStyle> styles = new HashMap<>();

    private ExampleWriter(Workbook workbook) {
        this.workbook = workbook;
    }

    /**
     * Writes the copy.
     *
     * @param source a workbook that can be read
     * @param copy a file that is not there yet
     */
    public static void write(Path source, Path copy, List<ProposedRows> proposed) throws IOException {
        try (InputStream in = Files.newInputStream(source);
                Workbook workbook = WorkbookFactory.create(in)) {
            var writer = new ExampleWriter(workbook);
            proposed.forEach(rows -> writer.add(rows, proposed.size() == 1));
            try (OutputStream out = Files.newOutputStream(copy)) {
                workbook.write(out);
            }
        }
    }

    private void add(ProposedRows proposed, boolean only) {
        var headings = new ExampleHeadings(proposed.table());
        Sheet sheet = existing(proposed.table());
        Row headingRow = sheet == null ? null : headingRow(sheet, headings);
        if (sheet == null || headingRow == null) {
            sheet = workbook.createSheet(newName(proposed.table(), only));
            headingRow = sheet.createRow(0);
            for (int i = 0; i < proposed.headings().size(); i++) {
                headingRow.createCell(i).setCellValue(proposed.headings().get(i));
                sheet.setColumnWidth(i, 18 * 256);
            }
            sheet.createFreezePane(0, 1);
        }
        int[] columns = columns(headingRow, proposed.headings(), headings);
        int next = Math.max(headingRow.getRowNum(), lastFilled(sheet)) + 1;
        for (List<Optional<Value>> row : proposed.rows()) {
            Row target = sheet.getRow(next) == null ? sheet.createRow(next) : sheet.getRow(next);
            for (int i = 0; i < columns.length; i++) {
                Value value = row.get(i).orElse(null);
                if (value != null) {
                    set(target.createCell(columns[i]), value);
                }
            }
            next++;
        }
    }

    /** The sheet of examples that names the table; a sheet that tests several is left alone. */
    private @Nullable Sheet existing(DecisionTable table) {
        for (Sheet sheet : workbook) {
            String name = Spaces.strip(sheet.getSheetName());
            boolean named = TestsSheet.isNamed(name)
                    && (name.toLowerCase(Locale.ROOT)
                                    .endsWith(table.at().sheet().toLowerCase(Locale.ROOT))
                            || (TestsSheet.isSurely(name) && tables() == 1));
            if (named && !sheet.getSheetName().equals(table.at().sheet())) {
                return sheet;
            }
        }
        return null;
    }

    private long tables() {
        long tables = 0;
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (Keywords.startsRuleTable(text(cell))) {
                        tables++;
                    }
                }
            }
        }
        return tables;
    }

    private static @Nullable Row headingRow(Sheet sheet, ExampleHeadings headings) {
        for (Row row : sheet) {
            int known = 0;
            for (Cell cell : row) {
                String text = text(cell);
                known += headings.input(text).isPresent()
                                || headings.outcome(text).isPresent()
                                || headings.isRows(text)
                        ? 1
                        : 0;
            }
            if (known > 1) {
                return row;
            } else if (row.getRowNum() > FIRST_ROWS) {
                return null;
            }
        }
        return null;
    }

    /** Where each heading stands; one that is not there yet comes behind the others. */
    private static int[] columns(Row headingRow, List<String> wanted, ExampleHeadings headings) {
        int[] columns = new int[wanted.size()];
        for (int i = 0; i < columns.length; i++) {
            String heading = wanted.get(i);
            columns[i] = -1;
            for (Cell cell : headingRow) {
                if (means(text(cell), heading, headings)) {
                    columns[i] = cell.getColumnIndex();
                }
            }
            if (columns[i] < 0) {
                columns[i] = headingRow.getLastCellNum();
                headingRow.createCell(columns[i]).setCellValue(heading);
            }
        }
        return columns;
    }

    private static boolean means(String written, String heading, ExampleHeadings headings) {
        if (headings.input(heading).isPresent()) {
            return headings.input(written).equals(headings.input(heading));
        } else if (headings.isRows(heading)) {
            return headings.isRows(written);
        }
        return headings.outcome(written).isPresent()
                && headings.outcome(written).equals(headings.outcome(heading));
    }

    private static int lastFilled(Sheet sheet) {
        int last = -1;
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (!text(cell).isEmpty()) {
                    last = row.getRowNum();
                }
            }
        }
        return last;
    }

    private String newName(DecisionTable table, boolean only) {
        if (only && tables() == 1 && workbook.getSheet("Tests") == null) {
            return "Tests";
        }
        String name = WorkbookUtil.createSafeSheetName("Tests " + table.at().sheet());
        return workbook.getSheet(name) == null
                ? name
                : WorkbookUtil.createSafeSheetName("Tests of " + table.at().sheet());
    }

    private void set(Cell cell, Value value) {
        if (value.value() instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
            if (value.percent()) {
                cell.setCellStyle(styled("0.0##########%"));
            }
        } else if (value.value() instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(styled("yyyy-mm-dd"));
        } else {
            cell.setCellValue(value.toString());
        }
    }

    private CellStyle styled(String format) {
        return styles.computeIfAbsent(format, key -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(key));
            return style;
        });
    }

    private static String text(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> Spaces.strip(cell.getStringCellValue());
            case NUMERIC, BOOLEAN -> new DataFormatter().formatCellValue(cell);
            case FORMULA, ERROR -> "=";
            case BLANK, _NONE -> "";
        };
    }
}
