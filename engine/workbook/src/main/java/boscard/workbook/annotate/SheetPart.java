package boscard.workbook.annotate;

import boscard.problem.ProblemSeverity;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The XML of a sheet, to whose cells colours are given. Missing cells and rows are added in their place. */
final class SheetPart {

    /** What may follow the element that names the boxes of comments. */
    private static final Set<String> AFTER_BOXES = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");

    private final String text;
    private final StringBuilder out;
    private final TreeMap<CellPosition, ProblemSeverity> waiting;
    private final StylesPart styles;
    private final @Nullable String boxes;
    private int copied;
    private String prefix = "";
    private TreeMap<Integer, Integer> columnStyles = new TreeMap<>();

    private SheetPart(
            String text, Map<CellPosition, ProblemSeverity> colours, StylesPart styles, @Nullable String boxes) {
        this.text = text;
        this.out = new StringBuilder(text.length() + 1_000);
        this.waiting = new TreeMap<>(colours);
        this.styles = styles;
        this.boxes = boxes;
    }

    /**
     * The sheet with colours.
     *
     * @param boxes id of the relation to the drawing with the boxes of comments, when the sheet has none yet
     */
    static String coloured(
            String text, Map<CellPosition, ProblemSeverity> colours, StylesPart styles, @Nullable String boxes) {
        return new SheetPart(text, colours, styles, boxes).write();
    }

    /** The id of the relation to the drawing with the boxes of comments; null when the sheet has none. */
    static @Nullable String boxesOf(String text) {
        var markup = new Markup(text);
        String relations = null;
        while (markup.next()) {
            if (relations == null && markup.opens("worksheet")) {
                relations = markup.prefixOf("/relationships");
            } else if (markup.opens("legacyDrawing")) {
                String own = markup.prefixOf("/relationships");
                return markup.attribute((own != null ? own : relations != null ? relations : "r:") + "id");
            }
        }
        return null;
    }

    private String write() {
        var markup = new Markup(text);
        String relations = null;
        String namespace = "";
        int row = 0;
        int column = 0;
        int depth = 0;
        boolean boxesWritten = boxes == null;
        while (markup.next()) {
            String name = markup.localName();
            if (depth == 0 && markup.opens("worksheet")) {
                prefix = markup.prefix();
                relations = markup.prefixOf("/relationships");
                namespace = relationsNamespace(markup.tag());
            } else if (depth == 1
                    && !boxesWritten
                    && ((!markup.isClosing() && AFTER_BOXES.contains(name)) || markup.closes("worksheet"))) {
                boxesWritten = true;
                insertBoxes(markup.start(), relations, namespace);
            }
            if (markup.opens("col")) {
                columnStyles.put(markup.number("min", 1), markup.number("style", 0));
                columnStyles.putIfAbsent(markup.number("max", 1) + 1, 0);
            } else if (markup.opens("sheetData") && markup.isEmptyElement()) {
                replace(markup, withoutSlash(markup.tag()));
                insertRowsBefore(Integer.MAX_VALUE);
                out.append("</").append(prefix).append("sheetData>");
            } else if (markup.closes("sheetData")) {
                copyTo(markup.start());
                insertRowsBefore(Integer.MAX_VALUE);
            } else if (markup.opens("row")) {
                row = markup.number("r", row + 1);
                column = 0;
                copyTo(markup.start());
                insertRowsBefore(row);
                boolean marked = isWaitingIn(row);
                if (marked && markup.isEmptyElement()) {
                    replace(markup, Markup.without(withoutSlash(markup.tag()), "spans"));
                    insertCellsBefore(row, Integer.MAX_VALUE);
                    out.append("</").append(prefix).append("row>");
                } else if (marked) {
                    replace(markup, Markup.without(markup.tag(), "spans"));
                }
            } else if (markup.closes("row")) {
                copyTo(markup.start());
                insertCellsBefore(row, Integer.MAX_VALUE);
            } else if (markup.opens("c")) {
                column = columnOf(markup.attribute("r"), column + 1);
                copyTo(markup.start());
                insertCellsBefore(row, column);
                ProblemSeverity severity = waiting.remove(new CellPosition(row, column));
                if (severity != null) {
                    String style = Integer.toString(styles.painted(markup.number("s", 0), severity));
                    replace(markup, Markup.with(markup.tag(), "s", style));
                }
            }
            depth += markup.isClosing() ? -1 : markup.isEmptyElement() ? 0 : 1;
        }
        copyTo(text.length());
        return out.toString();
    }

    private void copyTo(int position) {
        out.append(text, copied, position);
        copied = position;
    }

    private void replace(Markup markup, String tag) {
        copyTo(markup.start());
        out.append(tag);
        copied = markup.end();
    }

    private boolean isWaitingIn(int row) {
        CellPosition next = waiting.ceilingKey(new CellPosition(row, 0));
        return next != null && next.row() == row;
    }

    private void insertRowsBefore(int row) {
        while (!waiting.isEmpty() && waiting.firstKey().row() < row) {
            int missing = waiting.firstKey().row();
            out.append('<').append(prefix).append("row r=\"").append(missing).append("\">");
            insertCellsBefore(missing, Integer.MAX_VALUE);
            out.append("</").append(prefix).append("row>");
        }
    }

    private void insertCellsBefore(int row, int column) {
        while (!waiting.isEmpty()
                && waiting.firstKey().row() == row
                && waiting.firstKey().column() < column) {
            var cell = waiting.pollFirstEntry();
            Map.Entry<Integer, Integer> style =
                    columnStyles.floorEntry(cell.getKey().column());
            out.append('<')
                    .append(prefix)
                    .append("c r=\"")
                    .append(cell.getKey().address())
                    .append("\" s=\"")
                    .append(styles.painted(style == null ? 0 : style.getValue(), cell.getValue()))
                    .append("\"/>");
        }
    }

    private void insertBoxes(int position, @Nullable String relations, String namespace) {
        copyTo(position);
        out.append('<').append(prefix).append("legacyDrawing ");
        if (relations == null) {
            out.append("xmlns:r=\"").append(namespace).append("\" ");
        }
        out.append(relations == null ? "r:" : relations)
                .append("id=\"")
                .append(boxes)
                .append("\"/>");
    }

    /** Of the flavour that the sheet has. */
    private static String relationsNamespace(String root) {
        return root.contains("purl.oclc.org")
                ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    }

    private static String withoutSlash(String tag) {
        return tag.substring(0, tag.length() - 2).stripTrailing() + ">";
    }

    private static int columnOf(@Nullable String reference, int otherwise) {
        int column = 0;
        for (int i = 0; reference != null && i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column == 0 ? otherwise : column;
    }
}
