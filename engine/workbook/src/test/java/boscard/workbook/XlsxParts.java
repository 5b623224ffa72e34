package boscard.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a workbook part by part, for what POI would not write: sheet "S" with given rows. */
final class XlsxParts {

    private XlsxParts() {}

    static Path write(Path file, String prolog, String rows) {
        return write(file, prolog, "<sheetData>" + rows + "</sheetData>", "", "");
    }

    /**
     * Writes a workbook.
     *
     * @param prolog before the root of the sheet
     * @param sheet inside the root of the sheet
     * @param texts inside the root of the shared texts
     * @param properties attributes of the workbook's properties
     */
    static Path write(Path file, String prolog, String sheet, String texts, String properties) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", "<Types/>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships><Relationship Id='r1' Type='x/officeDocument' Target='xl/workbook.xml'/>"
                            + "</Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r='r'><workbookPr " + properties
                            + "/><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='/xl/worksheets/../s.xml'/>"
                            + "<Relationship Id='r2' Type='x/sharedStrings' Target='texts.xml'/>"
                            + "<Relationship Id='r3' Type='x/styles' Target='styles.xml'/></Relationships>");
            part(zip, "xl/texts.xml", "<sst>" + texts + "</sst>");
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts>"
                            + "<fonts><font/><font><strike/></font></fonts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
                            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='14' fontId='1'/></cellXfs>"
                            + "</styleSheet>");
            part(zip, "xl/s.xml", prolog + "<worksheet>" + sheet + "</worksheet>");
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
