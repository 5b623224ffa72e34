package boscard.workbook.annotate;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The comments of a sheet, to which more are added. What somebody wrote before stays; ours follows it. */
final class CommentsPart {

    private static final String AUTHOR = "boscard check";

    private final String text;
    private final TreeMap<String, String> waiting = new TreeMap<>(); // by address
    private final Set<String> added = new TreeSet<>();
    private final StringBuilder out = new StringBuilder();
    private String prefix = "";
    private int copied;

    private CommentsPart(String text, Map<CellPosition, String> comments) {
        this.text = text;
        comments.forEach((cell, comment) -> waiting.put(cell.address(), comment));
    }

    /**
     * A part with comments.
     *
     * @param text the comments there are
     * @param addedTo takes the addresses of the cells that had no comment
     */
    static String with(String text, Map<CellPosition, String> comments, Set<String> addedTo) {
        var part = new CommentsPart(text, comments);
        String written = part.write();
        addedTo.addAll(part.added);
        return written;
    }

    /** A part without comments, in the namespace of its sheet. */
    static String empty(String namespace) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"" + namespace
                + "\"><authors></authors><commentList></commentList></comments>";
    }

    private String write() {
        var markup = new Markup(text);
        int author = 0;
        String found = null; // the text of a comment that stands already, waiting for its end
        boolean plain = false;
        while (markup.next()) {
            if (markup.opens("comments")) {
                prefix = markup.prefix();
            } else if (markup.opens("author")) {
                author++;
            } else if (markup.closes("authors")) {
                copyTo(markup.start());
                out.append(element("author", AUTHOR));
            } else if (markup.opens("authors") && markup.isEmptyElement()) {
                replace(markup, element("authors", element("author", AUTHOR)));
            } else if (markup.opens("comment")) {
                found = waiting.remove(markup.attribute("ref"));
            } else if (found != null && markup.opens("text") && markup.isEmptyElement()) {
                replace(markup, element("text", run(found)));
                found = null;
            } else if (found != null && markup.opens("t") && !markup.isEmptyElement() && !plain && !isInRun(markup)) {
                copyTo(markup.start());
                out.append('<').append(prefix).append("r>");
                plain = true;
            } else if (plain && markup.closes("t")) {
                copyTo(markup.end());
                out.append("</").append(prefix).append("r>");
                plain = false;
            } else if (found != null && markup.closes("text")) {
                copyTo(markup.start());
                out.append(run("\n\n" + found));
                found = null;
            } else if (markup.closes("commentList")) {
                copyTo(markup.start());
                writeNew(author);
            } else if (markup.opens("commentList") && markup.isEmptyElement()) {
                copyTo(markup.start());
                out.append('<').append(prefix).append("commentList>");
                writeNew(author);
                out.append("</").append(prefix).append("commentList>");
                copied = markup.end();
            }
        }
        copyTo(text.length());
        return out.toString();
    }

    /** Whether a text stands in a run with a format, which stays as it is. */
    private boolean isInRun(Markup markup) {
        int opened = text.lastIndexOf("<" + prefix + "r>", markup.start());
        int closed = text.lastIndexOf("</" + prefix + "r>", markup.start());
        return opened > closed;
    }

    private void writeNew(int author) {
        waiting.forEach((address, comment) -> {
            added.add(address);
            out.append('<')
                    .append(prefix)
                    .append("comment ref=\"")
                    .append(address)
                    .append("\" authorId=\"")
                    .append(author)
                    .append("\">")
                    .append(element("text", run(comment)))
                    .append("</")
                    .append(prefix)
                    .append("comment>");
        });
        waiting.clear();
    }

    private String run(String comment) {
        return element(
                "r", "<" + prefix + "t xml:space=\"preserve\">" + Markup.escaped(comment) + "</" + prefix + "t>");
    }

    private String element(String name, String content) {
        return "<" + prefix + name + ">" + content + "</" + prefix + name + ">";
    }

    private void copyTo(int position) {
        out.append(text, copied, position);
        copied = position;
    }

    private void replace(Markup markup, @Nullable String with) {
        copyTo(markup.start());
        out.append(with);
        copied = markup.end();
    }
}
