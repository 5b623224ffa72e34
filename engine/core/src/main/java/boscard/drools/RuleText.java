package boscard.drools;

import boscard.rulebook.RuleDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the rules of a DRL file start, found by its text; enough to say a line, not a parser. */
final class RuleText {

    private static final Pattern RULE =
            Pattern.compile("^[ \\t]*rule[ \\t]+(?:\"([^\"]+)\"|'([^']+)'|(\\S+))", Pattern.MULTILINE);

    private static final Pattern PACKAGE = Pattern.compile("^[ \\t]*package[ \\t]+([\\w.]+)", Pattern.MULTILINE);

    private RuleText() {}

    /** What tells a rule from all others of a rulebook. */
    static String key(String packageName, String rule) {
        return packageName + "|" + rule;
    }

    /** The package of a file; what Drools calls it when the file names none. */
    static String packageOf(RuleDocument document) {
        Matcher matcher = PACKAGE.matcher(document.text());
        return matcher.find() ? matcher.group(1) : "defaultpkg";
    }

    /**
     * One rule.
     *
     * @param line on which it starts, from 1
     * @param header everything above the first rule of the file: package, imports, globals
     */
    record Part(String name, int line, String header, String text) {
        /** The rule in a file of its own, with as many lines above it as in the real one. */
        String withHeader() {
            long headerLines = header.lines().count();
            return header + "\n".repeat((int) Math.max(0, line - 1 - headerLines)) + text;
        }
    }

    static List<Part> parts(RuleDocument document) {
        String text = document.text();
        Matcher matcher = RULE.matcher(text);
        var starts = new ArrayList<Integer>();
        var names = new ArrayList<String>();
        while (matcher.find()) {
            starts.add(matcher.start());
            String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            names.add(quoted != null ? quoted : matcher.group(3));
        }
        var parts = new ArrayList<Part>();
        String header = starts.isEmpty() ? text : text.substring(0, starts.get(0));
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            int line = (int) text.substring(0, starts.get(i))
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            parts.add(new Part(names.get(i), line, header, text.substring(starts.get(i), end)));
        }
        return parts;
    }
}
