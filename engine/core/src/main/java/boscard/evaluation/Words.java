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
        Subject subject = evidence.subject();
        return switch (name) {
            case "scorecard" -> context.facts().scorecard().name();
            case "kpi" -> kpiName(subject.kpi());
            case "period" -> subject.period() == null ? "all periods" : subject.period();
            case "goal" -> subject.goal() == null ? "no goal" : subject.goal();
            case "other" -> subject.other() == null ? "" : subject.other();
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

    /** Sentences about indicators name days, months and times themselves; a KPI's own number brings its unit. */
    private @Nullable Unit shownUnit(@Nullable Unit unit) {
        boolean named = unit == Unit.DAYS || unit == Unit.MONTHS || unit == Unit.MINUTES || unit == Unit.MULTIPLE;
        return evidence.status() == null && named ? null : unit;
    }

    private String orScorecard(@Nullable String person) {
        return person == null ? context.facts().scorecard().name() : person;
    }

    private String kpiName(@Nullable String id) {
        Kpi kpi = context.catalogue().find(id);
        return kpi != null ? kpi.name() : id == null ? "no KPI" : id;
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
