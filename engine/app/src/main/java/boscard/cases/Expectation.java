package boscard.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Named texts that one conclusion must have. Numbers are equal by value, {@code says} is part of the message, anything
 * else is equal as text; {@code ~} means that there is nothing.
 */
record Expectation(String section, Map<String, String> wanted) {

    private static final int NEAREST = 8;

    static Expectation of(String section, JsonNode written) {
        var wanted = new LinkedHashMap<String, String>();
        if (written.isObject()) {
            written.fields().forEachRemaining(field -> wanted.put(field.getKey(), text(field.getValue())));
        } else {
            wanted.put(section.equals("smart") ? "test" : "code", written.asText());
        }
        return new Expectation(section, wanted);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            var items = new ArrayList<String>();
            value.forEach(item -> items.add(item.asText()));
            return String.join(", ", items);
        }
        return value.isNull() ? "" : value.asText();
    }

    /** The rows and rules that it says decided, withheld or answered. */
    List<String> rowsAndRules() {
        Stream<String> several = Stream.of("withheld_by", "answered_by")
                .flatMap(name -> Stream.of(wanted.getOrDefault(name, "").split(", ")));
        return Stream.concat(Stream.of(wanted.getOrDefault("by", "")), several)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** What is wrong, in words, with what came instead; empty when exactly one conclusion is as wanted. */
    String complaint(Concluded concluded) {
        long matching = matching(concluded);
        return matching == 1
                ? ""
                : "expected one of the " + section + " to be " + wanted + ", " + matching + " are."
                        + instead(concluded);
    }

    /** What is wrong when a conclusion is as it must not be; empty when none is. */
    String complaintIfAny(Concluded concluded) {
        return matching(concluded) == 0
                ? ""
                : "none of the " + section + " may be " + wanted + "." + instead(concluded);
    }

    private long matching(Concluded concluded) {
        return candidates(concluded).stream()
                .filter(candidate -> hits(candidate) == wanted.size())
                .count();
    }

    private List<Map<String, String>> candidates(Concluded concluded) {
        List<Map<String, String>> candidates = concluded.sections().get(section);
        if (candidates == null) {
            throw new IllegalArgumentException("there is nothing named " + section + " to expect, only "
                    + concluded.sections().keySet());
        }
        return candidates;
    }

    private int hits(Map<String, String> candidate) {
        return (int) wanted.entrySet().stream()
                .filter(one -> same(one.getKey(), one.getValue(), field(candidate, one.getKey())))
                .count();
    }

    private String field(Map<String, String> candidate, String name) {
        String value = candidate.get(name);
        if (value == null) {
            throw new IllegalArgumentException(section + " have no " + name + ", only " + candidate.keySet());
        }
        return value;
    }

    private static boolean same(String name, String wanted, String found) {
        if (name.equals("says")) {
            return found.contains(wanted);
        }
        return wanted.equals(found) || (isNumber(wanted) && isNumber(found) && compare(wanted, found) == 0);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    private static int compare(String one, String other) {
        return new BigDecimal(one).compareTo(new BigDecimal(other));
    }

    private String instead(Concluded concluded) {
        List<Map<String, String>> candidates = candidates(concluded);
        var text = new StringBuilder("\n  What came, the most similar first:");
        candidates.stream()
                .sorted(Comparator.comparing(this::hits).reversed())
                .limit(NEAREST)
                .forEach(candidate -> {
                    var filled = new LinkedHashMap<>(candidate);
                    filled.values().removeIf(String::isEmpty);
                    text.append("\n    ").append(filled);
                });
        if (candidates.isEmpty()) {
            text.append(" nothing");
        } else if (candidates.size() > NEAREST) {
            text.append("\n    and ").append(candidates.size() - NEAREST).append(" more");
        }
        return text.toString();
    }
}
