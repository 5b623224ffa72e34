package boscard.intake.layout;

import boscard.intake.format.RawRow;
import boscard.intake.format.RowSource;
import boscard.intake.mapping.FileMapping;
import boscard.intake.mapping.Wildcard;
import boscard.intake.value.RawValue;
import boscard.intake.value.Spaces;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that name the columns of a table with a layout: the first ones among the top rows that have all headings
 * that the layout names, or else those that have the most.
 *
 * @param row the last of the header rows; 0 when none names the columns
 * @param headings texts of the rows joined with a space
 * @param typed of each heading the value when its cell has a type, as a date has
 * @param above rows above the header
 * @param below rows that were read ahead and come after it
 */
record HeaderRows(
        int row, List<String> headings, List<@Nullable RawValue> typed, List<StoredRow> above, Deque<StoredRow> below) {

    private static final int ROWS_LOOKED_AT = 30;

    /**
     * @param names plain headings that the header should have
     * @param patterns of each of which it should have at least one
     */
    static HeaderRows find(RowSource source, FileMapping mapping, Set<String> names, List<List<Wildcard>> patterns)
            throws IOException {
        var above = new ArrayList<StoredRow>();
        for (int i = 0; i < mapping.skipRows(); i++) {
            RawRow row = source.next();
            if (row == null) {
                return new HeaderRows(0, List.of(), List.of(), above, new ArrayDeque<>());
            }
            above.add(new StoredRow(row));
        }
        if (!source.columns().isEmpty()) {
            return new HeaderRows(0, source.columns(), untyped(source.columns().size()), above, new ArrayDeque<>());
        }
        var ahead = new ArrayList<StoredRow>();
        if (!mapping.header()) {
            RawRow first = source.next();
            if (first != null) {
                ahead.add(new StoredRow(first));
            }
            int width = first == null ? 0 : first.size();
            return new HeaderRows(0, Collections.nCopies(width, ""), untyped(width), above, new ArrayDeque<>(ahead));
        }
        int rows = mapping.layout().headerRows();
        int best = 0;
        int most = -1;
        RawRow row;
        while (ahead.size() < ROWS_LOOKED_AT && (row = source.next()) != null) {
            ahead.add(new StoredRow(row));
            int start = ahead.size() - rows;
            if (start < 0) {
                continue;
            }
            List<String> headings = joined(ahead.subList(start, ahead.size()), mapping);
            int known = known(headings, names, patterns);
            if (known > most) {
                most = known;
                best = start;
            }
            if (known == names.size() + patterns.size()) {
                break;
            }
        }
        if (ahead.size() < rows) {
            above.addAll(ahead);
            return new HeaderRows(0, List.of(), List.of(), above, new ArrayDeque<>());
        }
        List<StoredRow> header = ahead.subList(best, best + rows);
        List<String> headings = joined(header, mapping);
        StoredRow last = header.get(rows - 1);
        above.addAll(ahead.subList(0, best));
        return new HeaderRows(
                last.number(),
                headings,
                rows == 1 ? typed(last, headings.size()) : untyped(headings.size()),
                above,
                new ArrayDeque<>(ahead.subList(best + rows, ahead.size())));
    }

    private static int known(List<String> headings, Set<String> names, List<List<Wildcard>> patterns) {
        int known = 0;
        for (String name : names) {
            known += headings.stream()
                            .anyMatch(
                                    heading -> FileMapping.plainHeading(heading).equals(name))
                    ? 1
                    : 0;
        }
        for (List<Wildcard> several : patterns) {
            known += headings.stream().anyMatch(heading -> several.stream().anyMatch(pattern -> pattern.fits(heading)))
                    ? 1
                    : 0;
        }
        return known;
    }

    private static List<String> joined(List<StoredRow> rows, FileMapping mapping) {
        int width = rows.stream().mapToInt(StoredRow::size).max().orElse(0);
        var headings = new ArrayList<String>(width);
        var before = new String[rows.size()];
        for (int column = 0; column < width; column++) {
            var heading = new StringBuilder();
            for (int i = 0; i < rows.size(); i++) {
                String text = Spaces.strip(rows.get(i).text(column));
                boolean mayFill = mapping.layout().headerFills() && i < rows.size() - 1;
                if (text.isEmpty() && mayFill && before[i] != null) {
                    text = before[i];
                }
                before[i] = text;
                if (!text.isEmpty()) {
                    heading.append(heading.isEmpty() ? "" : " ").append(text);
                }
            }
            headings.add(heading.toString());
        }
        return headings;
    }

    private static List<@Nullable RawValue> typed(StoredRow row, int width) {
        var typed = new ArrayList<@Nullable RawValue>(width);
        for (int i = 0; i < width; i++) {
            typed.add(row.typed(i));
        }
        return typed;
    }

    private static List<@Nullable RawValue> untyped(int width) {
        return new ArrayList<>(Collections.nCopies(width, null));
    }
}
