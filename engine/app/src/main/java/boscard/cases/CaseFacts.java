package boscard.cases;

import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
import boscard.fact.FiscalCalendar;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.source.Origin;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds facts from the short form of a case file: canonical field names, defaults for what a case does not say, and a
 * list in place of a value for several rows at once.
 */
final class CaseFacts {

    private final JsonNode defaults;
    private final String file;
    private final List<Fact> facts = new ArrayList<>();

    CaseFacts(String file, JsonNode defaults) {
        this.file = file;
        this.defaults = defaults;
    }

    /**
     * All facts of one case; without scorecards of its own it gets the default one.
     *
     * @throws IllegalArgumentException when a name is unknown or a value cannot be read
     */
    List<Fact> of(JsonNode given) {
        facts.clear();
        given.fieldNames()
                .forEachRemaining(name -> given.get(name).forEach(row -> add(kindNamed(name), (JsonNode) row)));
        String scorecards = FactKind.SCORECARDS.canonicalName();
        if (!given.has(scorecards) && defaults.has(scorecards)) {
            add(FactKind.SCORECARDS, com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
        }
        return List.copyOf(facts);
    }

    private static FactKind kindNamed(String name) {
        return FactKind.named(name).orElseThrow(() -> new IllegalArgumentException("there are no facts named " + name));
    }

    private void add(FactKind kind, JsonNode row) {
        FactSchema schema = FactSchema.of(kind);
        Map<String, JsonNode> cells = new LinkedHashMap<>();
        JsonNode usual = defaults.path(kind.canonicalName());
        usual.fields().forEachRemaining(cell -> cells.put(cell.getKey(), cell.getValue()));
        row.fields().forEachRemaining(cell -> cells.put(cell.getKey(), cell.getValue()));
        int rows = 1;
        boolean severalKeys = false;
        for (Map.Entry<String, JsonNode> cell : cells.entrySet()) {
            Field field = schema.field(cell.getKey())
                    .orElseThrow(() -> new IllegalArgumentException(kind.canonicalName() + " have no field named "
                            + cell.getKey() + "; they have "
                            + schema.fields().stream().map(Field::name).toList()));
            if (cell.getValue().isArray() && field.type() != FieldType.LIST) {
                rows = Math.max(rows, cell.getValue().size());
                severalKeys |= kind.key().contains(field.name());
            }
        }
        for (int i = 0; i < rows; i++) {
            add(schema, cells, i, severalKeys ? 0 : i);
        }
    }

    private void add(FactSchema schema, Map<String, JsonNode> cells, int position, int periodsOn) {
        var values = new @Nullable Object[schema.fields().size()];
        for (Field field : schema.fields()) {
            JsonNode cell = cells.get(field.name());
            if (cell != null && cell.isArray() && field.type() != FieldType.LIST) {
                cell = cell.get(position); // null beyond its end: blank
            }
            values[field.position()] = value(schema, field, cell, periodsOn);
        }
        facts.add(schema.create(values, new Origin.Line(file, facts.size() + 1, Map.of())));
    }

    private static @Nullable Object value(FactSchema schema, Field field, @Nullable JsonNode cell, int periodsOn) {
        if (field.type() == FieldType.LIST) {
            var items = new ArrayList<String>();
            if (cell != null && cell.isArray()) {
                cell.forEach(item -> items.add(item.asText()));
            } else if (cell != null && !cell.isNull()) {
                items.add(cell.asText());
            }
            return items;
        }
        String text = cell == null || cell.isNull() ? field.whenBlank() : cell.asText();
        if (text == null) {
            if (field.required()) {
                throw new IllegalArgumentException(
                        schema.kind().canonicalName() + " need a " + field.name() + ", and no default gives one");
            }
            return field.type() == FieldType.READING ? Reading.BLANK : null;
        }
        try {
            return parsed(field, text, periodsOn);
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(
                    schema.kind().canonicalName() + "." + field.name() + " cannot be \"" + text + "\"", wrong);
        }
    }

    private static Object parsed(Field field, String text, int periodsOn) {
        return switch (field.type()) {
            case TEXT -> text;
            case INTEGER -> Integer.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case READING ->
                switch (text) {
                    case "N/A" -> Reading.NOT_APPLICABLE;
                    case "REJECTED" -> Reading.REJECTED;
                    default -> Reading.of(text);
                };
            case DATE -> LocalDate.parse(text);
            case PERIOD -> period(text).plus(periodsOn);
            case YES_NO -> {
                if (!text.equals("Y") && !text.equals("N")) {
                    throw new IllegalArgumentException("neither Y nor N");
                }
                yield text.equals("Y");
            }
            case CHOICE ->
                Arrays.stream(field.javaType().getEnumConstants())
                        .filter(choice -> choice.toString().equals(text))
                        .findFirst()
                        .orElseThrow();
            case LIST -> throw new IllegalStateException("lists are read above");
        };
    }

    private static Period period(String text) {
        return FiscalCalendar.CALENDAR_YEAR.parse(text).orElseThrow();
    }
}
