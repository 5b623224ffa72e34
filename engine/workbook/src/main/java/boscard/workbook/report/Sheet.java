package boscard.workbook.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook, written row by row as the XML of ISO/IEC 29500 (SpreadsheetML); only the row at hand and the
 * links are held. All sheets look alike: no grid, landscape, as wide as the paper, page numbers. Rows and columns count
 * from 0. Not thread-safe.
 *
 * <p>Written by hand because a report is most of the bytes of a run: POI's streaming workbook needs 1,900 classes, a
 * font system for column widths that are not asked for, and four passes over each row.
 */
final class Sheet {

    private static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String USUAL_HEIGHT = "15.5";

    private final String name;
    private final Styles styles;
    private final OutputStream out;
    private final int[] widths;
    private final String[] letters;
    private final String footer;
    private final Hyperlinks hyperlinks = new Hyperlinks();
    private final List<String> merged = new ArrayList<>();
    private final Map<String, String> definedNames = new LinkedHashMap<>();
    private final StringBuilder cells = new StringBuilder(4096);
    private @Nullable String tabColour;
    private int frozenColumns;
    private int frozenRows;
    private String heat = "";
    private String filter = "";
    private int row = -1;
    private float height;
    private boolean begun;

    /**
     * Begins a sheet.
     *
     * @param widths of the columns in letters
     * @param footer what stands in the middle below each page
     */
    Sheet(String name, Styles styles, OutputStream out, String footer, int... widths) {
        this.name = name;
        this.styles = styles;
        this.out = out;
        this.footer = footer;
        this.widths = widths.clone();
        this.letters = new String[widths.length];
        Arrays.setAll(letters, Sheet::letters);
    }

    String name() {
        return name;
    }

    Styles styles() {
        return styles;
    }

    Hyperlinks hyperlinks() {
        return hyperlinks;
    }

    /** In letters. */
    int width(int column) {
        return widths[column];
    }

    /** The colour of its tab; before the first row. */
    void tabColour(String rgb) {
        tabColour = rgb;
    }

    /** What stays in sight; before the first row. */
    void freeze(int columns, int rows) {
        frozenColumns = columns;
        frozenRows = rows;
    }

    /** Rows that stand on each printed page. */
    void repeatRows(int first, int last) {
        definedNames.put("_xlnm.Print_Titles", place() + "!$" + (first + 1) + ":$" + (last + 1));
    }

    void printArea(int columns, int rows) {
        definedNames.put("_xlnm.Print_Area", place() + "!" + absolute(columns, rows));
    }

    /** A filter over the first columns and rows. */
    void filter(int columns, int rows) {
        filter = "<autoFilter ref=\"A1:" + letters(columns - 1) + rows + "\"/>";
        definedNames.put("_xlnm._FilterDatabase", place() + "!" + absolute(columns, rows));
    }

    private static String absolute(int columns, int rows) {
        return "$A$1:$" + letters(columns - 1) + "$" + rows;
    }

    /** Its name as Excel writes it before a cell. */
    private String place() {
        return name.indexOf(' ') < 0 ? name : "'" + name + "'";
    }

    /** Defined names of the workbook that are about this sheet. */
    Map<String, String> definedNames() {
        return definedNames;
    }

    void merge(int row, int firstColumn, int lastColumn) {
        merged.add(letters(firstColumn) + (row + 1) + ":" + letters(lastColumn) + (row + 1));
    }

    /** Colours the numbers from 0 to 100 in some columns, one scale for all of them. */
    void heat(int firstRow, int lastRow, List<Integer> columns) {
        var ranges = new ArrayList<String>();
        columns.forEach(column -> ranges.add(letters(column) + (firstRow + 1) + ":" + letters(column) + (lastRow + 1)));
        heat = "<conditionalFormatting sqref=\"" + String.join(" ", ranges)
                + "\"><cfRule type=\"colorScale\" priority=\"1\"><colorScale><cfvo type=\"num\" val=\"0\"/>"
                + "<cfvo type=\"num\" val=\"50\"/><cfvo type=\"num\" val=\"100\"/>"
                + Styles.colour("color", Palette.HEAT_LOW) + Styles.colour("color", Palette.HEAT_MIDDLE)
                + Styles.colour("color", Palette.HEAT_HIGH) + "</colorScale></cfRule></conditionalFormatting>";
    }

    /**
     * Begins a row and ends the one before it.
     *
     * @param index above that of the row before
     */
    Line line(int index) {
        endRow();
        if (index <= row) {
            throw new IllegalArgumentException("Row " + index + " comes after row " + row);
        }
        row = index;
        return new Line(this);
    }

    void height(float points) {
        height = points;
    }

    /** In points. */
    float height() {
        return height == 0 ? Float.parseFloat(USUAL_HEIGHT) : height;
    }

    void emptyCell(int column, Look look) {
        begin(column, look).append("/>");
    }

    void textCell(int column, String text, Look look) {
        begin(column, look).append(" t=\"inlineStr\"><is><t");
        boolean edged = text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ' || text.indexOf('\n') >= 0;
        cells.append(edged ? " xml:space=\"preserve\">" : ">");
        Xml.append(text, cells);
        cells.append("</t></is></c>");
    }

    void numberCell(int column, double number, Look look) {
        begin(column, look).append("><v>");
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            cells.append((long) number);
        } else {
            cells.append(number);
        }
        cells.append("</v></c>");
    }

    private StringBuilder begin(int column, Look look) {
        return cells.append("<c r=\"")
                .append(letters[column])
                .append(row + 1)
                .append("\" s=\"")
                .append(styles.of(look))
                .append('"');
    }

    /** The address of a cell of the row at hand, such as {@code C7}. */
    String address(int column) {
        return letters[column] + (row + 1);
    }

    /** Ends the sheet. Its stream stays open. */
    void close() {
        endRow();
        if (!begun) {
            write(head());
        }
        var tail = new StringBuilder("</sheetData>").append(filter);
        if (!merged.isEmpty()) {
            tail.append("<mergeCells count=\"").append(merged.size()).append("\">");
            merged.forEach(
                    range -> tail.append("<mergeCell ref=\"").append(range).append("\"/>"));
            tail.append("</mergeCells>");
        }
        tail.append(heat);
        hyperlinks.append(tail);
        tail.append(
                        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>")
                .append("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>")
                .append("<headerFooter><oddFooter>");
        Xml.append("&Lboscard · &A&C" + footer.replace("&", "&&") + "&RPage &P of &N", tail);
        write(tail.append("</oddFooter></headerFooter></worksheet>"));
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endRow() {
        if (row < 0) {
            return;
        }
        if (!begun) {
            begun = true;
            write(head());
        }
        var start = new StringBuilder("<row r=\"").append(row + 1).append('"');
        if (height > 0) {
            start.append(" ht=\"").append(height).append("\" customHeight=\"1\"");
        }
        write(start.append('>'));
        write(cells.append("</row>"));
        cells.setLength(0);
        height = 0;
    }

    private StringBuilder head() {
        var head = new StringBuilder(Xml.DECLARATION)
                .append("<worksheet xmlns=\"")
                .append(SPREADSHEET)
                .append("\" xmlns:r=\"")
                .append(RELATIONSHIPS)
                .append("\"><sheetPr>");
        if (tabColour != null) {
            head.append(Styles.colour("tabColor", tabColour));
        }
        head.append("<pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\"")
                .append(" workbookViewId=\"0\">");
        if (frozenRows > 0) {
            String pane = frozenColumns > 0 ? "bottomRight" : "bottomLeft";
            head.append("<pane ");
            if (frozenColumns > 0) {
                head.append("xSplit=\"").append(frozenColumns).append("\" ");
            }
            head.append("ySplit=\"")
                    .append(frozenRows)
                    .append("\" topLeftCell=\"")
                    .append(letters(frozenColumns))
                    .append(frozenRows + 1)
                    .append("\" activePane=\"")
                    .append(pane)
                    .append("\" state=\"frozen\"/><selection pane=\"")
                    .append(pane)
                    .append("\"/>");
        }
        head.append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"")
                .append(USUAL_HEIGHT)
                .append("\" customHeight=\"1\"/><cols>");
        for (int i = 0; i < widths.length; i++) {
            head.append("<col min=\"")
                    .append(i + 1)
                    .append("\" max=\"")
                    .append(i + 1)
                    .append("\" width=\"")
                    .append(widths[i])
                    .append("\" customWidth=\"1\"/>");
        }
        return head.append("</cols><sheetData>");
    }

    private void write(StringBuilder xml) {
        try {
            out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Column 0 is A, column 26 is AA. */
    static String letters(int column) {
        return column < 26
                ? Character.toString((char) ('A' + column))
                : letters(column / 26 - 1) + (char) ('A' + column % 26);
    }
}
