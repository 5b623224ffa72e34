package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.USAGE;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of a stored run, as a reader has them. */
final class ReportTest {

    @TempDir
    static Path home;

    private static Path page;
    private static String html;

    @BeforeAll
    static void evaluate() throws IOException {
        boscard("evaluate", Program.FIRST, "--as-of", "2026-09-30", "--runs", home.resolve("runs"))
                .endsWith(FINE);
        page = home.resolve("report.html");
        html = report(page);
    }

    private static String report(Path file, Object... more) throws IOException {
        Object[] words = new Object[more.length + 5];
        System.arraycopy(new Object[] {"report", "--html", file, "--runs", home.resolve("runs")}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        boscard(words).endsWith(FINE).says("Page     " + file);
        return Files.readString(file);
    }

    @Test
    void thePageFetchesNothing() {
        String withoutLibrary = html.replaceAll("(?s)<script>.*?</script>", "").replaceAll("(?s)<!-- uPlot.*?-->", "");
        assertThat(withoutLibrary)
                .doesNotContain("http://", "https://", "<link", "<img", "@import", "url(http", "src=")
                .contains("Content-Security-Policy", "default-src &#39;none&#39;");
    }

    @Test
    void everyLinkLeadsToAPlaceOnThePageAndEveryPlaceIsThereOnce() {
        var places = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(id -> id.group(1))
                .toList();
        var links = Pattern.compile(" href=\"#([^\"]+)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1))
                .collect(Collectors.toSet());
        assertThat(places).doesNotHaveDuplicates();
        assertThat(links).hasSizeGreaterThan(100).allMatch(places::contains);
    }

    @Test
    void theSameRunGivesTheSamePage() throws IOException {
        assertThat(report(home.resolve("again.html"))).isEqualTo(html);
    }

    @Test
    void whatIsLeftOutIsCounted() throws IOException {
        String short1 = report(home.resolve("short.html"), "--cards", 1);
        assertThat(short1)
                .hasSizeLessThan(html.length() / 3)
                .contains("7 scorecards are not told in detail: the 1 with the lowest scores are")
                .contains("boscard findings ");
    }

    @Test
    void theWorkbookIsWrittenAnew() throws IOException {
        Path file = home.resolve("report.xlsx");
        boscard("report", "--xlsx", file, "--runs", home.resolve("runs"))
                .endsWith(FINE)
                .says("Workbook " + file);
        assertThat(Files.size(file)).isGreaterThan(100_000);
    }

    @Test
    void noFileOrNoRoomIsSaid() {
        boscard("report", "--runs", home.resolve("runs")).endsWith(USAGE).says("Name a file with --html or --xlsx");
        boscard("report", "--html", home.resolve("no/such/folder.html"), "--runs", home.resolve("runs"))
                .endsWith(USAGE)
                .says("the report cannot be written");
    }

    @Test
    void namesInTheFactsNeverBecomeMarkup() throws IOException {
        String evil = "<script>document.title='taken'</script>";
        Path facts = home.resolve("evil");
        Program.file(
                facts,
                "scorecards.csv",
                "scorecard,name,level,owner",
                "EVIL," + evil + ",TEAM,\"\"\"><img src=x onerror=alert(1)>\"");
        Program.file(
                facts,
                "measurements.csv",
                "scorecard,kpi,period,actual,target,note",
                "EVIL,grr,2026-Q2,0.7,0.9," + evil,
                "EVIL,grr,2026-Q3,0.7,0.9," + evil);
        boscard("evaluate", facts, "--runs", home.resolve("evil-runs")).endsWith(FINE);
        Path file = home.resolve("evil.html");
        boscard("report", "--html", file, "--runs", home.resolve("evil-runs")).endsWith(FINE);

        assertThat(Files.readString(file))
                .contains("&lt;script&gt;document.title=&#39;taken&#39;&lt;/script&gt;")
                .doesNotContain(evil, "<img");
        if (Browser.find().isPresent()) {
            try (Browser browser = Browser.open(home.resolve("profile-evil"))) {
                browser.go(file);
                assertThat(browser.evaluate("document.title")).startsWith("boscard ");
            }
        }
    }

    /** The way of an auditor: a red cell of the heat map, a red KPI behind it, its why, the line it stands on. */
    @Test
    void aClickOnARedCellLeadsToItsSourceLine() throws IOException {
        Assumptions.assumeTrue(
                Browser.find().isPresent(), "Chromium is not installed, so nobody clicks through the page");
        try (Browser browser = Browser.open(home.resolve("profile"))) {
            browser.go(page);
            browser.click(".heat td.red a[aria-label^='Team North, Customer']");
            assertThat(browser.evaluate("location.hash")).startsWith("#part-");
            assertThat(browser.evaluate("document.querySelector(location.hash).textContent"))
                    .contains("Customer", "Gross revenue retention");

            browser.evaluate("window.part = location.hash");
            browser.click("$(window.part + \" a[aria-label='Why Gross revenue retention is red']\")");
            assertThat(browser.evaluate("document.querySelector(location.hash).open"))
                    .isEqualTo("true");
            assertThat(browser.evaluate("document.querySelector(location.hash + ' .decided').textContent"))
                    .contains("KT-060");
            browser.await("document.querySelector(location.hash + ' .chart canvas') !== null", Duration.ofSeconds(20));

            browser.evaluate("window.why = location.hash");
            browser.click("$(window.why + ' a.source')");
            String line = browser.evaluate("document.querySelector(location.hash).textContent");
            assertThat(line).contains("measurements.csv:2265 (actual)", "grr 2026-Q3", "78.4 %");
            assertThat(browser.evaluate("document.querySelector(location.hash).getBoundingClientRect().height > 0"))
                    .isEqualTo("true");
            assertThat(Files.readAllLines(Program.FIRST.resolve("measurements.csv"))
                            .get(2264))
                    .startsWith("TEAM-NORTH,grr,2026-Q3,0.784");
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void theWorkbookOfALargeRunIsWrittenWhenItIsAskedFor() throws IOException {
        Path facts = large(5_001);
        Path runs = home.resolve("large");

        boscard("evaluate", facts, "--runs", runs)
                .says("Report   boscard report ", " --xlsx report.xlsx --runs " + runs);
        assertThat(reportOfTheOnlyRun(runs)).doesNotExist();

        Path written = home.resolve("large.xlsx");
        boscard("report", "--xlsx", written, "--runs", runs).endsWith(FINE);
        assertThat(written).isNotEmptyFile();
    }

    @Test
    void theReportCanBeAskedForAndForgoneWhateverTheSize() throws IOException {
        Path with = home.resolve("with");
        Path without = home.resolve("without");

        boscard("evaluate", large(5_001), "--report", "--runs", with).says("report.xlsx");
        boscard("evaluate", Program.FIRST, "--no-report", "--runs", without).endsWith(FINE);

        assertThat(reportOfTheOnlyRun(with)).isNotEmptyFile();
        assertThat(reportOfTheOnlyRun(without)).doesNotExist();
    }

    private static Path large(int measurements) throws IOException {
        var lines = new StringBuilder("scorecard,kpi,period,actual,target\n");
        for (int i = 0; i < measurements; i++) {
            lines.append(String.format(
                    java.util.Locale.ROOT,
                    "S%03d,%s,2026-%02d,%d,100%n",
                    i / 24,
                    i / 12 % 2 == 0 ? "revenue" : "win_rate",
                    i % 12 + 1,
                    80 + i % 40));
        }
        return Files.writeString(home.resolve("large.csv"), lines);
    }

    private static Path reportOfTheOnlyRun(Path runs) throws IOException {
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(folder -> Files.exists(folder.resolve("manifest.json")))
                    .findFirst()
                    .orElseThrow()
                    .resolve("report.xlsx");
        }
    }
}
