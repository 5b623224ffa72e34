package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody made to hurt are refused within bounds of time and memory, and read nothing else. */
@Timeout(120) // each takes less than a second on an idle machine
class HostileFactsTest {

    private static final String HEADER = "scorecard,kpi,period,actual\n";

    @TempDir
    Path folder;

    @Test
    void zipBombIsRefusedAtTheLimit() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("measurements.csv.zip")))) {
            zip.putNextEntry(new ZipEntry("measurements.csv"));
            zeros(zip);
        }

        assertThat(codes()).contains("FILE_TOO_LARGE");
    }

    @Test
    void gzipBombIsRefusedAtTheLimit() throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("measurements.csv.gz")))) {
            zeros(gzip);
        }

        assertThat(codes()).contains("FILE_TOO_LARGE");
    }

    @Test
    void bombInAWorkbookIsRefusedAtTheLimit() throws IOException {
        try (var zip = workbook()) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                    .getBytes(StandardCharsets.UTF_8));
            zeros(zip);
        }

        assertThat(codes()).contains("FILE_TOO_LARGE");
    }

    @Test
    void entityInAWorkbookReadsNoOtherFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "do not read");
        try (var zip = workbook()) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri()
                            + "\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c>"
                            + "</row></sheetData></worksheet>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        Files.move(secret, folder.resolve("secret.bak"));

        ImportedFacts imported = imported();

        assertThat(imported.hasErrors()).isTrue();
        assertThat(imported.problems().toString()).doesNotContain("do not read");
    }

    @Test
    void deepJsonCostsItsFileAndNoStack() throws IOException {
        Files.writeString(
                folder.resolve("measurements.json"),
                "[{\"scorecard\":\"A\",\"kpi\":\"revenue\",\"period\":\"2026-01\",\"note\":" + "[".repeat(1_000_000));

        assertThat(codes()).contains("FILE_UNREADABLE");
    }

    @Test
    void objectsWithEverNewPropertiesAreRefusedBeyondAThousand() throws IOException {
        var json = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            json.append("{\"p").append(i).append("\":1}\n");
        }
        Files.writeString(folder.resolve("measurements.jsonl"), json);

        ImportedFacts imported = imported();

        assertThat(imported.accounts().get(0).rejected()).isEqualTo(20_000);
        assertThat(codes()).contains("FILE_TOO_LARGE");
    }

    @Test
    void hugeCellCostsItsRowOnly() throws IOException {
        Files.writeString(
                folder.resolve("measurements.csv"),
                HEADER + "x".repeat(500_000) + ",revenue,2026-01,1\nA,revenue,2026-01,2\n");

        ImportedFacts imported = imported();

        assertThat(imported.facts().all()).hasSize(1);
        assertThat(codes()).contains("VALUE_TOO_LONG");
    }

    @Test
    void rowWithoutAnEndIsNotReadIntoMemory() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("measurements.csv"))) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            var commas = new byte[1 << 16];
            java.util.Arrays.fill(commas, (byte) ',');
            for (int i = 0; i < 64; i++) {
                out.write(commas);
            }
        }

        assertThat(codes()).contains("FILE_TOO_LARGE");
    }

    @Test
    void quotesWithoutEndCostTheirRows() throws IOException {
        Files.writeString(folder.resolve("measurements.csv"), HEADER + "A,\"x\"y,2026-01,1\n".repeat(3_000));

        assertThat(codes()).contains("QUOTE_UNCLOSED");
    }

    @Test
    void numberOfAnEndlessExponentIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("measurements.csv"),
                HEADER + "A,revenue,2026-01,1e999999999\nB,revenue,2026-01," + "9".repeat(30_000) + "\n");

        assertThat(codes()).contains("NUMBER_INVALID");
        assertThat(imported().facts().isEmpty()).isTrue();
    }

    private ZipOutputStream workbook() throws IOException {
        var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("measurements.xlsx")));
        String types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        put(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        put(
                zip,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"" + types
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        put(
                zip,
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + types
                        + "\"><sheets><sheet name=\"Measurements\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        put(
                zip,
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"" + types
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        return zip;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 64 MB that pack to 64 kB. */
    private static void zeros(OutputStream out) throws IOException {
        var zeros = new byte[1 << 16];
        java.util.Arrays.fill(zeros, (byte) '0');
        for (int i = 0; i < 1024; i++) {
            out.write(zeros);
        }
    }

    private ImportedFacts imported() {
        return new FactsImporter().importFacts(List.of(folder), ImportSettings.of(Catalogues.SMALL));
    }

    private List<String> codes() {
        return imported().problems().stream()
                .map(problem -> problem.code().toString())
                .toList();
    }
}
