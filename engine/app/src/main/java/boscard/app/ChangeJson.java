package boscard.app;

import boscard.rulebook.change.Change;
import boscard.source.SourceRef;
import boscard.table.DecisionTable;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Differences of two rulebooks for programs. */
final class ChangeJson {

    private ChangeJson() {}

    /** Writes an array field with one object per difference. */
    static void write(String field, List<Change> changes, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (Change change : changes) {
            json.writeStartObject();
            json.writeStringField("kind", kind(change));
            DecisionTable table = ChangeWords.table(change);
            optional("table", table == null ? null : table.name(), json);
            optional("row", ChangeWords.rowId(change), json);
            if (change instanceof Change.CellChanged cell) {
                json.writeStringField("heading", cell.heading());
                fromTo(cell.from(), cell.to(), json);
            } else if (change instanceof Change.TableChanged changed) {
                json.writeStringField("what", changed.what());
                fromTo(changed.from(), changed.to(), json);
            } else if (change instanceof Change.ValueChanged value) {
                json.writeStringField("of", value.kind().name().toLowerCase(Locale.ROOT));
                json.writeStringField("id", value.id());
                optional("field", value.field().isEmpty() ? null : value.field(), json);
                fromTo(value.from(), value.to(), json);
            } else if (change instanceof Change.RuleChanged rule) {
                json.writeStringField("file", rule.path());
                optional("rule", rule.rule().isEmpty() ? null : rule.rule(), json);
            } else if (change instanceof Change.RowMoved moved) {
                optional("below", moved.below(), json);
            }
            SourceRef before = ChangeWords.before(change);
            optional("from_at", before == null ? null : before.toString(), json);
            json.writeStringField("at", change.at().toString());
            json.writeBooleanField("counts", change.counts());
            json.writeStringField("text", ChangeWords.sentence(change));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String kind(Change change) {
        if (change instanceof Change.RuleChanged rule) {
            return rule.from() == null ? "rule_added" : rule.to() == null ? "rule_removed" : "rule_changed";
        } else if (change instanceof Change.ValueChanged value) {
            boolean whole = value.field().isEmpty();
            return whole && value.from() == null
                    ? "value_added"
                    : whole && value.to() == null ? "value_removed" : "value_changed";
        }
        return change.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static void fromTo(@Nullable String from, @Nullable String to, JsonGenerator json) throws IOException {
        optional("from", from, json);
        optional("to", to, json);
    }

    private static void optional(String field, @Nullable String value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }
}
