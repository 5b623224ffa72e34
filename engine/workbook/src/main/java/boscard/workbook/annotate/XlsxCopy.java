package boscard.workbook.annotate;

import boscard.workbook.PackageParts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes a copy of an {@code .xlsx} or {@code .xlsm} with comments and colours. Only the parts that say them are
 * changed or added; the others, macros, charts and images among them, are copied as they are packed, without unpacking.
 */
final class XlsxCopy {

    private static final long LARGEST_PART = 256L << 20;
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String COMMENTS_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private static final String BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]{0,80}?encoding=[\"']([\\w.-]{1,40})[\"']");

    private final ZipFile zip;
    private final PackageParts parts;
    private final Map<String, String> changed = new LinkedHashMap<>();

    private XlsxCopy(ZipFile zip, PackageParts parts) {
        this.zip = zip;
        this.parts = parts;
    }

    /** Writes the copy of {@code original} to {@code target}, which is replaced. */
    static void write(Path original, PackageParts parts, Map<String, SheetMarks> marksBySheet, Path target)
            throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(original).get()) {
            var copy = new XlsxCopy(zip, parts);
            copy.mark(marksBySheet);
            copy.writeTo(target);
        }
    }

    private void mark(Map<String, SheetMarks> marksBySheet) throws IOException {
        String stylesPath = parts.styles();
        var styles = new StylesPart(stylesPath == null ? "" : text(stylesPath));
        for (Map.Entry<String, SheetMarks> sheet : new TreeMap<>(marksBySheet).entrySet()) {
            String path = parts.sheets().get(sheet.getKey());
            if (path != null) {
                mark(path, sheet.getValue(), styles);
            }
        }
        if (stylesPath != null) {
            changed.put(stylesPath, styles.write());
        }
    }

    private void mark(String path, SheetMarks marks, StylesPart styles) throws IOException {
        var relations = new Relations(path);
        String sheet = text(path);
        boolean strict = sheet.contains("http://purl.oclc.org/ooxml/spreadsheetml/main");

        var added = new TreeSet<String>();
        String commentsPath = relations.targetOfType("comments");
        if (commentsPath == null) {
            commentsPath = free("xl/comments", ".xml");
            relations.add("comments", commentsPath, strict);
            declareOverride(commentsPath);
        }
        String comments = has(commentsPath)
                ? text(commentsPath)
                : CommentsPart.empty(
                        strict
                                ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                                : "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        changed.put(commentsPath, CommentsPart.with(comments, marks.comments(), added));

        String boxesId = SheetPart.boxesOf(sheet);
        String boxesPath = boxesId == null ? null : relations.targetOfId(boxesId);
        String newId = null;
        if (boxesPath == null) {
            boxesPath = free("xl/drawings/vmlDrawing", ".vml");
            newId = relations.add("vmlDrawing", boxesPath, strict);
            declareVml();
        }
        String boxes = has(boxesPath) ? text(boxesPath) : BoxesPart.empty();
        changed.put(boxesPath, BoxesPart.with(boxes, marks.comments(), added));

        changed.put(path, SheetPart.coloured(sheet, marks.colours(), styles, newId));
        relations.keep();
    }

    /** The relations of a part to others. */
    private final class Relations {

        private final String of;
        private final String path;
        private String text;

        Relations(String of) throws IOException {
            this.of = of;
            int slash = of.lastIndexOf('/') + 1;
            this.path = of.substring(0, slash) + "_rels/" + of.substring(slash) + ".rels";
            this.text = has(path)
                    ? text(path)
                    : "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships"
                            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
        }

        @Nullable
        String targetOfType(String type) {
            var markup = new Markup(text);
            while (markup.next()) {
                String written = markup.attribute("Type");
                if (markup.opens("Relationship") && written != null && written.endsWith("/" + type)) {
                    return resolved(markup.attribute("Target"));
                }
            }
            return null;
        }

        @Nullable
        String targetOfId(String id) {
            var markup = new Markup(text);
            while (markup.next()) {
                if (markup.opens("Relationship") && id.equals(markup.attribute("Id"))) {
                    return resolved(markup.attribute("Target"));
                }
            }
            return null;
        }

        /** Adds a relation to a part by its absolute path and gives its id. */
        String add(String type, String target, boolean strict) {
            int number = 1;
            while (targetOfId("rId" + number) != null) {
                number++;
            }
            String id = "rId" + number;
            String namespace = strict
                    ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            text = insertedBeforeEnd(
                    text,
                    "Relationships",
                    "Relationship Id=\"" + id + "\" Type=\"" + namespace + type + "\" Target=\"/" + target + "\"/>");
            return id;
        }

        void keep() {
            changed.put(path, text);
        }

        private @Nullable String resolved(@Nullable String target) {
            if (target == null) {
                return null;
            } else if (target.startsWith("/")) {
                return target.substring(1);
            }
            String folder = of.substring(0, of.lastIndexOf('/') + 1);
            return Path.of("/" + folder)
                    .resolve(target)
                    .normalize()
                    .toString()
                    .replace('\\', '/')
                    .substring(1);
        }
    }

    private void declareOverride(String part) throws IOException {
        String types = text(CONTENT_TYPES);
        changed.put(
                CONTENT_TYPES,
                insertedBeforeEnd(
                        types, "Types", "Override PartName=\"/" + part + "\" ContentType=\"" + COMMENTS_TYPE + "\"/>"));
    }

    private void declareVml() throws IOException {
        String types = text(CONTENT_TYPES);
        var markup = new Markup(types);
        int first = -1;
        String prefix = "";
        while (markup.next()) {
            if (markup.opens("Default") && "vml".equalsIgnoreCase(markup.attribute("Extension"))) {
                return;
            } else if (first < 0 && (markup.opens("Default") || markup.opens("Override"))) {
                first = markup.start();
                prefix = markup.prefix();
            }
        }
        if (first >= 0) {
            changed.put(
                    CONTENT_TYPES,
                    types.substring(0, first) + "<" + prefix + "Default Extension=\"vml\" ContentType=\"" + BOXES_TYPE
                            + "\"/>" + types.substring(first));
        }
    }

    /** Inserts an element, given without its bracket and prefix, before the end tag of the root. */
    private static String insertedBeforeEnd(String text, String root, String element) {
        var markup = new Markup(text);
        while (markup.next()) {
            if (markup.closes(root)) {
                return text.substring(0, markup.start()) + "<" + markup.prefix() + element
                        + text.substring(markup.start());
            } else if (markup.opens(root) && markup.isEmptyElement()) {
                String tag = markup.tag();
                return text.substring(0, markup.start())
                        + tag.substring(0, tag.length() - 2)
                        + "><" + markup.prefix() + element + "</" + markup.prefix() + root + ">"
                        + text.substring(markup.end());
            }
        }
        return text;
    }

    private boolean has(String path) {
        return changed.containsKey(path) || zip.getEntry(path) != null;
    }

    private String free(String start, String end) {
        int number = 1;
        while (has(start + number + end)) {
            number++;
        }
        return start + number + end;
    }

    private String text(String path) throws IOException {
        String known = changed.get(path);
        if (known != null) {
            return known;
        }
        ZipArchiveEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new IOException("the part " + path + " is missing");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) LARGEST_PART + 1);
            if (bytes.length > LARGEST_PART) {
                throw new IOException(path + " unpacks to more than " + LARGEST_PART + " bytes");
            }
            return decoded(bytes);
        }
    }

    /** Nearly always UTF-8; written back as UTF-8 in any case. */
    private static String decoded(byte[] bytes) {
        boolean wide = bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
        String text = new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        Matcher declared = ENCODING.matcher(text);
        if (declared.lookingAt() && !declared.group(1).equalsIgnoreCase("UTF-8")) {
            if (!wide && Charset.isSupported(declared.group(1))) {
                text = new String(bytes, Charset.forName(declared.group(1)));
            }
            return text.substring(0, declared.start(1)) + "UTF-8" + text.substring(declared.end(1));
        }
        return text;
    }

    private void writeTo(Path target) throws IOException {
        try (var out = new ZipArchiveOutputStream(target)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                String text = changed.remove(entry.getName());
                if (text == null) {
                    out.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
                } else {
                    put(out, entry.getName(), text);
                }
            }
            for (Map.Entry<String, String> part : changed.entrySet()) {
                put(out, part.getKey(), part.getValue());
            }
        }
    }

    private static void put(ZipArchiveOutputStream out, String name, String text) throws IOException {
        var entry = new ZipArchiveEntry(name);
        entry.setTime(0);
        out.putArchiveEntry(entry);
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
    }
}
