package boscard.intake;

import boscard.fact.FactKind;
import boscard.intake.format.RawRow;
import boscard.intake.format.RowSource;
import boscard.intake.mapping.FileMapping;
import boscard.intake.value.Spaces;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row that names the columns. It is the first that has all required columns; title and filter lines may stand
 * above it. When no row has them, it is the one that knows the most columns, so that what is missing can be said.
 */
final class HeaderSearch {

    private static final int ROWS_LOOKED_AT = 20;

    /**
     * @param row of the header; 0 when no row of the table names the columns
     * @param headings as written; empty when the columns have no names
     * @param above rows above the header, blank ones included
     * @param below rows that were read ahead and come after the header
     */
    record Header(int row, List<String> headings, List<StoredRow> above, Deque<StoredRow> below) {}

    private HeaderSearch() {}

    /**
     * @param kind of the table; null when the header has to tell it
     * @return null when the table has no row at all below the skipped ones
     */
    static @Nullable Header find(RowSource source, @Nullable FactKind kind, FileMapping mapping) throws IOException {
        var above = new ArrayList<StoredRow>();
        for (int i = 0; i < mapping.skipRows(); i++) {
            RawRow row = source.next();
            if (row == null) {
                return null;
            }
            above.add(new StoredRow(row));
        }
        if (!source.columns().isEmpty()) {
            return new Header(0, source.columns(), above, new ArrayDeque<>());
        }
        if (!mapping.header()) {
            return new Header(0, List.of(), above, new ArrayDeque<>());
        }
        var candidates = new ArrayList<StoredRow>();
        int best = -1;
        int mostKnown = 0;
        RawRow row;
        while (candidates.size() < ROWS_LOOKED_AT && (row = source.next()) != null) {
            var candidate = new StoredRow(row);
            candidates.add(candidate);
            int known = known(candidate.texts(), kind, mapping);
            if (isComplete(candidate.texts(), kind, mapping)) {
                best = candidates.size() - 1;
                break;
            }
            if (known > mostKnown) {
                mostKnown = known;
                best = candidates.size() - 1;
            }
        }
        if (candidates.isEmpty()) {
            return null;
        }
        if (best < 0) {
            best = firstFilled(candidates);
        }
        StoredRow header = candidates.get(best);
        above.addAll(candidates.subList(0, best));
        return new Header(
                header.number(),
                header.texts(),
                above,
                new ArrayDeque<>(candidates.subList(best + 1, candidates.size())));
    }

    private static boolean isComplete(List<String> texts, @Nullable FactKind kind, FileMapping mapping) {
        return kind != null
                ? KindOfTable.hasRequired(kind, texts, mapping) && KindOfTable.known(kind, texts, mapping) > 0
                : KindOfTable.byHeader(texts, mapping) != null;
    }

    private static int known(List<String> texts, @Nullable FactKind kind, FileMapping mapping) {
        if (kind != null) {
            return KindOfTable.known(kind, texts, mapping);
        }
        int most = 0;
        for (FactKind each : FactKind.values()) {
            most = Math.max(most, KindOfTable.known(each, texts, mapping));
        }
        return most;
    }

    private static int firstFilled(List<StoredRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).texts().stream().allMatch(Spaces::isBlank)) {
                return i;
            }
        }
        return 0;
    }
}
