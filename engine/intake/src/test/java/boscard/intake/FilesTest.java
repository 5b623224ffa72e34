package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What can be wrong with files and folders before a row is read. */
class FilesTest extends ImportTest {

    @Test
    void missingFileOffersItsNeighbour() {
        file("measurements.csv", HEADER);
        ImportedFacts imported = importWith(settings(), folder.resolve("mesurements.csv"));

        assertThat(addresses(imported)).containsExactly("FILE_MISSING at mesurements.csv");
        assertThat(messages(imported)).contains("Maybe measurements.csv is meant.");
    }

    @Test
    void folderWithoutFactsIsReported() {
        file("readme.md", "hello");
        ImportedFacts imported = importAll();

        assertThat(codes(imported)).containsExactly(ProblemCode.NO_FACTS);
        assertThat(imported.hasErrors()).isTrue();
    }

    @Test
    void emptyFileIsReported() {
        file("measurements.csv", "");

        assertThat(addresses(importAll())).containsExactly("FILE_EMPTY at measurements.csv");
    }

    @Test
    void fileOfSpacesIsEmpty() {
        file("measurements.csv", "\ufeff \n\n");

        assertThat(codes(importAll())).containsExactly(ProblemCode.FILE_EMPTY);
    }

    @Test
    void headerWithoutRowsIsAWarningAndNoFacts() {
        file("measurements.csv", HEADER);

        assertThat(codes(importAll())).containsExactlyInAnyOrder(ProblemCode.HEADER_ONLY, ProblemCode.NO_FACTS);
    }

    @Test
    void lockFilesAndHiddenFilesAreNotRead() {
        file("~$measurements.xlsx", "lock");
        file(".measurements.csv", "x");
        file("measurements.csv", HEADER + "A,win_rate,2026-Q3,1,2\n");

        assertThat(importAll().problems()).isEmpty();
    }

    @Test
    void textNamedLikeAWorkbookIsReadWhenItIsATableOfFacts() {
        file("measurements.xlsx", HEADER + "A,win_rate,2026-Q3,1,2\n");
        ImportedFacts imported = importAll();

        assertThat(codes(imported)).containsExactly(ProblemCode.FORMAT_MISMATCH);
        assertThat(measurements(imported)).hasSize(1);
    }

    @Test
    void workbookThatIsNoneIsReported() {
        file("measurements.xlsx", "this is not a workbook");
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("WORKBOOK_BROKEN at measurements.xlsx");
        assertThat(messages(imported)).contains("Maybe open it in Excel");
    }

    @Test
    void brokenZipIsReported() {
        file("measurements.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0});

        assertThat(codes(importAll())).containsExactly(ProblemCode.WORKBOOK_BROKEN);
    }

    @Test
    void webPageNamedXlsIsReported() {
        file("measurements.xls", "<html><table><tr><td>1</td></tr></table></html>");

        assertThat(codes(importAll())).containsExactly(ProblemCode.FORMAT_UNKNOWN);
        assertThat(messages(importAll())).contains("web page");
    }

    @Test
    void pointerOfLargeFileStorageIsReported() {
        file("measurements.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");

        assertThat(codes(importAll())).containsExactly(ProblemCode.LFS_POINTER);
    }

    @Test
    void binaryFileIsReported() {
        file("measurements.csv", new byte[] {1, 0, 2, 0, 3, 0});

        assertThat(codes(importAll())).containsExactly(ProblemCode.FORMAT_UNKNOWN);
    }

    @Test
    void fileBeyondTheBoundIsNotRead() {
        file("measurements.csv", HEADER + "A,win_rate,2026-Q3,1,2\n");
        var limits = new ImportLimits(20, 100, 100, 10, 100, RejectionLimit.DEFAULT);

        assertThat(codes(importWith(settings().withLimits(limits), folder)))
                .containsExactly(ProblemCode.FILE_TOO_LARGE);
    }

    @Test
    void headerTellsTheKindWhenTheNameDoesNot() {
        file("export.csv", HEADER + "A,win_rate,2026-Q3,1,2\n");
        file("log.csv", "scorecard,kpi,period,old_target,new_target,changed_on\nA,win_rate,2026-Q3,,1,2026-01-01\n");
        ImportedFacts imported = importAll();

        assertThat(imported.problems()).isEmpty();
        assertThat(imported.accounts())
                .extracting(account -> account.kind().canonicalName())
                .containsExactly("measurements", "target_changes");
    }

    @Test
    void fileOfUnknownKindIsReportedAndTheOthersAreRead() {
        file("stuff.csv", "a,b\n1,2\n");
        file("measurements.csv", HEADER + "A,win_rate,2026-Q3,1,2\n");
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("FORMAT_UNKNOWN at stuff.csv:1");
        assertThat(measurements(imported)).hasSize(1);
    }

    @Test
    void sameFileNamedTwiceIsReadOnce() throws IOException {
        var file = file("measurements.csv", HEADER + "A,win_rate,2026-Q3,1,2\n");
        var link = folder.resolve("linked.csv");
        Files.createSymbolicLink(link, file);
        ImportedFacts imported = importWith(settings(), folder, file);

        assertThat(imported.accounts()).hasSize(1);
        assertThat(measurements(imported)).hasSize(1);
    }

    @Test
    void textThatBeginsLikeAZipFileIsText() {
        file("measurements.csv", "PK," + HEADER + "1,A,win_rate,2026-Q3,1,2\n");

        assertThat(codes(importAll())).containsExactly(ProblemCode.COLUMN_UNKNOWN);
    }
}
