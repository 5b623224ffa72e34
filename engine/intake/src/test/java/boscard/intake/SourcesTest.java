package boscard.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.fact.Reading;
import boscard.problem.ProblemCode;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Where facts may lie: compressed, in Parquet, behind a pattern of names. */
class SourcesTest extends ImportTest {

    private static final String ROWS = HEADER + "A,win_rate,2026-01,5,6\nB,win_rate,2026-01,oops,6\n";

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... namesAndContents) {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                packed.putNextEntry(new ZipEntry(namesAndContents[i]));
                packed.write(namesAndContents[i + 1].getBytes(UTF_8));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    @Test
    void gzippedFileIsReadUnderItsOwnNameAndAddress() {
        file("measurements.csv.gz", gzip(ROWS.getBytes(UTF_8)));
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("NUMBER_INVALID at measurements.csv.gz:3 (actual)");
        assertThat(measurements(imported).get(0).origin().of("actual").toString())
                .endsWith("measurements.csv.gz:2 (actual)");
    }

    @Test
    void zipOfOneFileIsRead() {
        file("export.zip", zip("folder/", "", "folder/measurements.csv", ROWS, "__MACOSX/x", "y"));

        assertThat(measurements(importWith(settings(), folder.resolve("export.zip"))))
                .hasSize(1);
    }

    @Test
    void zipOfSeveralFilesIsRefused() {
        file("export.zip", zip("a.csv", ROWS, "b.csv", ROWS));
        ImportedFacts imported = importWith(settings(), folder.resolve("export.zip"));

        assertThat(codes(imported)).containsExactly(ProblemCode.FILE_UNREADABLE);
        assertThat(messages(imported)).contains("it holds several files; unpack them into a folder");
    }

    @Test
    void bombIsRefusedAtTheLimitAndLeavesNothingBehind() throws IOException {
        file("measurements.csv.gz", gzip(new byte[5_000_000]));
        ImportLimits usual = ImportLimits.DEFAULT;
        var small = new ImportLimits(
                1_000_000,
                usual.rows(),
                usual.cellLength(),
                usual.problemsPerCode(),
                usual.rejectedKept(),
                usual.rejection());
        long before = unpackedFiles();
        ImportedFacts imported = importWith(settings().withLimits(small), folder);

        assertThat(codes(imported)).containsExactly(ProblemCode.FILE_TOO_LARGE);
        assertThat(messages(imported)).contains("more than 1000000 bytes come out of the compressed file");
        assertThat(unpackedFiles()).isLessThanOrEqualTo(before);
    }

    private static long unpackedFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("boscard-unpacked-"))
                    .count();
        }
    }

    @Test
    void fileCompressedByZstandardIsReadLikeTheFileInIt() throws IOException {
        file("measurements.csv.zst", zstandard(ROWS.getBytes(UTF_8)));

        assertThat(measurements(importAll())).hasSize(1);
        assertThat(measurements(importAll()).get(0).origin().of("actual").toString())
                .endsWith("measurements.csv.zst:2 (actual)");
    }

    @Test
    void moreThanMayComeOutOfZstandardIsRefused() throws IOException {
        file("measurements.csv.zst", zstandard(new byte[64 << 20]));

        assertThat(codes(importAll())).containsExactly(ProblemCode.FILE_TOO_LARGE);
    }

    @Test
    void headerOfZstandardThatAsksForMoreThanMemoryHoldsIsRefused() throws IOException {
        for (int last : new int[] {0x7F, 0x10, 0x01}) { // a frame of one segment says how long it is, in eight bytes
            byte[] header = {
                0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, (byte) 0xE0, 0, 0, 0, 0, (byte) last, 0, 0, 0, 1, 0, 0
            };
            file("measurements.csv.zst", header);

            assertThat(addresses(importAll())).containsExactly("FILE_UNREADABLE at measurements.csv.zst");
        }
    }

    private static byte[] zstandard(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new ZstdOutputStream(out)) {
            packed.write(plain);
        }
        return out.toByteArray();
    }

    @Test
    void brokenOrDoublyCompressedFilesAreRefused() throws IOException {
        byte[] whole = gzip(ROWS.getBytes(UTF_8));
        byte[] other = zstandard(ROWS.getBytes(UTF_8));
        file("a.csv.gz", java.util.Arrays.copyOf(whole, whole.length / 2));
        file("b.csv.gz", gzip(whole));
        file("c.csv.zst", java.util.Arrays.copyOf(other, other.length / 2));
        file("d.csv", new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 1, 2});
        file("e.csv.zst", zstandard(whole));

        assertThat(addresses(importAll()))
                .contains(
                        "FILE_UNREADABLE at a.csv.gz",
                        "FORMAT_UNKNOWN at b.csv.gz",
                        "FILE_UNREADABLE at c.csv.zst",
                        "FILE_UNREADABLE at d.csv",
                        "FORMAT_UNKNOWN at e.csv.zst");
    }

    @Test
    void otherWaysToCompressAreRefusedWithTheAdviceToUnpack() {
        file("a.csv.bz2", new byte[] {'B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 1, 2, 0, 3});
        file("measurements.csv.xz", new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 4});
        file("c.7z", new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0});
        file("BZhang.csv", "BZhang,x\n");
        ImportedFacts imported = importWith(
                settings(), folder.resolve("a.csv.bz2"), folder.resolve("measurements.csv.xz"), folder.resolve("c.7z"));

        assertThat(addresses(imported))
                .containsExactly(
                        "FORMAT_UNKNOWN at a.csv.bz2",
                        "FORMAT_UNKNOWN at c.7z",
                        "FORMAT_UNKNOWN at measurements.csv.xz");
        assertThat(messages(imported))
                .contains("compressed by bzip2, xz, 7-Zip or RAR")
                .contains("Maybe unpack it, or compress it by gzip, zip or Zstandard.");
        assertThat(messages(importWith(settings(), folder.resolve("BZhang.csv"))))
                .doesNotContain("bzip2");
    }

    @Test
    void parquetIsReadWithItsTypesAndRowNumbers() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM (VALUES"
                    + " ('A', 'win_rate', DATE '2026-01-01', 5.10::DECIMAL(9,2), 0.3::DOUBLE, true),"
                    + " ('B', 'win_rate', DATE '2026-02-01', NULL, 7, false),"
                    + " ('C', 'nonsense', DATE '2026-02-01', 1, 7, false))"
                    + " t(scorecard, kpi, period, actual, target, provisional)) TO '"
                    + folder.resolve("measurements.parquet") + "' (FORMAT parquet)");
        }
        ImportedFacts imported = importAll();

        assertThat(addresses(imported)).containsExactly("KPI_UNKNOWN at measurements.parquet:3 (kpi)");
        assertThat(measurements(imported))
                .extracting(Measurement::id)
                .containsExactly("A|win_rate|2026-01", "B|win_rate|2026-02");
        Measurement first = measurements(imported).get(0);
        assertThat(first.actual()).isEqualTo(Reading.of("5.1"));
        assertThat(first.target()).isEqualTo(Reading.of("0.3"));
        assertThat(first.provisional()).isTrue();
        assertThat(measurements(imported).get(1).actual()).isEqualTo(Reading.BLANK);
        assertThat(first.origin().of("actual").toString()).endsWith("measurements.parquet:1 (actual)");
    }

    @Test
    void damagedParquetIsAProblem() {
        file("measurements.parquet", "PAR1 and nothing else".getBytes(UTF_8));

        assertThat(addresses(importAll())).containsExactly("FILE_UNREADABLE at measurements.parquet");
    }

    @Test
    void patternsOfNamesFindFilesAlsoInFolders() throws IOException {
        Files.createDirectories(folder.resolve("2026/north"));
        Files.writeString(folder.resolve("2026/a-measurements.csv"), HEADER + "A,win_rate,2026-01,1,\n");
        Files.writeString(folder.resolve("2026/north/b-measurements.csv"), HEADER + "B,win_rate,2026-01,1,\n");
        Files.writeString(folder.resolve("2026/north/other.csv"), "x\n");

        assertThat(measurements(importWith(settings(), folder.resolve("2026/*-measurements.csv"))))
                .hasSize(1);
        assertThat(measurements(importWith(settings(), folder.resolve("2026/**measurements.csv"))))
                .hasSize(2);
        assertThat(measurements(importWith(settings(), folder.resolve("*/nor??/{a,b}-*.csv"))))
                .hasSize(1);
        assertThat(codes(importWith(settings(), folder.resolve("2026/x*.csv"))))
                .containsExactly(ProblemCode.FILE_MISSING);
        assertThat(List.of(codes(importWith(settings(), folder.resolve("2026/[x.csv")))))
                .containsExactly(List.of(ProblemCode.FILE_MISSING));
    }
}
