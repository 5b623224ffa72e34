package boscard.ledger;

import boscard.source.Origin;
import boscard.source.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The places of values that came from another record than the rest of their fact, as texts: field, file, sheet, row,
 * position and heading of the column, with tabs between them; or field and how it was computed.
 */
final class JoinedOrigins {

    private static final int PLACE = 6;

    private JoinedOrigins() {}

    static List<String> write(Origin.Joined joined) {
        var texts = new ArrayList<String>();
        new TreeMap<>(joined.others()).forEach((field, origin) -> {
            if (origin instanceof Origin.Computed computed) {
                texts.add(String.join("\t", field, plain(computed.how())));
                return;
            }
            SourceRef at = origin.of(field);
            texts.add(String.join(
                    "\t",
                    field,
                    plain(at.file()),
                    plain(at.sheet()),
                    Integer.toString(at.row()),
                    Integer.toString(at.column()),
                    plain(heading(origin, field))));
        });
        return texts;
    }

    private static String heading(Origin origin, String field) {
        Map<String, Origin.Column> columns = origin instanceof Origin.Line line
                ? line.columns()
                : origin instanceof Origin.SheetRow row ? row.columns() : Map.of();
        Origin.Column column = columns.get(field);
        return column == null ? "" : column.heading();
    }

    private static String plain(String text) {
        return text.replace('\t', ' ');
    }

    /** @throws IllegalArgumentException when the texts are not what {@link #write} makes */
    static Origin read(Origin first, List<String> texts) {
        var others = new HashMap<String, Origin>();
        for (String text : texts) {
            String[] parts = text.split("\t", -1);
            if (parts.length == PLACE) {
                int row = Integer.parseInt(parts[3]);
                int position = Integer.parseInt(parts[4]);
                Map<String, Origin.Column> columns =
                        position == 0 ? Map.of() : Map.of(parts[0], new Origin.Column(position, parts[5]));
                others.put(
                        parts[0],
                        parts[2].isEmpty()
                                ? new Origin.Line(parts[1], row, columns)
                                : new Origin.SheetRow(parts[1], parts[2], row, columns));
            } else if (parts.length == 2) {
                others.put(parts[0], new Origin.Computed(parts[1]));
            } else {
                throw new IllegalArgumentException("No place of a value: " + text);
            }
        }
        return others.isEmpty() ? first : new Origin.Joined(first, others);
    }
}
