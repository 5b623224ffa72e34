package boscard.workbook;

import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are made, or happen, to cost time and memory: read when they are harmless, else refused, soon and small.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES) // for a busy machine; each takes a second or two
class HostileFilesTest {

    @TempDir
    Path folder;

    @Test
    void aMillionFormattedEmptyRowsHoldNothing() throws IOException {
        Path file = streamed("rows.xlsx", out -> {
            out.write(bytes("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
            for (int row = 2; row <= 1_000_000; row++) {
                out.write(bytes(
                        "<row r=\"" + row + "\" s=\"1\" customFormat=\"1\"><c r=\"A" + row + "\" s=\"1\"/></row>"));
            }
        });

        assertThat(Workbooks.read(file, "S")).hasSize(1);
    }

    @Test
    void sixteenThousandFormattedEmptyColumnsHoldNothing() throws IOException {
        Path file = streamed("columns.xlsx", out -> {
            out.write(bytes("<row r=\"1\"><c r=\"A1\"><v>1</v></c>"));
            for (int column = 2; column <= 16_384; column++) {
                out.write(bytes("<c r=\"" + boscard.source.CellRef.columnName(column) + "1\" s=\"1\"/>"));
            }
            out.write(bytes("</row>"));
        });

        assertThat(readingProblemOf(file)).isNull();
        assertThat(Workbooks.read(file, "S").get(0).cells()).hasSize(1);
    }

    @Test
    void sixteenThousandFilledColumnsAreRefusedInARulebook() throws IOException {
        Path file = streamed("columns.xlsx", out -> {
            out.write(bytes("<row r=\"1\">"));
            for (int column = 1; column <= 16_384; column++) {
                out.write(bytes("<c><v>" + column + "</v></c>"));
            }
            out.write(bytes("</row>"));
        });

        assertThat(readingProblemOf(file))
                .hasToString("columns.xlsx!S: too large: the sheet has more than 500 columns"
                        + " [FILE_TOO_LARGE]\n  Maybe it holds more than is needed, or formatting down to the last row; copy the"
                        + " cells into a new workbook");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_rels/.rels",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/texts.xml",
                "xl/styles.xml",
                "xl/s.xml"
            })
    void aDocumentTypeIsRefusedInEveryPart(String part) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP SECRET");
        for (String declaration : new String[] {
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY e \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
            "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
        }) {
            Path file = withPart(
                    XlsxParts.write(folder.resolve("a.xlsx"), "", "<row><c t='s'><v>0</v></c></row>"),
                    part,
                    declaration);

            Problem problem = readingProblemOf(file);

            assertThat(problem).as(declaration).isNotNull();
            assertThat(String.valueOf(problem))
                    .contains("[WORKBOOK_BROKEN]", "document type declaration")
                    .doesNotContain("TOP SECRET");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/workbook.xml", "xl/texts.xml", "xl/styles.xml", "xl/s.xml"})
    void aPartThatUnpacksToVeryMuchIsRefused(String part) throws IOException {
        Path file = withPart(
                XlsxParts.write(folder.resolve("a.xlsx"), "", "<row><c t='s'><v>0</v></c></row>"),
                part,
                "<!--" + " ".repeat(30 << 20) + "-->");

        assertThat(String.valueOf(readingProblemOf(file))).contains("[FILE_TOO_LARGE]", part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='0'><c><v>1</v></c></row>",
                "<row r='-5'><c><v>1</v></c></row>",
                "<row r='2147483647'><c><v>1</v></c></row>",
                "<row r='5'><c><v>1</v></c></row><row r='5'><c><v>2</v></c></row>",
                "<row r='5'><c><v>1</v></c></row><row r='4'><c><v>2</v></c></row>",
                "<row r='1'><c r='B1'><v>1</v></c><c r='B1'><v>2</v></c></row>",
                "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>2</v></c></row>",
                "<row r='1'><c r='ZZZZ1'><v>1</v></c></row>",
                "<row r='1'><c r='1'><v>1</v></c></row>",
                "<row r='1'><c t='s'><v>999999999</v></c></row>",
                "<row r='1'><c t='s'><v>-1</v></c></row>",
                "<row r='1'><c><v>1e999999999</v></c></row>",
                "<row r='1'><c><v>NaN</v></c></row>",
                "</sheetData><mergeCells><mergeCell ref='A'/></mergeCells><sheetData>",
                "</sheetData><mergeCells><mergeCell ref=':'/></mergeCells><sheetData>",
                "</sheetData><mergeCells><mergeCell ref=''/></mergeCells><sheetData>",
            })
    void anAddressOrNumberThatCannotBeIsDamage(String rows) {
        Path file = XlsxParts.write(folder.resolve("a.xlsx"), "", rows);

        assertThat(String.valueOf(readingProblemOf(file))).contains("a.xlsx!S", "[WORKBOOK_BROKEN]");
    }

    @Test
    void tooManyMergedCellsAreRefused() {
        var merged = new StringBuilder("</sheetData><mergeCells>");
        for (int row = 1; row <= 200_001; row++) {
            merged.append("<mergeCell ref='A")
                    .append(row)
                    .append(":B")
                    .append(row)
                    .append("'/>");
        }
        Path file = XlsxParts.write(folder.resolve("a.xlsx"), "", merged + "</mergeCells><sheetData>");

        assertThat(String.valueOf(readingProblemOf(file))).contains("merged cells", "[FILE_TOO_LARGE]");
    }

    @Test
    void oneSheetUnderAThousandNamesIsRefused() throws IOException {
        var sheets = new StringBuilder("<workbook xmlns:r='r'><sheets>");
        for (int i = 0; i <= 1_000; i++) {
            sheets.append("<sheet name='S").append(i).append("' sheetId='1' r:id='r1'/>");
        }
        Path file = replaced(
                XlsxParts.write(folder.resolve("a.xlsx"), "", "<row><c><v>1</v></c></row>"),
                "xl/workbook.xml",
                sheets + "</sheets></workbook>");

        assertThat(String.valueOf(readingProblemOf(file))).contains("more than 1000 sheets", "[FILE_TOO_LARGE]");
    }

    @Test
    void aRulebookSaysOfEachBadFileWhatItIsAndReadsTheOthers() throws IOException {
        Path spreadsheets = new RulebookBuilder(folder)
                .thresholds(row("KT-1", "win_rat", 0.9, null, "GREEN"))
                .write()
                .resolve("spreadsheets");
        Files.write(spreadsheets.resolve("empty.xlsx"), new byte[0]);
        Files.writeString(spreadsheets.resolve("html.xls"), "<html><table><tr><td>x</td></tr></table></html>");
        Files.writeString(spreadsheets.resolve("csv.xlsx"), "Id,KPI\nKT-1,win_rate\n");
        Files.write(spreadsheets.resolve("~$kpi-thresholds.xlsx"), new byte[165]);
        byte[] whole = Files.readAllBytes(spreadsheets.resolve("parameters.xlsx"));
        Files.write(spreadsheets.resolve("truncated.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));

        InvalidRulebook invalid = catchThrowableOfType(InvalidRulebook.class, () -> RulebookFolder.load(folder));

        assertThat(invalid.problems().stream().map(problem -> problem.at() + " " + problem.code()))
                .containsExactly(
                        "csv.xlsx FORMAT_UNKNOWN",
                        "empty.xlsx FILE_EMPTY",
                        "html.xls FORMAT_UNKNOWN",
                        "kpi-thresholds.xlsx!Thresholds!B14 KPI_UNKNOWN",
                        "truncated.xlsx WORKBOOK_BROKEN");
    }

    @Test
    void snippetsAndKeysOf32767CharactersAreRefusedAtOnce() {
        String longest = "a".repeat(100) + " ".repeat(32_600) + "(";
        for (String cell : new String[] {"B11", "B12", "E12", "A12", "A4", "B5", "B6", "B7", "A9", "B10", "C13"}) {
            var rulebook = new RulebookBuilder(folder);
            rulebook.tables.put("Thresholds", sheet -> {
                RulebookBuilder.table(sheet, row("KT-1", "win_rate", 0.9, null, "GREEN"));
                var at = new org.apache.poi.ss.util.CellReference(cell);
                sheet.getRow(at.getRow()).getCell(at.getCol()).setCellValue(longest);
            });
            long started = System.nanoTime();

            assertThat(rulebook.found()).allMatch(problem -> problem.message().length() < 1_000);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).as(cell).isLessThan(Duration.ofSeconds(20));
        }
    }

    // In a small heap

    /** Reads each file and prints its problem, or how many rows it has. */
    public static void main(String[] arguments) {
        for (String file : arguments) {
            Problem problem = readingProblemOf(Path.of(file));
            System.out.println(
                    problem == null
                            ? Workbooks.read(Path.of(file), "S").size() + " rows"
                            : problem.code().name());
        }
    }

    @Test
    void emptyRowsAndBombsNeedNoMemory() throws Exception {
        Path rows = streamed("rows.xlsx", out -> {
            for (int row = 1; row <= 500_000; row++) {
                out.write(bytes("<row r=\"" + row + "\" s=\"1\" customFormat=\"1\"><c s=\"1\"/><c s=\"1\"/></row>"));
            }
        });
        Path sheet = streamed(
                "sheet.xlsx", out -> out.write(bytes("<row><c><v>" + " ".repeat(60 << 20) + "</v></c></row>")));
        Path texts = withPart(
                XlsxParts.write(folder.resolve("texts.xlsx"), "", "<row><c t='s'><v>0</v></c></row>"),
                "xl/texts.xml",
                "<!--" + "x".repeat(60 << 20) + "-->");
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostileFilesTest.class.getName(),
                        rows.toString(),
                        sheet.toString(),
                        texts.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(100, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(ended).isTrue();
        assertThat(Files.readString(output)).isEqualTo("0 rows\nFILE_TOO_LARGE\nFILE_TOO_LARGE\n");
    }

    // Making files

    private interface Rows {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A workbook whose rows are never in memory as a whole. */
    private Path streamed(String name, Rows rows) throws IOException {
        Path small = XlsxParts.write(folder.resolve("small.xlsx"), "", "");
        Path file = folder.resolve(name);
        try (var from = new ZipFile(small.toFile());
                var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : from.stream().toList()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/s.xml")) {
                    var out = new BufferedOutputStream(zip, 1 << 16);
                    out.write(bytes("<worksheet><sheetData>"));
                    rows.writeTo(out);
                    out.write(bytes("</sheetData></worksheet>"));
                    out.flush();
                } else {
                    from.getInputStream(entry).transferTo(zip);
                }
            }
        }
        return file;
    }

    /** Puts a text in front of the root of a part. */
    private static Path withPart(Path file, String part, String prolog) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return replaced(
                    file,
                    part,
                    prolog + new String(zip.getInputStream(zip.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Path replaced(Path file, String part, String content) throws IOException {
        Path changed = file.resolveSibling("changed-" + file.getFileName());
        try (var from = new ZipFile(file.toFile());
                var zip = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : from.stream().toList()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    zip.write(bytes(content));
                } else {
                    from.getInputStream(entry).transferTo(zip);
                }
            }
        }
        Files.move(changed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads all sheets as a rulebook; any exception but the expected one fails the test. */
    private static @Nullable Problem readingProblemOf(Path file) {
        try (var book = SpreadsheetFile.open(file, file.getFileName().toString(), SpreadsheetLimits.RULEBOOK)) {
            for (SheetName sheet : book.sheets()) {
                book.readRows(sheet.name(), sheetRow -> {});
            }
            return null;
        } catch (InvalidWorkbook e) {
            return e.problems().get(0);
        }
    }
}
