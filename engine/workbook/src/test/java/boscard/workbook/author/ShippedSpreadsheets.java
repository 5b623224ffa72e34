package boscard.workbook.author;

import boscard.workbook.layout.WorkbookLayout;
import boscard.workbook.layout.WorkbookWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrote the first version of the workbooks in {@code spreadsheets/}. They are the truth now: people edit them in Excel,
 * and running this again would undo what they did. It stays as the record of where each row came from, and as a
 * starting point when a table gets another shape.
 */
public final class ShippedSpreadsheets {

    private ShippedSpreadsheets() {}

    /** The workbooks by file name. */
    static Map<String, WorkbookLayout> layouts() {
        var layouts = new LinkedHashMap<String, WorkbookLayout>();
        layouts.put("kpi-catalogue.xlsx", CatalogueWorkbook.layout());
        layouts.put("parameters.xlsx", ParameterWorkbook.layout());
        layouts.put("kpi-thresholds.xlsx", ThresholdWorkbook.layout());
        layouts.put("quality.xlsx", QualityWorkbook.layout());
        layouts.put("smart.xlsx", CheckWorkbooks.smart());
        layouts.put("balance.xlsx", CheckWorkbooks.balance());
        layouts.put("pitfalls.xlsx", CheckWorkbooks.pitfalls());
        layouts.put("recommendations.xlsx", RecommendationWorkbook.layout());
        layouts.replaceAll(ExampleSheets::added);
        return layouts;
    }

    /**
     * Writes all workbooks.
     *
     * @param arguments the folder; it is made when it does not exist
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        layouts().forEach((name, layout) -> WorkbookWriter.write(layout, folder.resolve(name)));
    }
}
