package boscard.intake;

import boscard.fact.FactKind;
import boscard.source.SourceRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row that became no fact.
 *
 * @param at the whole row
 * @param cells what stood in it, by canonical field name, in canonical order; fields without a column are left out, and
 *     a row that could not be taken apart has none
 */
public record RejectedRow(FactKind kind, SourceRef at, Map<String, String> cells) {

    public RejectedRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
}
