package boscard.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays an explanation out for people: sentences on the left, addresses in one column on the right, nothing wider than
 * the page. Pure.
 */
public final class ExplanationText {

    /** Columns that a terminal and a printed page have. */
    public static final int WIDTH = 120;

    private static final int LEAST_TEXT = 60;
    private static final int MOST_TEXT = 76;

    private ExplanationText() {}

    /** The lines, without line ends. Only an address or a word that is longer than the page makes a longer line. */
    public static List<String> lines(Explanation explanation) {
        int room = Math.max(LEAST_TEXT, Math.min(MOST_TEXT, WIDTH - widestAddress(explanation)));
        var lines = new ArrayList<String>();
        lines(explanation, 0, room, lines);
        return lines;
    }

    private static int widestAddress(Explanation explanation) {
        String address = explanation.address();
        int widest = address == null ? 0 : address.length();
        for (Explanation child : explanation.children()) {
            widest = Math.max(widest, widestAddress(child));
        }
        return widest;
    }

    private static void lines(Explanation explanation, int depth, int room, List<String> lines) {
        String indent = "  ".repeat(depth);
        String address = explanation.address();
        List<String> wrapped = wrap(explanation.text(), (address == null ? WIDTH : room - 2) - indent.length());
        String hanging = indent + "  ";
        boolean beside = address != null && room + address.length() <= WIDTH;
        for (int i = 0; i < wrapped.size(); i++) {
            String line = (i == 0 ? indent : hanging) + wrapped.get(i);
            lines.add(i == 0 && beside ? line + " ".repeat(Math.max(2, room - line.length())) + address : line);
        }
        if (address != null && !beside) {
            lines.add(hanging + "at " + address);
        }
        explanation.children().forEach(child -> lines(child, depth + 1, room, lines));
    }

    /** Broken between words; leading and inner spaces of what fits on one line stay, for they align columns. */
    private static List<String> wrap(String text, int width) {
        String plain = text.strip().replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        if (plain.length() <= width) {
            return List.of(plain);
        }
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : plain.split("(?<= )")) { // each word keeps the spaces after it
            int limit = lines.isEmpty() ? width : width - 2;
            if (!line.isEmpty() && line.length() + word.stripTrailing().length() > limit) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
