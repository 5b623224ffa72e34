package boscard.workbook;

import boscard.fact.Perspective;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.CellRef;
import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.FactType.Property;
import boscard.table.Operator;
import boscard.table.ValueType;
import boscard.workbook.DropDowns.Allowed;
import boscard.workbook.SheetCell.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the condition cells of one row compare with. */
final class ConditionCells {

    /** What people write for "any value", where boscard and stock Drools have an empty cell. */
    private static final Set<String> WILDCARDS = Set.of("any", "*", "-", "\u2013", "\u2014");

    private static final int LONGEST_LIST = 32_767; // characters that fit into a cell

    private final TableContext table;
    private final SheetRow line;
    private final CellConversion convert;
    private final Problems found;

    ConditionCells(TableContext table, SheetRow line, CellConversion convert, Problems found) {
        this.table = table;
        this.line = line;
        this.convert = convert;
        this.found = found;
    }

    /** One operand per comparison of the column; null when any value will do or a problem was reported. */
    @Nullable
    List<Object> operands(SheetCell cell, CellRef at, ConditionColumn condition) {
        Comparison first = condition.comparisons().get(0);
        Property property = first.property();
        if (!convert.isReadable(cell, at) || isWildcard(cell, at, first)) {
            return null;
        }
        if (first.operator() == Operator.ONE_OF || first.operator() == Operator.NONE_OF) {
            Set<Object> members = members(cell, at, property);
            return members == null ? null : List.of(members);
        }
        int expected = condition.comparisons().size();
        if (expected > 1) {
            return parts(cell, at, condition);
        }
        Optional<WrittenOperator> operator =
                cell.kind() == Kind.TEXT ? WrittenOperator.in(cell.text()) : Optional.empty();
        Object value = operator.isPresent()
                ? withOperator(cell, operator.get(), at, first)
                : convert.converted(cell, at, property.type(), property.choices());
        if (value instanceof String text && cell.kind() == Kind.TEXT) {
            value = convert.compared(text, at);
        }
        return value == null || !isKnown(property, value, at) ? null : List.of(value);
    }

    private boolean isWildcard(SheetCell cell, CellRef at, Comparison comparison) {
        String text = cell.kind() == Kind.TEXT ? Spaces.strip(cell.text()) : "";
        if (text.length() > 3 || !WILDCARDS.contains(text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean excludes = comparison.operator() == Operator.NONE_OF || comparison.operator() == Operator.NOT_EQUAL;
        if (excludes && !text.equals("-")) {
            found.add(
                    ProblemCode.CELL_TYPE,
                    at,
                    "\"" + text + "\" would exclude every value, and the row could never match",
                    "an empty cell excludes none");
        } else {
            found.add(
                    ProblemCode.CELL_WILDCARD,
                    at,
                    "\"" + text + "\" is read as any value, like an empty cell",
                    "clear the cell, since other tools would compare with the text");
        }
        return true;
    }

    /**
     * A sign of comparison in front of a value. The sign that the column has anyway is taken off a number; another one
     * contradicts the column. A text may really begin with such a sign, so it is compared as it is, with a warning.
     */
    private @Nullable Object withOperator(SheetCell cell, WrittenOperator written, CellRef at, Comparison comparison) {
        Property property = comparison.property();
        if (property.type() == ValueType.TEXT) {
            found.add(new Problem(
                    ProblemCode.CELL_OPERATOR,
                    ProblemSeverity.WARNING,
                    at,
                    Excerpt.quoted(cell.text()) + " is compared as a text, with the sign in front of it",
                    Excerpt.of(written.rest()) + " alone; the column says how it compares"));
            return Spaces.strip(cell.text());
        }
        boolean same = written.operator() == comparison.operator();
        boolean plain = property.type() == ValueType.NUMBER && CellConversion.plainNumber(written.rest()) != null;
        if (same && plain) {
            found.add(new Problem(
                    ProblemCode.CELL_OPERATOR,
                    ProblemSeverity.WARNING,
                    at,
                    Excerpt.quoted(cell.text()) + " repeats the comparison of its column; it is read as "
                            + Excerpt.of(written.rest()),
                    Excerpt.of(written.rest()) + " alone, as a number"));
            return CellConversion.plainNumber(written.rest());
        }
        found.add(
                ProblemCode.CELL_OPERATOR,
                at,
                Excerpt.quoted(cell.text()) + " holds a comparison, and the column compares with "
                        + comparison.operator().symbol() + " ("
                        + comparison.operator().words() + ") already",
                adviceFor(written, property, same));
        return null;
    }

    /** The column that makes the comparison that was written, when the table has one. */
    private String adviceFor(WrittenOperator written, Property property, boolean same) {
        if (!same) {
            for (Map.Entry<Integer, ConditionColumn> other :
                    table.columns().conditions().entrySet()) {
                Comparison comparison = other.getValue().comparisons().get(0);
                if (comparison.property().name().equals(property.name())
                        && comparison.operator() == written.operator()) {
                    return Excerpt.of(written.rest()) + " in " + CellRef.columnName(other.getKey()) + line.number()
                            + ", the column \"" + other.getValue().heading() + "\"";
                }
            }
        }
        return Excerpt.of(written.rest()) + " alone";
    }

    /** The values of a cell such as {@code 0.75, 0.85}. */
    private @Nullable List<Object> parts(SheetCell cell, CellRef at, ConditionColumn condition) {
        int expected = condition.comparisons().size();
        String[] parts = cell.text().length() > LONGEST_LIST
                ? new String[0]
                : cell.text().split(",", -1);
        boolean filled = true;
        for (String part : parts) {
            filled &= !Spaces.isBlank(part);
        }
        if (parts.length != expected || !filled) {
            found.add(
                    ProblemCode.CELL_TYPE,
                    at,
                    expected + " values with a comma between them are expected here, not "
                            + Excerpt.quoted(cell.displayed()),
                    "\"0.75, 0.85\", with decimal points; a range that is open at one end needs a column for each edge");
            return null;
        }
        var operands = new ArrayList<>();
        for (int i = 0; i < expected; i++) {
            Property each = condition.comparisons().get(i).property();
            Object value = convert.convertPart(Spaces.strip(parts[i]), at, each.type(), each.choices());
            if (value == null || !isKnown(each, value, at)) {
                return null;
            }
            operands.add(value);
        }
        return operands;
    }

    /** The members of a list such as {@code REP, TEAM}; quotes around a member, which stock needs, are taken off. */
    private @Nullable Set<Object> members(SheetCell cell, CellRef at, Property property) {
        if (cell.kind() == Kind.NUMBER && property.type() == ValueType.NUMBER && cell.number() != null) {
            return Set.of(cell.number());
        }
        var members = new LinkedHashSet<>();
        for (String part : splitOutsideQuotes(convert.compared(Spaces.strip(cell.text()), at))) {
            String member = withoutQuotes(Spaces.strip(part));
            if (member.isEmpty()) {
                continue; // a comma too many
            }
            if (WILDCARDS.contains(member.toLowerCase(Locale.ROOT))) {
                found.add(
                        ProblemCode.CELL_TYPE,
                        at,
                        "\"" + member + "\" cannot stand among other values",
                        "clear the cell when any value will do");
                return null;
            }
            Object value = convert.convertPart(member, at, property.type(), property.choices());
            if (value == null || !isKnown(property, value, at)) {
                return null;
            }
            members.add(value);
        }
        if (members.isEmpty()) {
            found.add(ProblemCode.CELL_TYPE, at, "the list has no member", null);
            return null;
        }
        return members;
    }

    private static String withoutQuotes(String member) {
        boolean quoted = member.length() >= 2
                && "\"\u201c\u201d\u201e".indexOf(member.charAt(0)) >= 0
                && "\"\u201c\u201d".indexOf(member.charAt(member.length() - 1)) >= 0;
        return quoted ? member.substring(1, member.length() - 1) : member;
    }

    /** Whether the catalogue knows which values there are. */
    boolean isChecked(Property property) {
        return table.catalogue() != null
                && (property.name().equals("kpi") || property.name().equals("perspective"));
    }

    /** Whether a KPI or a perspective is in the catalogue; reports it when it is not. */
    private boolean isKnown(Property property, Object operand, CellRef at) {
        var catalogue = table.catalogue();
        String written = operand.toString();
        if (catalogue == null) {
            return true;
        } else if (property.name().equals("kpi") && catalogue.find(written) == null) {
            String meant =
                    WrittenOperator.in(written).map(WrittenOperator::rest).orElse(written);
            String nearest = Suggestion.nearest(meant, catalogue.ids()).orElse(null);
            var kpi = nearest == null ? null : catalogue.find(nearest);
            found.add(
                    ProblemCode.KPI_UNKNOWN,
                    at,
                    "KPI " + Excerpt.quoted(written) + " is not in the catalogue",
                    kpi == null ? null : nearest + " (" + kpi.origin().of("id") + ")");
            return false;
        } else if (property.name().equals("perspective")) {
            List<String> known =
                    catalogue.perspectives().stream().map(Perspective::id).toList();
            if (!known.contains(written)) {
                found.add(
                        ProblemCode.CELL_CHOICE,
                        at,
                        Excerpt.quoted(written) + " is none of the perspectives " + String.join(", ", known),
                        Suggestion.nearest(written, known).orElse(null));
                return false;
            }
        }
        return true;
    }

    /** Texts that the list of their cell does not offer. */
    void checkAllowed(Allowed allowed, List<Object> operands, CellRef at) {
        for (Object operand : operands) {
            Set<?> texts = operand instanceof Set<?> set ? set : Set.of(operand);
            for (Object text : texts) {
                String written = text.toString();
                if (!allowed.values().contains(written)) {
                    Optional<String> nearest = Suggestion.nearest(written, allowed.values());
                    boolean misspelt = nearest.isPresent() && !differOnlyInDigits(written, nearest.get());
                    if (allowed.closed() || misspelt) {
                        found.add(new Problem(
                                ProblemCode.CELL_CHOICE,
                                allowed.closed() ? ProblemSeverity.ERROR : ProblemSeverity.WARNING,
                                at,
                                Excerpt.quoted(written) + " is not in the list of the cell",
                                nearest.orElse(null)));
                    }
                }
            }
        }
    }

    /** The next of a numbered series, such as REC-34 after REC-33, is no spelling mistake. */
    private static boolean differOnlyInDigits(String one, String other) {
        return one.replaceAll("\\d+", "").equals(other.replaceAll("\\d+", ""));
    }

    private static List<String> splitOutsideQuotes(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
