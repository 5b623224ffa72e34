package boscard.workbook;

import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file that cannot be read gives one problem with its code, the name of the file and an advice. */
class BrokenFilesTest {

    @TempDir
    Path folder;

    @Test
    void aMissingFileIsReported() {
        assertThat(problemOf(folder.resolve("none.xlsx")).toString())
                .isEqualTo("none.xlsx: there is no such file [FILE_MISSING]");
    }

    @Test
    void aFolderIsReported() throws IOException {
        assertThat(problemOf(Files.createDirectory(folder.resolve("sub.xlsx"))).code())
                .isEqualTo(ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void anEmptyFileIsReported() throws IOException {
        assertThat(problemOf(file("")).code()).isEqualTo(ProblemCode.FILE_EMPTY);
    }

    @Test
    void aLockFileIsNamedAsSuch() throws IOException {
        Path lock = Files.writeString(folder.resolve("~$facts.xlsx"), "Analyst");

        assertThat(problemOf(lock).toString()).contains("lock file", "[FORMAT_UNKNOWN]", "Maybe");
    }

    @Test
    void textHtmlXmlAndLfsPointersAreToldApart() throws IOException {
        assertThat(problemOf(file("scorecard,kpi\nEMEA,win_rate\n")).message()).contains("a text file");
        assertThat(problemOf(file("<html><body><table></table></body></html>")).message())
                .contains("web page");
        assertThat(problemOf(file("<?xml version='1.0'?><Workbook/>")).message())
                .contains("XML");
        assertThat(problemOf(file("\u0000\u0001\u0002")).message()).isEqualTo("not a workbook");
        assertThat(problemOf(file("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"))
                        .code())
                .isEqualTo(ProblemCode.LFS_POINTER);
    }

    @Test
    void otherZipFilesAreToldApart() throws IOException {
        assertThat(problemOf(zip("a.txt", "x")).message()).contains("without a workbook");
        assertThat(problemOf(zip("[Content_Types].xml", "x", "word/document.xml", "x"))
                        .message())
                .contains("no workbook");
        assertThat(problemOf(zip("[Content_Types].xml", "x", "xl/workbook.bin", "x"))
                        .message())
                .contains(".xlsb");
        assertThat(problemOf(zip("mimetype", "x", "content.xml", "x")).message())
                .contains("OpenDocument");
    }

    @Test
    void aPasswordIsNamedAsTheReason() throws Exception {
        Path plain = Workbooks.write(folder.resolve("plain.xlsx"), "S", row("x"));
        Path secret = folder.resolve("secret.xlsx");
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                Files.copy(plain, out);
            }
            try (OutputStream out = Files.newOutputStream(secret)) {
                container.writeFilesystem(out);
            }
        }
        assertThat(problemOf(secret).code()).isEqualTo(ProblemCode.WORKBOOK_PROTECTED);
    }

    @Test
    void aPasswordOnAnOldWorkbookIsNamedAsTheReason() throws IOException {
        Path secret = folder.resolve("secret.xls");
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (var book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(secret)) {
            book.createSheet("S").createRow(0).createCell(0).setCellValue("x");
            book.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(problemOf(secret).code()).isEqualTo(ProblemCode.WORKBOOK_PROTECTED);
    }

    @Test
    void everyTruncationOfAWorkbookIsReportedAndNeverCrashes() throws IOException {
        for (String name : new String[] {"a.xlsx", "a.xls"}) {
            byte[] whole = Files.readAllBytes(Workbooks.write(folder.resolve(name), "S", row("x", 1), row("y", 2)));
            for (int length = 1; length < whole.length; length += whole.length / 40) {
                Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, length));
                Problem problem = readingProblemOf(cut, SpreadsheetLimits.FACTS);
                if (name.equals("a.xlsx")) {
                    assertThat(problem).as("cut at %d", length).isNotNull();
                }
            }
        }
    }

    @Test
    void everyDamagedByteOfAPartIsReportedOrHarmless() throws IOException {
        byte[] whole = Files.readAllBytes(Workbooks.write(folder.resolve("a.xlsx"), "S", row("x", 1), row("y", 2)));
        for (int at = 4; at < whole.length; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            readingProblemOf(Files.write(folder.resolve("damaged.xlsx"), damaged), SpreadsheetLimits.FACTS);
        }
    }

    @Test
    void aDocumentTypeDeclarationIsRefusedAndItsFileNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Path file = XlsxParts.write(
                folder.resolve("xxe.xlsx"),
                "<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                "<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>");

        Problem problem = Objects.requireNonNull(readingProblemOf(file, SpreadsheetLimits.FACTS));

        assertThat(problem.code()).isEqualTo(ProblemCode.WORKBOOK_BROKEN);
        assertThat(problem.toString()).doesNotContain("secret\n").contains("S: the workbook is damaged");
    }

    @Test
    void aZipBombIsStopped() throws IOException {
        Path file =
                XlsxParts.write(folder.resolve("bomb.xlsx"), "", "<row><c><v>1</v></c></row>" + "<x/>".repeat(5 << 20));

        Problem problem = Objects.requireNonNull(readingProblemOf(file, SpreadsheetLimits.FACTS));

        assertThat(problem.code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
        assertThat(problem.message()).contains("200 times");
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedAtOnce() {
        Path file = XlsxParts.write(
                folder.resolve("digits.xlsx"), "", "<row><c><v>" + "7".repeat(1 << 19) + "</v></c></row>");

        Problem problem = Objects.requireNonNull(readingProblemOf(file, SpreadsheetLimits.FACTS));

        assertThat(problem.code()).isEqualTo(ProblemCode.WORKBOOK_BROKEN);
        assertThat(problem.message()).contains("cell A1").hasSizeLessThan(200);
    }

    @Test
    void sizesRowsAndColumnsHaveLimits() throws IOException {
        Path file = Workbooks.write(folder.resolve("a.xlsx"), "S", row(1, 2, 3), row(4), row(5));

        assertThat(limited(file, new SpreadsheetLimits(100, 1 << 20, 100, 9, 9)))
                .contains("the file has");
        assertThat(limited(file, new SpreadsheetLimits(1 << 20, 100, 100, 9, 9)))
                .contains("more than 100 bytes");
        assertThat(limited(file, new SpreadsheetLimits(1 << 20, 1 << 20, 100, 2, 9)))
                .contains("more than 2 filled rows");
        assertThat(limited(file, new SpreadsheetLimits(1 << 20, 1 << 20, 100, 9, 2)))
                .contains("more than 2 columns");
        assertThat(readingProblemOf(file, new SpreadsheetLimits(1 << 20, 1 << 20, 100, 3, 3)))
                .isNull();
    }

    @Test
    void contentDecidesAndAWrongExtensionIsAWarning() throws IOException {
        Path file = Workbooks.write(folder.resolve("a.xlsx"), "S", row("x"));
        Path renamed = Files.copy(file, folder.resolve("b.xls"));

        try (var book = SpreadsheetFile.open(renamed, "b.xls")) {
            assertThat(book.warnings().stream().map(Problem::code)).containsExactly(ProblemCode.FORMAT_MISMATCH);
            assertThat(book.firstRows("S", 1).get(0).shown(1)).isEqualTo("x");
        }
    }

    private String limited(Path file, SpreadsheetLimits limits) {
        Problem problem = Objects.requireNonNull(readingProblemOf(file, limits));
        assertThat(problem.code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
        return problem.message();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file.xlsx"), content);
    }

    private Path zip(String... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return Files.write(folder.resolve("file.xlsx"), bytes.toByteArray());
    }

    private static Problem problemOf(Path file) {
        InvalidWorkbook refused = catchThrowableOfType(
                InvalidWorkbook.class,
                () -> SpreadsheetFile.open(file, file.getFileName().toString()).close());
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }

    /** Reads all sheets; any exception but the expected one fails the test. */
    private static @org.jspecify.annotations.Nullable Problem readingProblemOf(Path file, SpreadsheetLimits limits) {
        try (var book = SpreadsheetFile.open(file, file.getFileName().toString(), limits)) {
            for (SheetName sheet : book.sheets()) {
                book.readRows(sheet.name(), sheetRow -> {});
            }
            return null;
        } catch (InvalidWorkbook e) {
            return e.problems().get(0);
        }
    }
}
