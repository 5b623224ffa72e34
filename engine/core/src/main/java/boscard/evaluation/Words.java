package boscard.evaluation;

import boscard.fact.Kpi;
import boscard.fact.Unit;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the placeholders of messages and actions stand for. */
final class Words implements Function<String, @Nullable String> {

    private final ScorecardContext context;
    private final Evidence evidence;
    private final @Nullable BigDecimal threshold;

    Words(ScorecardContext context, Evidence evidence, @Nullable BigDecimal threshold) {
        this.context = context;
        this.evidence = evidence;
        this.threshold = threshold;
    }

    String orNone(String name) {
        String word = apply(name);
        return word == null ? "none" : word;
    }

    @Override
    public @Nullable String apply(String name) {
        int space = name.indexOf(' ');
        if (space > 0) {
            return several(name.substring(0, space), name.substring(space + 1));
        }
        Subject subject = evidence.subject();
        return switch (name) {
            case "scorecard" ->
                Subject.isOfCatalogue(subject)
                        ? "the KPI catalogue"
                        : context.facts().scorecard().name();
            case "kpi" -> context.nameOf(subject.kpi());
            case "period" -> subject.period() == null ? "all periods" : subject.period();
            case "goal" -> subject.goal() == null ? "no goal" : subject.goal();
            case "other" -> other(subject);
            case "value" -> Display.besides(evidence.value(), threshold, shownUnit(evidence.unit()));
            case "threshold" -> Display.besides(threshold, evidence.value(), shownUnit(evidence.unit()));
            case "status" -> evidence.status() == null ? "" : evidence.status().toString();
            case "count" -> count();
            case "missing" ->
                threshold == null || evidence.value() == null
                        ? "none"
                        : Display.difference(
                                threshold.subtract(evidence.value()).abs(), evidence.unit());
            case "manager" -> orScorecard(context.facts().scorecard().manager());
            case "owner" -> orScorecard(context.facts().scorecard().owner());
            default -> named(name);
        };
    }

    /** {@code {count periods}}: 1 period, 3 periods; null when the number is not known or is no plain number. */
    private @Nullable String several(String name, String things) {
        BigDecimal number = switch (name) {
            case "count" -> new BigDecimal(count());
            case "value" -> evidence.value();
            case "threshold" -> threshold;
            default ->
                evidence.values().stream()
                        .filter(value -> value.name().equals(name))
                        .map(NamedValue::value)
                        .findFirst()
                        .orElse(null);
        };
        return number == null ? null : Display.count(number, things);
    }

    /** What it is about, with its name where it has one: {@code objective O-3 (Keep the customers)}. */
    private String other(Subject subject) {
        String other = Subject.isOfCatalogue(subject) ? Subject.withinCatalogue(subject) : subject.other();
        int space = other == null ? -1 : other.indexOf(' ');
        if (other == null || space < 0) {
            return other == null ? "" : other;
        }
        String id = other.substring(space + 1);
        return switch (other.substring(0, space)) {
            case "scorecard" -> "the scorecard";
            case "perspective" -> "perspective " + context.nameOf(id);
            case "objective" -> named(other, context.nameOf(id), id);
            case "initiative" ->
                context.facts().initiatives().stream()
                        .filter(one -> one.initiative().equals(id))
                        .map(one -> named(other, one.name(), id))
                        .findFirst()
                        .orElse(other);
            case "milestone" ->
                context.facts().milestones().stream()
                        .filter(one -> one.milestone().equals(id))
                        .map(one -> named(other, one.name(), id))
                        .findFirst()
                        .orElse(other);
            default -> other;
        };
    }

    private static String named(String other, String name, String id) {
        return name.equals(id) ? other : other + " (" + name + ")";
    }

    /** Sentences about indicators name days, months and times themselves; a KPI's own number brings its unit. */
    private @Nullable Unit shownUnit(@Nullable Unit unit) {
        if (evidence.status() != null || unit == null) {
            return unit;
        }
        return switch (unit) {
            case DAYS, MONTHS, MINUTES -> Unit.COUNT;
            case MULTIPLE -> null;
            case COUNT, CURRENCY, RATIO, POINTS, SCORE -> unit;
        };
    }

    private String orScorecard(@Nullable String person) {
        return person == null ? context.facts().scorecard().name() : person;
    }

    private String count() {
        return evidence.values().stream()
                .mapToInt(NamedValue::count)
                .filter(count -> count > 0)
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse("0");
    }

    private @Nullable String named(String name) {
        for (NamedValue value : evidence.values()) {
            if (value.name().equals(name)) {
                return Display.number(value.value(), unitOf(value));
            }
        }
        return null;
    }

    /** A reference is in the unit of the subject's KPI: the median a target is compared with. */
    private @Nullable Unit unitOf(NamedValue value) {
        Kpi kpi = context.catalogue().find(evidence.subject().kpi());
        return value.unit() != null || kpi == null ? value.unit() : kpi.unit();
    }
}
