package boscard.explanation.comparison;

import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.ScorecardFacts;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is new, gone, or says something else than before. Facts are the same by the key of their kind, wherever
 * they stand.
 *
 * @param id of the fact, unique within its kind
 * @param kpi that it is about; null when it is about none, or several
 * @param fields that differ; empty when the fact is new or gone
 * @param before where it stood; null when it is new
 * @param after where it stands; null when it is gone
 */
public record FactChange(
        FactKind kind,
        String id,
        @Nullable String kpi,
        @Nullable String goal,
        List<FieldChange> fields,
        @Nullable SourceRef before,
        @Nullable SourceRef after) {

    /** A value of a fact. */
    public record FieldChange(
            String name, @Nullable String from, @Nullable String to, SourceRef fromAt, SourceRef toAt) {}

    public FactChange {
        fields = List.copyOf(fields);
    }

    /** Where it stands, or stood when it is gone. */
    public SourceRef at() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** The differences of what is known of one scorecard; null stands for a scorecard that is not there. */
    public static List<FactChange> of(@Nullable ScorecardFacts before, @Nullable ScorecardFacts after) {
        Map<String, Fact> old = byId(before);
        Map<String, Fact> now = byId(after);
        var ids = new LinkedHashSet<>(now.keySet());
        ids.addAll(old.keySet());
        var changes = new ArrayList<FactChange>();
        for (String id : ids) {
            Fact was = old.get(id);
            Fact is = now.get(id);
            if (was == null || is == null) {
                changes.add(change(was, is, List.of()));
            } else {
                List<FieldChange> fields = fields(was, is);
                if (!fields.isEmpty()) {
                    changes.add(change(was, is, fields));
                }
            }
        }
        return changes;
    }

    private static FactChange change(@Nullable Fact was, @Nullable Fact is, List<FieldChange> fields) {
        Fact fact = is != null ? is : Objects.requireNonNull(was);
        return new FactChange(
                fact.factKind(),
                fact.id(),
                text(fact, "kpi"),
                text(fact, "goal"),
                fields,
                was == null ? null : was.origin().whole(),
                is == null ? null : is.origin().whole());
    }

    private static @Nullable String text(Fact fact, String field) {
        FactSchema schema = FactSchema.of(fact.factKind());
        return schema.field(field)
                .map(found -> schema.values(fact)[found.position()])
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse(null);
    }

    private static List<FieldChange> fields(Fact was, Fact is) {
        FactSchema schema = FactSchema.of(is.factKind());
        @Nullable Object[] old = schema.values(was);
        @Nullable Object[] now = schema.values(is);
        var fields = new ArrayList<FieldChange>();
        for (Field field : schema.fields()) {
            Object from = old[field.position()];
            Object to = now[field.position()];
            if (!same(from, to)) {
                fields.add(new FieldChange(
                        field.name(),
                        shown(from),
                        shown(to),
                        was.origin().of(field.name()),
                        is.origin().of(field.name())));
            }
        }
        return fields;
    }

    private static boolean same(@Nullable Object from, @Nullable Object to) {
        return from instanceof BigDecimal one && to instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(from, to);
    }

    private static @Nullable String shown(@Nullable Object value) {
        return value == null ? null : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static Map<String, Fact> byId(@Nullable ScorecardFacts facts) {
        var byId = new LinkedHashMap<String, Fact>();
        if (facts != null) {
            Stream.of(
                            List.of(facts.scorecard()),
                            facts.objectives(),
                            facts.links(),
                            facts.measurements(),
                            facts.goals(),
                            facts.milestones(),
                            facts.initiatives(),
                            facts.activities(),
                            facts.communications(),
                            facts.reviews(),
                            facts.targetChanges(),
                            facts.deals())
                    .flatMap(List::stream)
                    .map(Fact.class::cast)
                    .forEach(fact -> byId.put(fact.factKind() + " " + fact.id(), fact));
        }
        return byId;
    }
}
