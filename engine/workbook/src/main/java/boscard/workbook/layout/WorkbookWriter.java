package boscard.workbook.layout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes workbooks. The same layout gives the same bytes on every machine and day, so that a version control system
 * sees a change only where there is one. Has no state; safe for any thread.
 */
public final class WorkbookWriter {

    /** Stands as the creation date in every workbook. */
    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    private static final LocalDateTime ZIPPED = LocalDateTime.of(2026, 1, 1, 0, 0);

    private WorkbookWriter() {}

    /**
     * Writes a workbook file; an existing one is replaced.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public static void write(WorkbookLayout layout, Path file) {
        try {
            Files.write(file, bytes(layout));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }

    /** The content of a workbook file. */
    public static byte[] bytes(WorkbookLayout layout) {
        try (var workbook = new XSSFWorkbook();
                var written = new ByteArrayOutputStream()) {
            describe(workbook, layout.title());
            var styles = new Styles(workbook);
            var lists = new Lists(workbook);
            for (SheetLayout sheet : layout.sheets()) {
                var target = workbook.createSheet(sheet.sheetName());
                if (sheet instanceof ReadMe readMe) {
                    ReadMeSheet.write(readMe, target, styles);
                } else if (sheet instanceof RuleTable table) {
                    new RuleTableSheet(table, target, styles, lists).write();
                } else if (sheet instanceof PlainTable table) {
                    new PlainTableSheet(table, target, styles, lists).write();
                }
            }
            lists.write();
            workbook.setActiveSheet(0);
            workbook.write(written);
            return withFixedTimes(written.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory does not fail", impossible);
        }
    }

    private static void describe(XSSFWorkbook workbook, String title) {
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setCreator("boscard");
        core.setTitle(title);
        core.setCreated(Optional.of(Date.from(WRITTEN)));
        core.setModified(Optional.of(Date.from(WRITTEN)));
        core.setLastModifiedByUser("boscard");
    }

    /** POI stamps the parts of the file with the clock. */
    private static byte[] withFixedTimes(byte[] workbook) throws IOException {
        var result = new ByteArrayOutputStream(workbook.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
                var out = new ZipOutputStream(result)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                var copy = new ZipEntry(part.getName());
                copy.setTimeLocal(ZIPPED);
                out.putNextEntry(copy);
                in.transferTo((OutputStream) out);
                out.closeEntry();
            }
        }
        return result.toByteArray();
    }
}
