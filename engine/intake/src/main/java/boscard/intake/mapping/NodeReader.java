package boscard.intake.mapping;

import boscard.fact.Grain;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.LineRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes nodes for what they should be; what they are instead becomes a problem, and reading goes on without it. */
final class NodeReader {

    static final int MOST_COLUMNS = 16_384;

    private final String file;
    private final Problems problems;

    NodeReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void problem(int line, String message, @Nullable String advice) {
        problems.add(ProblemCode.MAPPING_INVALID, LineRef.of(file, line), message, advice);
    }

    void undecided(int line, List<String> open) {
        problems.add(
                ProblemCode.MAPPING_UNDECIDED,
                LineRef.of(file, line),
                "a person has still to decide " + String.join(", ", open),
                "the comments marked DECIDE above say between what; then delete the line `undecided`.");
    }

    /** The values of the known keys; unknown ones are reported with the nearest. */
    Map<String, YamlNode> fields(YamlNode node, String what, Collection<String> known) {
        var result = new LinkedHashMap<String, YamlNode>();
        fields(node, what).forEach((key, value) -> {
            if (known.contains(key)) {
                result.put(key, value);
            } else {
                problem(
                        value.line(),
                        "`" + key + "` is no key of " + what + "; these are " + String.join(", ", known),
                        Suggestion.nearest(key, known)
                                .map(near -> near + " is meant.")
                                .orElse(null));
            }
        });
        return result;
    }

    Map<String, YamlNode> fields(YamlNode node, String what) {
        if (node instanceof YamlNode.Fields fields) {
            return fields.byKey();
        }
        return wrong(node, what, "keys with values", Map.of());
    }

    List<YamlNode> items(YamlNode node, String what) {
        return node instanceof YamlNode.Items items ? items.nodes() : wrong(node, what, "a list", List.of());
    }

    /** A list of texts; a single one counts as a list of one. */
    List<String> texts(YamlNode node, String what) {
        if (node instanceof YamlNode.Scalar scalar) {
            return List.of(scalar.text());
        }
        return items(node, what).stream()
                .map(item -> text(item, what))
                .filter(Objects::nonNull)
                .toList();
    }

    @Nullable
    String text(@Nullable YamlNode node, String what) {
        if (node == null) {
            return null;
        }
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        problem(node.line(), "`" + what + "` is a single value, not " + node.kind(), null);
        return null;
    }

    /** A column by its heading, or as {@code {place: 3}} by its place; null when it is neither. */
    @Nullable
    ColumnPick column(YamlNode node, String what) {
        if (node instanceof YamlNode.Fields) {
            YamlNode place = fields(node, what, List.of("place")).get("place");
            return place == null ? null : new ColumnPick.Position(whole(place, "place", 1, MOST_COLUMNS));
        }
        String text = text(node, what);
        return text == null ? null : new ColumnPick.Heading(text);
    }

    /** A whole number; the least one when it is another, which is reported. */
    int whole(YamlNode node, String what, int least, int most) {
        String text = text(node, what);
        if (text == null) {
            return least;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            // reported like a number that is too small or too large
        }
        problem(
                node.line(),
                "`" + what + "` is a whole number from " + least + " to " + most + ", not \"" + text + "\"",
                null);
        return least;
    }

    boolean yesNo(@Nullable YamlNode node, String what, boolean otherwise) {
        String text = text(node, what);
        if (node == null || text == null) {
            return otherwise;
        }
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y":
                return true;
            case "false", "no", "n":
                return false;
            default:
                problem(node.line(), "`" + what + "` is true or false, not \"" + text + "\"", null);
                return otherwise;
        }
    }

    /** The length of a period: WEEK, MONTH, QUARTER or YEAR, in any case; null when it is none or not given. */
    @Nullable
    Grain grain(@Nullable YamlNode node, String what) {
        String text = text(node, what);
        if (node == null || text == null) {
            return null;
        }
        for (Grain grain : Grain.values()) {
            if (grain.name().equalsIgnoreCase(text.strip())) {
                return grain;
            }
        }
        problem(node.line(), "`" + what + "` is WEEK, MONTH, QUARTER or YEAR, not \"" + text + "\"", null);
        return null;
    }

    private <T> T wrong(YamlNode node, String what, String expected, T instead) {
        problem(node.line(), "`" + what + "` takes " + expected + ", not " + node.kind(), null);
        return instead;
    }
}
