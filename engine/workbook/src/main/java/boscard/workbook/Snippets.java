package boscard.workbook;

import boscard.evaluation.Vocabulary;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.CellRef;
import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.FactType;
import boscard.table.FactType.Property;
import boscard.table.Operator;
import boscard.table.OutcomeColumn;
import boscard.table.ValueType;
import boscard.table.Verb;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The closed grammar of the code rows: what a pattern, a condition, an action and a metadata cell may say. Whatever is
 * not in it is refused with its cell; nothing here or later runs the text of a cell.
 */
final class Snippets {

    private static final String NAME = "([A-Za-z_]\\w*)";
    private static final String OPERATOR = "(==|!=|>=|<=|>|<)";
    private static final String IN_A_RULE_FILE = "this belongs into a rule (.drl) file";

    private static final Pattern PATTERN = Pattern.compile("\\$?\\w+\\s*:\\s*" + NAME + "(?:\\s*\\(\\s*\\))?");
    private static final Pattern COMPARISON = Pattern.compile(
            NAME + "\\s*" + OPERATOR + "\\s*(?:\"\\$(param|\\d)\"|" + NAME + "\\.\\$(param|\\d)|\\$(param|\\d)(B?))");
    private static final Pattern FORALL = Pattern.compile("forall\\s*\\(\\s*(\\|\\||&&|,)?\\s*\\)\\s*\\{\\s*" + NAME
            + "\\s*(==|!=)\\s*(?:\"\\$\"|" + NAME + "\\.\\$|\\$B?)\\s*\\}");
    private static final Pattern IN = Pattern.compile(NAME + "\\s+(not\\s+)?in\\s*\\(\\s*\\$(?:param|1)\\s*\\)");
    private static final Pattern ALONE = Pattern.compile(NAME);
    private static final Pattern ACTION = Pattern.compile("conclude\\s*\\.\\s*" + NAME
            + "\\s*\\(\\s*(?:(\")\\$(?:param|1)\"|" + NAME + "\\.\\$(?:param|1)|\\$(?:param|1)B?)\\s*\\)\\s*;?");
    private static final Pattern METADATA = Pattern.compile(NAME + "\\s*\\(\\s*\"?\\$(?:param|1)\"?\\s*\\)");

    private final Problems problems;

    Snippets(Problems problems) {
        this.problems = problems;
    }

    /** No sound snippet is longer, and a longer one could keep the search for a match busy. */
    private static final int LONGEST = 500;

    private boolean isTooLong(String text, CellRef at) {
        if (text.length() <= LONGEST) {
            return false;
        }
        refuse(at, Excerpt.quoted(text) + " has " + text.length() + " characters, at most " + LONGEST, IN_A_RULE_FILE);
        return true;
    }

    /** The fact type of a pattern such as {@code $p : Performance}; null when a problem was reported. */
    @Nullable
    FactType factType(String pattern, CellRef at) {
        if (isTooLong(pattern, at)) {
            return null;
        }
        Matcher match = PATTERN.matcher(pattern);
        if (!match.matches()) {
            refuse(at, "the pattern \"" + pattern + "\" is not of the form $x : Type", IN_A_RULE_FILE);
            return null;
        }
        Map<String, FactType> known = Vocabulary.factTypesByName();
        FactType type = known.get(match.group(1));
        if (type == null) {
            problems.add(
                    ProblemCode.TYPE_UNKNOWN,
                    at,
                    "a table cannot compare \"" + match.group(1) + "\", only " + String.join(", ", known.keySet()),
                    Suggestion.nearest(match.group(1), known.keySet()).orElse(null));
        }
        return type;
    }

    /** The column of a condition snippet; null when a problem was reported. */
    @Nullable
    ConditionColumn condition(String snippet, FactType type, String heading, CellRef at) {
        if (isTooLong(snippet, at)) {
            return null;
        }
        var comparisons = new ArrayList<Comparison>();
        Matcher forall = FORALL.matcher(snippet);
        Matcher in = IN.matcher(snippet);
        Matcher alone = ALONE.matcher(snippet);
        if (forall.matches()) {
            boolean any = "||".equals(forall.group(1));
            boolean equal = forall.group(3).equals("==");
            if (any != equal) {
                return refuse(
                        at,
                        "\"" + snippet + "\" accepts " + (any ? "everything" : "nothing") + " when the cell lists two"
                                + " values",
                        "forall(||){" + forall.group(2) + " == \"$\"} or forall(&&){" + forall.group(2) + " != \"$\"}");
            }
            add(comparisons, type, forall.group(2), any ? Operator.ONE_OF : Operator.NONE_OF, at);
        } else if (in.matches()) {
            add(comparisons, type, in.group(1), in.group(2) == null ? Operator.ONE_OF : Operator.NONE_OF, at);
        } else if (alone.matches()) {
            Property property = property(type, snippet, at);
            if (property != null && property.type() != ValueType.YES_NO) {
                return refuse(at, "\"" + snippet + "\" does not say how to compare", rightForm(property));
            } else if (property != null) {
                comparisons.add(new Comparison(property, Operator.EQUAL));
            }
        } else if (!addComparisons(comparisons, snippet, type, at)) {
            return null;
        }
        return comparisons.isEmpty() ? null : new ConditionColumn(heading, comparisons, at);
    }

    /** The column of an action snippet; null when a problem was reported. */
    @Nullable
    OutcomeColumn outcome(String snippet, String heading, CellRef at) {
        if (isTooLong(snippet, at)) {
            return null;
        }
        Matcher match = ACTION.matcher(snippet);
        if (!match.matches()) {
            return refuse(
                    at,
                    "the action \"" + snippet + "\" is not one call of the form conclude.verb($param);",
                    IN_A_RULE_FILE);
        }
        Map<String, Verb> known = Vocabulary.verbsByName();
        Verb verb = known.get(match.group(1));
        if (verb == null) {
            problems.add(
                    ProblemCode.VERB_UNKNOWN,
                    at,
                    "there is no verb \"" + match.group(1) + "\", only " + String.join(", ", known.keySet()),
                    Suggestion.nearest(match.group(1), known.keySet()).orElse(null));
            return null;
        }
        String argument = argument(verb.type(), verb.javaType());
        String written =
                match.group(2) != null ? "\"$param\"" : match.group(3) != null ? match.group(3) + ".$param" : "$param";
        if (!written.equals(argument)) {
            return refuse(
                    at,
                    "\"" + snippet + "\" does not fit the type of " + verb.name(),
                    "conclude." + verb.name() + "(" + argument + ");");
        }
        return new OutcomeColumn(heading, verb, at);
    }

    /** The name in a metadata snippet such as {@code reason("$param")}; null when a problem was reported. */
    @Nullable
    String metadata(String snippet, CellRef at) {
        if (isTooLong(snippet, at)) {
            return null;
        }
        Matcher match = METADATA.matcher(snippet);
        return match.matches()
                ? match.group(1)
                : refuse(
                        at,
                        "\"" + snippet + "\" is not of the form name(\"$param\")",
                        "id($param), or reason(\"$param\")");
    }

    /** One comparison, or two that a cell such as "0.75, 0.85" serves. */
    private boolean addComparisons(List<Comparison> comparisons, String snippet, FactType type, CellRef at) {
        String[] parts = snippet.split("\\s*(?:,|&&)\\s*", -1);
        boolean fine = true;
        for (int i = 0; i < parts.length; i++) {
            Matcher match = COMPARISON.matcher(parts[i]);
            if (!match.matches()) {
                refuse(
                        at,
                        "the condition \"" + snippet + "\" is not one comparison with $param",
                        snippet.matches(".*[\u201c\u201d\u201e\u2018\u2019].*")
                                ? "the quotes are curly; type straight ones"
                                : IN_A_RULE_FILE);
                return false;
            }
            String parameter = firstOf(match.group(3), match.group(5), match.group(6));
            boolean inOrder =
                    parameter.equals(Integer.toString(i + 1)) || (parts.length == 1 && parameter.equals("param"));
            if (!inOrder) {
                refuse(
                        at,
                        "\"" + snippet + "\" does not use its values in order",
                        parts.length == 1 ? "write $param" : "write $1 in the first comparison and $2 in the second");
                return false;
            }
            Property property = property(type, match.group(1), at);
            fine &= property != null && fits(property, match, snippet, at);
            if (property != null) {
                comparisons.add(new Comparison(property, operator(match.group(2))));
            }
        }
        return fine;
    }

    private boolean fits(Property property, Matcher match, String snippet, CellRef at) {
        boolean ordered = property.type() == ValueType.NUMBER || property.type() == ValueType.DATE;
        Operator operator = operator(match.group(2));
        if (operator.isOrdering() && !ordered) {
            refuse(at, property.name() + " has no order, so \"" + snippet + "\" makes no sense", rightForm(property));
            return false;
        }
        boolean quoted = match.group(3) != null;
        String enumeration = match.group(4);
        boolean fits = switch (property.type()) {
            case TEXT, DATE -> quoted;
            case CHOICE -> property.javaType().getSimpleName().equals(enumeration);
            case NUMBER, YES_NO -> !quoted && enumeration == null;
        };
        if (!fits) {
            refuse(at, "\"" + snippet + "\" does not fit the type of " + property.name(), rightForm(property));
        }
        return fits;
    }

    private void add(List<Comparison> comparisons, FactType type, String name, Operator operator, CellRef at) {
        Property property = property(type, name, at);
        if (property != null) {
            comparisons.add(new Comparison(property, operator));
        }
    }

    private @Nullable Property property(FactType type, String name, CellRef at) {
        Property property = type.properties().get(name);
        if (property == null) {
            problems.add(
                    ProblemCode.PROPERTY_UNKNOWN,
                    at,
                    type + " has no property \"" + name + "\", only "
                            + String.join(", ", type.properties().keySet()),
                    Suggestion.nearest(name, type.properties().keySet()).orElse(null));
        }
        return property;
    }

    private static String rightForm(Property property) {
        String operator = property.type() == ValueType.NUMBER ? " >= " : " == ";
        return property.type() == ValueType.YES_NO
                ? property.name()
                : property.name() + operator + argument(property.type(), property.javaType());
    }

    private static String argument(ValueType type, Class<?> javaType) {
        return switch (type) {
            case TEXT, DATE -> "\"$param\"";
            case NUMBER, YES_NO -> javaType == BigDecimal.class ? "$paramB" : "$param";
            case CHOICE -> javaType.getSimpleName() + ".$param";
        };
    }

    private static Operator operator(String symbol) {
        for (Operator operator : Operator.values()) {
            if (operator.symbol().equals(symbol)) {
                return operator;
            }
        }
        throw new IllegalArgumentException(symbol);
    }

    private static String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        throw new IllegalArgumentException("None given");
    }

    private <T> @Nullable T refuse(CellRef at, String message, String advice) {
        problems.add(ProblemCode.SNIPPET_REFUSED, at, message, advice);
        return null;
    }
}
