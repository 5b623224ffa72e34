package boscard.workbook.author;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.problem.Problem;
import boscard.table.DecisionTable;
import boscard.table.Row;
import boscard.table.example.Coverage;
import boscard.table.example.MissingExamples;
import boscard.table.example.ProposedRows;
import boscard.table.example.Trial;
import boscard.workbook.RulebookFolder;
import boscard.workbook.RulebookWithTests;
import boscard.workbook.layout.WorkbookWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Tests sheets of the shipped workbooks hold, and reach every row. After a change of rows, {@code -Dgolden=update}
 * adds the examples that are missing and restates those that no longer hold, in the files of examples beside the author
 * program; the diff is what a reviewer reads. Then the workbooks are written again.
 */
class ShippedExamplesTest {

    private static final Path HOME = Path.of(System.getProperty("boscard.home", "../.."));
    private static final Path FILES = HOME.resolve("engine/workbook/src/test/resources/boscard/workbook/author");

    @BeforeAll
    static void update(@TempDir Path folder) throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            Path spreadsheets = Files.createDirectories(folder.resolve("spreadsheets"));
            ShippedSpreadsheets.layouts()
                    .forEach((name, layout) -> WorkbookWriter.write(layout, spreadsheets.resolve(name)));
            RulebookWithTests authored = RulebookFolder.loadWithTests(folder);
            List<Trial> trials = trials(authored);
            for (DecisionTable table : authored.loaded().rulebook().tables()) {
                rewrite(table, trials);
            }
        }
    }

    @Test
    void everyExampleCanBeRead() {
        assertThat(RulebookFolder.loadWithTests(HOME).problems().stream().map(Problem::toString))
                .isEmpty();
    }

    @Test
    void everyExampleHolds() {
        assertThat(trials(RulebookFolder.loadWithTests(HOME)))
                .isNotEmpty()
                .allSatisfy(trial -> assertThat(trial.passed())
                        .as(() -> trial.example().at() + " expects "
                                + trial.example().expected() + ", and "
                                + trial.chosen().stream().map(Row::id).toList() + " count")
                        .isTrue());
    }

    @Test
    void everyRowIsReachedByAnExample() {
        RulebookWithTests shipped = RulebookFolder.loadWithTests(HOME);
        List<Trial> trials = trials(shipped);
        List<String> unreached = shipped.loaded().rulebook().tables().stream()
                .flatMap(table -> Coverage.of(table, trials).unreached().stream())
                .map(row -> row.id() + " " + row.at())
                .toList();
        assertThat(unreached)
                .as("rows that no example reaches; CONTRIBUTING.md says how to add one")
                .isEmpty();
    }

    private static List<Trial> trials(RulebookWithTests shipped) {
        Map<String, DecisionTable> tables = shipped.loaded().rulebook().tables().stream()
                .collect(Collectors.toMap(DecisionTable::name, table -> table));
        return shipped.examples().stream()
                .map(example -> Trial.of(java.util.Objects.requireNonNull(tables.get(example.table())), example))
                .toList();
    }

    private static void rewrite(DecisionTable table, List<Trial> trials) throws IOException {
        List<Trial> own =
                trials.stream().filter(trial -> trial.table() == table).toList();
        List<Trial> holding = own.stream().filter(Trial::passed).toList();
        var lines = new ArrayList<String>();
        Path file = FILES.resolve(
                ExampleSheets.fileName(table.at().workbook(), table.at().sheet()));
        ProposedRows missing = ProposedRows.of(table, MissingExamples.of(table, holding));
        String headings = String.join("\t", missing.headings());
        List<String> kept = Files.exists(file) ? Files.readAllLines(file) : List.of();
        boolean sameHeadings = !kept.isEmpty() && kept.get(0).equals(headings);
        lines.add(headings);
        if (sameHeadings) {
            var failing = new HashSet<Integer>(); // an example's line in the file is its row on the sheet
            own.stream()
                    .filter(trial -> !trial.passed())
                    .forEach(trial -> failing.add(trial.example().at().row()));
            for (int i = 1; i < kept.size(); i++) {
                if (!failing.contains(i + 1) && own.stream().anyMatch(holdingAt(i + 1))) {
                    lines.add(kept.get(i));
                }
            }
        } else {
            missing = ProposedRows.of(table, MissingExamples.of(table, List.of()));
        }
        missing.rows()
                .forEach(row -> lines.add(row.stream()
                        .map(cell -> cell.map(Object::toString).orElse(""))
                        .collect(Collectors.joining("\t"))));
        Files.createDirectories(FILES);
        Files.write(file, lines);
    }

    private static java.util.function.Predicate<Trial> holdingAt(int row) {
        return trial -> trial.example().at().row() == row;
    }
}
