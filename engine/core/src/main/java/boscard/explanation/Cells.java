package boscard.explanation;

import boscard.evaluation.Display;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingView;
import boscard.evaluation.Indicator;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Performance;
import boscard.explanation.Explanation.Kind;
import boscard.fact.Unit;
import boscard.rulebook.Rulebook;
import boscard.source.SourceRef;
import boscard.table.DecisionTable;
import boscard.table.Operator;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import boscard.table.TableInterpreter.Comparing;
import boscard.table.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of decision tables and what their cells compare, in words. Immutable; safe for any thread. */
final class Cells {

    private final Map<String, List<Located>> rows = new HashMap<>();

    /** A row in its table. */
    record Located(DecisionTable table, Row row) {}

    Cells(Rulebook rulebook) {
        for (DecisionTable table : rulebook.tables()) {
            for (Row row : table.rows()) {
                rows.computeIfAbsent(row.id(), id -> new ArrayList<>(1)).add(new Located(table, row));
            }
        }
    }

    /** The row of this id; of several the one at the address. */
    Optional<Located> find(String id, @Nullable SourceRef at) {
        List<Located> found = rows.getOrDefault(id, List.of());
        return found.stream()
                .filter(located -> located.row().at().equals(at))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** A row with each of its filled cells and what it was compared with. */
    static Explanation row(Located located, @Nullable Object fact) {
        return row(located, fact, "");
    }

    /** The same with a remark behind the heading. */
    static Explanation row(Located located, @Nullable Object fact, String remark) {
        Row row = located.row();
        var children = new ArrayList<Explanation>();
        if (fact != null) {
            children.addAll(cells(located, fact));
        }
        row.notes().forEach((heading, note) -> {
            if (!note.isBlank()) {
                children.add(Explanation.leaf(Kind.NOTE, heading + ": " + note, null));
            }
        });
        return Explanation.of(Kind.ROW, heading(located) + remark, row.at(), children)
                .with("row", row.id())
                .with("table", located.table().name())
                .with("policy", located.table().policy().name());
    }

    static String heading(Located located) {
        return located.row().id() + "  " + located.table().name() + ", row "
                + located.row().at().row();
    }

    static List<Explanation> cells(Located located, Object fact) {
        List<Comparing> all = TableInterpreter.compare(located.table(), located.row(), fact);
        int widest = all.stream()
                .mapToInt(comparing -> comparing.column().heading().length())
                .max()
                .orElse(0);
        var cells = new ArrayList<Explanation>();
        for (Comparing comparing : all) {
            String heading = comparing.column().heading();
            Unit unit = unitOf(comparing, fact);
            String asked = shown(comparing.operand(), comparing.value(), unit);
            String value = shown(comparing.value(), comparing.operand(), unit);
            String sentence = switch (comparing.verdict()) {
                case MATCHED -> value + " " + comparing.comparison().operator().words() + " " + asked;
                case FAILED ->
                    "fails: " + value + " " + otherwise(comparing.comparison().operator()) + " " + asked
                            + missedBy(comparing, unit);
                case NOT_EVALUATED ->
                    "not evaluated: there is no value to compare with "
                            + comparing.comparison().operator().words() + " " + asked;
            };
            cells.add(Explanation.leaf(
                            Kind.CELL,
                            heading + " ".repeat(widest - heading.length()) + "  " + sentence,
                            comparing.cell().at().address())
                    .with("column", heading)
                    .with("property", comparing.comparison().property().name())
                    .with("value", comparing.value())
                    .with("operator", comparing.comparison().operator().symbol())
                    .with("operand", exact(comparing.operand()))
                    .with("unit", unit)
                    .with("verdict", comparing.verdict()));
        }
        return cells;
    }

    /** What a value is that does not pass. */
    private static String otherwise(Operator operator) {
        return switch (operator) {
            case EQUAL -> "is not";
            case NOT_EQUAL -> "is";
            case AT_LEAST -> "is below";
            case ABOVE -> "is not above";
            case AT_MOST -> "is above";
            case BELOW -> "is not below";
            case ONE_OF -> "is none of";
            case NONE_OF -> "is one of";
        };
    }

    private static Object exact(Object operand) {
        return operand instanceof Set<?> set
                ? set.stream().map(Object::toString).sorted().toList()
                : operand;
    }

    private static String missedBy(Comparing comparing, @Nullable Unit unit) {
        if (comparing.verdict() == Verdict.FAILED
                && comparing.value() instanceof BigDecimal value
                && comparing.operand() instanceof BigDecimal edge) {
            BigDecimal by = edge.subtract(value).abs();
            return by.signum() == 0 ? "" : ", by " + Display.difference(by, unit);
        }
        return "";
    }

    /** The unit of the number that a cell compares; null for a plain number or something else. */
    static @Nullable Unit unitOf(Comparing comparing, Object fact) {
        String property = comparing.comparison().property().name();
        if (fact instanceof Performance performance) {
            return switch (property) {
                case "value", "target", "gap", "rise", "deviation" -> performance.unit();
                default -> Unit.RATIO;
            };
        } else if (fact instanceof KpiStatus status) {
            return switch (property) {
                case "value" -> status.unit();
                case "attainment" -> Unit.RATIO;
                case "score", "rawScore" -> Unit.SCORE;
                case "periodsRed" -> Unit.COUNT;
                default -> null;
            };
        } else if (fact instanceof NodeScore) {
            return switch (property) {
                case "score" -> Unit.SCORE;
                case "coverage" -> Unit.RATIO;
                case "red", "children" -> Unit.COUNT;
                default -> null;
            };
        } else if (fact instanceof Indicator indicator) {
            return property.equals("value") ? indicator.unit() : property.equals("count") ? Unit.COUNT : null;
        } else if (fact instanceof FindingView view) {
            Finding about = view.about();
            return property.equals("value") ? about.unit() : null;
        }
        return null;
    }

    private static String shown(@Nullable Object value, @Nullable Object other, @Nullable Unit unit) {
        if (value instanceof BigDecimal number) {
            return Display.besides(number, other instanceof BigDecimal edge ? edge : null, unit);
        } else if (value instanceof Set<?> set) {
            return String.join(", ", set.stream().map(Object::toString).sorted().toList());
        }
        return value == null ? "nothing" : value.toString();
    }
}
