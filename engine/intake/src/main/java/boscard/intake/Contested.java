package boscard.intake;

import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
import boscard.fact.Measurement;
import boscard.fact.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A measurement that several rows give with different values. What they agree on stays; what they do not is missing,
 * with the reason that it was rejected, and the note says which values they were.
 */
final class Contested {

    private static final int MOST_NAMED = 100;

    private Contested() {}

    /**
     * The measurement without what is contested.
     *
     * @param candidates at least one, in reading order; they have the same key
     * @return null when they differ in nothing that counts
     */
    static @Nullable Measurement of(FactSchema schema, List<Candidate> candidates) {
        Candidate first = candidates.get(0);
        var values = new @Nullable Object[schema.fields().size()];
        for (Field field : schema.fields()) {
            values[field.position()] = first.value(field.position());
        }
        var differences = new ArrayList<String>();
        for (Candidate other : candidates.subList(1, candidates.size())) {
            for (Field field : schema.fields()) {
                Object here = values[field.position()];
                Object there = other.value(field.position());
                if (field.type() == FieldType.READING && !Objects.equals(here, there)) {
                    values[field.position()] = Reading.REJECTED;
                    if (differences.size() < MOST_NAMED) {
                        differences.add(field.name() + " " + here + " and, at "
                                + other.origin().whole() + ", " + there);
                    }
                }
            }
        }
        if (differences.isEmpty()) {
            return null;
        }
        schema.field("note").ifPresent(note -> values[note.position()] = String.join("; ", differences));
        return (Measurement) schema.create(values, first.origin());
    }
}
