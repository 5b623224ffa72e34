package boscard.intake;

import boscard.fact.FactKind;
import boscard.intake.format.RawRow;
import boscard.intake.format.RowSource;
import boscard.intake.layout.LaidOutTable;
import boscard.intake.layout.StoredRow;
import boscard.intake.mapping.ColumnPick;
import boscard.intake.mapping.FileMapping;
import boscard.intake.value.Spaces;
import boscard.problem.Problem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
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
     * @param above rows above the header, blank and unreadable ones included
     * @param below rows that were read ahead and come after the header
     * @param broken what is wrong with the header itself, such as bytes that are no characters; null when nothing is
     */
    record Header(
            int row,
            List<String> headings,
            List<StoredRow> above,
            Deque<StoredRow> below,
            @Nullable Problem broken) {

        static Header withoutRow(List<String> headings, List<StoredRow> above) {
            return new Header(0, headings, above, new ArrayDeque<>(), null);
        }

        /** That of a table that was laid out, which gives its titles among its rows. */
        static Header of(LaidOutTable table) {
            List<String> headings = table.isEmpty() ? List.of() : table.columns();
            return new Header(table.headerRow(), headings, List.of(), new ArrayDeque<>(), null);
        }

        /** Whether there is nothing at all to read below it. */
        boolean isMissing() {
            return row == 0 && headings.isEmpty();
        }

        /** What was found to be unreadable on the way to the header and in it. */
        List<Problem> problems() {
            var problems = new ArrayList<Problem>();
            above.stream().map(StoredRow::broken).filter(Objects::nonNull).forEach(problems::add);
            if (broken != null) {
                problems.add(broken);
            }
            return problems;
        }
    }

    private HeaderSearch() {}

    /**
     * @param kind of the table; null when the header has to tell it
     * @return a missing header when the table has no row that could be one
     */
    static Header find(RowSource source, @Nullable FactKind kind, FileMapping mapping) throws IOException {
        var above = new ArrayList<StoredRow>();
        for (int i = 0; i < mapping.skipRows(); i++) {
            RawRow row = source.next();
            if (row == null) {
                return Header.withoutRow(List.of(), above);
            }
            above.add(new StoredRow(row));
        }
        if (!source.columns().isEmpty()) {
            return Header.withoutRow(source.columns(), above);
        }
        if (!mapping.header()) {
            return Header.withoutRow(positions(mapping), above);
        }
        var candidates = new ArrayList<StoredRow>();
        int best = -1;
        int mostKnown = 0;
        RawRow row;
        while (candidates.size() < ROWS_LOOKED_AT && (row = source.next()) != null) {
            var candidate = new StoredRow(row);
            if (candidate.broken() != null && candidate.size() == 0) {
                above.add(candidate);
                continue;
            }
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
            return Header.withoutRow(List.of(), above);
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
                new ArrayDeque<>(candidates.subList(best + 1, candidates.size())),
                header.broken());
    }

    /** Without a header the mapping gives the columns by their places, and the kind with them. */
    private static List<String> positions(FileMapping mapping) {
        int last = mapping.columns().values().stream()
                .mapToInt(pick -> pick instanceof ColumnPick.Position position ? position.number() : 0)
                .max()
                .orElse(0);
        return Collections.nCopies(last, "");
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
