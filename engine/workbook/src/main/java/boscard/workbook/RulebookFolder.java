package boscard.workbook;

import boscard.fact.KpiCatalogue;
import boscard.problem.InvalidRulebook;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.Parameters;
import boscard.rulebook.RuleDocument;
import boscard.rulebook.Rulebook;
import boscard.source.LineRef;
import boscard.table.DecisionTable;
import boscard.table.example.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads a rulebook from its folder: {@code spreadsheets/*.xlsx}, {@code .xlsm} or {@code .xls}, and
 * {@code rules/**}{@code /*.drl}, in the order of their names. Lock files and hidden files are passed over, and so are
 * sheets that hold neither a decision table nor one of the plain tables.
 */
public final class RulebookFolder {

    private final Path folder;
    private final Problems problems = new Problems();
    private final RulebookFiles files;
    private final RulebookSheets sheets;

    private RulebookFolder(Path folder, boolean withTests, KnownWorkbooks known) {
        this.folder = folder;
        this.files = new RulebookFiles(folder, problems);
        this.sheets = new RulebookSheets(withTests, known, problems);
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
        return sheets.tests().stream()
                .flatMap(
                        grid -> new TestsSheet(grid, rulebook.tables(), rulebook.catalogue(), problems).read().stream())
                .toList();
    }

    /** The folder of the workbooks within that of a rulebook. */
    public static Path spreadsheets(Path folder) {
        return folder.resolve(RulebookFiles.SPREADSHEETS);
    }

    /**
     * What one workbook says, as a rulebook that lacks the rest: to compare two of them.
     *
     * @throws InvalidRulebook with all problems, when one of them is an error
     */
    public static LoadedRulebook ofWorkbook(Path workbook) {
        Path folder = workbook.toAbsolutePath().getParent();
        var reader = new RulebookFolder(folder == null ? workbook : folder, false, KnownWorkbooks.none());
        reader.sheets.add(List.of(workbook));
        KpiCatalogue catalogue = reader.sheets.plain(CatalogueReader.KPIS) == null ? null : reader.catalogue();
        return reader.sound(reader.gathered(catalogue, reader.otherTables(catalogue), List.of()));
    }

    /**
     * The rule files alone, so that they can be checked although a workbook is wrong.
     *
     * @throws InvalidRulebook when one cannot be read
     */
    public static List<RuleDocument> ruleFiles(Path folder) {
        var reader = new RulebookFolder(folder, false, KnownWorkbooks.none());
        List<RuleDocument> documents = reader.files.documents();
        reader.problems.throwIfErrors(InvalidRulebook::new);
        return documents;
    }

    /** Whether there are rule files; false when the folder cannot be read, which loading it reports. */
    public static boolean hasRuleFiles(Path folder) {
        return new RulebookFiles(folder, new Problems()).hasRuleFiles();
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
        } else if (!Files.isDirectory(spreadsheets(folder))) {
            problems.add(
                    ProblemCode.RULEBOOK_MISSING,
                    LineRef.ofFile(folder.toString()),
                    "the folder has no folder \"" + RulebookFiles.SPREADSHEETS + "\", so it is no rulebook",
                    "name the folder above it");
        }
        problems.throwIfErrors(InvalidRulebook::new);

        sheets.add(files.spreadsheets());
        KpiCatalogue catalogue = catalogue();
        sheets.required(ParametersReader.PARAMETERS, place());
        for (String sheet : List.of(CatalogueReader.PERSPECTIVES, ParametersReader.WORDS, ParametersReader.HOLIDAYS)) {
            sheets.reportMisspelt(sheet);
        }
        return gathered(catalogue, tables(catalogue), files.documents());
    }

    private ReadRulebook gathered(
            @Nullable KpiCatalogue catalogue, List<DecisionTable> tables, List<RuleDocument> documents) {
        var reader = new ParametersReader(problems);
        SheetGrid parameterSheet = sheets.plain(ParametersReader.PARAMETERS);
        Parameters parameters = parameterSheet == null ? new Parameters(List.of()) : reader.parameters(parameterSheet);
        SheetGrid wordSheet = sheets.plain(ParametersReader.WORDS);
        Map<String, Set<String>> words = wordSheet == null ? Map.of() : reader.words(wordSheet);
        SheetGrid holidaySheet = sheets.plain(ParametersReader.HOLIDAYS);
        Set<LocalDate> holidays = holidaySheet == null ? Set.of() : reader.holidays(holidaySheet);
        KpiCatalogue present = catalogue == null ? new KpiCatalogue(List.of(), List.of()) : catalogue;
        String digest =
                CanonicalRulebook.digest(CanonicalRulebook.of(present, parameters, tables, documents, words, holidays));
        return new ReadRulebook(
                new Rulebook(present, parameters, tables, documents, words, holidays, digest), problems.sorted());
    }

    private @Nullable KpiCatalogue catalogue() {
        SheetGrid kpis = sheets.required(CatalogueReader.KPIS, place());
        return kpis == null
                ? null
                : new CatalogueReader(problems).read(kpis, sheets.plain(CatalogueReader.PERSPECTIVES));
    }

    private List<DecisionTable> tables(@Nullable KpiCatalogue catalogue) {
        boolean before = problems.hasErrors();
        List<DecisionTable> tables = otherTables(catalogue);
        if (tables.isEmpty() && !before && !problems.hasErrors()) {
            problems.add(
                    ProblemCode.RULEBOOK_INCOMPLETE,
                    place(),
                    "no workbook has a decision table",
                    "a workbook is missing");
        }
        return tables;
    }

    private List<DecisionTable> otherTables(@Nullable KpiCatalogue catalogue) {
        var reader = new RuleTableReader(catalogue, problems);
        var tables = new ArrayList<DecisionTable>();
        for (RulebookSheets.OtherSheet sheet = sheets.next(); sheet != null; sheet = sheets.next()) {
            tables.addAll(reader.read(sheet.grid(), sheet.lists())); // and the sheet can be forgotten
        }
        reader.finish();
        return tables;
    }

    private LineRef place() {
        return LineRef.ofFile(spreadsheets(folder).toString());
    }
}
