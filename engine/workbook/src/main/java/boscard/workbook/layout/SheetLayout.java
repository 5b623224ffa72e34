package boscard.workbook.layout;

/** One sheet of a workbook, before it is written. */
public sealed interface SheetLayout permits ReadMe, PlainTable, RuleTable {

    /** As the tab shows it; at most 31 characters. */
    String sheetName();
}
