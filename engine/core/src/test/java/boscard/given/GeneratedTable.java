package boscard.given;

import boscard.rulebook.Stage;
import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import boscard.table.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A random table and random facts for it. Few different values, and numbers one unit in the twelfth decimal apart, so
 * that rows and facts meet on edges; cells may be empty and values missing.
 */
public final class GeneratedTable {

    /** A fact with a property of each type. */
    public record Sample(
            @Nullable String text,
            @Nullable BigDecimal number,
            @Nullable BigDecimal other,
            @Nullable LocalDate day,
            @Nullable Boolean yes,
            @Nullable Colour colour,
            int whole) {}

    /** Some choices. */
    public enum Colour {
        RED,
        AMBER,
        GREEN
    }

    private static final BigDecimal SMALLEST = new BigDecimal("0.000000000001");
    private static final List<String> TEXTS = List.of("win_rate", "WIN_RATE", "", "a \"b\" $1;", "ünï");
    private static final List<Operator> ORDERED =
            List.of(Operator.AT_LEAST, Operator.ABOVE, Operator.AT_MOST, Operator.BELOW);
    private static final List<Operator> EQUALS =
            List.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.ONE_OF, Operator.NONE_OF);

    private final SplittableRandom random;
    private final DecisionTable table;

    /** A COLLECT table without outcomes. */
    public GeneratedTable(String name, Stage stage, long seed) {
        this(name, stage, HitPolicy.COLLECT, List.of(), seed);
    }

    /** A table whose rows conclude one of two values with each verb. */
    public GeneratedTable(String name, Stage stage, HitPolicy policy, List<String> verbs, long seed) {
        this.random = new SplittableRandom(seed);
        this.table = make(Tables.table(name, stage, policy, Sample.class), verbs);
    }

    public DecisionTable table() {
        return table;
    }

    private DecisionTable make(Tables made, List<String> verbs) {
        var kinds = new ArrayList<String>();
        int columns = 1 + random.nextInt(5);
        for (int i = 0; i < columns; i++) {
            String property = pick(List.of("text", "number", "number", "other", "day", "yes", "colour", "whole"));
            boolean range = !List.of("text", "yes", "colour").contains(property) && random.nextInt(3) == 0;
            if (range) {
                made.when(
                        property,
                        pick(List.of(Operator.AT_LEAST, Operator.ABOVE)),
                        pick(List.of(Operator.AT_MOST, Operator.BELOW)));
                kinds.add(property + " range");
            } else {
                Operator operator = operator(property);
                made.when(property, operator);
                kinds.add(property + (operator == Operator.ONE_OF || operator == Operator.NONE_OF ? " set" : ""));
            }
        }
        verbs.forEach(made::then);
        int rows = 1 + random.nextInt(12);
        for (int i = 0; i < rows; i++) {
            var cells = new ArrayList<@Nullable Object>();
            kinds.forEach(kind -> cells.add(random.nextInt(4) == 0 ? null : cell(kind)));
            verbs.forEach(verb -> cells.add(verb + random.nextInt(2)));
            made.row("R-" + i, cells.toArray());
        }
        return made.build();
    }

    private Operator operator(String property) {
        return switch (property) {
            case "yes" -> pick(List.of(Operator.EQUAL, Operator.NOT_EQUAL));
            case "text", "colour" -> pick(EQUALS);
            default -> random.nextBoolean() ? pick(ORDERED) : pick(EQUALS);
        };
    }

    private Object cell(String kind) {
        String property = kind.split(" ")[0];
        if (kind.endsWith(" range")) {
            return List.of(present(property), present(property));
        } else if (kind.endsWith(" set")) {
            return random.ints(1L + random.nextInt(3))
                    .mapToObj(i -> present(property))
                    .collect(Collectors.toList());
        }
        return present(property);
    }

    private Object present(String property) {
        return switch (property) {
            case "text" -> pick(TEXTS);
            case "number", "other" -> number();
            case "day" -> LocalDate.of(2024, 2, 27).plusDays(random.nextInt(4));
            case "yes" -> random.nextBoolean();
            case "colour" -> pick(Arrays.asList(Colour.values()));
            default -> BigDecimal.valueOf(random.nextInt(3));
        };
    }

    /** 0, 0.8 or 1, exactly or the least bit beside it, and in different scales. */
    private BigDecimal number() {
        BigDecimal edge = pick(List.of(new BigDecimal("0.00"), new BigDecimal("0.8"), BigDecimal.ONE));
        BigDecimal moved = edge.add(SMALLEST.multiply(BigDecimal.valueOf(random.nextInt(3) - 1L)));
        return random.nextBoolean() ? moved : moved.setScale(15);
    }

    public Sample fact() {
        return new Sample(
                (String) perhaps("text"),
                (BigDecimal) perhaps("number"),
                (BigDecimal) perhaps("other"),
                (LocalDate) perhaps("day"),
                (Boolean) perhaps("yes"),
                (Colour) perhaps("colour"),
                random.nextInt(3));
    }

    private @Nullable Object perhaps(String property) {
        return random.nextInt(5) == 0 ? null : present(property);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** The table as a person would write it down. */
    @Override
    public String toString() {
        var text = new StringBuilder("id");
        for (ConditionColumn column : table.conditions()) {
            text.append(" | ")
                    .append(column.comparisons().stream()
                            .map(one -> one.property() + " " + one.operator().symbol())
                            .collect(Collectors.joining(" and ")));
        }
        for (Row row : table.rows()) {
            text.append('\n').append(row.id());
            for (Cell cell : row.conditions()) {
                text.append(" | ").append(cell == null ? "" : cell.operands());
            }
        }
        return text.toString();
    }
}
