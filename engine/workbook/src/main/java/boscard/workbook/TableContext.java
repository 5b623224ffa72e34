package boscard.workbook;

import boscard.fact.KpiCatalogue;
import boscard.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What the readers of one table share.
 *
 * @param table name of the table
 * @param lists from which cells of the workbook are filled
 * @param catalogue to check KPI ids; null when there is none to check against
 * @param names taken in the whole rulebook
 */
record TableContext(
        String table,
        SheetGrid grid,
        TableColumns columns,
        DropDowns lists,
        @Nullable KpiCatalogue catalogue,
        RulebookNames names,
        Problems problems) {}
