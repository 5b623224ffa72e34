package boscard.workbook;

import boscard.source.CellRef;
import boscard.workbook.SheetLayout.ColumnRun;
import boscard.workbook.SheetLayout.DropDown;
import boscard.workbook.SheetLayout.MergedRegion;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reading of one sheet. */
final class XlsxSheet {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    /** Of cells that share a drop-down list: more than anybody makes by hand. */
    private static final int MOST_RANGES = 20_000;

    private final XmlPart part;
    private final CellRef sheet;
    private final List<String> texts;
    private final List<CellStyle> styles;
    private final boolean from1904;
    private final SpreadsheetLimits limits;

    private final List<MergedRegion> merged = new ArrayList<>();
    private final List<ColumnRun> hiddenColumns = new ArrayList<>();
    private final List<DropDown> dropDowns = new ArrayList<>();
    private final Map<String, String> sharedFormulas = new HashMap<>();
    private final List<SheetCell> cells = new ArrayList<>(); // of the row being read
    private int row;
    private int column;
    private int filledRows;

    XlsxSheet(
            XmlPart part,
            CellRef sheet,
            List<String> texts,
            List<CellStyle> styles,
            boolean from1904,
            SpreadsheetLimits limits) {
        this.part = part;
        this.sheet = sheet;
        this.texts = texts;
        this.styles = styles;
        this.from1904 = from1904;
        this.limits = limits;
    }

    SheetLayout read(RowConsumer consumer) throws IOException {
        for (String name = part.nextElement(); name != null; name = part.nextElement()) {
            switch (name) {
                case "row" -> readRow(consumer);
                case "col" -> {
                    if (part.flag("hidden") || isZero("width")) {
                        hiddenColumns.add(new ColumnRun(part.number("min", 0), part.number("max", 0)));
                        refuseMoreThan(LAST_COLUMN, hiddenColumns.size(), "runs of hidden columns");
                    }
                }
                case "mergeCell" -> {
                    merged.add(regionOf(part.attribute("ref")));
                    refuseMoreThan(limits.rows(), merged.size(), "merged cells");
                }
                case "dataValidation" -> readDropDown();
                default -> {} // widths, colours
            }
        }
        return new SheetLayout(merged, hiddenColumns, dropDowns);
    }

    private static void refuseMoreThan(int most, int count, String what) throws LimitExceeded {
        if (count > most) {
            throw new LimitExceeded("the sheet has more than " + most + " " + what);
        }
    }

    /** A list that cells offer; the rules for numbers and dates of the other kinds bind only whoever types. */
    private void readDropDown() throws IOException {
        boolean list = "list".equals(part.attribute("type"));
        String style = part.attribute("errorStyle");
        boolean closed = (style == null || style.equals("stop")) && part.flag("showErrorMessage");
        String cells = part.attribute("sqref");
        String source = "";
        for (String name = part.nextElementIn("dataValidation");
                name != null;
                name = part.nextElementIn("dataValidation")) {
            switch (name) {
                case "formula1" -> source = part.textWithin("formula1");
                case "sqref" -> cells = part.text(); // where Excel 2010 keeps those that name another sheet
                default -> {} // the second number of a range
            }
        }
        if (list && cells != null && !source.isEmpty()) {
            var regions = new ArrayList<MergedRegion>();
            for (String each : cells.strip().split("\\s+", MOST_RANGES)) {
                regions.add(regionOf(each));
            }
            dropDowns.add(new DropDown(regions, source, closed));
            refuseMoreThan(limits.rows(), dropDowns.size(), "drop-down lists");
        }
    }

    private void readRow(RowConsumer consumer) throws IOException {
        int above = row;
        row = part.number("r", row + 1); // writers may leave the number out
        if (row <= above || row > LAST_ROW) {
            throw new IOException("row " + row + " stands below row " + above);
        }
        boolean hidden = part.flag("hidden") || isZero("ht");
        column = 0;
        cells.clear();
        for (String name = part.nextElementIn("row"); name != null; name = part.nextElementIn("row")) {
            if (name.equals("c")) {
                readCell();
            }
        }
        if (!cells.isEmpty()) {
            if (++filledRows > limits.rows()) {
                throw new LimitExceeded("the sheet has more than " + limits.rows() + " filled rows");
            }
            consumer.accept(new SheetRow(new CellRef(sheet.file(), sheet.sheet(), row, 0, 0), hidden, cells));
        }
    }

    private void readCell() throws IOException {
        String reference = part.attribute("r");
        int before = column;
        column = reference == null ? column + 1 : columnOf(reference);
        if (column <= before || column > LAST_COLUMN) {
            throw new IOException("row " + row + " has column " + column + " after column " + before);
        }
        String type = part.attribute("t");
        int styleNumber = part.number("s", 0);
        CellStyle style = styleNumber >= 0 && styleNumber < styles.size() ? styles.get(styleNumber) : CellStyle.GENERAL;
        String value = null;
        String formula = null;
        for (String name = part.nextElementIn("c"); name != null; name = part.nextElementIn("c")) {
            switch (name) {
                case "v" -> value = part.text();
                case "is" -> value = SharedTexts.richText(part, "is");
                case "f" -> formula = readFormula();
                default -> {} // extensions
            }
        }
        SheetCell cell = cell(type == null ? "n" : type, value, formula, style);
        if (cell != null) {
            refuseMoreThan(limits.columns(), column, "columns");
            cells.add(cell);
        }
    }

    private boolean isZero(String attribute) {
        String value = part.attribute(attribute);
        return value != null && (value.equals("0") || value.equals("0.0"));
    }

    private @Nullable SheetCell cell(String type, @Nullable String value, @Nullable String formula, CellStyle style)
            throws IOException {
        boolean textResult = type.equals("str") && formula != null; // an empty one is written without a value
        if (value == null || (value.isEmpty() && !type.equals("inlineStr") && !textResult)) {
            return formula == null ? null : SheetCell.uncached(column, formula, style);
        }
        return switch (type) {
            case "s" -> filledText(texts.get(index(value)), formula, style);
            case "inlineStr" -> filledText(value, formula, style);
            case "str" -> SheetCell.text(column, SharedTexts.unescaped(value), formula, style);
            case "b" -> SheetCell.yesNo(column, value.equals("1") || value.equals("true"), formula, style);
            case "e" -> SheetCell.error(column, value, formula, style);
            case "d" -> isoDate(value, formula, style);
            default -> number(value, formula, style);
        };
    }

    private @Nullable SheetCell filledText(String text, @Nullable String formula, CellStyle style) {
        return text.isEmpty() && formula == null ? null : SheetCell.text(column, text, formula, style);
    }

    private SheetCell number(String value, @Nullable String formula, CellStyle style) throws IOException {
        try {
            BigDecimal number = CellNumbers.of(value.strip());
            return SheetCell.number(column, number, formula, style, from1904);
        } catch (NumberFormatException notNumber) {
            String shown = value.length() <= 40 ? value : value.substring(0, 40) + "...";
            throw new IOException(
                    "cell " + CellRef.columnName(column) + row + " says it is a number and is \"" + shown + "\"");
        }
    }

    /** A date as text, which only the strict flavour of the format has. */
    private SheetCell isoDate(String value, @Nullable String formula, CellStyle style) {
        try {
            String plain = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
            LocalDateTime date = plain.indexOf('T') >= 0
                    ? LocalDateTime.parse(plain)
                    : LocalDate.parse(plain).atStartOfDay();
            var serial = BigDecimal.valueOf(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), date.toLocalDate()));
            return new SheetCell(column, SheetCell.Kind.DATE, serial, value, date, formula, style);
        } catch (DateTimeParseException notDate) {
            return SheetCell.text(column, value, formula, style);
        }
    }

    private int index(String value) throws IOException {
        try {
            int index = Integer.parseInt(value.strip());
            if (index >= 0 && index < texts.size()) {
                return index;
            }
        } catch (NumberFormatException notWhole) {
            // reported below
        }
        throw new IOException(
                "cell " + CellRef.columnName(column) + row + " refers to text " + value + " of " + texts.size());
    }

    /** The followers of a shared formula carry its number only; they are given the text of the first. */
    private String readFormula() throws IOException {
        boolean shared = "shared".equals(part.attribute("t"));
        String number = part.attribute("si");
        String text = part.text();
        if (shared && number != null) {
            if (text.isEmpty()) {
                return sharedFormulas.getOrDefault(number, "");
            }
            sharedFormulas.put(number, text);
        }
        return text;
    }

    private int columnOf(String reference) throws IOException {
        int letters = 0;
        int result = 0;
        while (letters < reference.length() && letters < 4) {
            char c = reference.charAt(letters);
            if (c < 'A' || c > 'Z') {
                break;
            }
            result = result * 26 + (c - 'A' + 1);
            letters++;
        }
        if (letters == 0) {
            throw new IOException("row " + row + " has a cell named \"" + reference + "\"");
        }
        return result;
    }

    private MergedRegion regionOf(@Nullable String reference) throws IOException {
        int colon = reference == null ? -1 : reference.indexOf(':');
        if (reference == null || reference.isEmpty() || colon == 0 || colon == reference.length() - 1) {
            throw new IOException("cells are named \"" + reference + "\"");
        }
        String first = colon < 0 ? reference : reference.substring(0, colon);
        String last = colon < 0 ? reference : reference.substring(colon + 1);
        boolean wholeRows = Character.isDigit(first.charAt(0)) && Character.isDigit(last.charAt(0));
        return wholeRows
                ? new MergedRegion(rowOf(first), 1, rowOf(last), LAST_COLUMN)
                : new MergedRegion(rowOf(first), columnOf(first), rowOf(last), columnOf(last));
    }

    private static int rowOf(String reference) throws IOException {
        int digits = 0;
        while (digits < reference.length() && !Character.isDigit(reference.charAt(digits))) {
            digits++;
        }
        try {
            return Integer.parseInt(reference.substring(digits));
        } catch (NumberFormatException notWhole) {
            throw new IOException("cells are named \"" + reference + "\"", notWhole);
        }
    }
}
