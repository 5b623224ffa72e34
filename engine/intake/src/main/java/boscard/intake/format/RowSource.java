package boscard.intake.format;

import boscard.source.Origin;
import boscard.source.SourceRef;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table: a text file, a sheet, an array in a JSON file. Read once, from top to bottom, by one thread.
 * Layouts that are not a plain table (periods as columns, a header of two rows) can be put in front as another source
 * that wraps this one.
 */
public interface RowSource extends AutoCloseable {

    /** The file, as the user named it. */
    String file();

    /** The sheet, or the property of a JSON object; empty when the file is one table. */
    String table();

    /** The names that the format itself gives to the columns; empty when a row of the table does. */
    List<String> columns();

    /**
     * The next row, blank ones included; null at the end. The row may be the same object each time.
     *
     * @throws IOException when the file can no longer be read
     */
    @Nullable
    RawRow next() throws IOException;

    /**
     * The address of a cell.
     *
     * @param row as {@link RawRow#number()} gives it; 0 for the whole table
     * @param position of the column, from 1; 0 for the whole row
     * @param heading of the column; empty for the whole row
     */
    SourceRef at(int row, int position, String heading);

    /** The origin of a fact in this row. The columns are kept, not copied. */
    Origin origin(int row, Map<String, Origin.Column> columns);

    /** Whether {@link #origin} depends on the number of the row alone, so that it can be made later. */
    default boolean hasOriginsByNumber() {
        return false;
    }

    /** Whether the file knows numbers and days from text, as a workbook does. */
    default boolean knowsTypes() {
        return false;
    }

    /** Says that whoever reads leaves hidden rows out, so that nothing is said about them. */
    default void leaveOutHidden() {}

    /**
     * The column of a text in this row that a formula made, from 1; 0 when there is none, or the row was read long ago.
     */
    default int textFormulaIn(int row) {
        return 0;
    }

    @Override
    void close() throws IOException;
}
