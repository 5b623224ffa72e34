package boscard.intake;

import boscard.fact.FactKind;
import boscard.problem.Problem;
import boscard.source.SourceRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row that became no fact.
 *
 * @param at the whole row
 * @param cells what stood in it, by canonical field name, in canonical order; fields without a column are left out, and
 *     a row that could not be taken apart has none
 * @param raw all its cells as the file has them, in the order of its columns; of a row that was read and found to
 *     contradict others, the cells that were read, in canonical form
 * @param problems why: at least one, all errors
 */
public record RejectedRow(
        FactKind kind, SourceRef at, Map<String, String> cells, List<String> raw, List<Problem> problems) {

    public RejectedRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        raw = List.copyOf(raw);
        problems = List.copyOf(problems);
    }
}
