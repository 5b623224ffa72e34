package boscard.intake.mapping;

import java.util.List;
import java.util.Map;

/** A piece of a YAML document that knows its line, from 1. */
sealed interface YamlNode {

    int line();

    /** What a message calls it. */
    String kind();

    /** A word, a number, a truth value: as written, without quotes. */
    record Scalar(String text, int line) implements YamlNode {
        @Override
        public String kind() {
            return "a single value";
        }
    }

    /** A list. */
    record Items(List<YamlNode> nodes, int line) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with values, in the order of the document. */
    record Fields(Map<String, YamlNode> byKey, int line) implements YamlNode {
        @Override
        public String kind() {
            return "keys with values";
        }
    }
}
