package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.app.Door;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst sees who keeps boscard watching and saves. */
final class WatchTest {

    private static final long LONGEST_MILLIS = 120_000;

    @TempDir
    Path home;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private Path workbook = Path.of("unset");
    private Path facts = Path.of("unset");
    private Thread watching = new Thread();
    private FutureTask<Integer> ended = new FutureTask<>(() -> 0);

    @BeforeEach
    void watch() throws Exception {
        Path rulebook = home.resolve("ours");
        boscard("init", rulebook).endsWith(FINE);
        workbook = rulebook.resolve("spreadsheets/kpi-thresholds.xlsx");
        facts = home.resolve("facts");
        Program.file(facts, "scorecards.csv", "scorecard,name,level", "A,Team A,TEAM", "B,Team B,TEAM");
        measurements("0.79");
        ended = new FutureTask<>(() -> Door.run(
                new PrintWriter(screen, true),
                new PrintWriter(errors, true),
                "watch",
                facts.toString(),
                "--rulebook",
                rulebook.toString(),
                "--as-of",
                "2026-09-30"));
        watching = new Thread(ended, "watching");
        watching.start();
        await("Watching ");
    }

    @AfterEach
    void end() throws Exception {
        watching.interrupt();
        assertThat(ended.get(LONGEST_MILLIS, TimeUnit.MILLISECONDS)).isZero();
        assertThat(screen.toString()).endsWith("Ended.\n");
        assertThat(errors.toString()).isEmpty();
    }

    private void measurements(String actualOfA) {
        Program.file(
                facts,
                "measurements.csv",
                "scorecard,kpi,period,actual,target",
                "A,grr,2026-Q3," + actualOfA + ",",
                "B,grr,2026-Q3,0.95,");
    }

    /** Waits for a text, and gives what came since the last one. */
    private String await(String text) throws InterruptedException {
        long until = System.currentTimeMillis() + LONGEST_MILLIS;
        while (System.currentTimeMillis() < until) {
            String all = screen.toString();
            if (all.contains(text)) {
                screen.getBuffer().delete(0, all.length());
                return all;
            }
            assertThat(ended.isDone()).as(all + errors).isFalse();
            Thread.sleep(20);
        }
        throw new AssertionError("\"" + text + "\" did not come, only:\n" + screen + errors);
    }

    private void floor(Path file, double edge) throws IOException {
        Spreadsheet.of(file, "Thresholds")
                .set("KT-059", "Value from", edge)
                .set("KT-060", "Value below", edge)
                .save();
    }

    @Test
    void everySaveIsAnsweredWithWhatItChanged() throws Exception {
        floor(workbook, 0.78);
        assertThat(await("Answered after"))
                .contains(
                        "Saved: kpi-thresholds.xlsx",
                        "Lowering the floor of KT-059 from 80.0 % to 78.0 %",
                        "turn 1 status in 1 scorecard from RED to AMBER");

        // as Excel does it: a lock, a file beside, a rename over the old one
        Path lock = Files.writeString(workbook.resolveSibling("~$kpi-thresholds.xlsx"), "locked");
        Path beside = Files.copy(workbook, workbook.resolveSibling("8A2F1C00"));
        floor(beside, 0.8);
        Files.move(beside, workbook, StandardCopyOption.REPLACE_EXISTING);
        String answer = await("Answered after");
        assertThat(answer)
                .contains("Saved: kpi-thresholds.xlsx\n", "from AMBER to RED")
                .doesNotContain("~$", "8A2F");
        Files.delete(lock);

        measurements("0.95");
        assertThat(await("Answered after"))
                .contains(
                        "Saved: measurements.csv",
                        "actual 0.79 -> 0.95 of measurement A grr 2026-Q3",
                        "from RED to GREEN");
    }

    @Test
    void brokenWorkbookShowsItsProblemsAndTheLastGoodRulebookStays() throws Exception {
        byte[] good = Files.readAllBytes(workbook);
        Spreadsheet.of(workbook, "Thresholds").set("KT-059", "Status", "AMBR").save();
        assertThat(await("The last good rulebook stays")).contains("[CELL_CHOICE]", "Maybe AMBER");

        Files.write(workbook, "half a workbook".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(await("The last good rulebook stays")).contains("kpi-thresholds.xlsx");

        Files.write(workbook, good);
        assertThat(await("Answered after")).contains("No conclusion differs, in 2 scorecards.");

        floor(workbook, 0.78);
        assertThat(await("Answered after")).contains("from RED to AMBER");
    }

    @Test
    void wrongRuleFileAndMissingWorkbookAreNoEnd() throws Exception {
        Path rules = java.util.Objects.requireNonNull(workbook.getParent()).resolveSibling("rules/status.drl");
        String good = Files.readString(rules);
        Files.writeString(rules, good + "\nrule \"broken\" when then\n");
        assertThat(await("The last good rulebook stays")).contains("rules/status.drl", "[RULE_INVALID]");
        Files.writeString(rules, good);
        assertThat(await("Answered after")).contains("No conclusion differs");

        Path aside = workbook.resolveSibling("parameters.xlsx");
        byte[] parameters = Files.readAllBytes(aside);
        Files.delete(aside);
        assertThat(await("The last good rulebook stays")).contains("[RULEBOOK_INCOMPLETE]");
        Files.write(aside, parameters);
        assertThat(await("Answered after")).contains("No conclusion differs");
    }
}
