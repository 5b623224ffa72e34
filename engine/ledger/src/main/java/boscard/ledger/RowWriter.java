package boscard.ledger;

import boscard.evaluation.Derivation;
import boscard.evaluation.NamedValue;
import boscard.evaluation.Subject;
import boscard.fact.Decimals;
import boscard.fact.Reading;
import boscard.source.SourceRef;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one table aside, one JSON object per line, from where DuckDB sorts them into Parquet; a digest
 * takes in the same values on the way. Addresses of facts and rules are stored but stay out of the digest: the same
 * facts from a file in another order are the same facts. Not thread-safe.
 */
final class RowWriter implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();

    private final RunTable table;
    private final JsonGenerator json;
    private final CanonicalDigest digest;
    private final AddressJson addresses;
    private final Map<String, BigDecimal> inexact = new LinkedHashMap<>();
    private final CountedStream stream;
    private long rows;
    private long rowStart;
    private long longestRow;

    /** Writes into a file or another slow place. */
    RowWriter(RunTable table, OutputStream out, CanonicalDigest digest) {
        this(table, digest, new AddressJson(), new CountedStream(new BufferedOutputStream(out, 1 << 16)));
    }

    private RowWriter(RunTable table, CanonicalDigest digest, AddressJson addresses, CountedStream stream) {
        this.table = table;
        this.addresses = addresses;
        this.digest = digest;
        this.stream = stream;
        try {
            this.json = JSON.createGenerator(stream);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A generator writes nothing when it is made", impossible);
        }
        json.setRootValueSeparator(null); // every row ends its own line
    }

    /** Writes into memory, which needs no buffer before it. */
    static RowWriter buffered(
            RunTable table, ByteArrayOutputStream out, CanonicalDigest digest, AddressJson addresses) {
        return new RowWriter(table, digest, addresses, new CountedStream(out));
    }

    /** Rows that were made elsewhere, with their digest taken there. */
    void append(PreparedEvaluation.RowBlock block) throws IOException {
        json.flush();
        block.json().writeTo(stream);
        rows += block.rows();
        longestRow = Math.max(longestRow, block.longestRow());
        rowStart = stream.count;
    }

    /** How many rows were written. */
    long rows() {
        return rows;
    }

    /** Length of the longest row in bytes. */
    long longestRow() {
        return longestRow;
    }

    RowWriter begin() throws IOException {
        digest.row(table.name());
        json.writeStartObject();
        return this;
    }

    void end() throws IOException {
        if (!inexact.isEmpty()) {
            var exact = new StringBuilder();
            inexact.forEach((name, value) -> exact.append(exact.isEmpty() ? "" : " ")
                    .append(name)
                    .append('=')
                    .append(value));
            json.writeStringField(RunTable.EXACT, exact.toString());
            inexact.clear();
        }
        json.writeEndObject();
        json.writeRaw('\n');
        rows++;
        long end = stream.count + json.getOutputBuffered();
        longestRow = Math.max(longestRow, end - rowStart);
        rowStart = end;
    }

    RowWriter text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            String text = wellFormed(value);
            json.writeStringField(name, text);
            digest.value(name, text);
        }
        return this;
    }

    RowWriter choice(String name, @Nullable Enum<?> value) throws IOException {
        return text(name, value == null ? null : value.name());
    }

    RowWriter whole(String name, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
            digest.value(name, value.toString());
        }
        return this;
    }

    RowWriter yesNo(String name, @Nullable Boolean value) throws IOException {
        if (value != null) {
            json.writeBooleanField(name, value);
            digest.value(name, value.toString());
        }
        return this;
    }

    RowWriter day(String name, @Nullable LocalDate value) throws IOException {
        return text(name, value == null ? null : value.toString());
    }

    /**
     * A number, by value: 0.80 is stored as 0.8. One that is finer or larger than the column can hold is rounded there,
     * or left out, and its exact text goes to the column {@code exact}.
     */
    RowWriter number(String name, @Nullable BigDecimal value) throws IOException {
        if (value != null) {
            BigDecimal canonical = canonical(value);
            digest.value(name, canonical.toString());
            BigDecimal held = held(value);
            if (held == null || held.compareTo(value) != 0) {
                inexact.put(name, canonical);
            }
            if (held != null) {
                json.writeStringField(name, held.toPlainString());
            }
        }
        return this;
    }

    /** A number and, in a second column, why it is not there. */
    RowWriter reading(String name, Reading value) throws IOException {
        number(name, value.valueOrNull());
        return text(name + "_state", value.isPresent() ? null : state(value));
    }

    private static String state(Reading value) {
        return value instanceof Reading.Missing missing ? missing.reason().name() : "NOT_APPLICABLE";
    }

    RowWriter texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            String text = wellFormed(value);
            json.writeString(text);
            digest.value(name, text);
        }
        json.writeEndArray();
        return this;
    }

    RowWriter values(String name, List<NamedValue> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (NamedValue value : values) {
            json.writeStartObject();
            text("name", value.name());
            nestedNumber(value.value());
            choice("unit", value.unit());
            whole("count", value.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }

    private void nestedNumber(@Nullable BigDecimal value) throws IOException {
        if (value != null) {
            String canonical = canonical(value).toString();
            digest.value("value", canonical);
            BigDecimal held = held(value);
            if (held != null) {
                json.writeStringField("value", held.toPlainString());
            }
            if (held == null || held.compareTo(value) != 0) {
                json.writeStringField("exact", canonical);
            }
        }
    }

    RowWriter subject(Subject subject) throws IOException {
        return text("scorecard", subject.scorecard())
                .text("kpi", subject.kpi())
                .text("goal", subject.goal())
                .text("period", subject.period())
                .text("other", subject.other());
    }

    /** Nothing when no row or rule decided. */
    RowWriter derivation(@Nullable Derivation derivation) throws IOException {
        if (derivation == null) {
            return this;
        }
        return text("rule_id", derivation.ruleId())
                .address("rule", derivation.rule())
                .texts("lost_rows", derivation.lostRows())
                .addresses("facts", derivation.facts())
                .texts("builds_on", derivation.buildsOn());
    }

    RowWriter address(String name, SourceRef at) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(addresses.of(at));
        return this;
    }

    RowWriter addresses(String name, List<SourceRef> all) throws IOException {
        json.writeArrayFieldStart(name);
        for (SourceRef at : all) {
            json.writeRawValue(addresses.of(at));
        }
        json.writeEndArray();
        return this;
    }

    /** A text that is not part of what was concluded or known, such as where a fact stood. */
    RowWriter aside(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, wellFormed(value));
        }
        return this;
    }

    /** Texts likewise. */
    RowWriter asideTexts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(wellFormed(value));
        }
        json.writeEndArray();
        return this;
    }

    /** A whole number likewise. */
    RowWriter aside(String name, int value) throws IOException {
        json.writeNumberField(name, value);
        return this;
    }

    /** The value as its column can hold it, or null when it is too large; never the megabytes of 1E+1000000. */
    private static @Nullable BigDecimal held(BigDecimal value) {
        long before = (long) value.precision() - value.scale();
        if (before > Column.DIGITS - Column.SCALE) {
            return null;
        }
        BigDecimal rounded =
                value.scale() > Column.SCALE ? value.setScale(Column.SCALE, RoundingMode.HALF_EVEN) : value;
        return rounded.precision() - rounded.scale() > Column.DIGITS - Column.SCALE ? null : rounded;
    }

    private static BigDecimal canonical(BigDecimal value) {
        return (long) value.precision() - value.scale() > 1000 ? value.stripTrailingZeros() : Decimals.canonical(value);
    }

    /** The text with every half of a surrogate pair that lost its other half replaced; UTF-8 cannot hold one. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceLoneSurrogates(text);
            }
        }
        return text;
    }

    private static String replaceLoneSurrogates(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private static final class CountedStream extends FilterOutputStream {

        private long count;

        CountedStream(OutputStream target) {
            super(target);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
