package boscard.workbook;

import boscard.source.CellRef;
import boscard.workbook.SheetLayout.ColumnRun;
import boscard.workbook.SheetLayout.DropDown;
import boscard.workbook.SheetLayout.MergedRegion;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** The binary format of Excel 97 to 2003. At most 65,536 rows fit into it, so that all of it is kept. */
final class XlsSource implements SheetSource {

    private final HSSFWorkbook book;
    private final String workbook;
    private final SpreadsheetLimits limits;
    private final boolean from1904;
    private final List<SheetName> sheets;
    private final Map<String, String> names;
    private final Map<Short, CellStyle> styles = new HashMap<>();

    XlsSource(POIFSFileSystem container, String workbook, SpreadsheetLimits limits) throws IOException {
        this.book = new HSSFWorkbook(container, false);
        this.workbook = workbook;
        this.limits = limits;
        this.from1904 = book.getInternalWorkbook().isUsing1904DateWindowing();
        this.sheets = sheets(book); // here, where whatever POI throws about a damaged file is told as such
        this.names = definedNames(book);
    }

    @Override
    public List<SheetName> sheets() {
        return sheets;
    }

    @Override
    public Map<String, String> definedNames() {
        return names;
    }

    private static List<SheetName> sheets(HSSFWorkbook book) {
        var sheets = new ArrayList<SheetName>();
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            SheetName.Visibility visibility = switch (book.getSheetVisibility(i)) {
                case VISIBLE -> SheetName.Visibility.VISIBLE;
                case HIDDEN -> SheetName.Visibility.HIDDEN;
                case VERY_HIDDEN -> SheetName.Visibility.VERY_HIDDEN;
            };
            sheets.add(new SheetName(book.getSheetName(i), visibility));
        }
        return List.copyOf(sheets);
    }

    private static Map<String, String> definedNames(HSSFWorkbook book) {
        var names = new HashMap<String, String>();
        for (Name name : book.getAllNames()) {
            String formula = name.isFunctionName() || name.isDeleted() ? null : name.getRefersToFormula();
            if (formula != null) {
                names.putIfAbsent(name.getNameName(), formula);
            }
        }
        return Map.copyOf(names);
    }

    @Override
    public @Nullable PackageParts parts() {
        return null;
    }

    @Override
    public boolean resultsMayBeOld() {
        return book.getForceFormulaRecalculation();
    }

    @Override
    public SheetLayout readRows(String name, RowConsumer consumer) throws IOException {
        Sheet sheet = book.getSheet(name);
        int filledRows = 0;
        int widest = 0;
        for (Row row : sheet) {
            var cells = new ArrayList<SheetCell>();
            for (Cell cell : row) {
                SheetCell read = read(cell);
                if (read != null) {
                    cells.add(read);
                }
            }
            widest = Math.max(widest, row.getLastCellNum());
            if (!cells.isEmpty()) {
                if (++filledRows > limits.rows()) {
                    throw new LimitExceeded("the sheet has more than " + limits.rows() + " filled rows");
                }
                CellRef at = new CellRef(workbook, name, row.getRowNum() + 1, 0, 0);
                consumer.accept(new SheetRow(at, row.getZeroHeight() || row.getHeight() == 0, cells));
            }
        }
        var hidden = new ArrayList<ColumnRun>();
        for (int column = 0; column < widest; column++) {
            if (sheet.isColumnHidden(column)) {
                hidden.add(new ColumnRun(column + 1, column + 1));
            }
        }
        var merged = new ArrayList<MergedRegion>();
        sheet.getMergedRegions().forEach(region -> merged.add(regionOf(region)));
        return new SheetLayout(merged, hidden, dropDowns(sheet));
    }

    private static List<DropDown> dropDowns(Sheet sheet) {
        var dropDowns = new ArrayList<DropDown>();
        for (DataValidation validation : sheet.getDataValidations()) {
            DataValidationConstraint constraint = validation.getValidationConstraint();
            if (constraint.getValidationType() == DataValidationConstraint.ValidationType.LIST) {
                String[] values = constraint.getExplicitListValues();
                String source = values == null ? constraint.getFormula1() : '"' + String.join(",", values) + '"';
                var cells = new ArrayList<MergedRegion>();
                for (CellRangeAddress range : validation.getRegions().getCellRangeAddresses()) {
                    cells.add(regionOf(range));
                }
                boolean closed =
                        validation.getErrorStyle() == DataValidation.ErrorStyle.STOP && validation.getShowErrorBox();
                if (source != null) {
                    dropDowns.add(new DropDown(cells, source, closed));
                }
            }
        }
        return dropDowns;
    }

    private static MergedRegion regionOf(CellRangeAddress range) {
        return new MergedRegion(
                range.getFirstRow() + 1, range.getFirstColumn() + 1, range.getLastRow() + 1, range.getLastColumn() + 1);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    private @Nullable SheetCell read(Cell cell) {
        int column = cell.getColumnIndex() + 1;
        CellStyle style = styles.computeIfAbsent(
                cell.getCellStyle().getIndex(),
                index -> CellStyle.of(
                        cell.getCellStyle().getDataFormatString(),
                        book.getFontAt(cell.getCellStyle().getFontIndex()).getStrikeout()));
        boolean isFormula = cell.getCellType() == CellType.FORMULA;
        String formula = isFormula ? formulaOf(cell) : null;
        return switch (isFormula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC -> {
                BigDecimal number = CellNumbers.of(cell.getNumericCellValue());
                yield SheetCell.number(column, number, formula, style, from1904);
            }
            case STRING -> {
                String text = cell.getRichStringCellValue().getString();
                yield text.isEmpty() && !isFormula ? null : SheetCell.text(column, text, formula, style);
            }
            case BOOLEAN -> SheetCell.yesNo(column, cell.getBooleanCellValue(), formula, style);
            case ERROR -> SheetCell.error(column, ErrorEval.getText(cell.getErrorCellValue()), formula, style);
            case BLANK, FORMULA, _NONE -> formula == null ? null : SheetCell.uncached(column, formula, style);
        };
    }

    private static String formulaOf(Cell cell) {
        try {
            return cell.getCellFormula();
        } catch (RuntimeException unknownFunction) { // its stored result is still good
            return "?";
        }
    }
}
