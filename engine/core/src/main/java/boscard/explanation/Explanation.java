package boscard.explanation;

import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One explanation: a heading and what is under it. Text for people and JSON for programs are made from this one tree.
 * Immutable.
 *
 * @param kind what the text is about
 * @param text a sentence or a comparison, for people
 * @param address where it stands, as text; null when it stands nowhere
 * @param details the same for programs: exact values by name; each is a text, a number, a truth value or a list of
 *     texts
 * @param children in reading order
 */
public record Explanation(
        Kind kind, String text, @Nullable String address, Map<String, Object> details, List<Explanation> children) {

    /** What an explanation is about. */
    public enum Kind {
        /** What is explained. */
        CONCLUSION,
        /** The numbers that were judged. */
        NUMBERS,
        /** A fact that was used, with its values. */
        FACT,
        /** How a number was computed. */
        FORMULA,
        /** A number that was prepared for tables and rules. */
        INDICATOR,
        /** A row of a decision table. */
        ROW,
        /** One comparison of one cell. */
        CELL,
        /** A remark that the analyst wrote beside the row. */
        NOTE,
        /** A rule of a rule file. */
        RULE,
        /** What stands above a rule, and its conditions. */
        RULE_TEXT,
        /** A row that matched too and lost. */
        LOST,
        /** A child of a node of the roll-up, or a test of a goal. */
        PART,
        /** An earlier conclusion that this one builds on. */
        BUILDS_ON,
        /** What withholds or qualifies it, or what it withholds. */
        SUPPRESSION,
        /** A later conclusion. */
        LEADS_TO,
        /** What would change it. */
        CHANGE,
        /** Why it was not concluded. */
        WHY_NOT,
        /** More of the same that is not shown. */
        MORE
    }

    public Explanation {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        children = List.copyOf(children);
    }

    static Explanation leaf(Kind kind, String text, @Nullable Object address) {
        return of(kind, text, address, List.of());
    }

    static Explanation of(Kind kind, String text, @Nullable Object address, List<Explanation> children) {
        return new Explanation(kind, text, address == null ? null : address.toString(), Map.of(), children);
    }

    /** The same with another detail; a null value adds nothing. */
    Explanation with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(details);
        more.put(name, plain(value));
        return new Explanation(kind, text, address, more, children);
    }

    Explanation with(List<Explanation> others) {
        return new Explanation(kind, text, address, details, others);
    }

    private static Object plain(Object value) {
        if (value instanceof BigDecimal || value instanceof Boolean || value instanceof String) {
            return value;
        } else if (value instanceof Integer whole) {
            return BigDecimal.valueOf(whole);
        } else if (value instanceof List<?> several) {
            return several.stream().map(Object::toString).toList();
        } else if (value instanceof SourceRef at) {
            return at.toString();
        }
        return value.toString();
    }
}
