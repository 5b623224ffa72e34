package boscard.workbook;

import static boscard.workbook.Workbooks.formatted;
import static boscard.workbook.Workbooks.formula;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks saved by another program than Excel say the same. */
class LibreOfficeTest {

    @TempDir
    Path folder;

    @BeforeEach
    void libreOfficeIsInstalled() {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "soffice")));
        assumeTrue(found, "LibreOffice (soffice) is not installed; workbooks saved by it are not tested");
    }

    @Test
    void cellsReadTheSameAfterSavingInLibreOffice() throws Exception {
        Path original = Workbooks.write(
                folder.resolve("a.xlsx"),
                "S",
                row("win_rate", 0.1 + 0.2, formatted(0.8, "0.0%"), true),
                row(formatted(46001, "yyyy-mm-dd"), formula("1/4"), formula("1/0"), "two\nlines", 123456789012d));

        List<SheetRow> before = Workbooks.read(original, "S");
        List<SheetRow> after = Workbooks.read(saved(original), "S");

        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(described(after.get(i))).isEqualTo(described(before.get(i)));
        }
    }

    @Test
    void aRulebookKeepsItsDigestWhenSavedInLibreOffice() throws Exception {
        Path original = new RulebookBuilder(folder.resolve("original")).write();
        String digest = RulebookFolder.load(original).rulebook().digest();
        try (Stream<Path> books = Files.list(original.resolve("spreadsheets"))) {
            for (Path book : books.toList()) {
                Path copy = saved(book);
                Files.move(copy, book, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }

        assertThat(RulebookFolder.load(original).rulebook().digest()).isEqualTo(digest);
    }

    private static List<String> described(SheetRow row) {
        return row.cells().stream()
                .map(cell -> cell.column() + " " + cell.kind() + " " + cell.text() + " " + cell.date())
                .toList();
    }

    private Path saved(Path file) throws IOException, InterruptedException {
        Path out = folder.resolve("saved");
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        out.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Path saved = out.resolve(file.getFileName().toString());
        assertThat(saved).as(Files.readString(folder.resolve("soffice.log"))).exists();
        return saved;
    }
}
