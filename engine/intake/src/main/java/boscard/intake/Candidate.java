package boscard.intake;

import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.intake.layout.SkipReason;
import boscard.problem.Problem;
import boscard.source.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A readable row on its way to becoming a fact: later checks may still reject it, skip it, or put a value right. */
final class Candidate {

    private final TableTally tally;
    private Origin origin;
    private final @Nullable Object[] values;
    private boolean open = true;

    Candidate(TableTally tally, Origin origin, @Nullable Object[] values) {
        this.tally = tally;
        this.origin = origin;
        this.values = values;
    }

    FactKind kind() {
        return tally.kind();
    }

    TableTally tally() {
        return tally;
    }

    TableProblems problems() {
        return tally.problems();
    }

    Origin origin() {
        return origin;
    }

    /** Whether nothing speaks against it so far. */
    boolean isOpen() {
        return open;
    }

    @Nullable
    Object value(int position) {
        return values[position];
    }

    void correct(int position, @Nullable Object value) {
        values[position] = value;
    }

    boolean hasSameValuesAs(Candidate other) {
        return Arrays.equals(values, other.values);
    }

    /** Rejects the row for a reason that is reported already, or for the whole table. */
    void reject(Problem why) {
        close();
        tally.reject(List.of(why));
        if (tally.keepsRejected()) {
            tally.keep(asRejected(why));
        }
    }

    private RejectedRow asRejected(Problem why) {
        var raw = new ArrayList<String>();
        var cells = new LinkedHashMap<String, String>();
        for (FactSchema.Field field : FactSchema.of(kind()).fields()) {
            String cell = CanonicalText.of(values[field.position()]);
            cells.put(field.name(), cell);
            int position = origin.of(field.name()).column();
            if (position > 0) {
                while (raw.size() < position) {
                    raw.add("");
                }
                raw.set(position - 1, cell);
            }
        }
        return new RejectedRow(kind(), origin.whole(), cells, raw, List.of(why));
    }

    /** Whether a value is there at all. */
    boolean has(FactSchema.Field field) {
        Object value = values[field.position()];
        return value != null
                && !value.equals(FieldReader.blankOf(field.type()))
                && !(field.type() == FactSchema.FieldType.YES_NO && value.equals(Boolean.FALSE));
    }

    /** Takes the values of a field, and where they stand, from another row. */
    void take(List<FactSchema.Field> fields, Candidate other) {
        var origins = new HashMap<String, Origin>();
        for (FactSchema.Field field : fields) {
            values[field.position()] = other.values[field.position()];
            origins.put(field.name(), other.origin);
        }
        origin = Origin.joined(origin, origins);
    }

    void skip(SkipReason reason) {
        close();
        tally.skip(reason);
    }

    private void close() {
        if (!open) {
            throw new IllegalStateException("The fate of the row is decided: " + origin.whole());
        }
        open = false;
    }

    Fact toFact() {
        return FactSchema.of(kind()).create(values, origin);
    }
}
