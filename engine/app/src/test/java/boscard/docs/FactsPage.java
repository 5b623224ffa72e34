package boscard.docs;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import java.util.ArrayList;
import java.util.List;

/** The columns of a kind of facts, as the records define them. */
final class FactsPage {

    private FactsPage() {}

    static List<String> columns(FactKind kind) {
        FactSchema schema = FactSchema.of(kind);
        var lines = new ArrayList<String>();
        lines.add("| column | type | required | blank means |");
        lines.add("|---|---|---|---|");
        for (Field field : schema.fields()) {
            boolean key = kind.key().contains(field.name());
            boolean oneOf = schema.oneOf().contains(field.name());
            lines.add("| `" + field.name() + "`" + (key ? " (key)" : "") + " | " + type(field) + " | "
                    + (field.required() ? "yes" : oneOf ? "one of these" : "") + " | " + blank(field) + " |");
        }
        return lines;
    }

    private static String type(Field field) {
        return switch (field.type()) {
            case TEXT -> "text";
            case INTEGER -> "whole number";
            case DECIMAL, READING -> "number";
            case DATE -> "day";
            case PERIOD -> "period";
            case YES_NO -> "Y or N";
            case LIST -> "list";
            case CHOICE -> String.join(", ", field.choices());
        };
    }

    private static String blank(Field field) {
        if (field.required()) {
            return "the row is rejected";
        } else if (field.whenBlank() != null) {
            return "`" + field.whenBlank() + "`";
        }
        return switch (field.type()) {
            case READING -> "missing";
            case LIST -> "none";
            default -> "not given";
        };
    }
}
