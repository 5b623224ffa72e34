package boscard.ledger;

import boscard.source.CellRef;
import boscard.source.Derived;
import boscard.source.LineRef;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Addresses as a row holds them. A line stands in its status and in each finding about it, a row of a table in every
 * conclusion it drew, so each is put into words once and then copied. Not thread-safe.
 */
final class AddressJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST = 4096; // an evaluation has some hundred; a table of problems may have any number

    private final Map<SourceRef, SerializableString> known = new HashMap<>();

    SerializableString of(SourceRef at) {
        SerializableString json = known.get(at);
        if (json == null) {
            if (known.size() == MOST) {
                known.clear();
            }
            json = new SerializedString(json(at));
            known.put(at, json);
        }
        return json;
    }

    private static String json(SourceRef at) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("address", RowWriter.wellFormed(at.toString()));
            json.writeStringField("kind", kind(at));
            json.writeStringField("file", RowWriter.wellFormed(at.file()));
            json.writeStringField("sheet", RowWriter.wellFormed(at.sheet()));
            json.writeNumberField("row", at.row());
            json.writeNumberField("column", at.column());
            if (at instanceof CellRef cell) {
                json.writeNumberField("last_column", cell.lastColumn());
            } else if (at instanceof LineRef line) {
                json.writeStringField("name", RowWriter.wellFormed(line.columnName()));
            } else if (at instanceof RuleRef rule) {
                json.writeStringField("name", RowWriter.wellFormed(rule.rule()));
            } else if (at instanceof Derived derived) {
                json.writeStringField("name", RowWriter.wellFormed(derived.how()));
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written to a file", impossible);
        }
        return text.toString();
    }

    private static String kind(SourceRef at) {
        if (at instanceof CellRef) {
            return "CELL";
        } else if (at instanceof LineRef) {
            return "LINE";
        } else if (at instanceof RuleRef) {
            return "RULE";
        }
        return "DERIVED";
    }
}
