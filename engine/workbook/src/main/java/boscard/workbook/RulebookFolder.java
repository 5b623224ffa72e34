package boscard.workbook;

import boscard.fact.KpiCatalogue;
import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.rulebook.Parameters;
import boscard.rulebook.RuleDocument;
import boscard.rulebook.Rulebook;
import boscard.source.CellRef;
import boscard.source.LineRef;
import boscard.table.DecisionTable;
import boscard.table.example.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads a rulebook from its folder: {@code spreadsheets/*.xlsx}, {@code .xlsm} or {@code .xls}, and
 * {@code rules/**}{@code /*.drl}, in the order of their names. Lock files and hidden files are passed over, and so are
 * sheets that hold neither a decision table nor one of the plain tables.
 */
public final class RulebookFolder {

    private static final String SPREADSHEETS = "spreadsheets";
    private static final String RULES = "rules";
    private static final int ROWS_ABOVE_TABLES = 1_000;
    private static final long RULE_FILE_BYTES = 4 << 20;
    private static final List<String> PLAIN_SHEETS = List.of(
            CatalogueReader.KPIS,
            CatalogueReader.PERSPECTIVES,
            ParametersReader.PARAMETERS,
            ParametersReader.WORDS,
            ParametersReader.HOLIDAYS);

    /** What people also save a table as; not read, and not passed over in silence. */
    private static final Set<String> OTHER_SPREADSHEETS =
            Set.of(".xlsb", ".xltx", ".xltm", ".xlt", ".ods", ".fods", ".ots", ".numbers", ".csv");

    private final Path folder;
    private final Problems problems = new Problems();
    private final Map<String, SheetGrid> plainSheets = new HashMap<>();
    private final Deque<OtherSheet> otherSheets = new ArrayDeque<>();
    private final boolean withTests;
    private final KnownWorkbooks known;
    private final List<SheetGrid> testsSheets = new ArrayList<>();

    /** A sheet that may hold decision tables, and the lists of its workbook. */
    private record OtherSheet(SheetGrid grid, DropDowns lists) {}

    private RulebookFolder(Path folder, boolean withTests, KnownWorkbooks known) {
        this.folder = folder;
        this.withTests = withTests;
        this.known = known;
    }

    /**
     * Loads and checks everything that can be checked without compiling.
     *
     * @throws InvalidRulebook with all problems, when one of them is an error
     */
    public static LoadedRulebook load(Path folder) {
        return new RulebookFolder(folder, false, KnownWorkbooks.none()).load();
    }

    /**
     * Loads as {@link #load(Path)} and takes the workbooks whose content is known as they are, for a process that loads
     * the same folder again and again.
     *
     * @throws InvalidRulebook with all problems, when one of them is an error
     */
    public static LoadedRulebook load(Path folder, KnownWorkbooks known) {
        return new RulebookFolder(folder, false, known).load();
    }

    /**
     * Reads what can be read, Tests sheets too, for a check that names every problem there is. What a sheet tests may
     * be wrong only because of the table that it tests, so Tests sheets wait until the workbooks are right.
     *
     * @throws InvalidRulebook when there is no rulebook in the folder
     */
    public static ReadRulebook read(Path folder) {
        var reader = new RulebookFolder(folder, true, KnownWorkbooks.none());
        ReadRulebook read = reader.read();
        var problems = new Problems();
        if (!read.hasErrors()) {
            reader.examples(read.rulebook(), problems);
        }
        return new ReadRulebook(read.rulebook(), read.problems(), problems.sorted());
    }

    /**
     * Loads as {@link #load(Path)}, and the examples of the Tests sheets with it. A wrong example is no error of the
     * rulebook: it is left out and reported.
     *
     * @throws InvalidRulebook with all problems of the rulebook, when one of them is an error
     */
    public static RulebookWithTests loadWithTests(Path folder) {
        var reader = new RulebookFolder(folder, true, KnownWorkbooks.none());
        LoadedRulebook loaded = reader.load();
        var problems = new Problems();
        List<Example> examples = reader.examples(loaded.rulebook(), problems);
        return new RulebookWithTests(loaded, examples, problems.sorted());
    }

    private List<Example> examples(Rulebook rulebook, Problems problems) {
        return testsSheets.stream()
                .flatMap(
                        grid -> new TestsSheet(grid, rulebook.tables(), rulebook.catalogue(), problems).read().stream())
                .toList();
    }

    /** The folder of the workbooks within that of a rulebook. */
    public static Path spreadsheets(Path folder) {
        return folder.resolve(SPREADSHEETS);
    }

    /**
     * What one workbook says, as a rulebook that lacks the rest: to compare two of them.
     *
     * @throws InvalidRulebook with all problems, when one of them is an error
     */
    public static LoadedRulebook ofWorkbook(Path workbook) {
        Path folder = workbook.toAbsolutePath().getParent();
        var reader = new RulebookFolder(folder == null ? workbook : folder, false, KnownWorkbooks.none());
        reader.readWorkbook(workbook);
        KpiCatalogue catalogue = reader.plainSheets.containsKey(CatalogueReader.KPIS) ? reader.catalogue() : null;
        return reader.sound(reader.gathered(catalogue, reader.otherTables(catalogue), List.of()));
    }

    /**
     * The rule files alone, so that they can be checked although a workbook is wrong.
     *
     * @throws InvalidRulebook when one cannot be read
     */
    public static List<RuleDocument> ruleFiles(Path folder) {
        var reader = new RulebookFolder(folder, false, KnownWorkbooks.none());
        List<RuleDocument> documents = reader.documents();
        reader.problems.throwIfErrors(InvalidRulebook::new);
        return documents;
    }

    /** Whether there are rule files; false when the folder cannot be read, which loading it reports. */
    public static boolean hasRuleFiles(Path folder) {
        var reader = new RulebookFolder(folder, false, KnownWorkbooks.none());
        return reader.files(folder.resolve(RULES), Integer.MAX_VALUE).stream().anyMatch(RulebookFolder::isRuleFile);
    }

    private static boolean isRuleFile(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".drl");
    }

    private LoadedRulebook load() {
        return sound(read());
    }

    private LoadedRulebook sound(ReadRulebook read) {
        problems.throwIfErrors(InvalidRulebook::new);
        return new LoadedRulebook(read.rulebook(), read.problems());
    }

    private ReadRulebook read() {
        if (!Files.isDirectory(folder)) {
            problems.add(
                    ProblemCode.RULEBOOK_MISSING,
                    LineRef.ofFile(folder.toString()),
                    "there is no such folder",
                    "boscard init " + folder + " makes one");
        } else if (!Files.isDirectory(folder.resolve(SPREADSHEETS))) {
            problems.add(
                    ProblemCode.RULEBOOK_MISSING,
                    LineRef.ofFile(folder.toString()),
                    "the folder has no folder \"" + SPREADSHEETS + "\", so it is no rulebook",
                    "name the folder above it");
        }
        problems.throwIfErrors(InvalidRulebook::new);

        spreadsheets().forEach(this::readWorkbook);
        KpiCatalogue catalogue = catalogue();
        required(ParametersReader.PARAMETERS);
        for (String sheet : List.of(CatalogueReader.PERSPECTIVES, ParametersReader.WORDS, ParametersReader.HOLIDAYS)) {
            reportMisspelt(sheet);
        }
        return gathered(catalogue, tables(catalogue), documents());
    }

    private ReadRulebook gathered(
            @Nullable KpiCatalogue catalogue, List<DecisionTable> tables, List<RuleDocument> documents) {
        var reader = new ParametersReader(problems);
        SheetGrid parameterSheet = plainSheets.get(ParametersReader.PARAMETERS);
        Parameters parameters = parameterSheet == null ? new Parameters(List.of()) : reader.parameters(parameterSheet);
        SheetGrid wordSheet = plainSheets.get(ParametersReader.WORDS);
        Map<String, Set<String>> words = wordSheet == null ? Map.of() : reader.words(wordSheet);
        SheetGrid holidaySheet = plainSheets.get(ParametersReader.HOLIDAYS);
        Set<LocalDate> holidays = holidaySheet == null ? Set.of() : reader.holidays(holidaySheet);
        KpiCatalogue present = catalogue == null ? new KpiCatalogue(List.of(), List.of()) : catalogue;
        String digest =
                CanonicalRulebook.digest(CanonicalRulebook.of(present, parameters, tables, documents, words, holidays));
        return new ReadRulebook(
                new Rulebook(present, parameters, tables, documents, words, holidays, digest), problems.sorted());
    }

    private void readWorkbook(Path file) {
        String name = file.getFileName().toString();
        try {
            OpenedWorkbook workbook = known.open(file, name, withTests);
            problems.addAll(workbook.problems());
            var lists = new DropDowns(workbook.definedNames());
            for (OpenedWorkbook.Sheet sheet : workbook.sheets()) {
                readSheet(sheet.name(), sheet.grid(), lists, workbook.resultsMayBeOld());
            }
        } catch (InvalidWorkbook e) {
            problems.addAll(e.problems());
        }
    }

    private void readSheet(SheetName sheet, SheetGrid grid, DropDowns lists, boolean resultsMayBeOld) {
        lists.add(grid);
        String plain = plainName(sheet.name());
        boolean tests = plain == null && TestsSheet.isNamed(sheet.name()) && !TestsSheet.hasTable(grid);
        boolean read = !tests && (plain != null || holdsTables(grid));
        if (read && resultsMayBeOld) {
            reportOldResults(grid);
        }
        if (read && !sheet.isVisible()) {
            problems.add(
                    ProblemCode.SHEET_HIDDEN, grid.at(), "the sheet is hidden and counts all the same", "unhide it");
        }
        if (tests) {
            if (withTests) {
                testsSheets.add(grid);
            }
        } else if (plain == null) {
            otherSheets.add(new OtherSheet(grid, lists));
        } else {
            SheetGrid first = plainSheets.putIfAbsent(plain, grid);
            if (first != null) {
                problems.add(
                        ProblemCode.TABLE_DUPLICATE,
                        grid.at(),
                        "a rulebook has one sheet " + plain + ", and " + first.at() + " is one",
                        "delete one of the two");
            }
        }
    }

    private static boolean holdsTables(SheetGrid grid) {
        return grid.rows().stream()
                .limit(ROWS_ABOVE_TABLES)
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> Keywords.isRuleSet(Spaces.strip(cell.text())));
    }

    /** Once per sheet, at its first formula: the workbook says it of all of them. */
    private void reportOldResults(SheetGrid grid) {
        SheetCell first = null;
        CellRef at = null;
        int formulas = 0;
        for (SheetRow row : grid.rows()) {
            for (SheetCell cell : row.cells()) {
                if (cell.formula() != null) {
                    formulas++;
                    if (first == null) {
                        first = cell;
                        at = row.at(cell);
                    }
                }
            }
        }
        if (first != null && at != null) {
            problems.add(
                    ProblemCode.FORMULA_STALE,
                    at,
                    "the workbook was saved without calculating; what is stored for " + Excerpt.formula(first)
                            + others(formulas - 1)
                            + " may be old",
                    "open it in Excel, press F9 and save it");
        }
    }

    private static String others(int formulas) {
        return switch (formulas) {
            case 0 -> "";
            case 1 -> " and 1 other formula of the sheet";
            default -> " and " + formulas + " other formulas of the sheet";
        };
    }

    /** A sheet whose name is nearly the one that is missed. */
    private @Nullable String renamed(String missed) {
        for (OtherSheet sheet : otherSheets) {
            if (Suggestion.nearest(sheet.grid.name(), List.of(missed)).isPresent() && !holdsTables(sheet.grid)) {
                return "the sheet \"" + Excerpt.of(sheet.grid.name()) + "\" of "
                        + sheet.grid.at().workbook() + " is it";
            }
        }
        return null;
    }

    /** An optional sheet of nearly this name: nobody would miss it, and its words or holidays would be lost. */
    private void reportMisspelt(String sheet) {
        if (plainSheets.containsKey(sheet)) {
            return;
        }
        for (OtherSheet other : otherSheets) {
            if (Suggestion.nearest(other.grid.name(), List.of(sheet)).isPresent() && !holdsTables(other.grid)) {
                problems.add(
                        ProblemCode.SHEET_UNKNOWN,
                        other.grid.at(),
                        "the sheet is not read, for a rulebook has none of this name",
                        "it is to be called " + sheet);
            }
        }
    }

    private static @Nullable String plainName(String sheet) {
        String written = Spaces.strip(sheet);
        return PLAIN_SHEETS.stream()
                .filter(name -> name.equalsIgnoreCase(written))
                .findFirst()
                .orElse(null);
    }

    private @Nullable KpiCatalogue catalogue() {
        SheetGrid kpis = required(CatalogueReader.KPIS);
        return kpis == null
                ? null
                : new CatalogueReader(problems).read(kpis, plainSheets.get(CatalogueReader.PERSPECTIVES));
    }

    private @Nullable SheetGrid required(String sheet) {
        SheetGrid grid = plainSheets.get(sheet);
        if (grid == null) {
            String renamed = renamed(sheet);
            problems.add(
                    ProblemCode.RULEBOOK_INCOMPLETE,
                    LineRef.ofFile(folder.resolve(SPREADSHEETS).toString()),
                    "no workbook has a sheet \"" + sheet + "\"",
                    renamed == null ? "a workbook is missing, or its sheet was renamed" : renamed);
        }
        return grid;
    }

    private List<DecisionTable> tables(@Nullable KpiCatalogue catalogue) {
        boolean before = problems.hasErrors();
        List<DecisionTable> tables = otherTables(catalogue);
        if (tables.isEmpty() && !before && !problems.hasErrors()) {
            problems.add(
                    ProblemCode.RULEBOOK_INCOMPLETE,
                    LineRef.ofFile(folder.resolve(SPREADSHEETS).toString()),
                    "no workbook has a decision table",
                    "a workbook is missing");
        }
        return tables;
    }

    private List<DecisionTable> otherTables(@Nullable KpiCatalogue catalogue) {
        var reader = new RuleTableReader(catalogue, problems);
        var tables = new ArrayList<DecisionTable>();
        for (OtherSheet sheet = otherSheets.poll(); sheet != null; sheet = otherSheets.poll()) {
            tables.addAll(reader.read(sheet.grid, sheet.lists)); // and the sheet can be forgotten
        }
        reader.finish();
        return tables;
    }

    private List<Path> spreadsheets() {
        var workbooks = new ArrayList<Path>();
        for (Path file : files(folder.resolve(SPREADSHEETS), 1)) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (isWorkbook(name)) {
                workbooks.add(file);
            } else if (OTHER_SPREADSHEETS.stream().anyMatch(name::endsWith)) {
                problems.add(new Problem(
                        ProblemCode.FORMAT_UNKNOWN,
                        ProblemSeverity.WARNING,
                        CellRef.ofWorkbook(file.getFileName().toString()),
                        "this kind of workbook is not read",
                        "save it as .xlsx"));
            }
        }
        reportDeeperWorkbooks();
        return workbooks;
    }

    private static boolean isWorkbook(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xlsx") || lower.endsWith(".xlsm") || lower.endsWith(".xls");
    }

    /** Folders within that of the workbooks hold cases, and maybe what somebody put aside; said once per folder. */
    private void reportDeeperWorkbooks() {
        Path root = folder.resolve(SPREADSHEETS);
        var workbooksByFolder = new TreeMap<Path, List<String>>();
        for (Path file : files(root, Integer.MAX_VALUE)) {
            String name = file.getFileName().toString();
            Path parent = root.relativize(file).getParent();
            if (parent != null && isWorkbook(name)) {
                workbooksByFolder
                        .computeIfAbsent(parent, key -> new ArrayList<>())
                        .add(name);
            }
        }
        workbooksByFolder.forEach((parent, names) -> problems.add(new Problem(
                ProblemCode.RULEBOOK_INCOMPLETE,
                ProblemSeverity.WARNING,
                LineRef.ofFile(root.resolve(parent).toString()),
                (names.size() == 1 ? "the workbook " + names.get(0) + " is" : names.size() + " workbooks are")
                        + " not read, for a rulebook is read of its folder " + SPREADSHEETS
                        + " alone, without folders in it",
                "move up what is meant to count")));
    }

    private List<RuleDocument> documents() {
        var byPath = new LinkedHashMap<String, RuleDocument>();
        for (Path file : files(folder.resolve(RULES), Integer.MAX_VALUE)) {
            if (isRuleFile(file)) {
                String path = RULES + "/"
                        + folder.resolve(RULES).relativize(file).toString().replace('\\', '/');
                String text = text(file, path);
                if (text != null) {
                    byPath.put(path, new RuleDocument(path, text));
                }
            }
        }
        return byPath.values().stream()
                .sorted(Comparator.comparing(RuleDocument::path))
                .toList();
    }

    private @Nullable String text(Path file, String path) {
        try {
            if (Files.size(file) > RULE_FILE_BYTES) {
                problems.add(
                        ProblemCode.FILE_TOO_LARGE,
                        LineRef.ofFile(path),
                        "a rule file has at most " + RULE_FILE_BYTES + " bytes, this one " + Files.size(file),
                        null);
                return null;
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return (text.startsWith("\ufeff") ? text.substring(1) : text)
                    .replace("\r\n", "\n")
                    .replace('\r', '\n');
        } catch (CharacterCodingException e) {
            problems.add(
                    ProblemCode.ENCODING_INVALID, LineRef.ofFile(path), "the file is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            problems.add(ProblemCode.FILE_UNREADABLE, LineRef.ofFile(path), "the file cannot be read", null);
        }
        return null;
    }

    /** Regular files in the order of their paths, without lock files and hidden ones; none when there is no folder. */
    private List<Path> files(Path root, int depth) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(root, depth, FileVisitOption.FOLLOW_LINKS)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("~$"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(
                            file -> root.relativize(file).toString().replace('\\', '/')))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add(
                    ProblemCode.FILE_UNREADABLE, LineRef.ofFile(root.toString()), "the folder cannot be read", null);
            return List.of();
        }
    }
}
