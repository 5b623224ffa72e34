package boscard.evaluation.check;

import boscard.rulebook.RuleDocument;
import boscard.rulebook.Rulebook;
import boscard.source.LineRef;
import boscard.source.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The names that the text of rule files concludes and asks for, found without compiling it. A code that a rule puts
 * together while it runs cannot be found; {@link #isComplete} says whether there is one.
 */
final class RuleCodes {

    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CONCLUDED =
            Pattern.compile("conclude\\s*\\.\\s*(finding|test)\\s*\\(\\s*(\"([^\"]*)\")?");
    private static final Pattern ASKED = Pattern.compile("\\bcode\\s*(?:==|in\\s*\\()\\s*((?:\"[^\"]*\"\\s*,?\\s*)+)");
    private static final Pattern ASKED_BY_PATTERN = Pattern.compile("\\bcode\\s+matches\\s+\"([^\"]*)\"");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern STATUS = Pattern.compile("\\bStatus\\.([A-Z_]+)\\b");

    private final Map<String, SourceRef> concluded = new LinkedHashMap<>();
    private final Map<String, SourceRef> asked = new LinkedHashMap<>();
    private final Map<String, SourceRef> statuses = new LinkedHashMap<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private boolean complete = true;

    private RuleCodes() {}

    static RuleCodes of(Rulebook rulebook) {
        var codes = new RuleCodes();
        rulebook.documents().forEach(codes::read);
        return codes;
    }

    private void read(RuleDocument document) {
        String text = withoutComments(document.text());
        Matcher conclusion = CONCLUDED.matcher(text);
        while (conclusion.find()) {
            if (conclusion.group(3) == null) {
                complete = false;
            } else {
                String code = (conclusion.group(1).equals("test") ? "SMART_" : "") + conclusion.group(3);
                concluded.putIfAbsent(code, at(document, text, conclusion.start()));
            }
        }
        Matcher question = ASKED.matcher(text);
        while (question.find()) {
            SourceRef at = at(document, text, question.start());
            TEXT.matcher(question.group(1)).results().forEach(code -> asked.putIfAbsent(code.group(1), at));
        }
        ASKED_BY_PATTERN.matcher(text).results().forEach(pattern -> {
            try {
                patterns.add(Pattern.compile(pattern.group(1)));
            } catch (PatternSyntaxException wrong) {
                // the compilation of the rules says so
            }
        });
        Matcher status = STATUS.matcher(text);
        while (status.find()) {
            statuses.putIfAbsent(status.group(1), at(document, text, status.start()));
        }
    }

    /** Blanks comments out, so that lines keep their numbers. */
    private static String withoutComments(String text) {
        return COMMENT.matcher(text)
                .replaceAll(comment -> Matcher.quoteReplacement(comment.group().replaceAll("[^\\n]", " ")));
    }

    private static SourceRef at(RuleDocument document, String text, int position) {
        int line = 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return LineRef.of(document.path(), line);
    }

    /** Codes of findings that rules conclude, each with the first line that does. */
    Map<String, SourceRef> concluded() {
        return concluded;
    }

    /** Codes of findings that rules ask for by name. */
    Map<String, SourceRef> asked() {
        return asked;
    }

    /** Whether a rule asks for findings of this code, by name or by a pattern. */
    boolean asks(String code) {
        return asked.containsKey(code)
                || patterns.stream().anyMatch(pattern -> pattern.matcher(code).matches());
    }

    /** Names of the statuses that rules speak of. */
    Map<String, SourceRef> statuses() {
        return statuses;
    }

    /** Whether every rule that concludes says its code in its text. */
    boolean isComplete() {
        return complete;
    }
}
