package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.KpiCatalogue;
import boscard.problem.ProblemCode;
import boscard.problem.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Facts that name other facts: a milestone its goal, an initiative its objective. What is named and not there is worth
 * a warning, provided that facts of the named kind were given at all; the row is kept.
 */
final class References {

    /** A field whose value is the key of a fact of another kind, by its canonical name. */
    private static final Map<String, FactKind> KIND_BY_FIELD = Map.of(
            "objective", FactKind.OBJECTIVES,
            "from_objective", FactKind.OBJECTIVES,
            "to_objective", FactKind.OBJECTIVES,
            "goal", FactKind.GOALS,
            "initiative", FactKind.INITIATIVES);

    private final KpiCatalogue catalogue;
    private final Map<FactKind, Set<String>> idsByKind = new EnumMap<>(FactKind.class);
    private final Map<FactKind, List<Field>> fieldsByKind = new EnumMap<>(FactKind.class);

    private References(KpiCatalogue catalogue) {
        this.catalogue = catalogue;
        for (FactKind kind : FactKind.values()) {
            var fields = new ArrayList<Field>();
            for (Field field : FactSchema.of(kind).fields()) {
                boolean own = kind.key().equals(List.of(field.name()));
                if (!own && (KIND_BY_FIELD.containsKey(field.name()) || isKpi(field))) {
                    fields.add(field);
                }
            }
            fieldsByKind.put(kind, fields);
        }
    }

    static void check(List<Candidate> candidates, KpiCatalogue catalogue) {
        var references = new References(catalogue);
        for (Candidate candidate : candidates) {
            if (candidate.isOpen() && KIND_BY_FIELD.containsValue(candidate.kind())) {
                references
                        .idsByKind
                        .computeIfAbsent(candidate.kind(), kind -> new HashSet<>())
                        .add(String.valueOf(candidate.value(0)));
            }
        }
        candidates.stream().filter(Candidate::isOpen).forEach(references::check);
    }

    private void check(Candidate candidate) {
        if (candidate.kind() == FactKind.MEASUREMENTS || candidate.kind() == FactKind.TARGET_CHANGES) {
            return; // their KPI was checked when it was read
        }
        for (Field field : fieldsByKind.getOrDefault(candidate.kind(), List.of())) {
            Object value = candidate.value(field.position());
            if (value instanceof Collection<?> several) {
                several.forEach(one -> check(candidate, field, one.toString()));
            } else if (value != null) {
                check(candidate, field, value.toString());
            }
        }
    }

    private void check(Candidate candidate, Field field, String id) {
        FactKind named = KIND_BY_FIELD.get(field.name());
        Set<String> ids = named == null ? catalogue.ids() : idsByKind.getOrDefault(named, Set.of());
        if (ids.contains(id) || ids.isEmpty()) {
            return;
        }
        candidate
                .problems()
                .add(
                        ProblemCode.REFERENCE_UNKNOWN,
                        candidate.origin().of(field.name()),
                        "\"" + id + "\" is not among the "
                                + (named == null ? "KPIs of the catalogue" : named.canonicalName()),
                        Suggestion.nearest(id, ids).map(near -> near + ".").orElse(null));
    }

    private static boolean isKpi(Field field) {
        return field.name().equals("kpi") || field.name().equals("kpis");
    }
}
