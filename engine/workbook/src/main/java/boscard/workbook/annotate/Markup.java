package boscard.workbook.annotate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tags of an XML text one after the other, with their positions, so that something can be put in between and all
 * else stays as it is to the letter. The text must be sound; the reader has parsed it before.
 */
final class Markup {

    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w.:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private final String text;
    private int start;
    private int end;

    Markup(String text) {
        this.text = text;
    }

    /** Goes to the next tag; comments, CDATA and instructions are passed over. False at the end. */
    boolean next() {
        int at = end;
        while (true) {
            at = text.indexOf('<', at);
            if (at < 0) {
                start = text.length();
                end = start;
                return false;
            } else if (text.startsWith("<!--", at)) {
                at = after("-->", at);
            } else if (text.startsWith("<![CDATA[", at)) {
                at = after("]]>", at);
            } else if (text.startsWith("<?", at)) {
                at = after("?>", at);
            } else {
                start = at;
                end = endOfTag(at);
                return true;
            }
        }
    }

    private int after(String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    private int endOfTag(int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return text.length();
    }

    /** Where the tag begins. */
    int start() {
        return start;
    }

    /** Where the text behind the tag begins. */
    int end() {
        return end;
    }

    String tag() {
        return text.substring(start, end);
    }

    boolean isClosing() {
        return text.startsWith("</", start);
    }

    boolean isEmptyElement() {
        return text.startsWith("/>", end - 2);
    }

    /** Whether it opens an element of this name, whatever its prefix. */
    boolean opens(String name) {
        return !isClosing() && localName().equals(name);
    }

    boolean closes(String name) {
        return isClosing() && localName().equals(name);
    }

    /** The name without its prefix. */
    String localName() {
        String name = name();
        return name.substring(name.indexOf(':') + 1);
    }

    /** The prefix with its colon; empty when there is none. */
    String prefix() {
        String name = name();
        return name.substring(0, name.indexOf(':') + 1);
    }

    private String name() {
        int from = start + (isClosing() ? 2 : 1);
        int to = from;
        while (to < end && " \t\r\n/>".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }

    /** The value of an attribute of this full name, as it is written; null when there is none. */
    @Nullable
    String attribute(String name) {
        Matcher attributes = ATTRIBUTE.matcher(text).region(start, end);
        while (attributes.find()) {
            if (attributes.group(1).equals(name)) {
                return attributes.group(2) != null ? attributes.group(2) : attributes.group(3);
            }
        }
        return null;
    }

    /** A whole number; {@code otherwise} when it is missing or none. */
    int number(String name, int otherwise) {
        String value = attribute(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException notWhole) {
            return otherwise;
        }
    }

    /** The prefix that the tag declares for a namespace whose name ends so, with its colon; null when it does not. */
    @Nullable
    String prefixOf(String endOfNamespace) {
        Matcher attributes = ATTRIBUTE.matcher(text).region(start, end);
        while (attributes.find()) {
            String value = attributes.group(2) != null ? attributes.group(2) : attributes.group(3);
            if (attributes.group(1).startsWith("xmlns:") && value.endsWith(endOfNamespace)) {
                return attributes.group(1).substring("xmlns:".length()) + ":";
            }
        }
        return null;
    }

    /** The tag with an attribute set. */
    static String with(String tag, String name, String value) {
        String without = without(tag, name);
        int at = without.endsWith("/>") ? without.length() - 2 : without.length() - 1;
        return without.substring(0, at).stripTrailing() + " " + name + "=\"" + value + "\"" + without.substring(at);
    }

    /** The tag without an attribute. */
    static String without(String tag, String name) {
        Matcher attributes = ATTRIBUTE.matcher(tag);
        while (attributes.find()) {
            if (attributes.group(1).equals(name)) {
                return tag.substring(0, attributes.start()).stripTrailing() + tag.substring(attributes.end());
            }
        }
        return tag;
    }

    /** A text for between tags. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean allowed = c >= ' ' && c != '\ufffe' && c != '\uffff' || c == '\n' || c == '\t';
                    boolean whole = !Character.isSurrogate(c) || isWhole(text, i);
                    escaped.append(allowed && whole ? c : '\ufffd');
                }
            }
        }
        return escaped.toString();
    }

    private static boolean isWhole(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
