package boscard.workbook;

import boscard.fact.KpiCatalogue;
import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import boscard.problem.Problems;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final long RULE_FILE_BYTES = 4 << 20;
    private static final List<String> PLAIN_SHEETS = List.of(
            CatalogueReader.KPIS,
            CatalogueReader.PERSPECTIVES,
            ParametersReader.PARAMETERS,
            ParametersReader.WORDS,
            ParametersReader.HOLIDAYS);

    private final Path folder;
    private final Problems problems = new Problems();
    private final Map<String, SheetGrid> plainSheets = new HashMap<>();
    private final List<SheetGrid> otherSheets = new ArrayList<>();
    private final boolean withTests;
    private final List<SheetGrid> testsSheets = new ArrayList<>();

    private RulebookFolder(Path folder, boolean withTests) {
        this.folder = folder;
        this.withTests = withTests;
    }

    /**
     * Loads and checks everything that can be checked without compiling.
     *
     * @throws InvalidRulebook with all problems, when one of them is an error
     */
    public static LoadedRulebook load(Path folder) {
        return new RulebookFolder(folder, false).load();
    }

    /**
     * Loads as {@link #load(Path)}, and the examples of the Tests sheets with it. A wrong example is no error of the
     * rulebook: it is left out and reported.
     *
     * @throws InvalidRulebook with all problems of the rulebook, when one of them is an error
     */
    public static RulebookWithTests loadWithTests(Path folder) {
        var reader = new RulebookFolder(folder, true);
        LoadedRulebook loaded = reader.load();
        Rulebook rulebook = loaded.rulebook();
        var problems = new Problems();
        List<Example> examples = reader.testsSheets.stream()
                .flatMap(
                        grid -> new TestsSheet(grid, rulebook.tables(), rulebook.catalogue(), problems).read().stream())
                .toList();
        return new RulebookWithTests(loaded, examples, problems.sorted());
    }

    /**
     * What one workbook says, as a rulebook that lacks the rest: to compare two of them.
     *
     * @throws InvalidRulebook with all problems, when one of them is an error
     */
    public static LoadedRulebook ofWorkbook(Path workbook) {
        Path folder = workbook.toAbsolutePath().getParent();
        var reader = new RulebookFolder(folder == null ? workbook : folder, false);
        reader.readWorkbook(workbook);
        KpiCatalogue catalogue = reader.plainSheets.containsKey(CatalogueReader.KPIS) ? reader.catalogue() : null;
        return reader.loaded(catalogue, reader.otherTables(catalogue), List.of());
    }

    /**
     * The rule files alone, so that they can be checked although a workbook is wrong.
     *
     * @throws InvalidRulebook when one cannot be read
     */
    public static List<RuleDocument> ruleFiles(Path folder) {
        var reader = new RulebookFolder(folder, false);
        List<RuleDocument> documents = reader.documents();
        reader.problems.throwIfErrors(InvalidRulebook::new);
        return documents;
    }

    private LoadedRulebook load() {
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
        return loaded(catalogue, tables(catalogue), documents());
    }

    private LoadedRulebook loaded(
            @Nullable KpiCatalogue catalogue, List<DecisionTable> tables, List<RuleDocument> documents) {
        var reader = new ParametersReader(problems);
        SheetGrid parameterSheet = plainSheets.get(ParametersReader.PARAMETERS);
        Parameters parameters = parameterSheet == null ? new Parameters(List.of()) : reader.parameters(parameterSheet);
        SheetGrid wordSheet = plainSheets.get(ParametersReader.WORDS);
        Map<String, Set<String>> words = wordSheet == null ? Map.of() : reader.words(wordSheet);
        SheetGrid holidaySheet = plainSheets.get(ParametersReader.HOLIDAYS);
        Set<LocalDate> holidays = holidaySheet == null ? Set.of() : reader.holidays(holidaySheet);
        problems.throwIfErrors(InvalidRulebook::new);

        KpiCatalogue present = catalogue == null ? new KpiCatalogue(List.of(), List.of()) : catalogue;
        String digest =
                CanonicalRulebook.digest(CanonicalRulebook.of(present, parameters, tables, documents, words, holidays));
        return new LoadedRulebook(
                new Rulebook(present, parameters, tables, documents, words, holidays, digest), problems.sorted());
    }

    private void readWorkbook(Path file) {
        String name = file.getFileName().toString();
        try (SpreadsheetFile workbook = SpreadsheetFile.open(file, name, SpreadsheetLimits.RULEBOOK)) {
            problems.addAll(workbook.warnings());
            for (SheetName sheet : workbook.sheets()) {
                if (!withTests && TestsSheet.isSurely(sheet.name())) {
                    continue; // read by those who run the tests
                }
                SheetGrid grid = SheetGrid.read(workbook, name, sheet.name());
                String plain = plainName(sheet.name());
                if (plain == null && TestsSheet.isNamed(sheet.name()) && !TestsSheet.hasTable(grid)) {
                    if (withTests) {
                        testsSheets.add(grid);
                    }
                } else if (plain == null) {
                    otherSheets.add(grid);
                    reportHidden(sheet, grid);
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
        } catch (InvalidWorkbook e) {
            problems.addAll(e.problems());
        }
    }

    private void reportHidden(SheetName sheet, SheetGrid grid) {
        boolean rules = !sheet.isVisible()
                && grid.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(cell -> Keywords.isRuleSet(Spaces.strip(cell.text())));
        if (rules) {
            problems.add(
                    ProblemCode.ROW_HIDDEN, grid.at(), "the sheet is hidden and its tables count all the same", null);
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
            problems.add(
                    ProblemCode.RULEBOOK_INCOMPLETE,
                    LineRef.ofFile(folder.resolve(SPREADSHEETS).toString()),
                    "no workbook has a sheet \"" + sheet + "\"",
                    "a workbook is missing, or its sheet was renamed");
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
        return otherSheets.stream().flatMap(grid -> reader.read(grid).stream()).toList();
    }

    private List<Path> spreadsheets() {
        var workbooks = new ArrayList<Path>();
        for (Path file : files(folder.resolve(SPREADSHEETS), 1)) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".xls")) {
                workbooks.add(file);
            } else if (name.endsWith(".xlsb") || name.endsWith(".ods")) {
                problems.add(new Problem(
                        ProblemCode.FORMAT_UNKNOWN,
                        ProblemSeverity.WARNING,
                        CellRef.ofWorkbook(file.getFileName().toString()),
                        "this kind of workbook is not read",
                        "save it as .xlsx"));
            }
        }
        return workbooks;
    }

    private List<RuleDocument> documents() {
        var byPath = new LinkedHashMap<String, RuleDocument>();
        for (Path file : files(folder.resolve(RULES), Integer.MAX_VALUE)) {
            if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".drl")) {
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
