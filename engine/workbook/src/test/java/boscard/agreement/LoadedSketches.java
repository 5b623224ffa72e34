package boscard.agreement;

import boscard.rulebook.Rulebook;
import boscard.table.Row;
import boscard.workbook.LoadedRulebook;
import boscard.workbook.RulebookFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sketches, written as a workbook and read by boscard. */
final class LoadedSketches {

    private LoadedSketches() {}

    static Rulebook load(List<Sketch> sketches, String extension) {
        try {
            Path file = Files.createTempFile("agreement", extension);
            try {
                LoadedRulebook loaded = RulebookFolder.ofWorkbook(SketchBook.write(file, sketches));
                int rows = loaded.rulebook().tables().stream()
                        .mapToInt(table -> table.rows().size())
                        .sum();
                if (rows
                        != sketches.stream().mapToInt(one -> one.lines().size()).sum()) {
                    throw new AssertionError("not every row was read: " + loaded.warnings());
                }
                return loaded.rulebook();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String outcome(Row row) {
        return row.outcome().entrySet().stream()
                .map(LoadedSketches::said)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String said(Map.Entry<String, Object> outcome) {
        return outcome.getKey() + " "
                + (outcome.getValue() instanceof java.math.BigDecimal number
                        ? number.stripTrailingZeros().toPlainString()
                        : outcome.getValue());
    }
}
