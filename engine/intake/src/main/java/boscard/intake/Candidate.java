package boscard.intake;

import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.intake.layout.SkipReason;
import boscard.problem.Problem;
import boscard.source.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A readable row on its way to becoming a fact: later checks may still reject it, skip it, or put a value right. It is
 * only a look at the row; the {@link TableRows} hold it, so that two looks at one row agree.
 */
final class Candidate {

    private final TableRows rows;
    private final int row;

    Candidate(TableRows rows, int row) {
        this.rows = rows;
        this.row = row;
    }

    FactKind kind() {
        return rows.schema().kind();
    }

    TableTally tally() {
        return rows.tally();
    }

    TableProblems problems() {
        return tally().problems();
    }

    Origin origin() {
        return rows.origin(row);
    }

    /** Whether nothing speaks against it so far. */
    boolean isOpen() {
        return rows.isOpen(row);
    }

    @Nullable
    Object value(int position) {
        return rows.value(row, position);
    }

    void correct(int position, @Nullable Object value) {
        rows.correct(row, position, value);
    }

    boolean hasSameValuesAs(Candidate other) {
        for (int i = 0; i < rows.schema().fields().size(); i++) {
            if (!Objects.equals(value(i), other.value(i))) {
                return false;
            }
        }
        return true;
    }

    /** Rejects the row for a reason that is reported already, or for the whole table. */
    void reject(Problem why) {
        close();
        tally().reject(List.of(why));
        if (tally().keepsRejected()) {
            tally().keep(asRejected(why));
        }
    }

    private RejectedRow asRejected(Problem why) {
        Origin origin = origin();
        var raw = new ArrayList<String>();
        var cells = new LinkedHashMap<String, String>();
        for (FactSchema.Field field : rows.schema().fields()) {
            String cell = CanonicalText.of(value(field.position()));
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
        Object value = value(field.position());
        return value != null
                && !value.equals(FieldReader.blankOf(field.type()))
                && !(field.type() == FactSchema.FieldType.YES_NO && value.equals(Boolean.FALSE));
    }

    /** Takes the values of fields, and where they stand, from another row. */
    void take(List<FactSchema.Field> fields, Candidate other) {
        var origins = new HashMap<String, Origin>();
        for (FactSchema.Field field : fields) {
            correct(field.position(), other.value(field.position()));
            origins.put(field.name(), other.origin());
        }
        rows.join(row, Origin.joined(origin(), origins));
    }

    void skip(SkipReason reason) {
        close();
        tally().skip(reason);
    }

    private void close() {
        if (!isOpen()) {
            throw new IllegalStateException("The fate of the row is decided: " + origin().whole());
        }
        rows.close(row);
    }

    Fact toFact() {
        if (kind() == FactKind.MEASUREMENTS) {
            return toMeasurement();
        }
        var values = new @Nullable Object[rows.schema().fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i);
        }
        return rows.schema().create(values, origin());
    }

    /** The same as {@link FactSchema#create}, at a fifth of its cost; measurements come in millions. */
    private Measurement toMeasurement() {
        return new Measurement(
                (String) required(0),
                (String) required(1),
                (Period) required(2),
                (Reading) required(3),
                (Reading) required(4),
                (Reading) required(5),
                (Reading) required(6),
                (Reading) required(7),
                (String) value(8),
                (Boolean) required(9),
                (String) value(10),
                origin());
    }

    private Object required(int position) {
        return Objects.requireNonNull(value(position));
    }
}
