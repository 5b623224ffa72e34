package boscard.intake.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** DOMAIN.md section 13, Container: cases 1 to 13. */
class ContainerCasesTest extends CaseTest {

    private static final String GOOD = "A,revenue,2026-Q3,1,2\n";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    @DomainCase(1)
    void byteOrderMarkOfUtf8IsRemoved() {
        file("measurements.csv", "\uFEFF" + HEADER + GOOD);
        Result result = imported();

        assertThat(result.problems()).isEmpty();
        assertThat(result.actuals()).containsExactly("1");
    }

    @Test
    @DomainCase(2)
    void utf16IsDecodedByItsByteOrderMark() {
        file("measurements.csv", "\uFEFF" + HEADER + "José,revenue,2026-Q3,1,2\n", UTF_16LE);
        Result result = imported();

        assertThat(result.problems()).isEmpty();
        assertThat(result.only().scorecard()).isEqualTo("José");
    }

    @Test
    @DomainCase(3)
    void windows1252IsDecodedWhenItIsDeclaredAndElseTheErrorSaysHow() {
        file("measurements.csv", HEADER + "José,revenue,2026-Q3,1,2\n" + GOOD, WINDOWS);

        Result declared = imported(mapped("encoding: windows-1252"));
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.measurements()).extracting(Measurement::scorecard).containsExactly("A", "José");

        Result silent = imported();
        assertThat(silent.problems()).containsExactly("ENCODING_INVALID at measurements.csv:2");
        assertThat(silent.messages()).contains("Maybe declare `encoding: windows-1252` in a mapping");
    }

    @Test
    @DomainCase(4)
    void textThatWasDecodedTwiceIsKeptWithAWarning() {
        Result result = rows("JosÃ©,revenue,2026-Q3,1,2", "JosÃ©,revenue,2026-Q2,1,2");

        assertThat(result.problems()).containsExactly("TEXT_GARBLED at measurements.csv:2 (scorecard)");
        assertThat(result.messages()).contains("\"JosÃ©\"").contains("José");
        assertThat(result.imported().hasErrors()).isFalse();
        assertThat(result.measurements())
                .hasSize(2)
                .allMatch(one -> one.scorecard().equals("JosÃ©"));
    }

    @Test
    @DomainCase(5)
    void invalidByteIsNamedWithItsOffset() {
        byte[] bytes = (HEADER + "J?,revenue,2026-Q3,1,2\n").getBytes(UTF_8);
        int offset = HEADER.length() + 1;
        bytes[offset] = (byte) 0xE9;
        file("measurements.csv", bytes);
        Result result = imported();

        assertThat(result.problems()).containsExactly("ENCODING_INVALID at measurements.csv:2");
        assertThat(result.messages()).contains("byte 0xE9 at offset " + offset + " is no character of UTF-8");
    }

    @Test
    @DomainCase(6)
    void emptyFileIsAnError() {
        file("measurements.csv", "");

        assertThat(imported().problems()).containsExactly("FILE_EMPTY at measurements.csv");
    }

    @Test
    @DomainCase(7)
    void headerWithoutRowsIsAWarning() {
        file("measurements.csv", HEADER);
        file("goals.csv", "goal\nG1\n");
        Result result = imported();

        assertThat(result.problems()).containsExactly("HEADER_ONLY at measurements.csv");
        assertThat(result.imported().hasErrors()).isFalse();
    }

    @Test
    @DomainCase(8)
    void binaryXlsIsRead() {
        Result result = oldWorkbook(
                "facts.xls", row("scorecard", "kpi", "period", "actual"), row("A", "revenue", "2026-Q3", 0.1));

        assertThat(result.problems()).isEmpty();
        assertThat(result.actuals()).containsExactly("0.1");
        assertThat(result.only().origin().of("actual").toString()).endsWith("facts.xls!Measurements!D2");
    }

    @Test
    @DomainCase(9)
    void xlsThatIsTextIsReadAndOneThatIsAWebPageIsAnError() {
        file("measurements.xls", HEADER + GOOD);
        file("goals.xls", "<html><body><table><tr><td>goal</td></tr></table></body></html>");
        Result result = imported();

        assertThat(result.problems())
                .containsExactly("FORMAT_UNKNOWN at goals.xls", "FORMAT_MISMATCH at measurements.xls");
        assertThat(result.messages()).contains("the file is a web page").contains("Maybe save it as .xlsx or .csv.");
        assertThat(result.actuals()).containsExactly("1");
    }

    @Test
    @DomainCase(10)
    void protectedWorkbookAndDamagedWorkbookAreToldApart() throws Exception {
        var plain = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("Measurements").createRow(0).createCell(0).setCellValue("scorecard");
            workbook.write(plain);
        }
        byte[] bytes = plain.toByteArray();
        file("broken.xlsx", Arrays.copyOf(bytes, bytes.length / 2));
        file("plain.xlsx", bytes);
        try (var container = new POIFSFileSystem();
                var out = Files.newOutputStream(folder.resolve("locked.xlsx"))) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OPCPackage opc = OPCPackage.open(folder.resolve("plain.xlsx").toFile());
                    var encrypted = encryptor.getDataStream(container)) {
                opc.save(encrypted);
            }
            container.writeFilesystem(out);
        }
        Files.delete(folder.resolve("plain.xlsx"));
        Result result = imported();

        assertThat(result.problems()).contains("WORKBOOK_BROKEN at broken.xlsx", "WORKBOOK_PROTECTED at locked.xlsx");
    }

    @Test
    @DomainCase(11)
    void contentDecidesWhenTheExtensionIsWrong() {
        file("measurements.xlsx", HEADER + GOOD);
        Result result = imported();

        assertThat(result.problems()).containsExactly("FORMAT_MISMATCH at measurements.xlsx");
        assertThat(result.imported().hasErrors()).isFalse();
        assertThat(result.actuals()).containsExactly("1");

        workbook(new XSSFWorkbook(), "goals.csv", settings(), sheet -> {}, row("goal"), row("G1"));
        assertThat(imported().problems()).anyMatch(problem -> problem.startsWith("FORMAT_MISMATCH at goals.csv"));
    }

    @Test
    @DomainCase(12)
    void zipBombIsRefusedAtTheLimit() throws IOException {
        var plain = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("Measurements").createRow(0).createCell(0).setCellValue("scorecard");
            workbook.write(plain);
        }
        var out = new ByteArrayOutputStream();
        try (var parts = new ZipInputStream(new ByteArrayInputStream(plain.toByteArray()));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                String content = new String(parts.readAllBytes(), UTF_8);
                zip.write(content.replace("<sheetData>", "<sheetData>" + " ".repeat(20 << 20))
                        .getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        file("measurements.xlsx", out.toByteArray());
        Result result = imported();

        assertThat(result.problems()).anyMatch(problem -> problem.startsWith("FILE_TOO_LARGE at measurements.xlsx"));
    }

    @Test
    @DomainCase(13)
    void pointerOfGitLfsSaysHowToFetchTheFile() {
        file("measurements.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");
        Result result = imported();

        assertThat(result.problems()).containsExactly("LFS_POINTER at measurements.csv");
        assertThat(result.messages()).contains("Maybe fetch the file with `git lfs pull`.");
    }

    @Test
    @DomainCase(3)
    void encodingThatIsDeclaredAndDoesNotFitNamesTheByte() {
        file("measurements.csv", HEADER + "José,revenue,2026-Q3,1,2\n", ISO_8859_1);

        assertThat(imported(mapped("encoding: us-ascii")).messages()).contains("is no character of US-ASCII");
    }
}
