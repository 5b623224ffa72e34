package boscard.workbook.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The links of one sheet. They stand behind the rows, so they are held until the end; and Excel allows 65,530 of them.
 * So there is a limit, and an address beyond it is text. Not thread-safe.
 */
final class Hyperlinks {

    static final int MOST = 20_000;

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/";

    private final StringBuilder links = new StringBuilder();
    private final Map<String, Integer> files = new LinkedHashMap<>();
    private int written;

    /**
     * Links a cell to a file, or to a place within it.
     *
     * @return whether there was room for it
     */
    boolean toFile(String cell, Link link) {
        if (written == MOST) {
            return false;
        }
        written++;
        int file = files.computeIfAbsent(link.file(), f -> files.size() + 1);
        links.append("<hyperlink ref=\"").append(cell).append("\" r:id=\"rId").append(file);
        if (!link.place().isEmpty()) {
            links.append("\" location=\"");
            Xml.append(link.place(), links);
        }
        links.append("\"/>");
        return true;
    }

    /** Links a cell to a place in the same workbook. */
    void within(String cell, String place) {
        written++;
        links.append("<hyperlink ref=\"").append(cell).append("\" location=\"");
        Xml.append(place, links);
        links.append("\"/>");
    }

    void append(StringBuilder sheet) {
        if (written > 0) {
            sheet.append("<hyperlinks>").append(links).append("</hyperlinks>");
        }
    }

    /**
     * The files that are linked to, as the part of the workbook that belongs to the sheet; empty when there are none.
     */
    String relationships() {
        if (files.isEmpty()) {
            return "";
        }
        var xml = new StringBuilder(Xml.DECLARATION)
                .append("<Relationships xmlns=\"")
                .append(RELATIONSHIPS)
                .append("package/2006/relationships\">");
        files.forEach((file, id) -> xml.append("<Relationship Id=\"rId")
                .append(id)
                .append("\" Type=\"")
                .append(RELATIONSHIPS)
                .append("officeDocument/2006/relationships/hyperlink\" Target=\"")
                .append(Xml.escaped(file))
                .append("\" TargetMode=\"External\"/>"));
        return xml.append("</Relationships>").toString();
    }
}
