package boscard.workbook;

import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same workbook as different programs save it is the same rulebook. What LibreOffice itself saves is tested by
 * {@link LibreOfficeTest}.
 */
class ForeignProducersTest {

    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    @TempDir
    Path folder;

    private String digest;

    @BeforeEach
    void asExcelSavesIt() {
        digest = builder("excel", ".xlsx").load().rulebook().digest();
    }

    private RulebookBuilder builder(String name, String extension) {
        var builder = new RulebookBuilder(folder.resolve(name))
                .thresholds(
                        row("KT-001", "win_rate", Workbooks.formatted(0.9, "0%"), null, "GREEN", "as \"agreed\""),
                        row("KT-002", "win_rate", Workbooks.formula("1/4"), 0.9, "AMBER", "two\nlines"));
        builder.extension = extension;
        return builder;
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsm", ".xls"})
    void otherFormatsOfExcelGiveTheSameRulebook(String extension) {
        LoadedRulebook loaded = builder("other", extension).load();

        assertThat(loaded.rulebook().digest()).isEqualTo(digest);
        assertThat(loaded.warnings()).isEmpty();
    }

    @Test
    void strictOfficeOpenXmlGivesTheSameRulebook() {
        assertThat(digestAfter((name, part) -> part.replace(TRANSITIONAL, STRICT)
                        .replace(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships")
                        .replace("<workbookPr", "<workbookPr conformance=\"strict\"")))
                .isEqualTo(digest);
    }

    @Test
    void documentPropertiesAreNotNeeded() {
        assertThat(digestAfter((name, part) -> name.startsWith("docProps") ? null : part))
                .isEqualTo(digest);
    }

    @Test
    void aPrefixOnEveryElementChangesNothing() {
        assertThat(digestAfter((name, part) -> name.contains("worksheets/sheet") || name.endsWith("sharedStrings.xml")
                        ? part.replaceAll("<(/?)([a-zA-Z])", "<$1x:$2").replace("xmlns=", "xmlns:x=")
                        : part))
                .isEqualTo(digest);
    }

    @Test
    void rowsAndCellsWithoutAddressesStandOneAfterTheOther() {
        // only where nothing is left out: the catalogue's rows have gaps, so their cells keep their addresses
        assertThat(digestAfter((name, part) -> part.replaceAll("<row r=\"\\d+\"", "<row")))
                .isEqualTo(digest);
    }

    /** No styles of its own, no document properties, every text in the shared ones, rows of a fixed height. */
    @Test
    void whatGoogleSheetsDownloadsGivesTheSameRulebook() {
        assertThat(digestAfter((name, part) -> {
                    if (name.startsWith("docProps")) {
                        return null;
                    } else if (name.startsWith("xl/worksheets/sheet")) {
                        return part.replace("<row ", "<row ht=\"15.75\" customHeight=\"1\" ")
                                .replaceAll("<dimension[^>]*/>", "");
                    }
                    return part;
                }))
                .isEqualTo(digest);
    }

    @Test
    void inlineTextsGiveTheSameRulebook() throws IOException {
        Path file = XlsxParts.write(
                folder.resolve("inline.xlsx"),
                "",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>win_rate</t></is></c><c r=\"B1\" t=\"str\"><v>text</v></c>"
                        + "<c r=\"C1\" t=\"n\"><v>0.9</v></c><c r=\"D1\" t=\"b\"><v>1</v></c>"
                        + "<c r=\"E1\" t=\"inlineStr\"><is><r><t>rich </t></r><r><t xml:space=\"preserve\">text</t></r></is></c>"
                        + "</row>");

        SheetRow first = Workbooks.read(file, "S").get(0);

        assertThat(first.cells().stream().map(SheetCell::text))
                .containsExactly("win_rate", "text", "0.9", "TRUE", "rich text");
        assertThat(Objects.requireNonNull(first.cell(3)).number()).isEqualTo(new BigDecimal("0.9"));
    }

    @Test
    void macrosOfAWorkbookAreNeitherReadNorRun() throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        Path file = builder("macros", ".xlsm").write().resolve("spreadsheets/kpi-thresholds.xlsm");
        rewrite(file, (name, part) -> part, parts);
        parts.put("xl/vbaProject.bin", "Sub Auto_Open()\nShell \"calc\"\nEnd Sub".getBytes(StandardCharsets.UTF_8));
        write(file, parts);

        assertThat(RulebookFolder.load(folder.resolve("macros")).rulebook().digest())
                .isEqualTo(digest);
    }

    @Test
    void aWorkbookWithAnotherExtensionThanItsContentIsReadWithAWarning() throws IOException {
        Path spreadsheets = builder("renamed", ".xlsx").write().resolve("spreadsheets");
        Files.move(spreadsheets.resolve("kpi-thresholds.xlsx"), spreadsheets.resolve("kpi-thresholds.xls"));

        LoadedRulebook loaded = RulebookFolder.load(folder.resolve("renamed"));

        assertThat(loaded.rulebook().digest()).isEqualTo(digest);
        assertThat(loaded.warnings().stream().map(Problem::toString))
                .containsExactly("kpi-thresholds.xls: the content is that of a .xlsx file, the name says otherwise"
                        + " [FORMAT_MISMATCH]\n  Maybe rename it");
    }

    /** The digest after changing the text of each part; a part is left out when the change gives null. */
    private String digestAfter(BiFunction<String, String, @Nullable String> change) {
        Path rulebook = builder("changed", ".xlsx").write();
        try (var books = Files.list(rulebook.resolve("spreadsheets"))) {
            for (Path book : books.toList()) {
                var parts = new LinkedHashMap<String, byte[]>();
                rewrite(book, change, parts);
                write(book, parts);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return RulebookFolder.load(rulebook).rulebook().digest();
    }

    private static void rewrite(
            Path file, BiFunction<String, String, @Nullable String> change, Map<String, byte[]> parts)
            throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                String changed = change.apply(entry.getName(), text);
                if (changed != null) {
                    parts.put(entry.getName(), changed.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static void write(Path file, Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        Files.write(file, bytes.toByteArray());
    }
}
