package boscard.intake.mapping;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A field whose cells are names or foreign ids, which another file turns into ours.
 *
 * @param file name of that file; it lies beside the file of the facts, or beside the mapping
 * @param key column of what the facts say
 * @param value column of what is meant
 * @param from column of the first day on which the row counts; null when it always does
 * @param to column of the last such day; null when there is none
 * @param header whether a row of the file names the columns
 * @param delimiter between cells; null to detect it
 * @param encoding used when the file has no byte order mark; null for UTF-8
 * @param keepUnknown whether what is not in the file is taken as it is; otherwise the row is rejected
 * @param line of the mapping on which it is declared, from 1
 */
public record Lookup(
        String file,
        ColumnPick key,
        ColumnPick value,
        @Nullable ColumnPick from,
        @Nullable ColumnPick to,
        boolean header,
        @Nullable Character delimiter,
        @Nullable Charset encoding,
        boolean keepUnknown,
        int line) {

    /** Whether it depends on the day of a record what a name means. */
    public boolean isDated() {
        return from != null || to != null;
    }
}
