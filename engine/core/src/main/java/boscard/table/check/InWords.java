package boscard.table.check;

import boscard.fact.Unit;
import boscard.table.FactType.Property;
import boscard.table.ValueType;
import boscard.table.check.Axis.Between;
import boscard.table.check.Axis.Exactly;
import boscard.table.check.Axis.Missing;
import boscard.table.check.Axis.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A witness as people say it: {@code win_rate 80 % exactly, level REP}. Numbers are exact, never rounded, and in the
 * unit of their KPI. What makes no difference to the rows concerned is left out. Not thread-safe.
 */
final class InWords {

    /** Properties whose value says what a fact is about; they are said first and without their name. */
    private static final List<String> SUBJECTS = List.of("kpi", "name", "code", "node");

    private final AnalysedTable table;
    private final Units units;
    private final Map<Property, Set<BigDecimal>> inPercent = new HashMap<>();

    InWords(AnalysedTable table, Units units) {
        this.table = table;
        this.units = units;
    }

    /**
     * Says what a witness is.
     *
     * @param witness one run of parts on each axis
     * @param rows only what one of them has a condition on is said
     */
    String say(Region witness, Collection<Integer> rows) {
        IntPredicate mentioned = axis -> rows.stream()
                .anyMatch(row ->
                        table.region(row).on(axis) != table.axes().get(axis).all());
        var subjects = new ArrayList<String>();
        for (String subject : SUBJECTS) {
            int axis = table.axisNamed(subject);
            if (axis >= 0 && mentioned.test(axis) && tells(axis, witness)) {
                subjects.add(subject(axis, witness.on(axis)));
            }
        }
        return say(subjects, kpiOf(witness), witness, mentioned);
    }

    /**
     * Says what a witness is that is about some subjects.
     *
     * @param mentioned the axes that make a difference
     */
    String say(List<String> subjects, Region witness, IntPredicate mentioned) {
        return say(
                List.of(list(subjects)), subjects.size() == 1 ? subjects.get(0) : kpiOf(witness), witness, mentioned);
    }

    private String say(List<String> subjects, @Nullable String kpi, Region witness, IntPredicate mentioned) {
        var words = new ArrayList<>(subjects);
        boolean oneSubject = words.size() == 1;
        for (int axis = 0; axis < table.axes().size(); axis++) {
            Property property = table.axes().get(axis).property();
            if (mentioned.test(axis) && tells(axis, witness) && !SUBJECTS.contains(property.name())) {
                String said = parts(axis, witness.on(axis), kpi);
                if (oneSubject && property.name().equals("value")) {
                    words.set(0, words.get(0) + " " + said);
                } else {
                    words.add(property.type() == ValueType.YES_NO ? said : property.name() + " " + said);
                }
            }
        }
        return words.isEmpty() ? "everything" : String.join(", ", words);
    }

    /** Whether an axis narrows a witness; one that may be any value need not be said. */
    private boolean tells(int axis, Region witness) {
        return !witness.on(axis).contains(table.axes().get(axis).present());
    }

    private String subject(int axis, Parts parts) {
        Part part = table.axes().get(axis).part(parts.first());
        return part instanceof Exactly exactly
                ? exactly.value().toString()
                : (part instanceof Missing ? "no " : "any other ")
                        + table.axes().get(axis).property().name();
    }

    /** The one KPI that a witness is about. */
    @Nullable
    String kpiOf(Region witness) {
        int axis = table.axisNamed("kpi");
        return axis >= 0
                        && witness.on(axis).size() == 1
                        && table.axes().get(axis).part(witness.on(axis).first()) instanceof Exactly exactly
                ? exactly.value().toString()
                : null;
    }

    /** A run of parts of one axis: {@code 80 % exactly}, {@code from 20 % to below 25 %}. */
    String parts(int axis, Parts run, @Nullable String kpi) {
        Axis of = table.axes().get(axis);
        Part first = of.part(run.first());
        Part last = of.part(run.last());
        if (first instanceof Missing) {
            return run.size() == 1 ? "missing" : "missing or " + parts(axis, run.and(of.present()), kpi);
        } else if (of.property().type() == ValueType.NUMBER || of.property().type() == ValueType.DATE) {
            return range(of.property(), first, last, kpi);
        } else if (of.property().type() == ValueType.YES_NO) {
            return (first instanceof Exactly exactly && exactly.value().equals(true) ? "" : "not ")
                    + of.property().name();
        }
        return first instanceof Exactly exactly ? exactly.value().toString() : "any other";
    }

    private String range(Property property, Part first, Part last, @Nullable String kpi) {
        if (first.equals(last) && first instanceof Exactly exactly) {
            return value(property, exactly.value(), kpi) + " exactly";
        }
        Object lower = first instanceof Exactly exactly ? exactly.value() : ((Between) first).lower();
        Object upper = last instanceof Exactly exactly ? exactly.value() : ((Between) last).upper();
        var words = new ArrayList<String>();
        if (lower != null) {
            words.add((first instanceof Exactly ? "from " : "above ") + value(property, lower, kpi));
        }
        if (upper != null) {
            String to = last instanceof Exactly ? "up to and including " : lower == null ? "below " : "to below ";
            words.add(to + value(property, upper, kpi));
        }
        return String.join(" ", words);
    }

    /** A value of a property, exactly. */
    String value(Property property, Object value, @Nullable String kpi) {
        if (!(value instanceof BigDecimal number)) {
            return value.toString();
        }
        Unit unit = units.of(table.table(), property, kpi);
        return number(number, unit == null && isWrittenInPercent(property, number) ? Unit.RATIO : unit);
    }

    private boolean isWrittenInPercent(Property property, BigDecimal number) {
        return inPercent.computeIfAbsent(property, this::numbersInPercent).contains(number);
    }

    private Set<BigDecimal> numbersInPercent(Property property) {
        var numbers = new TreeSet<BigDecimal>();
        table.rows()
                .forEach(row -> table.forEach(row, (cell, comparison, operand) -> {
                    if (comparison.property().equals(property)
                            && operand instanceof BigDecimal number
                            && cell.raw().endsWith("%")) {
                        numbers.add(number);
                    }
                }));
        return numbers;
    }

    /** All digits of a number, in its unit. */
    static String number(BigDecimal number, @Nullable Unit unit) {
        BigDecimal shown = unit == Unit.RATIO ? number.movePointRight(2) : number;
        String digits =
                shown.signum() == 0 ? "0" : shown.abs().stripTrailingZeros().toPlainString();
        int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        var text = new StringBuilder(shown.signum() < 0 ? "-" : "");
        for (int i = 0; i < point; i++) {
            text.append(i > 0 && (point - i) % 3 == 0 ? "," : "").append(digits.charAt(i));
        }
        text.append(digits, point, digits.length());
        return text
                + (unit == null
                        ? ""
                        : switch (unit) {
                            case RATIO -> " %";
                            case POINTS, DAYS, MONTHS, MINUTES ->
                                " " + unit.name().toLowerCase(Locale.ROOT);
                            case MULTIPLE -> " times";
                            case COUNT, CURRENCY, SCORE -> "";
                        });
    }

    /** {@code KT-003, KT-004 and KT-007}; of more than four, the first three and how many more. */
    static String list(Collection<String> names) {
        var all = List.copyOf(names);
        if (all.size() == 1) {
            return all.get(0);
        }
        int said = all.size() > 4 ? 3 : all.size() - 1;
        String last = all.size() > 4 ? (all.size() - 3) + " more" : all.get(all.size() - 1);
        return String.join(", ", all.subList(0, said)) + " and " + last;
    }
}
