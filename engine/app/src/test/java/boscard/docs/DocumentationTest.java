package boscard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.IndicatorNames;
import boscard.fact.FactKind;
import boscard.problem.ProblemCode;
import boscard.rulebook.Rulebook;
import boscard.workbook.RulebookFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {

    private static final Document CHECKS = Document.at("docs/checks.md");
    private static final Document FACTS = Document.at("docs/facts.md");
    private static final Document PROBLEMS = Document.at("docs/problems.md");
    private static final Document MAPPING = Document.at("docs/mapping.md");

    private static final Pattern INDICATOR_ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]+ \\| ([^|]+) \\|([^|]+)\\|$");
    private static final Pattern SECTION = Pattern.compile("(?ms)^### (\\w+)$(.*?)(?=^##|\\z)");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(#[^)\\s]*)?\\)");
    private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+Test)`");
    private static final Pattern CLASS_IN_CODE = Pattern.compile("\"(\\w+)\"");

    private static final Rulebook SHIPPED =
            RulebookFolder.load(Document.repository()).rulebook();

    // ---- generated parts

    @ParameterizedTest
    @EnumSource(FactKind.class)
    void columnsOfEachKindOfFactsAreThoseOfItsRecord(FactKind kind) {
        FACTS.assertGenerated(kind.canonicalName(), FactsPage.columns(kind));
    }

    @Test
    void checksAreThoseOfTheShippedRulebook() {
        var page = new ChecksPage(SHIPPED, factsByIndicator());
        assertThat(page.size()).isGreaterThan(70);
        CHECKS.assertGenerated("checks", page.lines());
    }

    // ---- indicators

    @Test
    void everyIndicatorThatATableOrRuleComparesIsExplained() {
        assertThat(factsByIndicator().keySet()).containsAll(new ChecksPage(SHIPPED, Map.of()).indicators());
    }

    @Test
    void everyIndicatorThatIsComputedIsExplainedAndTheOthersAreMarked() throws IOException {
        Set<String> computed = textsInIndicatorClasses();
        indicatorRows()
                .forEach((name, row) -> assertThat(row.group(3).contains("not computed yet"))
                        .as("indicator %s is marked as not computed", name)
                        .isEqualTo(!isMadeOf(computed, name)));
    }

    @Test
    void theNamesOfIndicatorsAreThoseThatAreExplainedAndComputed() {
        assertThat(IndicatorNames.ALL)
                .as("IndicatorNames and the table in docs/checks.md")
                .containsExactlyInAnyOrderElementsOf(indicatorRows().entrySet().stream()
                        .filter(row -> !row.getValue().group(3).contains("not computed yet"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** Whether the classes have the name, or a beginning and an end that make it: "financial" and "_share". */
    private static boolean isMadeOf(Set<String> texts, String name) {
        return texts.contains(name)
                || texts.stream()
                        .anyMatch(start -> name.startsWith(start) && texts.contains(name.substring(start.length())));
    }

    private static Map<String, String> factsByIndicator() {
        return indicatorRows().values().stream()
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> row.group(2).strip()));
    }

    private static Map<String, MatchResult> indicatorRows() {
        var rows = new LinkedHashMap<String, MatchResult>();
        String section = CHECKS.text().substring(CHECKS.text().indexOf("## Indicators"));
        INDICATOR_ROW.matcher(section).results().forEach(row -> rows.put(row.group(1), row));
        return rows;
    }

    private static Set<String> textsInIndicatorClasses() throws IOException {
        Path evaluation = Document.repository().resolve("engine/core/src/main/java/boscard/evaluation");
        var texts = new TreeSet<String>();
        try (var files = Files.list(evaluation)) {
            for (Path file : files.filter(file -> file.toString().endsWith("Indicators.java"))
                    .toList()) {
                CLASS_IN_CODE.matcher(Files.readString(file)).results().forEach(text -> texts.add(text.group(1)));
            }
        }
        return texts;
    }

    // ---- problems

    @Test
    void everyProblemCodeHasItsSectionAndEverySectionItsCode() {
        List<String> headings = SECTION.matcher(PROBLEMS.text())
                .results()
                .map(section -> section.group(1))
                .toList();
        assertThat(headings)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code -> code.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void sectionOfAProblemShowsAMessageAsItIsPrinted(ProblemCode code) {
        String example = EXAMPLE.matcher(section(code))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        assertThat(example.lines().findFirst().orElse("")).contains(": ").endsWith(" [" + code + "]");
        assertThat(example.lines().skip(1)).allMatch(line -> line.startsWith("  Maybe "));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void sectionOfAProblemSaysWhatToDo(ProblemCode code) {
        assertThat(EXAMPLE.matcher(section(code)).replaceAll("").strip()).contains("**Do:** ");
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void sectionOfAProblemBeginsWithItsSeverity(ProblemCode code) {
        String severity = code.severity().name();
        assertThat(section(code).strip())
                .startsWith(severity.charAt(0) + severity.substring(1).toLowerCase(Locale.ROOT) + ". ");
    }

    private static String section(ProblemCode code) {
        return SECTION.matcher(PROBLEMS.text())
                .results()
                .filter(section -> section.group(1).equals(code.name().toLowerCase(Locale.ROOT)))
                .map(section -> section.group(2))
                .findFirst()
                .orElse("");
    }

    // ---- what is written by hand names what exists

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFileAndHeadingThatExist(Document document) throws IOException {
        Path folder = java.util.Objects.requireNonNull(document.file().getParent());
        for (MatchResult link : LINK.matcher(document.text()).results().toList()) {
            String target = link.group(1);
            if (target.contains("://")) {
                continue;
            }
            Path file =
                    target.isEmpty() ? document.file() : folder.resolve(target).normalize();
            assertThat(file).as("%s links to %s", document, target).exists();
            if (link.group(2) != null) {
                assertThat(headings(file))
                        .as("%s links to %s", document, link.group())
                        .contains(link.group(2).substring(1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyTestThatIsNamedExists(Document document) throws IOException {
        Set<String> tests;
        try (var files = Files.walk(Document.repository().resolve("engine"))) {
            tests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        assertThat(TEST_CLASS.matcher(document.text()).results().map(found -> found.group(1)))
                .as("tests that %s names", document)
                .isSubsetOf(tests);
    }

    @Test
    void everyKeyOfAMappingIsExplained() throws IOException {
        String reader = Files.readString(Document.repository()
                .resolve("engine/intake/src/main/java/boscard/intake/mapping/FileEntryReader.java"));
        String keys =
                reader.substring(reader.indexOf("KEYS = List.of("), reader.indexOf(");", reader.indexOf("KEYS = ")));
        List<String> names =
                CLASS_IN_CODE.matcher(keys).results().map(key -> key.group(1)).toList();
        assertThat(names).contains("match", "quarter_labels");
        assertThat(headings(MAPPING.file())).containsAll(names);
    }

    static List<Document> documents() {
        return Document.all();
    }

    /** Anchors as a reader of Markdown makes them: lower case, spaces as hyphens, punctuation left out. */
    private static Set<String> headings(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
