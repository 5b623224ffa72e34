package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
import boscard.fact.Facts;
import boscard.fact.KpiCatalogue;
import boscard.fact.Measurement;
import boscard.fact.Reading;
import boscard.fact.Scorecard;
import boscard.source.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A measurement that several rows give with different values. What they agree on stays; what they do not is missing,
 * with the reason that it was rejected, and the note says which values they were.
 */
record Contested(@Nullable Object[] values, Origin origin, List<String> differences) {

    static Contested of(FactSchema schema, Candidate first, Candidate other) {
        var values = new @Nullable Object[schema.fields().size()];
        for (Field field : schema.fields()) {
            values[field.position()] = first.value(field.position());
        }
        return new Contested(values, first.origin(), List.of()).and(schema, other);
    }

    /** The same, contested by one more row. */
    Contested and(FactSchema schema, Candidate other) {
        var merged = values.clone();
        var all = new ArrayList<>(differences);
        for (Field field : schema.fields()) {
            Object here = values[field.position()];
            Object there = other.value(field.position());
            if (field.type() == FieldType.READING && !Objects.equals(here, there)) {
                merged[field.position()] = Reading.REJECTED;
                all.add(field.name() + " " + here + " and, at " + other.origin().whole() + ", " + there);
            }
        }
        return new Contested(merged, origin, List.copyOf(all));
    }

    /**
     * The measurements of all that are contested, without their contested numbers.
     *
     * @param accepted scorecards that no accepted fact names were reported already and stay out
     */
    static List<Measurement> measurements(List<Contested> contested, Facts accepted, KpiCatalogue catalogue) {
        if (contested.isEmpty()) {
            return List.of();
        }
        var scorecards = new HashSet<String>();
        accepted.of(Scorecard.class).forEach(scorecard -> scorecards.add(scorecard.scorecard()));
        accepted.of(Measurement.class).forEach(measurement -> scorecards.add(measurement.scorecard()));
        FactSchema schema = FactSchema.of(FactKind.MEASUREMENTS);
        return contested.stream()
                .map(one -> one.toMeasurement(schema))
                .filter(Objects::nonNull)
                .filter(one -> scorecards.contains(one.scorecard()) && catalogue.find(one.kpi()) != null)
                .toList();
    }

    /** The measurement without what is contested; null when its rows differ in nothing that counts. */
    @Nullable
    Measurement toMeasurement(FactSchema schema) {
        if (differences.isEmpty()) {
            return null;
        }
        var filled = values.clone();
        schema.field("note").ifPresent(note -> filled[note.position()] = String.join("; ", differences));
        return (Measurement) schema.create(filled, origin);
    }
}
