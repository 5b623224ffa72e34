package boscard.intake;

import boscard.fact.Period;
import boscard.fact.SpreadsheetText;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a coverage as a file of comma-separated text: a row for each scorecard, KPI and length of period. */
public final class CoverageFile {

    private CoverageFile() {}

    /** @throws IOException when the file cannot be written */
    public static void write(Coverage coverage, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(
                    "scorecard",
                    "kpi",
                    "grain",
                    "first",
                    "last",
                    "expected",
                    "present",
                    "missing",
                    "late",
                    "missing_periods",
                    "late_periods");
            for (Coverage.Series one : coverage.series()) {
                csv.writeRecord(
                        SpreadsheetText.escaped(one.scorecard()),
                        SpreadsheetText.escaped(one.kpi()),
                        one.grain().toString(),
                        one.first().toString(),
                        one.last().toString(),
                        Integer.toString(one.expected()),
                        Integer.toString(one.present()),
                        Integer.toString(one.missing().size()),
                        Integer.toString(one.late().size()),
                        joined(one.missing()),
                        joined(one.late()));
            }
        }
    }

    private static String joined(List<Period> periods) {
        return periods.stream().map(Period::toString).collect(Collectors.joining(";"));
    }
}
