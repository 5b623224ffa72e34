package boscard.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A spreadsheet format. Not thread-safe. */
interface SheetSource extends Closeable {

    /** In the order of the tabs. */
    List<SheetName> sheets();

    /**
     * Gives all rows of a sheet.
     *
     * @param sheet a name from {@link #sheets()}
     * @throws IOException when the file is damaged, or as {@link LimitExceeded}
     */
    SheetLayout readRows(String sheet, RowConsumer consumer) throws IOException;
}
