package boscard.workbook.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A workbook as the parts of a ZIP file (ISO/IEC 29500). One sheet at a time is written straight into the file; others
 * that grow meanwhile wait aside. The same sheets give the same bytes. Not thread-safe.
 */
final class ReportPackage implements Closeable {

    /** Bytes of a waiting sheet in memory. */
    private static final int HELD = 4 << 20;

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String SPREADSHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private final ZipOutputStream zip;
    private final List<String> names;
    private final LocalDate day;
    private final String footer;
    private final Styles styles = new Styles();
    private final Map<Sheet, Spool> aside = new HashMap<>();
    private final Map<String, Sheet> sheets = new HashMap<>();
    private @Nullable Sheet direct;

    /**
     * Begins a workbook.
     *
     * @param names of all its sheets, in the order of their tabs
     * @param day the file is of; never the clock's, so that equal sheets give equal files
     * @param footer below each page of each sheet
     */
    ReportPackage(Path file, List<String> names, LocalDate day, String footer) throws IOException {
        this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        this.names = List.copyOf(names);
        this.day = day;
        this.footer = footer;
        zip.setLevel(Deflater.BEST_SPEED);
        part("[Content_Types].xml", contentTypes()); // programs that guess a file's kind look at the first part
        part("_rels/.rels", packageRelationships());
    }

    /** Begins a sheet that goes straight into the file; the one before it must have ended. */
    Sheet direct(String name, int... widths) {
        if (direct != null) {
            throw new IllegalStateException("Sheet " + direct.name() + " has not ended");
        }
        try {
            begin(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A row comes as several small pieces, and each call of the deflater has its price.
        direct = new Sheet(name, styles, new BufferedOutputStream(zip, 1 << 15), footer, widths);
        return direct;
    }

    /** Begins a sheet that waits aside while another one is written. */
    Sheet aside(String name, int... widths) {
        var spool = new Spool(HELD);
        var sheet = new Sheet(name, styles, spool, footer, widths);
        aside.put(sheet, spool);
        return sheet;
    }

    /** Ends a sheet and puts it into the file. */
    void end(Sheet sheet) {
        sheet.close();
        try {
            Spool spool = aside.remove(sheet);
            if (spool != null) {
                try (spool) {
                    begin(path(sheet.name()));
                    spool.copyTo(zip);
                }
            } else {
                direct = null;
            }
            zip.closeEntry();
            String links = sheet.hyperlinks().relationships();
            if (!links.isEmpty()) {
                part("xl/worksheets/_rels/" + fileName(sheet.name()) + ".rels", links);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sheets.put(sheet.name(), sheet);
    }

    /** Writes what all sheets share, and ends the file. */
    void finish(String title, String creator) throws IOException {
        part("xl/styles.xml", styles.xml());
        part("xl/workbook.xml", workbook());
        part("xl/_rels/workbook.xml.rels", workbookRelationships());
        part("docProps/core.xml", properties(title, creator));
        zip.close();
    }

    private void begin(String path) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(LocalDateTime.of(Math.max(1980, day.getYear()), day.getMonth(), day.getDayOfMonth(), 0, 0));
        zip.putNextEntry(entry);
    }

    private void part(String path, String xml) throws IOException {
        begin(path);
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String path(String sheet) {
        return "xl/worksheets/" + fileName(sheet);
    }

    private String fileName(String sheet) {
        return "sheet" + (names.indexOf(sheet) + 1) + ".xml";
    }

    private String contentTypes() {
        var xml = new StringBuilder(Xml.DECLARATION)
                .append("<Types xmlns=\"")
                .append(PACKAGE)
                .append("/content-types\"><Default Extension=\"rels\" ContentType=\"")
                .append("application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        type(xml, "/xl/workbook.xml", SPREADSHEETML + ".sheet.main+xml");
        type(xml, "/xl/styles.xml", SPREADSHEETML + ".styles+xml");
        type(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        names.forEach(name -> type(xml, "/" + path(name), SPREADSHEETML + ".worksheet+xml"));
        return xml.append("</Types>").toString();
    }

    private static void type(StringBuilder xml, String part, String type) {
        xml.append("<Override PartName=\"")
                .append(part)
                .append("\" ContentType=\"")
                .append(type)
                .append("\"/>");
    }

    private static String packageRelationships() {
        var xml = relationships();
        relationship(xml, 1, OFFICE + "/officeDocument", "xl/workbook.xml");
        relationship(xml, 2, PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml");
        return xml.append("</Relationships>").toString();
    }

    private String workbookRelationships() {
        var xml = relationships();
        for (int i = 0; i < names.size(); i++) {
            relationship(xml, i + 1, OFFICE + "/worksheet", "worksheets/" + fileName(names.get(i)));
        }
        relationship(xml, names.size() + 1, OFFICE + "/styles", "styles.xml");
        return xml.append("</Relationships>").toString();
    }

    private static StringBuilder relationships() {
        return new StringBuilder(Xml.DECLARATION)
                .append("<Relationships xmlns=\"")
                .append(PACKAGE)
                .append("/relationships\">");
    }

    private static void relationship(StringBuilder xml, int id, String type, String target) {
        xml.append("<Relationship Id=\"rId")
                .append(id)
                .append("\" Type=\"")
                .append(type)
                .append("\" Target=\"")
                .append(target)
                .append("\"/>");
    }

    private String workbook() {
        var xml = new StringBuilder(Xml.DECLARATION)
                .append("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"")
                .append(OFFICE)
                .append("\"><bookViews><workbookView activeTab=\"0\"/></bookViews><sheets>");
        for (int i = 0; i < names.size(); i++) {
            xml.append("<sheet name=\"")
                    .append(Xml.escaped(names.get(i)))
                    .append("\" sheetId=\"")
                    .append(i + 1)
                    .append("\" r:id=\"rId")
                    .append(i + 1)
                    .append("\"/>");
        }
        xml.append("</sheets>");
        var defined = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            Sheet sheet = sheets.get(names.get(i));
            if (sheet != null) {
                sheet.definedNames()
                        .forEach((name, place) -> defined.append("<definedName name=\"")
                                .append(name)
                                .append("\" localSheetId=\"")
                                .append(index)
                                .append(name.endsWith("FilterDatabase") ? "\" hidden=\"1\">" : "\">")
                                .append(Xml.escaped(place))
                                .append("</definedName>"));
            }
        }
        if (!defined.isEmpty()) {
            xml.append("<definedNames>").append(defined).append("</definedNames>");
        }
        return xml.append("</workbook>").toString();
    }

    private String properties(String title, String creator) {
        String date = day + "T00:00:00Z";
        return Xml.DECLARATION + "<cp:coreProperties xmlns:cp=\"" + PACKAGE
                + "/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<dc:title>" + Xml.escaped(title) + "</dc:title><dc:creator>" + Xml.escaped(creator) + "</dc:creator>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + date + "</dcterms:created>"
                + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + date + "</dcterms:modified></cp:coreProperties>";
    }

    /** Removes what waits; without {@link #finish} the file is not a workbook. */
    @Override
    public void close() throws IOException {
        for (Spool spool : aside.values()) {
            spool.close();
        }
        zip.close();
    }
}
