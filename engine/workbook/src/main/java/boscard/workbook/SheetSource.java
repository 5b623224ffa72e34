package boscard.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A spreadsheet format. Not thread-safe. */
interface SheetSource extends Closeable {

    /** In the order of the tabs. */
    List<SheetName> sheets();

    /** What names that are defined for the workbook stand for, such as {@code Lists!$A$2:$A$9}. */
    Map<String, String> definedNames();

    /** Where the zip keeps what; null for a format that is no zip. */
    @Nullable
    PackageParts parts();

    /** Whether the workbook itself says that stored results of formulas may be old. */
    boolean resultsMayBeOld();

    /**
     * Gives all rows of a sheet.
     *
     * @param sheet a name from {@link #sheets()}
     * @throws IOException when the file is damaged, or as {@link LimitExceeded}
     */
    SheetLayout readRows(String sheet, RowConsumer consumer) throws IOException;
}
