package boscard.workbook;

import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.drools.CompilerInput;
import boscard.drools.DroolsCompiler;
import boscard.evaluation.FindingView;
import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.table.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No cell runs code. Each attack of the corpus goes into every kind of cell. Where a cell has a meaning of its own, the
 * attack is refused with its cell, and then there is no rulebook that could be compiled. Where a cell is a text, the
 * attack stays that text, and what Drools is given is the same as with a harmless one: no compiler is called, the model
 * has the same structure, and no text in it comes from a cell.
 */
class InjectionTest {

    private static final List<String> CORPUS = corpus();

    @TempDir
    Path folder;

    /** Reads the corpus; see its first lines for its form. */
    private static List<String> corpus() {
        try (InputStream in = Objects.requireNonNull(InjectionTest.class.getResourceAsStream("injection-corpus.txt"))) {
            var attacks = new ArrayList<String>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("# ") && !line.equals("#") && !line.isBlank()) {
                    attacks.add(decoded(line));
                }
            }
            return attacks;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As Java writes a text. */
    private static String decoded(String line) throws IOException {
        var text = new Properties();
        text.load(new java.io.StringReader("text=\\\n" + line)); // which keeps what begins with a sign or a tab
        return text.getProperty("text");
    }

    /** What Excel makes of a text: it holds no null and no half character. */
    private static String asExcelHoldsIt(String attack) {
        return attack.replace('\u0000', '?').replace('\ud800', '?').replace("\ud83d?", "?");
    }

    @AfterEach
    void nothingRan() {
        assertThat(Canary.songs()).isZero();
        assertThat(Path.of("canary")).doesNotExist();
        assertThat(System.getProperty("boscard.canary")).isNull();
    }

    @Test
    void theCorpusIsReadWhole() {
        assertThat(CORPUS)
                .hasSizeGreaterThan(55)
                .contains("salience 2147483647", "x\\", "\t@SUM(1+1)*cmd|'/c calc'!A1");
        assertThat(CORPUS)
                .anyMatch(attack -> attack.startsWith("\u001b"))
                .anyMatch(attack -> attack.startsWith("\\u0022"));
    }

    // Cells with a meaning of their own

    /** In the table of {@link RulebookBuilder}: where, and what refuses an attack there. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "A4, TABLE_STRUCTURE SNIPPET_REFUSED", // key of a property, in place of Import
        "A6, TABLE_STRUCTURE SNIPPET_REFUSED", // key of a property, in place of AGENDA-GROUP
        "B5, SNIPPET_REFUSED", // Variables
        "B6, TABLE_STRUCTURE", // the stage
        "B7, HIT_POLICY_UNKNOWN",
        "B10, TABLE_STRUCTURE SNIPPET_REFUSED", // the kind of a column
        "B11, SNIPPET_REFUSED TYPE_UNKNOWN", // the pattern
        "A12, SNIPPET_REFUSED TABLE_STRUCTURE", // metadata
        "B12, SNIPPET_REFUSED PROPERTY_UNKNOWN", // a condition
        "C12, SNIPPET_REFUSED PROPERTY_UNKNOWN", // a condition on a number
        "E12, SNIPPET_REFUSED VERB_UNKNOWN", // an action
        "B14, KPI_UNKNOWN", // a KPI
        "C14, CELL_TYPE CELL_OPERATOR", // a number
        "E14, CELL_CHOICE", // a choice
    })
    void anAttackInACellWithAMeaningIsRefusedWithItsCell(String address, String codes) {
        var at = new CellReference(address);
        var rulebook = new RulebookBuilder(folder);
        rulebook.tables.clear();
        for (int i = 0; i < CORPUS.size(); i++) {
            int number = i;
            rulebook.tables.put("T" + number, sheet -> {
                RulebookBuilder.table(sheet, row("R-" + number, "win_rate", 0.9, null, "GREEN"));
                cell(sheet, at).setCellValue(CORPUS.get(number));
            });
        }
        var refused = new TreeSet<String>();
        List<Problem> problems = rulebook.found();

        problems.forEach(problem -> {
            if (problem.isError() && codes.contains(problem.code().name())) {
                refused.add(problem.at().sheet());
            }
            assertThat(problem.message()).as("one line").doesNotContain("\n", "\u001b");
        });
        var silent = new ArrayList<String>();
        for (int i = 0; i < CORPUS.size(); i++) {
            if (!refused.contains("T" + i)) {
                silent.add(CORPUS.get(i));
            }
        }
        // what the keyword of the properties does to a table is reported, if not at its cell
        assertThat(silent).as("not refused in %s: %s", address, problems).isSubsetOf("RuleSet", "RuleTable Injected");
        assertThat(problems).anyMatch(Problem::isError); // so that there is no rulebook to compile
    }

    private static Cell cell(Sheet sheet, CellReference at) {
        var row = Objects.requireNonNull(sheet.getRow(at.getRow()));
        Cell cell = row.getCell(at.getCol());
        return cell == null ? row.createCell(at.getCol()) : cell;
    }

    @Test
    void anAttackInTheCatalogueOrTheParametersIsRefusedOrAText() {
        for (String heading :
                List.of("Id", "Perspective", "Formula", "Unit", "Direction", "Low", "Weight", "Pair", "Null policy")) {
            var rulebook = new RulebookBuilder(folder);
            for (int i = 0; i < CORPUS.size(); i++) {
                rulebook.kpis.add(RulebookBuilder.kpi(
                        heading.equals("Id") ? CORPUS.get(i) : "kpi_" + i, Map.of(heading, CORPUS.get(i))));
            }
            Set<Integer> rows = new TreeSet<>();
            rulebook.found().stream()
                    .filter(problem -> problem.isError() && problem.at().sheet().equals("KPIs"))
                    .forEach(problem -> rows.add(problem.at().row()));

            assertThat(rows).as(heading).hasSize(CORPUS.size());
        }
    }

    // Cells that are texts

    /** The corpus without the keywords that start properties and tables, which are no texts wherever they stand. */
    private static List<String> texts() {
        return CORPUS.stream()
                .filter(attack -> !attack.startsWith("Rule"))
                .map(InjectionTest::asExcelHoldsIt)
                .toList();
    }

    @Test
    void aKeywordThatStartsATableIsReportedWhereATextShouldStand() {
        assertThat(texts("keyword", List.of("RuleTable Injected")).problems()).contains("TABLE_STRUCTURE B3");
        assertThat(texts("keyword", List.of("RuleSet")).found()).anyMatch(Problem::isError);
    }

    /** A table over findings, whose conditions and outcomes are texts; the fact below matches its rows. */
    private RulebookBuilder texts(String name, List<String> texts) {
        var rulebook = new RulebookBuilder(folder.resolve(name));
        rulebook.tables.clear();
        for (int i = 0; i < texts.size(); i++) {
            int number = i;
            String text = written(texts.get(i));
            String sheetName =
                    WorkbookUtil.createSafeSheetName(number + " " + text, '_').replaceAll("\\p{Cntrl}", "_");
            rulebook.tables.put(sheetName, sheet -> {
                RulebookBuilder.customTable(
                        sheet,
                        row("METADATA", "CONDITION", "CONDITION", "ACTION", "ACTION", "ACTION", "METADATA"),
                        row(
                                "id($param)",
                                "scorecard == \"$param\"",
                                "forall(||){code == \"$\"}",
                                "conclude.message(\"$param\");",
                                "conclude.owner(\"$param\");",
                                "conclude.action(\"$param\");",
                                "reason(\"$param\")"),
                        row("Id", text, text + " ", text, text, text, text),
                        row(number + " " + text, text, quoted(text), text, text, text, text),
                        row(number + "-any", null, "C1", text, text, text, text));
                set(sheet, "A1", text);
                set(sheet, "A2", text);
                set(sheet, "B3", text);
                set(sheet, "B4", text);
                set(sheet, "B8", text);
                set(sheet, "A9", "RuleTable " + number + " " + text);
                set(sheet, "B11", "$f : FindingView");
                set(sheet, "I14", text); // beside the table
            });
            rulebook.kpis.add(RulebookBuilder.kpi(
                    "kpi_" + i,
                    Map.of("Name", text, "Definition", text, "Glossary", text, "Owner", text, "Source", text)));
            rulebook.parameters.add(row("text_" + i, text, text, text, text));
            rulebook.words.add(row("vague", text));
            rulebook.holidays.add(row(Workbooks.formatted(45_000 + i, "yyyy-mm-dd"), text));
        }
        return rulebook;
    }

    /** As a file writes characters that XML cannot hold. */
    private static String written(String text) {
        var written = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean plain = c >= ' ' || c == '\t' || c == '\n';
            written.append(plain ? String.valueOf(c) : String.format("_x%04X_", (int) c));
        }
        return written.toString();
    }

    private static void set(Sheet sheet, String address, String text) {
        cell(sheet, new CellReference(address)).setCellValue(text);
    }

    /** A member of a list is taken from between quotes, so that its commas do not part it. */
    private static String quoted(String text) {
        return "C1, " + text.replace("\"", "").replace(",", "");
    }

    @Test
    void anAttackInATextStaysThatTextAndDroolsIsGivenNothingOfIt() {
        List<String> attacks = texts();
        List<String> harmless = attacks.stream().map(attack -> "harmless").toList();
        Rulebook attacked = texts("attacked", attacks).load().rulebook();
        Rulebook calm = texts("calm", harmless).load().rulebook();
        int compilations = DroolsCompiler.compilations();
        var cache = new Recording();

        var compiled = new DroolsCompiler(cache).compile(attacked);

        assertThat(DroolsCompiler.compilations()).as("compilers called").isEqualTo(compilations);
        assertThat(cache.asked).as("asked for compiled classes").isZero();
        assertThat(attacked.documents()).isEmpty();
        assertThat(CompilerInput.structure(attacked)).isEqualTo(CompilerInput.structure(calm));
        Set<String> given = CompilerInput.texts(attacked);
        assertThat(given).isEqualTo(CompilerInput.texts(calm)).contains("shape 0", "scorecard");
        for (String attack : attacks) {
            assertThat(given).noneMatch(text -> text.contains(attack.strip()));
        }

        for (int i = 0; i < attacks.size(); i++) {
            String attack = Spaces.strip(attacks.get(i));
            var matched = new ArrayList<Row>();
            try (RuleSession session = compiled.newSession()) {
                session.insert(finding(Spaces.strip(Spaces.plain(attack))));
                session.matchTables(Stage.STATUS, (table, fact, rows) -> matched.addAll(rows));
            }
            assertThat(matched.stream()
                            .filter(row -> !row.id().endsWith("-any"))
                            .map(Row::id))
                    .as(attack)
                    .containsExactly(Spaces.strip(Spaces.plain(i + " " + attacks.get(i))));
            Row row = matched.stream()
                    .filter(each -> !each.id().endsWith("-any"))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.outcome())
                    .containsEntry("message", attack)
                    .containsEntry("owner", attack)
                    .containsEntry("action", attack);
            assertThat(row.notes()).containsValue(attack);
        }
    }

    @SuppressWarnings("NullAway") // only two of its properties are compared
    private static FindingView finding(String scorecard) {
        return new FindingView("C1", null, null, null, scorecard, null, null, null, null, null, null, null, true, null);
    }

    @Test
    void theTextOfARuleFileIsAllThatIsEverCompiled() throws IOException {
        String rule = "package ours\nrule \"Ours\" agenda-group \"status\"\nwhen\nthen\nend\n";
        List<String> attacks = texts();
        Rulebook attacked =
                texts("with-rule", attacks).rule("ours.drl", rule).load().rulebook();
        var cache = new Recording();

        new DroolsCompiler(cache).compile(attacked);

        assertThat(attacked.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.text()).isEqualTo(rule));
        assertThat(cache.kept).isNotEmpty();
        cache.kept.forEach((name, bytes) -> {
            String content = name + new String(bytes, StandardCharsets.ISO_8859_1);
            for (String attack : attacks) {
                if (attack.strip().length() > 8) {
                    assertThat(content).doesNotContain(attack.strip());
                }
            }
            assertThat(content).doesNotContain("Canary");
        });
    }

    /** A cache that keeps what was compiled, for the test to look at. */
    private static final class Recording implements CompilationCache {

        private final Map<String, byte[]> kept = new java.util.TreeMap<>();
        private int asked;

        @Override
        public Optional<Map<String, byte[]>> find(String digest) {
            asked++;
            return Optional.empty();
        }

        @Override
        public void keep(String digest, Map<String, byte[]> files) {
            kept.putAll(files);
        }
    }

    // Formulas

    @Test
    void aFormulaIsNeverCalculatedHere() {
        var rulebook = new RulebookBuilder(folder);
        rulebook.tables.put("Thresholds", sheet -> {
            RulebookBuilder.table(sheet, row("KT-1", "win_rate", 0.5, null, "GREEN"));
            sheet.getRow(13).createCell(2).setCellFormula("WEBSERVICE(\"http://127.0.0.1:1/\")");
        });

        assertThat(rulebook.problems()).containsExactly("FORMULA_UNCACHED C14");
    }

    @Test
    void thereIsNoRulebookWhileAnAttackIsRefused() {
        var rulebook = new RulebookBuilder(folder).thresholds(row("KT-1", CORPUS.get(0), 0.5, null, "GREEN"));
        @Nullable Rulebook loaded = null;
        try {
            loaded = rulebook.load().rulebook();
        } catch (InvalidRulebook expected) {
            assertThat(expected.problems()).isNotEmpty();
        }
        assertThat(loaded).isNull();
    }
}
