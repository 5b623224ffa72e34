package boscard.intake.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Parses YAML into nodes with lines. Anchors and tags mean nothing here, so that a document cannot grow by itself. */
final class YamlDocument {

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private YamlDocument() {}

    /**
     * @return null when the document is empty
     * @throws IOException when it is not YAML
     */
    static @Nullable YamlNode parse(String text) throws IOException {
        try (JsonParser parser = YAML.createParser(text)) {
            JsonToken token = parser.nextToken();
            return token == null ? null : node(parser, token);
        }
    }

    private static YamlNode node(JsonParser parser, JsonToken token) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.START_OBJECT) {
            var byKey = new LinkedHashMap<String, YamlNode>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                int lineOfKey = parser.currentTokenLocation().getLineNr();
                YamlNode value = node(parser, parser.nextToken());
                byKey.put(key, at(lineOfKey, value));
            }
            return new YamlNode.Fields(byKey, line);
        }
        if (token == JsonToken.START_ARRAY) {
            var nodes = new ArrayList<YamlNode>();
            JsonToken next;
            while ((next = parser.nextToken()) != JsonToken.END_ARRAY) {
                nodes.add(node(parser, next));
            }
            return new YamlNode.Items(nodes, line);
        }
        return new YamlNode.Scalar(parser.getText(), line);
    }

    /** A list or keys below a key begin on the line of the key, as people see it. */
    private static YamlNode at(int line, YamlNode value) {
        if (value instanceof YamlNode.Fields fields) {
            return new YamlNode.Fields(fields.byKey(), line);
        }
        return value instanceof YamlNode.Items items ? new YamlNode.Items(items.nodes(), line) : value;
    }
}
