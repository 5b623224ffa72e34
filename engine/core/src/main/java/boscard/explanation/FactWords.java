package boscard.explanation;

import boscard.evaluation.Display;
import boscard.fact.Fact;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Measurement;
import boscard.fact.Reading;
import boscard.fact.ScorecardFacts;
import boscard.fact.Unit;
import boscard.rulebook.Parameter;
import boscard.rulebook.Rulebook;
import boscard.source.Derived;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in words what stands at the address of a fact. Immutable; safe for any thread. */
final class FactWords {

    private static final int FIELDS_SHOWN = 10;

    private final Map<Place, Fact> facts = new HashMap<>();
    private final Map<SourceRef, Fact> factsByCell = new HashMap<>(); // where several share a row or a fact has several
    private final Map<SourceRef, String> ofRulebook = new HashMap<>();
    private final KpiCatalogue catalogue;

    private record Place(String file, String sheet, int row) {
        static Place of(SourceRef at) {
            return new Place(at.file(), at.sheet(), at.row());
        }
    }

    FactWords(ScorecardFacts own, Rulebook rulebook) {
        this.catalogue = rulebook.catalogue();
        List.<List<? extends Fact>>of(
                        List.of(own.scorecard()),
                        own.objectives(),
                        own.links(),
                        own.measurements(),
                        own.goals(),
                        own.milestones(),
                        own.initiatives(),
                        own.activities(),
                        own.communications(),
                        own.reviews(),
                        own.targetChanges(),
                        own.deals(),
                        own.kpiChanges(),
                        own.clearances(),
                        own.statusOverrides())
                .forEach(list -> list.forEach(this::learn));
        for (Kpi kpi : catalogue.kpis()) {
            ofRulebook.put(kpi.at(), "KPI " + kpi.id() + " \"" + kpi.name() + "\" in the catalogue");
            ofRulebook.putIfAbsent(
                    kpi.origin().of("weight"),
                    "weight " + kpi.weight().toPlainString() + " of KPI " + kpi.id() + " in the catalogue");
        }
        for (Parameter parameter : rulebook.parameters().all()) {
            ofRulebook.put(parameter.at(), "parameter " + parameter.name() + " = " + parameter.text());
        }
    }

    private void learn(Fact fact) {
        SourceRef whole = fact.origin().whole();
        facts.putIfAbsent(Place.of(whole), fact);
        if (whole.column() > 0 || fact.origin() instanceof Origin.Joined) {
            for (Field field : FactSchema.of(fact.factKind()).fields()) {
                SourceRef cell = fact.origin().of(field.name());
                if (!fact.factKind().key().contains(field.name()) && cell.column() > 0) {
                    factsByCell.putIfAbsent(cell, fact);
                }
            }
            fact.origin().places().forEach(place -> factsByCell.putIfAbsent(place, fact));
        }
    }

    /** The fact at an address, in one line: its kind, its key, and the value that is addressed or the main ones. */
    Explanation say(SourceRef at) {
        String known = ofRulebook.get(at);
        if (known != null) {
            return Explanation.leaf(Explanation.Kind.FACT, known, at);
        }
        Fact fact = at.row() == 0 ? null : factsByCell.getOrDefault(at, facts.get(Place.of(at)));
        if (fact == null) {
            return at instanceof Derived
                    ? Explanation.leaf(Explanation.Kind.FORMULA, at.toString(), null)
                    : Explanation.leaf(Explanation.Kind.FACT, "fact", at);
        }
        FactSchema schema = FactSchema.of(fact.factKind());
        @Nullable Object[] values = schema.values(fact);
        Unit unit = unitOf(fact);
        var said = new ArrayList<String>();
        for (Field field : schema.fields()) {
            boolean key = fact.factKind().key().contains(field.name());
            boolean addressed =
                    at.column() == 0 || fact.origin().of(field.name()).equals(at);
            Object value = values[field.position()];
            boolean worth = value != null && isWorthSaying(value);
            if (!key && addressed && worth && said.size() < FIELDS_SHOWN) {
                said.add(field.name() + " " + shown(value, unit));
            } else if (!key && addressed && !worth && at.column() > 0) {
                said.add(field.name() + " blank");
            }
        }
        var key = new ArrayList<String>();
        for (Field field : schema.fields()) {
            if (fact.factKind().key().contains(field.name()) && !isOwnScorecard(fact, field)) {
                key.add(String.valueOf(values[field.position()]));
            }
        }
        String kind = fact.factKind().canonicalName().replace('_', ' ');
        String singular = kind.endsWith("ies") ? kind.substring(0, kind.length() - 3) + "y" : kind.replaceAll("s$", "");
        var explanation = Explanation.leaf(
                        Explanation.Kind.FACT,
                        singular
                                + (key.isEmpty() ? "" : " " + String.join(" ", key))
                                + (said.isEmpty() ? "" : ": " + String.join(", ", said)),
                        at)
                .with("fact", fact.factKind().canonicalName())
                .with("key", key);
        for (Field field : schema.fields()) {
            Object value = values[field.position()];
            if (value != null && isWorthSaying(value)) {
                explanation = explanation.with(field.name(), value instanceof Reading r ? r.valueOrNull() : value);
            }
        }
        return explanation;
    }

    /** The scorecard is that of the whole explanation. */
    private static boolean isOwnScorecard(Fact fact, Field field) {
        return fact instanceof Measurement && field.name().equals("scorecard");
    }

    private static boolean isWorthSaying(Object value) {
        return !(value instanceof Reading reading && !reading.isPresent())
                && !(value instanceof List<?> list && list.isEmpty())
                && !(value instanceof Boolean yes && !yes)
                && !(value instanceof String text && text.isBlank());
    }

    private @Nullable Unit unitOf(Fact fact) {
        Kpi kpi = fact instanceof Measurement measurement ? catalogue.find(measurement.kpi()) : null;
        return kpi == null ? null : kpi.unit();
    }

    private static String shown(Object value, @Nullable Unit unit) {
        if (value instanceof Reading reading) {
            return Display.number(reading.valueOrNull(), unit);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof List<?> list) {
            return String.join(";", list.stream().map(Object::toString).toList());
        } else if (value instanceof Boolean yes) {
            return yes ? "Y" : "N";
        }
        String text = value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : value.toString();
        return text.length() > 40 ? text.substring(0, 37) + "..." : text;
    }
}
