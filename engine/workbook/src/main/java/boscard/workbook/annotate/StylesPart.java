package boscard.workbook.annotate;

import boscard.problem.ProblemSeverity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The styles of a workbook, to which painted twins of cell styles are added: the same number format, font and
 * protection, another fill and frame.
 */
final class StylesPart {

    private static final List<String> SIDES = List.of("left", "right", "top", "bottom");

    private final String text;
    private final List<String> cellStyles = new ArrayList<>(); // elements as they are written
    private final List<String> added = new ArrayList<>();
    private final Map<String, Integer> twins = new HashMap<>();
    private final Map<ProblemSeverity, Integer> used = new EnumMap<>(ProblemSeverity.class);
    private int fills;
    private int borders;
    private String prefix = "";

    StylesPart(String text) {
        this.text = text;
        var markup = new Markup(text);
        boolean inside = false;
        int start = -1;
        while (markup.next()) {
            if (markup.opens("styleSheet")) {
                prefix = markup.prefix();
            } else if (markup.opens("cellXfs") || markup.closes("cellXfs")) {
                inside = !markup.isClosing() && !markup.isEmptyElement();
            } else if (markup.opens("fill")) {
                fills += cellStyles.isEmpty() ? 1 : 0; // those of conditional formats stand behind and have no number
            } else if (markup.opens("border")) {
                borders += cellStyles.isEmpty() ? 1 : 0;
            } else if (inside && markup.opens("xf")) {
                start = markup.start();
                if (markup.isEmptyElement()) {
                    cellStyles.add(markup.tag());
                }
            } else if (inside && markup.closes("xf")) {
                cellStyles.add(text.substring(start, markup.end()));
            }
        }
    }

    /** The number of the style that is like {@code style} and painted; the style itself when it cannot be found. */
    int painted(int style, ProblemSeverity severity) {
        if (style < 0 || style >= cellStyles.size() || fills == 0 || borders == 0) {
            return style;
        }
        return twins.computeIfAbsent(style + " " + severity, key -> {
            int index = used.computeIfAbsent(severity, first -> used.size());
            String element = cellStyles.get(style);
            int end = element.indexOf('>') + 1;
            String tag = element.substring(0, end);
            tag = Markup.with(tag, "fillId", Integer.toString(fills + index));
            tag = Markup.with(tag, "borderId", Integer.toString(borders + index));
            tag = Markup.with(tag, "applyFill", "1");
            tag = Markup.with(tag, "applyBorder", "1");
            added.add(tag + element.substring(end));
            return cellStyles.size() + added.size() - 1;
        });
    }

    /** The part with what was added. */
    String write() {
        if (added.isEmpty()) {
            return text;
        }
        var paints = new ArrayList<>(used.keySet());
        paints.sort((a, b) -> Integer.compare(used.getOrDefault(a, 0), used.getOrDefault(b, 0)));
        var fill = new StringBuilder();
        var border = new StringBuilder();
        for (ProblemSeverity severity : paints) {
            Paint paint = Paint.of(severity);
            fill.append(element("fill", element("patternFill patternType=\"solid\"", color("fgColor", paint.fill()))));
            var sides = new StringBuilder();
            SIDES.forEach(side -> sides.append(element(side + " style=\"medium\"", color("color", paint.frame()))));
            border.append(element("border", sides.toString()));
        }
        String with = appended(text, "fills", fill.toString(), fills + paints.size());
        with = appended(with, "borders", border.toString(), borders + paints.size());
        return appended(with, "cellXfs", String.join("", added), cellStyles.size() + added.size());
    }

    private String element(String tag, String content) {
        String name = tag.split(" ", 2)[0];
        return "<" + prefix + tag + ">" + content + "</" + prefix + name + ">";
    }

    private String color(String name, String rgb) {
        return "<" + prefix + name + " rgb=\"FF" + rgb + "\"/>";
    }

    private static String appended(String text, String list, String content, int count) {
        var markup = new Markup(text);
        var out = new StringBuilder(text.length() + content.length() + 20);
        while (markup.next()) {
            if (out.isEmpty() && markup.opens(list)) {
                out.append(text, 0, markup.start()).append(Markup.with(markup.tag(), "count", Integer.toString(count)));
                int behindTag = markup.end();
                while (!markup.closes(list) && markup.next()) {
                    // to the end of the list
                }
                return out.append(text, behindTag, markup.start())
                        .append(content)
                        .append(text, markup.start(), text.length())
                        .toString();
            }
        }
        return text;
    }
}
