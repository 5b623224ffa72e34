package boscard.intake.mapping;

import boscard.intake.mapping.TableLayout.Combination;
import boscard.intake.mapping.TableLayout.Condition;
import boscard.intake.mapping.TableLayout.LabelSplit;
import boscard.intake.mapping.TableLayout.Measure;
import boscard.intake.mapping.TableLayout.Roles;
import boscard.intake.mapping.TableLayout.RowRules;
import boscard.intake.mapping.TableLayout.Sections;
import boscard.intake.mapping.TableLayout.Unpivot;
import boscard.problem.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the keys of an entry that say how its table is laid out. */
final class LayoutReader {

    private static final int MOST_HEADER_ROWS = 10;
    private static final String NO_CONDITION = "write `{column: Level, is: [\"Sub*\"]}`.";
    private static final String PLACEHOLDER = "write a pattern such as `\"{Year}-{Month}\"`.";

    /** Fields of a measurement that are numbers, which a measure or a role can name. */
    static final List<String> NUMBERS = List.of("actual", "target", "baseline", "prior", "forecast");

    private final NodeReader nodes;
    private final Map<String, YamlNode> keys;

    /** @param keys of the whole entry */
    LayoutReader(NodeReader nodes, Map<String, YamlNode> keys) {
        this.nodes = nodes;
        this.keys = keys;
    }

    TableLayout read() {
        var layout = new TableLayout(
                headerRows(),
                nodes.yesNo(keys.get("header_fill"), "header_fill", false),
                rows(),
                unpivot(),
                measures(),
                splits(),
                combinations(),
                roles());
        if (layout.unpivot() != null && !layout.measures().isEmpty()) {
            nodes.problem(
                    line("measures"),
                    "`unpivot` and `measures` both make several records of a row; only one of them can",
                    null);
        }
        return layout;
    }

    private int headerRows() {
        YamlNode node = keys.get("header_rows");
        return node == null ? 1 : nodes.whole(node, "header_rows", 1, MOST_HEADER_ROWS);
    }

    private RowRules rows() {
        YamlNode node = keys.get("rows");
        if (node == null) {
            return RowRules.USUAL;
        }
        var rules =
                nodes.fields(node, "rows", List.of("totals", "total", "skip", "only", "footer", "sections", "hidden"));
        boolean keepTotals = choice(rules.get("totals"), "totals", "keep", "skip", false);
        YamlNode footer = rules.get("footer");
        return new RowRules(
                keepTotals,
                conditions(rules.get("total"), "total"),
                conditions(rules.get("skip"), "skip"),
                conditions(rules.get("only"), "only"),
                footer == null ? List.of() : patterns(footer, "footer"),
                sections(rules.get("sections")),
                choice(rules.get("hidden"), "hidden", "skip", "keep", false));
    }

    /** One condition, or a list of them. */
    List<Condition> conditions(@Nullable YamlNode node, String what) {
        if (node == null) {
            return List.of();
        }
        var conditions = new ArrayList<Condition>();
        List<YamlNode> several = node instanceof YamlNode.Items items ? items.nodes() : List.of(node);
        for (YamlNode one : several) {
            var parts = nodes.fields(one, what, List.of("column", "is"));
            ColumnPick column = pick(parts.get("column"), "column");
            YamlNode is = parts.get("is");
            if (column == null || is == null) {
                nodes.problem(one.line(), "a condition under `" + what + "` has a `column` and `is`", NO_CONDITION);
            } else {
                conditions.add(new Condition(column, patterns(is, "is")));
            }
        }
        return conditions;
    }

    private @Nullable Sections sections(@Nullable YamlNode node) {
        if (node == null) {
            return null;
        }
        var parts = nodes.fields(node, "sections", List.of("is", "into"));
        YamlNode is = parts.get("is");
        String into = nodes.text(parts.get("into"), "into");
        if (is == null || into == null) {
            nodes.problem(
                    node.line(),
                    "`sections` needs `is`, patterns of its rows, and `into`, the column that they fill",
                    null);
            return null;
        }
        return new Sections(patterns(is, "is"), into);
    }

    private @Nullable Unpivot unpivot() {
        YamlNode node = keys.get("unpivot");
        if (node == null) {
            return null;
        }
        var parts = nodes.fields(node, "unpivot", List.of("columns", "except", "heading", "value", "empty", "none"));
        YamlNode columns = parts.get("columns");
        YamlNode except = parts.get("except");
        String heading = nodes.text(parts.get("heading"), "heading");
        String value = nodes.text(parts.get("value"), "value");
        if (columns == null || heading == null || value == null) {
            nodes.problem(
                    node.line(),
                    "`unpivot` needs `columns`, patterns of their headings, and the names of two new columns, `heading`"
                            + " and `value`",
                    "write `{columns: [\"M??\"], heading: Month, value: Amount}`.");
            return null;
        }
        return new Unpivot(
                patterns(columns, "columns"),
                except == null ? List.of() : patterns(except, "except"),
                heading,
                value,
                choice(parts.get("empty"), "empty", "keep", "skip", false),
                choice(parts.get("none"), "none", "keep", "skip", true));
    }

    private List<Measure> measures() {
        YamlNode node = keys.get("measures");
        var measures = new ArrayList<Measure>();
        if (node != null) {
            var known = new ArrayList<>(List.of("kpi"));
            known.addAll(NUMBERS);
            for (YamlNode item : nodes.items(node, "measures")) {
                var columns = new LinkedHashMap<String, String>();
                nodes.fields(item, "measures", known).forEach((field, heading) -> {
                    String text = nodes.text(heading, field);
                    if (text != null) {
                        columns.put(field, text);
                    }
                });
                String kpi = columns.remove("kpi");
                if (kpi == null || columns.isEmpty()) {
                    nodes.problem(
                            item.line(),
                            "a measure needs its `kpi` and the column of at least one of " + String.join(", ", NUMBERS),
                            "write `{kpi: revenue, actual: Sales, target: Sales plan}`.");
                } else {
                    measures.add(new Measure(kpi, columns));
                }
            }
        }
        return measures;
    }

    private List<LabelSplit> splits() {
        YamlNode node = keys.get("split");
        var splits = new ArrayList<LabelSplit>();
        if (node != null) {
            List<YamlNode> several = node instanceof YamlNode.Items items ? items.nodes() : List.of(node);
            several.forEach(one -> {
                LabelSplit split = split(one);
                if (split != null) {
                    splits.add(split);
                }
            });
        }
        return splits;
    }

    private @Nullable LabelSplit split(YamlNode node) {
        var parts = nodes.fields(node, "split", List.of("column", "by", "ends_with", "begins_with", "into"));
        ColumnPick column = pick(parts.get("column"), "column");
        YamlNode intoNode = parts.get("into");
        List<String> into = intoNode == null ? List.of() : nodes.texts(intoNode, "into");
        String by = nodes.text(parts.get("by"), "by");
        YamlNode ends = parts.get("ends_with");
        YamlNode begins = parts.get("begins_with");
        int ways = (by == null || by.isEmpty() ? 0 : 1) + (ends == null ? 0 : 1) + (begins == null ? 0 : 1);
        if (column == null || ways != 1 || into.size() < 2) {
            nodes.problem(
                    node.line(),
                    "`split` needs a `column`, one of `by`, `ends_with` and `begins_with`, and `into` with the names of"
                            + " at least two parts",
                    "write `{column: Line, ends_with: [Plan, Actual], into: [Measure, Role]}`.");
            return null;
        }
        if (by != null) {
            return new LabelSplit(column, by, List.of(), false, into);
        }
        if (into.size() != 2) {
            nodes.problem(node.line(), "words split a label into two parts, not " + into.size(), null);
            return null;
        }
        YamlNode words = ends != null ? ends : begins;
        return new LabelSplit(column, "", words == null ? List.of() : nodes.texts(words, "words"), ends != null, into);
    }

    private List<Combination> combinations() {
        YamlNode node = keys.get("combine");
        var combinations = new ArrayList<Combination>();
        if (node != null) {
            nodes.fields(node, "combine").forEach((into, value) -> {
                String pattern = nodes.text(value, "combine");
                if (pattern == null) {
                    return;
                }
                if (!pattern.contains("{") || isUnclosed(pattern)) {
                    nodes.problem(
                            value.line(), "`" + pattern + "` has no heading between braces to put in", PLACEHOLDER);
                } else {
                    combinations.add(new Combination(into, pattern));
                }
            });
        }
        return combinations;
    }

    private static boolean isUnclosed(String pattern) {
        int open = pattern.indexOf('{');
        while (open >= 0) {
            int close = pattern.indexOf('}', open);
            if (close <= open + 1) {
                return true;
            }
            open = pattern.indexOf('{', close);
        }
        return false;
    }

    private @Nullable Roles roles() {
        YamlNode node = keys.get("roles");
        if (node == null) {
            return null;
        }
        var parts = nodes.fields(node, "roles", List.of("column", "value", "words"));
        ColumnPick column = pick(parts.get("column"), "column");
        ColumnPick value = pick(parts.get("value"), "value");
        YamlNode words = parts.get("words");
        if (column == null || value == null || words == null) {
            nodes.problem(
                    node.line(),
                    "`roles` needs the `column` of the word, the `value` and the `words`",
                    "write `{column: Role, value: Amount, words: {Plan: target, Actual: actual}}`.");
            return null;
        }
        var fieldByWord = new LinkedHashMap<String, String>();
        nodes.fields(words, "words").forEach((word, meaning) -> {
            String field = nodes.text(meaning, word);
            if (field != null && NUMBERS.contains(field)) {
                fieldByWord.put(word.toLowerCase(Locale.ROOT), field);
            } else if (field != null) {
                nodes.problem(
                        meaning.line(),
                        "a role is one of " + String.join(", ", NUMBERS) + ", not \"" + field + "\"",
                        Suggestion.nearest(field, NUMBERS)
                                .map(near -> near + " is meant.")
                                .orElse(null));
            }
        });
        return new Roles(column, value, fieldByWord);
    }

    private @Nullable ColumnPick pick(@Nullable YamlNode node, String what) {
        return node == null ? null : nodes.column(node, what);
    }

    private List<Wildcard> patterns(YamlNode node, String what) {
        return nodes.texts(node, what).stream().map(Wildcard::new).toList();
    }

    /** Whether the first of two words is there. */
    boolean choice(@Nullable YamlNode node, String what, String yes, String no, boolean otherwise) {
        String text = nodes.text(node, what);
        if (text == null) {
            return otherwise;
        }
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (!plain.equals(yes) && !plain.equals(no)) {
            nodes.problem(
                    node == null ? 0 : node.line(),
                    "`" + what + "` is " + yes + " or " + no + ", not \"" + text + "\"",
                    null);
            return otherwise;
        }
        return plain.equals(yes);
    }

    private int line(String key) {
        YamlNode node = keys.get(key);
        return node == null ? 0 : node.line();
    }
}
