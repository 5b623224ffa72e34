package boscard.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The cell styles of a workbook, in the order in which cells refer to them. */
final class XlsxStyles {

    private XlsxStyles() {}

    static List<CellStyle> read(XmlPart part) throws IOException {
        var formats = new HashMap<Integer, String>();
        var struckOut = new ArrayList<Boolean>();
        var styles = new ArrayList<CellStyle>();
        for (String name = part.nextElement(); name != null; name = part.nextElement()) {
            switch (name) {
                case "numFmts" -> readFormats(part, formats);
                case "fonts" -> readFonts(part, struckOut);
                case "cellXfs" -> readStyles(part, formats, struckOut, styles);
                default -> {} // borders, fills, and what Excel adds in the future
            }
        }
        return styles;
    }

    private static void readFormats(XmlPart part, HashMap<Integer, String> formats) throws IOException {
        while (part.nextElementIn("numFmts") != null) {
            String code = part.attribute("formatCode");
            if (code != null) {
                formats.put(part.number("numFmtId", -1), code);
            }
        }
    }

    private static void readFonts(XmlPart part, ArrayList<Boolean> struckOut) throws IOException {
        for (String name = part.nextElementIn("fonts"); name != null; name = part.nextElementIn("fonts")) {
            if (name.equals("font")) {
                struckOut.add(false);
            } else if (name.equals("strike") && !struckOut.isEmpty()) {
                struckOut.set(struckOut.size() - 1, part.attribute("val") == null || part.flag("val"));
            }
        }
    }

    private static void readStyles(
            XmlPart part, HashMap<Integer, String> formats, List<Boolean> struckOut, List<CellStyle> styles)
            throws IOException {
        for (String name = part.nextElementIn("cellXfs"); name != null; name = part.nextElementIn("cellXfs")) {
            if (name.equals("xf")) {
                int format = part.number("numFmtId", 0);
                int font = part.number("fontId", 0);
                String code = formats.get(format);
                boolean struck = font >= 0 && font < struckOut.size() && struckOut.get(font);
                styles.add(CellStyle.of(code == null ? NumberFormats.builtIn(format) : code, struck));
            }
        }
    }
}
