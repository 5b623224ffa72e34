package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --annotate}: the problems on the cells of copies, and the originals as they were. */
final class AnnotateTest {

    @TempDir
    Path home;

    private Path rulebook;
    private Path thresholds;
    private Path copies;

    @BeforeEach
    void aRulebookWithThreeSlips() throws IOException {
        rulebook = home.resolve("ours");
        boscard("init", rulebook).endsWith(FINE);
        thresholds = rulebook.resolve("spreadsheets/kpi-thresholds.xlsx");
        copies = home.resolve("annotated");
    }

    private Outcome annotate(Object... more) {
        var arguments = new java.util.ArrayList<Object>(List.of("check", "--rulebook", rulebook, "--annotate", copies));
        arguments.addAll(Arrays.asList(more));
        return boscard(arguments.toArray());
    }

    private void makeThreeSlips() throws IOException {
        Spreadsheet.of(thresholds, "Thresholds")
                .set("KT-010", "Status", "Geen")
                .set("KT-011", "KPI", "win_rat")
                .set("KT-012", "Id", "")
                .save();
    }

    @Test
    void everyProblemStandsOnItsCellWithTheProposalOfAnId() throws IOException {
        makeThreeSlips();
        byte[] before = Files.readAllBytes(thresholds);

        annotate()
                .endsWith(PROBLEMS)
                .says("3 errors", "Annotated " + copies.resolve("kpi-thresholds.xlsx") + ": 3 problems");

        try (var book =
                new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(copies.resolve("kpi-thresholds.xlsx"))))) {
            List<String> comments = book.getSheet("Thresholds").getCellComments().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .filter(comment -> comment.getKey().getRow() > new CellAddress("A13").getRow())
                    .map(comment -> comment.getValue().getString().getString())
                    .toList();
            assertThat(comments).hasSize(3);
            assertThat(comments.get(0)).contains("[CELL_CHOICE]", "Maybe GREEN");
            assertThat(comments.get(1)).contains("[KPI_UNKNOWN]", "Maybe win_rate");
            assertThat(comments.get(2))
                    .contains("[ROW_WITHOUT_ID]")
                    .containsPattern("Maybe KT-\\d{3}, which no other row has");
        }
        assertThat(Files.readAllBytes(thresholds)).isEqualTo(before);
        try (Stream<Path> files = Files.list(copies)) {
            assertThat(files).containsExactly(copies.resolve("kpi-thresholds.xlsx"));
        }
    }

    @Test
    void copiesThatStandThereAreReplacedOnlyWhenAsked() throws IOException {
        makeThreeSlips();
        annotate().endsWith(PROBLEMS);
        Path copy = copies.resolve("kpi-thresholds.xlsx");
        Files.writeString(copy, "mine");

        annotate().endsWith(PROBLEMS).says(copy + " exists; no copies were written", "--overwrite");
        assertThat(copy).hasContent("mine");
        annotate("--overwrite").endsWith(PROBLEMS).says("Annotated " + copy);
        assertThat(Files.size(copy)).isGreaterThan(1_000);
    }

    @Test
    void theOriginalsAreNoPlaceForCopies() throws IOException {
        makeThreeSlips();
        byte[] before = Files.readAllBytes(thresholds);

        boscard(
                        "check",
                        "--rulebook",
                        rulebook,
                        "--annotate",
                        java.util.Objects.requireNonNull(thresholds.getParent()),
                        "--overwrite")
                .endsWith(PROBLEMS)
                .says("holds the workbooks themselves; no copies were written");
        assertThat(Files.readAllBytes(thresholds)).isEqualTo(before);
    }

    @Test
    void aSoundRulebookNeedsNoCopies() {
        annotate().endsWith(FINE).says("No workbook to annotate");
    }

    @Test
    void advicesAndWarningsAloneEndFineAndAreAnnotatedToo() throws IOException {
        Spreadsheet.of(thresholds, "Thresholds").set("KT-010", "Level", "any").save();

        annotate()
                .endsWith(FINE)
                .says("[CELL_WILDCARD]", "Annotated " + copies.resolve("kpi-thresholds.xlsx") + ": 1 problem");
    }
}
