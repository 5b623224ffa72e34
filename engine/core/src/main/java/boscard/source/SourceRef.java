package boscard.source;

import java.util.Comparator;

/**
 * The address of one thing a person can open and look at. {@code toString()} is what people read.
 *
 * <p>Addresses sort in reading order: by file, then sheet, then row, then column. Immutable; safe for any thread.
 */
public sealed interface SourceRef extends Comparable<SourceRef> permits CellRef, LineRef, RuleRef, Derived {

    /** The file or workbook, as the user named it; empty for a {@link Derived} address. */
    String file();

    /** The sheet, or an empty text where the file has none. */
    String sheet();

    /** The row or line, counted from 1 as people see it; 0 when the address is the whole file or sheet. */
    int row();

    /** The column, counted from 1; 0 when the address is a whole row. */
    int column();

    @Override
    default int compareTo(SourceRef other) {
        if (this == other) {
            return 0;
        }
        int byFile = file().compareTo(other.file());
        int bySheet = byFile != 0 ? byFile : sheet().compareTo(other.sheet());
        int byRow = bySheet != 0 ? bySheet : Integer.compare(row(), other.row());
        int byColumn = byRow != 0 ? byRow : Integer.compare(column(), other.column());
        return byColumn != 0 ? byColumn : toString().compareTo(other.toString());
    }

    /** File, sheet, row, column, and then the text, so that different addresses never compare as equal. */
    Comparator<SourceRef> READING_ORDER = Comparator.naturalOrder();
}
