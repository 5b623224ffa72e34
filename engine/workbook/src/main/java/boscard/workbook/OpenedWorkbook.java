package boscard.workbook;

import boscard.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a workbook of a rulebook holds, read once.
 *
 * @param problems what was odd about the file, and why it could not be read to its end
 * @param isWhole whether it was; else the sheets before the damage are here
 * @param resultsMayBeOld whether it was saved without calculating its formulas
 */
record OpenedWorkbook(
        List<Problem> problems,
        boolean isWhole,
        Map<String, String> definedNames,
        List<Sheet> sheets,
        boolean resultsMayBeOld) {

    /** A sheet with its cells. */
    record Sheet(SheetName name, SheetGrid grid) {}

    /**
     * Reads it.
     *
     * @param withTests whether sheets that surely hold examples are read too
     * @throws InvalidWorkbook when it cannot be opened
     */
    static OpenedWorkbook read(Path file, String name, boolean withTests) {
        try (SpreadsheetFile workbook = SpreadsheetFile.open(file, name, SpreadsheetLimits.RULEBOOK)) {
            var sheets = new ArrayList<Sheet>();
            var problems = new ArrayList<>(workbook.warnings());
            boolean whole = true;
            try {
                for (SheetName sheet : workbook.sheets()) {
                    if (withTests || !TestsSheet.isSurely(sheet.name())) { // read by those who run the tests
                        sheets.add(new Sheet(sheet, SheetGrid.read(workbook, name, sheet.name())));
                    }
                }
            } catch (InvalidWorkbook damaged) {
                problems.addAll(damaged.problems());
                whole = false;
            }
            return new OpenedWorkbook(
                    List.copyOf(problems), whole, workbook.definedNames(), sheets, workbook.resultsMayBeOld());
        }
    }
}
