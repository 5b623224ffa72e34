package boscard.explanation;

import boscard.rulebook.RuleDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One rule of a rule file, as a person reads it: where it starts, the comment above it, its conditions. Found by its
 * text, which is enough to show it and nothing more.
 *
 * @param line on which it starts, from 1
 * @param documentation the comment directly above the rule, one line each, without comment signs
 * @param conditions the lines between {@code when} and {@code then}
 * @param whole all its lines
 */
record RuleListing(
        String file, int line, String name, List<String> documentation, List<String> conditions, String whole) {

    private static final Pattern RULE = Pattern.compile("^\\s*rule\\s+(?:\"([^\"]+)\"|'([^']+)'|(\\S+))");
    private static final Pattern WHEN = Pattern.compile("^\\s*when\\b(.*)$");
    private static final Pattern THEN = Pattern.compile("^\\s*then\\b.*$");
    private static final Pattern END = Pattern.compile("^\\s*end\\s*;?\\s*$");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?://|/\\*+|\\*/|\\*(?!/))\\s?(.*?)(?:\\*/)?\\s*$");

    RuleListing {
        documentation = List.copyOf(documentation);
        conditions = List.copyOf(conditions);
    }

    /** The rule of this name; of several in different files the one whose file is named. */
    static Optional<RuleListing> find(List<RuleDocument> documents, String file, String name) {
        List<RuleListing> found =
                all(documents).stream().filter(rule -> rule.name().equals(name)).toList();
        return found.stream()
                .filter(rule -> rule.file().equals(file))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** Every rule of the documents, in reading order. */
    static List<RuleListing> all(List<RuleDocument> documents) {
        var rules = new ArrayList<RuleListing>();
        for (RuleDocument document : documents) {
            List<String> lines = document.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher rule = RULE.matcher(lines.get(i));
                if (rule.find()) {
                    String quoted = rule.group(1) != null ? rule.group(1) : rule.group(2);
                    rules.add(read(document.path(), lines, i, quoted != null ? quoted : rule.group(3)));
                }
            }
        }
        return rules;
    }

    private static RuleListing read(String file, List<String> lines, int start, String name) {
        var documentation = new ArrayList<String>();
        for (int i = start - 1; i >= 0; i--) {
            Matcher comment = COMMENT.matcher(lines.get(i));
            if (!comment.matches()) {
                break;
            }
            if (!comment.group(1).isBlank()) {
                documentation.add(0, comment.group(1).strip());
            }
        }
        var conditions = new ArrayList<String>();
        var whole = new StringBuilder();
        boolean inside = false;
        for (int i = start; i < lines.size(); i++) {
            String line = lines.get(i);
            whole.append(line).append('\n');
            Matcher when = WHEN.matcher(line);
            if (!inside && when.matches()) {
                inside = true;
                add(conditions, when.group(1));
            } else if (THEN.matcher(line).matches()) {
                inside = false;
            } else if (END.matcher(line).matches()) {
                break;
            } else if (inside) {
                add(conditions, line);
            }
        }
        return new RuleListing(file, start + 1, name, documentation, conditions, whole.toString());
    }

    private static void add(List<String> conditions, String line) {
        String plain = line.strip();
        if (!plain.isEmpty() && !plain.startsWith("//")) {
            conditions.add(plain);
        }
    }
}
