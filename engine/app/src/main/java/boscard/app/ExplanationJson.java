package boscard.app;

import boscard.explanation.Explanation;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An explanation as one JSON object: the sentences and addresses that people read, and the exact values beside them.
 */
final class ExplanationJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ExplanationJson() {}

    static void print(Explanation explanation, PrintWriter out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            json.useDefaultPrettyPrinter();
            write(explanation, json);
        }
        out.println();
        out.flush();
    }

    private static void write(Explanation explanation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", explanation.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("text", explanation.text());
        if (explanation.address() != null) {
            json.writeStringField("address", explanation.address());
        }
        if (!explanation.details().isEmpty()) {
            json.writeObjectFieldStart("details");
            for (Map.Entry<String, Object> detail : explanation.details().entrySet()) {
                json.writeFieldName(detail.getKey());
                write(detail.getValue(), json);
            }
            json.writeEndObject();
        }
        if (!explanation.children().isEmpty()) {
            json.writeArrayFieldStart("children");
            for (Explanation child : explanation.children()) {
                write(child, json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof List<?> several) {
            json.writeStartArray();
            for (Object one : several) {
                json.writeString(one.toString());
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }
}
