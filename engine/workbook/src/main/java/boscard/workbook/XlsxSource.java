package boscard.workbook;

import boscard.source.CellRef;
import boscard.workbook.SheetName.Visibility;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The zip of XML parts that Excel 2007 and later write. Sheets are read as streams, texts and styles are kept. */
final class XlsxSource implements SheetSource {

    /** Of a part that is kept in memory as a whole: the texts, the styles. */
    private static final long KEPT_BYTES = 256L << 20;

    private static final int MOST_SHEETS = 1_000;
    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_NAMED = 1_000;

    private final ZipFile zip;
    private final String workbook;
    private final SpreadsheetLimits limits;
    private final Map<String, String> partsBySheet = new LinkedHashMap<>();
    private final List<SheetName> sheets = new ArrayList<>();
    private final Map<String, String> definedNames = new HashMap<>();
    private boolean from1904;
    private boolean resultsMayBeOld;
    private @Nullable String textsPart;
    private @Nullable String stylesPart;
    private @Nullable List<String> texts;
    private @Nullable List<CellStyle> styles;

    /** Takes over the zip; the caller closes it when this throws. */
    XlsxSource(ZipFile zip, String workbook, SpreadsheetLimits limits) throws IOException {
        this.zip = zip;
        this.workbook = workbook;
        this.limits = limits;
        readWorkbook(workbookPart());
    }

    @Override
    public List<SheetName> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public Map<String, String> definedNames() {
        return Collections.unmodifiableMap(definedNames);
    }

    @Override
    public PackageParts parts() {
        return new PackageParts(partsBySheet, stylesPart);
    }

    @Override
    public boolean resultsMayBeOld() {
        return resultsMayBeOld;
    }

    @Override
    public SheetLayout readRows(String sheet, RowConsumer consumer) throws IOException {
        if (texts == null) {
            texts = readOptional(textsPart, SharedTexts::read);
        }
        if (styles == null) {
            styles = readOptional(stylesPart, XlsxStyles::read);
        }
        CellRef at = CellRef.ofSheet(workbook, sheet);
        try (XmlPart part = open(Objects.requireNonNull(partsBySheet.get(sheet)))) {
            return new XlsxSheet(part, at, texts, styles, from1904, limits).read(consumer);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private String workbookPart() throws IOException {
        for (Relation relation : relations("_rels/.rels", "")) {
            if (relation.type.equals("officeDocument")) {
                return relation.target;
            }
        }
        return "xl/workbook.xml";
    }

    private void readWorkbook(String path) throws IOException {
        var sheetParts = new HashMap<String, String>();
        int slash = path.lastIndexOf('/') + 1;
        String relations = path.substring(0, slash) + "_rels/" + path.substring(slash) + ".rels";
        for (Relation relation : relations(relations, path.substring(0, slash))) {
            switch (relation.type) {
                case "worksheet" -> sheetParts.put(relation.id, relation.target);
                case "sharedStrings" -> textsPart = relation.target;
                case "styles" -> stylesPart = relation.target;
                default -> {} // themes, charts, links to other workbooks
            }
        }
        try (XmlPart part = open(path)) {
            for (String name = part.nextElement(); name != null; name = part.nextElement()) {
                switch (name) {
                    case "workbookPr" -> from1904 = part.flag("date1904");
                    case "sheet" -> addSheet(part, sheetParts);
                    case "definedName" -> addName(part);
                    case "calcPr" -> resultsMayBeOld = saysOld(part);
                    default -> {} // windows, protection
                }
            }
        }
    }

    private void addName(XmlPart part) throws IOException {
        String name = part.attribute("name");
        String text = part.text();
        if (name != null && text.length() <= LONGEST_NAMED && definedNames.size() < MOST_NAMES) {
            definedNames.putIfAbsent(name, text);
        }
    }

    /** Excel calculates before it saves unless it was told not to; other programs can ask for it when they did not. */
    private static boolean saysOld(XmlPart part) {
        boolean byHand = "manual".equals(part.attribute("calcMode"));
        boolean notOnSave = "0".equals(part.attribute("calcOnSave")) || "false".equals(part.attribute("calcOnSave"));
        boolean broken = "0".equals(part.attribute("calcCompleted")) || "false".equals(part.attribute("calcCompleted"));
        return (byHand && notOnSave) || broken || part.flag("fullCalcOnLoad");
    }

    private void addSheet(XmlPart part, Map<String, String> sheetParts) throws LimitExceeded {
        if (sheets.size() == MOST_SHEETS) {
            throw new LimitExceeded("the workbook has more than " + MOST_SHEETS + " sheets");
        }
        String name = part.attribute("name");
        String target = sheetParts.get(part.attribute("id")); // a chart sheet has none
        if (name != null && target != null && partsBySheet.put(name, target) == null) {
            String state = part.attribute("state");
            Visibility visibility = state == null || state.equals("visible")
                    ? Visibility.VISIBLE
                    : state.equals("veryHidden") ? Visibility.VERY_HIDDEN : Visibility.HIDDEN;
            sheets.add(new SheetName(name, visibility));
        }
    }

    /**
     * A reference from one part to another.
     *
     * @param type last word of the type
     * @param target path in the zip
     */
    private record Relation(String id, String type, String target) {}

    private List<Relation> relations(String path, String folder) throws IOException {
        var relations = new ArrayList<Relation>();
        if (zip.getEntry(path) == null) {
            return relations;
        }
        try (XmlPart part = open(path)) {
            for (String name = part.nextElement(); name != null; name = part.nextElement()) {
                String id = part.attribute("Id");
                String type = part.attribute("Type");
                String target = part.attribute("Target");
                if (name.equals("Relationship") && id != null && type != null && target != null) {
                    String lastWord = type.substring(type.lastIndexOf('/') + 1);
                    relations.add(new Relation(id, lastWord, inside(folder, target)));
                }
            }
        }
        return relations;
    }

    /** The path of a target, which is absolute or relative to a folder and may climb with {@code ..}. */
    private static String inside(String folder, String target) {
        var steps = new ArrayDeque<String>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private interface Reading<T> {
        List<T> read(XmlPart part) throws IOException;
    }

    private <T> List<T> readOptional(@Nullable String path, Reading<T> reading) throws IOException {
        if (path == null || zip.getEntry(path) == null) {
            return List.of();
        }
        try (XmlPart part = open(path, Math.min(limits.inflatedBytes(), KEPT_BYTES))) {
            return reading.read(part);
        }
    }

    private XmlPart open(String path) throws IOException {
        return open(path, limits.inflatedBytes());
    }

    private XmlPart open(String path, long inflatedBytes) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new IOException("the part " + path + " is missing");
        }
        InputStream in = zip.getInputStream(entry);
        return new XmlPart(
                new BoundedPart(in, path, entry.getCompressedSize(), inflatedBytes, limits.inflationRatio()));
    }
}
