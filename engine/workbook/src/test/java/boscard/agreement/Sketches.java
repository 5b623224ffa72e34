package boscard.agreement;

import boscard.agreement.Sketch.Column;
import boscard.agreement.Sketch.Given;
import boscard.agreement.Sketch.Line;
import boscard.evaluation.FindingState;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.fact.Direction;
import boscard.fact.Level;
import boscard.fact.Timing;
import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Random tables and random facts. Few different values, and numbers a unit in their last place apart, so that rows and
 * facts meet on edges; cells may be empty and values missing.
 *
 * <p>The cells are such that stock Drools reads them as boscard does. Where the two are known to differ,
 * {@code StockDifferencesTest} shows it. Left out are texts with quotes, commas or backslashes, which stock Drools
 * escapes or takes apart (boscard's own tests have them), numbers that Excel would write with an exponent, and cells
 * that are dates, around which stock Drools puts quotes of its own: days are text, 2024-02-29.
 */
final class Sketches {

    /** What facts of a kind have, and how a table may compare it. */
    private record Trait(
            String property, Kind kind, @Nullable Class<? extends Enum<?>> choices, boolean mayBeMissing) {}

    private enum Kind {
        TEXT,
        NUMBER,
        WHOLE,
        DAY,
        YES_NO,
        CHOICE
    }

    private static final Map<String, List<Trait>> TRAITS = Map.of(
            "Performance",
            List.of(
                    text("kpi", false),
                    choice("level", Level.class, true),
                    choice("timing", Timing.class, false),
                    number("value"),
                    number("attainment"),
                    number("gap"),
                    number("pace"),
                    new Trait("provisional", Kind.YES_NO, null, false)),
            "Indicator",
            List.of(
                    text("name", false),
                    text("text", true),
                    text("kpi", true),
                    choice("level", Level.class, true),
                    number("value"),
                    number("reference"),
                    new Trait("count", Kind.WHOLE, null, false)),
            "KpiStatus",
            List.of(
                    text("kpi", false),
                    text("note", true),
                    choice("status", Status.class, false),
                    choice("direction", Direction.class, false),
                    new Trait("lastDay", Kind.DAY, null, true),
                    number("value"),
                    number("score"),
                    new Trait("periodsRed", Kind.WHOLE, null, false),
                    new Trait("latest", Kind.YES_NO, null, false)),
            "FindingView",
            List.of(
                    text("code", false),
                    choice("severity", Severity.class, false),
                    choice("state", FindingState.class, false),
                    text("kpi", true),
                    choice("status", Status.class, true)));

    private static final List<String> FIRST_FACTS = List.of("Performance", "Indicator", "KpiStatus");
    private static final List<String> TEXTS = List.of("win_rate", "WIN_RATE", "csat", "not at all", "ünï", "a|b (c)");
    private static final List<BigDecimal> EDGES = List.of(
            BigDecimal.ZERO, new BigDecimal("0.8"), BigDecimal.ONE, new BigDecimal("-0.3"), new BigDecimal("120"));
    private static final BigDecimal SMALLEST = new BigDecimal("0.000000000001");
    private static final BigDecimal LESS_THAN_EXCEL_KNOWS = new BigDecimal("0.00000000000000000001");
    private static final List<String> ORDER = List.of(">=", ">", "<=", "<");

    private final SplittableRandom random;

    Sketches(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private static Trait text(String property, boolean mayBeMissing) {
        return new Trait(property, Kind.TEXT, null, mayBeMissing);
    }

    private static Trait number(String property) {
        return new Trait(property, Kind.NUMBER, null, true);
    }

    private static Trait choice(String property, Class<? extends Enum<?>> choices, boolean mayBeMissing) {
        return new Trait(property, Kind.CHOICE, choices, mayBeMissing);
    }

    // ---- tables

    /** Some tables; one of six compares what the others conclude. */
    List<Sketch> tables(int count) {
        var tables = new ArrayList<Sketch>();
        for (int i = 0; i < count; i++) {
            tables.add(i % 6 == 5 ? second("T" + i) : first("T" + i));
        }
        return tables;
    }

    private Sketch first(String name) {
        return table(name, Stage.PITFALLS, pick(FIRST_FACTS), List.of("finding", "severity"));
    }

    private Sketch second(String name) {
        return table(name, Stage.RECOMMENDATIONS, "FindingView", List.of("recommend", "due"));
    }

    private Sketch table(String name, Stage stage, String factType, List<String> verbs) {
        var columns = new ArrayList<Column>();
        var traits = new ArrayList<Trait>();
        int width = 1 + random.nextInt(4);
        while (columns.size() < width) {
            Trait trait = pick(TRAITS.get(factType));
            boolean inOrder = trait.kind() == Kind.NUMBER || trait.kind() == Kind.WHOLE || trait.kind() == Kind.DAY;
            if (!inOrder || !traits.contains(trait)) { // boscard refuses a row whose two cells exclude each other
                traits.add(trait);
                columns.add(column(trait));
            }
        }
        var lines = new ArrayList<Line>();
        int height = 1 + random.nextInt(4);
        for (int i = 0; i < height; i++) {
            var cells = new ArrayList<@Nullable Object>();
            int always = random.nextInt(width); // of a row without a condition stock Drools forgets the fact
            for (int j = 0; j < width; j++) {
                boolean empty = j != always && random.nextInt(3) == 0;
                cells.add(empty ? null : cell(traits.get(j), columns.get(j)));
            }
            lines.add(new Line(name + "-" + i, cells, outcomes(verbs)));
        }
        return new Sketch(name, stage, pick(HitPolicy.all()), factType, columns, verbs, lines);
    }

    private List<Object> outcomes(List<String> verbs) {
        return verbs.stream()
                .map(verb -> switch (verb) {
                    case "severity" -> (Object) pick(List.of(Severity.values())).name();
                    case "due" -> 1 + random.nextInt(30);
                    case "finding" -> pick(TEXTS.subList(0, 3));
                    default -> "REC-" + random.nextInt(9);
                })
                .toList();
    }

    private Column column(Trait trait) {
        String property = trait.property();
        return switch (trait.kind()) {
            case YES_NO -> new Column(property, property, false);
            case TEXT ->
                pick(List.of(
                        new Column(property, property + " == \"$param\"", false),
                        new Column(property, property + " != \"$param\"", true),
                        new Column(property, "forall(||){" + property + " == \"$\"}", false),
                        new Column(property, "forall(&&){" + property + " != \"$\"}", true)));
            case CHOICE -> {
                String type = java.util.Objects.requireNonNull(trait.choices()).getSimpleName();
                yield pick(List.of(
                        new Column(property, property + " == " + type + ".$param", false),
                        new Column(property, property + " != " + type + ".$param", true),
                        new Column(property, "forall(||){" + property + " == " + type + ".$}", false),
                        new Column(property, "forall(&&){" + property + " != " + type + ".$}", true)));
            }
            case NUMBER -> ordered(property, "$paramB", "$1B", "$2B");
            case WHOLE -> ordered(property, "$param", "$1", "$2");
            case DAY -> ordered(property, "\"$param\"", "\"$1\"", "\"$2\"");
        };
    }

    private Column ordered(String property, String parameter, String first, String second) {
        int choice = random.nextInt(10);
        if (choice == 0) {
            return new Column(property, property + " == " + parameter, false);
        } else if (choice == 1) {
            return new Column(property, property + " != " + parameter, true);
        } else if (choice < 5) {
            return new Column(
                    property,
                    property + " " + pick(List.of(">=", ">")) + " " + first + ", " + property + " "
                            + pick(List.of("<=", "<")) + " " + second,
                    false);
        }
        return new Column(property, property + " " + pick(ORDER) + " " + parameter, false);
    }

    private Object cell(Trait trait, Column column) {
        if (column.snippet().startsWith("forall")) {
            Set<Object> members = new LinkedHashSet<>();
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                members.add(cellValue(trait));
            }
            return members.stream().map(Object::toString).collect(Collectors.joining(", "));
        } else if (column.snippet().contains("$1")) {
            return range(trait);
        }
        return cellValue(trait);
    }

    @SuppressWarnings("unchecked")
    private String range(Trait trait) {
        Object one = cellValue(trait);
        Object other = cellValue(trait);
        int order = ((Comparable<Object>) one).compareTo(other);
        while (order == 0) { // boscard refuses a range in which there is nothing
            other = cellValue(trait);
            order = ((Comparable<Object>) one).compareTo(other);
        }
        return shown(order < 0 ? one : other) + ", " + shown(order < 0 ? other : one);
    }

    private static String shown(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private Object cellValue(Trait trait) {
        if (trait.kind() == Kind.NUMBER) {
            BigDecimal edge = pick(EDGES);
            int step = edge.signum() == 0 ? 0 : random.nextInt(3) - 1; // beside 0 Excel would write an exponent
            return edge.add(SMALLEST.multiply(BigDecimal.valueOf(step))).stripTrailingZeros();
        }
        return value(trait);
    }

    // ---- facts

    /** Some facts, each with a key of its own among its values. */
    List<Given> facts(int count) {
        var facts = new ArrayList<Given>();
        for (int i = 0; i < count; i++) {
            String factType = FIRST_FACTS.get(i % FIRST_FACTS.size());
            var values = new HashMap<String, Object>();
            for (Trait trait : TRAITS.get(factType)) {
                if (!trait.mayBeMissing() || random.nextInt(5) > 0) {
                    values.put(trait.property(), value(trait));
                }
            }
            values.put("scorecard", "S" + i);
            facts.add(new Given(factType, new LinkedHashMap<>(values)));
        }
        return facts;
    }

    private Object value(Trait trait) {
        return switch (trait.kind()) {
            case TEXT -> pick(TEXTS);
            case NUMBER -> number();
            case WHOLE -> BigDecimal.valueOf(random.nextInt(4));
            case DAY -> LocalDate.of(2024, 2, 27).plusDays(random.nextInt(4));
            case YES_NO -> random.nextBoolean();
            case CHOICE ->
                pick(List.of(java.util.Objects.requireNonNull(trait.choices()).getEnumConstants()));
        };
    }

    /** An edge, or the least bit beside it: of its scale, of what Excel knows, of a double; in different scales. */
    private BigDecimal number() {
        BigDecimal edge = pick(EDGES);
        BigDecimal sign = BigDecimal.valueOf(random.nextInt(3) - 1L);
        return switch (random.nextInt(5)) {
            case 0 -> edge.add(SMALLEST.multiply(sign));
            case 1 -> edge.add(LESS_THAN_EXCEL_KNOWS.multiply(sign));
            case 2 ->
                new BigDecimal(sign.signum() > 0 ? Math.nextUp(edge.doubleValue()) : Math.nextDown(edge.doubleValue()));
            case 3 -> edge.setScale(9 + random.nextInt(3));
            default -> edge;
        };
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
