package boscard.ledger;

import boscard.evaluation.Finding;
import boscard.evaluation.NamedValue;
import boscard.fact.SpreadsheetText;
import boscard.source.CellRef;
import boscard.source.SourceRef;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes findings for other programs, with the fields of DOMAIN.md section 11: as JSON Lines, one object per line, or
 * as CSV with the same content flattened. Numbers are exact and without exponent. Writes as it reads, so memory does
 * not grow; leaves the writer open and flushed. Stateless; safe for any thread.
 */
public final class FindingsExport {

    private static final JsonFactory JSON = new JsonFactory();

    private static final List<String> HEADINGS = List.of(
            "id",
            "stage",
            "code",
            "severity",
            "state",
            "confidence",
            "status",
            "scorecard",
            "kpi",
            "goal",
            "period",
            "other",
            "value",
            "threshold",
            "unit",
            "values",
            "message",
            "rule_id",
            "rule_source",
            "rule_file",
            "rule_sheet",
            "rule_row",
            "facts",
            "builds_on",
            "suppressed_by",
            "counterfactual");

    private FindingsExport() {}

    /**
     * One JSON object per line. What does not apply is {@code null}; lists may be empty.
     *
     * @throws IOException when the writer fails
     */
    public static void toJsonLines(Stream<Finding> findings, Writer writer) throws IOException {
        JsonGenerator json = JSON.createGenerator(writer);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setRootValueSeparator(null); // each line is ended, not separated
        try {
            findings.forEachOrdered(finding -> {
                try {
                    write(finding, json);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        json.close();
        writer.flush();
    }

    private static void write(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        json.writeStringField("stage", finding.stage().agendaGroup());
        json.writeStringField("code", finding.code());
        json.writeStringField("severity", finding.severity().name());
        json.writeStringField("state", finding.state().name());
        json.writeStringField("confidence", finding.confidence());
        text("status", name(finding.status()), json);
        json.writeStringField("scorecard", finding.scorecard());
        text("kpi", finding.kpi(), json);
        text("goal", finding.goal(), json);
        text("period", finding.period(), json);
        text("other", finding.subject().other(), json);
        number("value", finding.value(), json);
        number("threshold", finding.threshold(), json);
        text("unit", name(finding.unit()), json);
        json.writeArrayFieldStart("values");
        for (NamedValue value : finding.values()) {
            json.writeStartObject();
            json.writeStringField("name", value.name());
            number("value", value.value(), json);
            text("unit", name(value.unit()), json);
            json.writeStringField("state", value.value() == null ? "MISSING" : "PRESENT");
            json.writeNumberField("n", value.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("message", finding.message());
        json.writeObjectFieldStart("rule");
        json.writeStringField("id", finding.derivation().ruleId());
        address(finding.derivation().rule(), json);
        json.writeEndObject();
        json.writeArrayFieldStart("facts");
        for (SourceRef fact : finding.derivation().facts()) {
            json.writeStartObject();
            address(fact, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("builds_on", finding.derivation().buildsOn(), json);
        texts("suppressed_by", finding.suppressedBy(), json);
        text("counterfactual", finding.counterfactual(), json);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** The text that people read, and its parts for programs; parts that an address does not have are left out. */
    private static void address(SourceRef at, JsonGenerator json) throws IOException {
        json.writeStringField("source", at.toString());
        if (!at.file().isEmpty()) {
            json.writeStringField("file", at.file());
        }
        if (!at.sheet().isEmpty()) {
            json.writeStringField("sheet", at.sheet());
        }
        if (at.row() > 0) {
            json.writeNumberField("row", at.row());
        }
        if (at.column() > 0) {
            json.writeNumberField("column", at.column());
        }
        if (at instanceof CellRef cell && !cell.address().isEmpty()) {
            json.writeStringField("cells", cell.address());
        }
    }

    private static void text(String name, @Nullable String value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    private static void number(String name, @Nullable BigDecimal value, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value.toPlainString()); // as text, because a double would round it
        }
    }

    private static void texts(String name, List<String> values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static @Nullable String name(@Nullable Enum<?> choice) {
        return choice == null ? null : choice.name();
    }

    /**
     * CSV with headings, by RFC 4180. Lists are joined by {@code "; "}. A spreadsheet program would run a text that
     * starts like a formula, so such a text gets a leading apostrophe; numbers stay numbers, also negative ones.
     *
     * @throws IOException when the writer fails
     */
    public static void toCsv(Stream<Finding> findings, Writer writer) throws IOException {
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(new Unclosed(writer))) {
            csv.writeRecord(HEADINGS);
            findings.forEachOrdered(finding -> csv.writeRecord(record(finding)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static List<String> record(Finding finding) {
        SourceRef rule = finding.derivation().rule();
        var fields = new ArrayList<String>(HEADINGS.size());
        fields.add(safe(finding.id()));
        fields.add(safe(finding.stage().agendaGroup()));
        fields.add(safe(finding.code()));
        fields.add(finding.severity().name());
        fields.add(finding.state().name());
        fields.add(finding.confidence());
        fields.add(safe(name(finding.status())));
        fields.add(safe(finding.scorecard()));
        fields.add(safe(finding.kpi()));
        fields.add(safe(finding.goal()));
        fields.add(safe(finding.period()));
        fields.add(safe(finding.subject().other()));
        fields.add(plain(finding.value()));
        fields.add(plain(finding.threshold()));
        fields.add(safe(name(finding.unit())));
        fields.add(safe(finding.values().stream().map(FindingsExport::shown).collect(Collectors.joining("; "))));
        fields.add(safe(finding.message()));
        fields.add(safe(finding.derivation().ruleId()));
        fields.add(safe(rule.toString()));
        fields.add(safe(rule.file()));
        fields.add(safe(rule.sheet()));
        fields.add(rule.row() == 0 ? "" : Integer.toString(rule.row()));
        fields.add(safe(
                finding.derivation().facts().stream().map(SourceRef::toString).collect(Collectors.joining("; "))));
        fields.add(safe(String.join("; ", finding.derivation().buildsOn())));
        fields.add(safe(String.join("; ", finding.suppressedBy())));
        fields.add(safe(finding.counterfactual()));
        return fields;
    }

    /** {@code attainment=0.8 RATIO n=3}. */
    private static String shown(NamedValue value) {
        var text = new StringBuilder(value.name()).append('=');
        text.append(value.value() == null ? "MISSING" : value.value().toPlainString());
        if (value.unit() != null) {
            text.append(' ').append(value.unit());
        }
        if (value.count() > 0) {
            text.append(" n=").append(value.count());
        }
        return text.toString();
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private static String safe(@Nullable String text) {
        return text == null ? "" : SpreadsheetText.escaped(text);
    }

    /** Keeps the caller's writer open. */
    private static final class Unclosed extends FilterWriter {

        Unclosed(Writer target) {
            super(target);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
