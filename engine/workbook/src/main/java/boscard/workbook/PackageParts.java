package boscard.workbook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the zip of a workbook keeps what: paths of its parts.
 *
 * @param sheets by name of the sheet
 * @param styles null when it has none
 */
public record PackageParts(
        Map<String, String> sheets, @Nullable String styles) {

    public PackageParts {
        sheets = Map.copyOf(sheets);
    }
}
