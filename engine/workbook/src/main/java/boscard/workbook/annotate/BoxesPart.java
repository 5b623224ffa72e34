package boscard.workbook.annotate;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The drawing with the boxes in which Excel shows comments: one shape for each, written in VML. */
final class BoxesPart {

    private static final Pattern SHAPE_ID = Pattern.compile("_x0000_s(\\d{1,9})");
    private static final int FIRST_ID = 1_025;
    private static final int CHARACTERS_OF_A_LINE = 42;

    private static final String TYPE = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\""
            + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
            + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

    private BoxesPart() {}

    /** A drawing without boxes. */
    static String empty() {
        return "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">"
                + "<o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";
    }

    /** The drawing with a box for each comment of the given addresses. The text is not always sound XML. */
    static String with(String text, Map<CellPosition, String> comments, Set<String> addresses) {
        int id = FIRST_ID - 1;
        Matcher ids = SHAPE_ID.matcher(text);
        while (ids.find()) {
            id = Math.max(id, Integer.parseInt(ids.group(1)));
        }
        var shapes = new StringBuilder(text.contains("\"_x0000_t202\"") ? "" : TYPE);
        for (Map.Entry<CellPosition, String> comment : comments.entrySet()) {
            if (addresses.contains(comment.getKey().address())) {
                shapes.append(shape(++id, comment.getKey(), lines(comment.getValue())));
            }
        }
        int end = text.lastIndexOf("</xml>");
        return end < 0 ? text : text.substring(0, end) + shapes + text.substring(end);
    }

    private static String shape(int id, CellPosition cell, int lines) {
        int row = cell.row() - 1;
        int column = cell.column() - 1;
        int top = Math.max(0, row - 1);
        return "<v:shape id=\"_x0000_s" + id + "\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\""
                + " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
                + "<v:shadow color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
                + "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
                + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>"
                + (column + 1) + ", 15, " + top + ", 4, " + (column + 5) + ", 15, " + (top + lines + 1)
                + ", 4</x:Anchor>"
                + "<x:AutoFill>False</x:AutoFill><x:Row>" + row + "</x:Row><x:Column>" + column
                + "</x:Column></x:ClientData></v:shape>";
    }

    private static int lines(String comment) {
        int lines = 1;
        for (String line : comment.split("\n", -1)) {
            lines += 1 + line.length() / CHARACTERS_OF_A_LINE;
        }
        return Math.min(lines, 40);
    }
}
