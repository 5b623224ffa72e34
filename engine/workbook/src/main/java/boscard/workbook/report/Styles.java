package boscard.workbook.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The styles of one workbook, each made once and known by its number. Not thread-safe. */
final class Styles {

    /** Number formats below this number are Excel's own. */
    private static final int FIRST_OWN_FORMAT = 164;

    private static final Map<String, Integer> EXCELS_OWN = Map.of("", 0, "0", 1, "0.00", 2, "#,##0", 3, "#,##0.00", 4);
    private static final String NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>";

    private final Map<Look, Integer> numbers = new HashMap<>();
    private final List<String> cells = new ArrayList<>();
    private final Map<String, Integer> fonts = new LinkedHashMap<>();
    private final Map<String, Integer> fills = new LinkedHashMap<>();
    private final Map<String, Integer> formats = new LinkedHashMap<>();

    Styles() {
        number(Look.PLAIN); // Excel takes the first for every cell and column without one
    }

    /** The number by which a cell names its look. */
    int of(Look look) {
        Integer known = numbers.get(look);
        return known == null ? number(look) : known;
    }

    private int number(Look look) {
        int number = cells.size();
        numbers.put(look, number);
        cells.add("<xf numFmtId=\"" + format(look.format()) + "\" fontId=\"" + font(look) + "\" fillId=\""
                + fill(look.colours().fill()) + "\" borderId=\"" + (look.ruled() ? 1 : 0)
                + "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
                + " applyAlignment=\"1\"" + (look.quoted() ? " quotePrefix=\"1\"" : "") + "><alignment horizontal=\""
                + look.align().word() + "\" vertical=\"center\""
                + (look.indent() > 0 ? " indent=\"" + look.indent() + "\"" : "")
                + (look.wrapped() ? " wrapText=\"1\"" : "") + "/></xf>");
        return number;
    }

    private int font(Look look) {
        Palette colours = look.colours();
        String font = "<font>" + (colours.isBold() ? "<b/>" : "") + (colours == Palette.LINK ? "<u/>" : "")
                + "<sz val=\"" + look.points() + "\"/>" + colour("color", colours.ink())
                + "<name val=\"Arial\"/><family val=\"2\"/></font>";
        return fonts.computeIfAbsent(font, f -> fonts.size());
    }

    /** The first two fills of every workbook are Excel's own. */
    private int fill(String rgb) {
        return rgb.isEmpty()
                ? 0
                : fills.computeIfAbsent(
                        "<fill><patternFill patternType=\"solid\">" + colour("fgColor", rgb)
                                + "<bgColor indexed=\"64\"/></patternFill></fill>",
                        f -> fills.size() + 2);
    }

    private int format(String format) {
        Integer own = EXCELS_OWN.get(format);
        return own != null ? own : formats.computeIfAbsent(format, f -> FIRST_OWN_FORMAT + formats.size());
    }

    /** @param rgb in hexadecimal */
    static String colour(String element, String rgb) {
        return "<" + element + " rgb=\"FF" + rgb + "\"/>";
    }

    /** The part of the workbook that holds them. */
    String xml() {
        var xml = new StringBuilder(Xml.DECLARATION)
                .append("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        if (!formats.isEmpty()) {
            xml.append("<numFmts count=\"").append(formats.size()).append("\">");
            formats.forEach((code, id) -> xml.append("<numFmt numFmtId=\"")
                    .append(id)
                    .append("\" formatCode=\"")
                    .append(Xml.escaped(code))
                    .append("\"/>"));
            xml.append("</numFmts>");
        }
        list(xml, "fonts", List.copyOf(fonts.keySet()));
        var allFills = new ArrayList<>(List.of(
                "<fill><patternFill patternType=\"none\"/></fill>",
                "<fill><patternFill patternType=\"gray125\"/></fill>"));
        allFills.addAll(fills.keySet());
        list(xml, "fills", allFills);
        list(
                xml,
                "borders",
                List.of(
                        NO_BORDER,
                        "<border><left/><right/><top/><bottom style=\"thin\">" + colour("color", Palette.GRID)
                                + "</bottom><diagonal/></border>"));
        list(xml, "cellStyleXfs", List.of("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"));
        list(xml, "cellXfs", cells);
        list(xml, "cellStyles", List.of("<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"));
        return xml.append("</styleSheet>").toString();
    }

    private static void list(StringBuilder xml, String element, List<String> entries) {
        xml.append('<')
                .append(element)
                .append(" count=\"")
                .append(entries.size())
                .append("\">");
        entries.forEach(xml::append);
        xml.append("</").append(element).append('>');
    }
}
