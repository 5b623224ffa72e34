package blackbox;

import static blackbox.Outcome.PROBLEMS;
import static blackbox.Program.boscard;
import static blackbox.Program.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of bad input is a problem with its place and a hint; the rest is evaluated. */
final class BadInputTest {

    private static final String HEADER = "scorecard,kpi,period,actual,target";
    private static final String GOOD = "TEAM-A,win_rate,2026-Q3,0.31,0.30";

    @TempDir
    Path home;

    private Path facts() {
        return home.resolve("facts");
    }

    private Path runs() {
        return home.resolve("runs");
    }

    private Outcome evaluate(Object... inputs) {
        var arguments = new ArrayList<Object>(List.of("evaluate"));
        arguments.addAll(List.of(inputs));
        arguments.addAll(List.of("--runs", runs()));
        return boscard(arguments.toArray());
    }

    /** One bad thing beside one good row: exit code 1, the good row has a status, and one whole run is there. */
    private Outcome badBesideGood(Object... inputs) throws IOException {
        Outcome outcome = evaluate(inputs).endsWith(PROBLEMS).says("1 scorecard, 1 status (0 red, 0 amber, 1 green)");
        assertThat(whatLiesIn(runs())).hasSize(1);
        assertThat(boscard("findings", "--runs", runs()).endsWith(Outcome.FINE).stdout())
                .contains(" finding");
        return outcome;
    }

    private void nothingWasWritten() throws IOException {
        assertThat(whatLiesIn(runs())).isEmpty();
    }

    private static List<String> whatLiesIn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private Path good() {
        return file(facts(), "measurements.csv", HEADER, GOOD);
    }

    @Test
    void missingFileIsNamedAndTheOthersAreEvaluated() throws IOException {
        Path good = good();
        badBesideGood(good, facts().resolve("measurement.csv"))
                .says("measurement.csv: there is no such file [FILE_MISSING]", "Maybe measurements.csv is meant.");
    }

    @Test
    void missingFileAloneLeavesNoRun() throws IOException {
        evaluate(home.resolve("nowhere.csv")).endsWith(PROBLEMS).says("nowhere.csv: there is no such file", "Maybe ");
        nothingWasWritten();
    }

    @Test
    void unknownColumnIsNamedAtTheHeaderWithTheNearestKnownOne() throws IOException {
        file(facts(), "measurements.csv", "scorecard,kpi,period,actual,target,provisonal", GOOD + ",N");
        badBesideGood(facts()).says("measurements.csv:1 (provisonal): ", "[COLUMN_UNKNOWN]", "Maybe provisional");
    }

    @Test
    void columnThatNobodyKnowsSaysHowItIsLeftOut() {
        file(facts(), "measurements.csv", "scorecard,kpi,period,actual,target,zodiac", GOOD + ",Leo");
        evaluate(facts()).endsWith(Outcome.FINE).says("measurements.csv:1 (zodiac): ", "[COLUMN_UNKNOWN]", "Maybe ");
    }

    @Test
    void undefinedKpiIsRejectedWithTheNearestOneOfTheCatalogue() throws IOException {
        file(facts(), "measurements.csv", HEADER, GOOD, "TEAM-A,win_rat,2026-Q2,0.3,0.3");
        badBesideGood(facts())
                .says(
                        "measurements.csv:3 (kpi): KPI \"win_rat\" is not in the catalogue [KPI_UNKNOWN]",
                        "Maybe win_rate (kpi-catalogue.xlsx!KPIs!",
                        "2 read = 1 accepted + 1 rejected + 0 skipped");
    }

    @Test
    void textInANumberColumnIsRejectedWithItsText() throws IOException {
        file(facts(), "measurements.csv", HEADER, GOOD, "TEAM-A,win_rate,2026-Q2,a third,0.3");
        badBesideGood(facts())
                .says("measurements.csv:3 (actual): \"a third\" is not a number [NUMBER_INVALID]", "Maybe ");
    }

    @Test
    void twoRowsOfOneKeyThatContradictEachOtherAreBothRejected() throws IOException {
        file(
                facts(),
                "measurements.csv",
                HEADER,
                GOOD,
                "TEAM-B,win_rate,2026-Q3,0.2,0.3",
                "TEAM-B,win_rate,2026-Q3,0.4,0.3");
        badBesideGood(facts()).says("measurements.csv:3: ", "measurements.csv:4 ", "[KEY_DUPLICATE]", "Maybe ");
    }

    @Test
    void emptyFileIsNamed() throws IOException {
        good();
        Files.createFile(facts().resolve("goals.csv"));
        badBesideGood(facts()).says("goals.csv: the file is empty [FILE_EMPTY]", "Maybe ");
    }

    @Test
    void folderWithoutFactsIsNamedAndLeavesNoRun() throws IOException {
        Files.createDirectories(facts());
        evaluate(facts())
                .endsWith(PROBLEMS)
                .says(facts() + ": the folder holds no file of facts", "[NO_FACTS]", "Maybe ");
        nothingWasWritten();
    }

    @Test
    void textNamedLikeAWorkbookIsNamed() {
        file(facts(), "measurements.xlsx", HEADER, GOOD);
        evaluate(facts()).endsWith(Outcome.FINE).says("measurements.xlsx: ", "[FORMAT_MISMATCH]", "Maybe ");
    }

    @Test
    void noiseNamedLikeAWorkbookIsNamed() throws IOException {
        good();
        var noise = new byte[5000];
        new Random(1).nextBytes(noise);
        Files.write(facts().resolve("goals.xlsx"), noise);
        badBesideGood(facts()).says("goals.xlsx: ", "Maybe ");
    }

    @Test
    void halfAWorkbookIsNamed() throws IOException {
        good();
        byte[] whole = Files.readAllBytes(Program.ROOT.resolve("spreadsheets/smart.xlsx"));
        Files.write(facts().resolve("goals.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));
        badBesideGood(facts()).says("goals.xlsx: ", "Maybe ");
    }

    @Test
    void archiveThatIsNoWorkbookIsNamed() throws IOException {
        good();
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(facts().resolve("goals.xlsx")))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("letter.txt"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        badBesideGood(facts()).says("goals.xlsx: ", "Maybe ");
    }

    @Test
    void hundredthWrongRowIsReportedLikeTheFirst() throws IOException {
        var lines = new ArrayList<String>(List.of(HEADER));
        for (int i = 0; i < 500; i++) {
            lines.add("TEAM-" + i + ",win_rate,2026-Q3,0.31,0.30");
        }
        for (int i = 0; i < 100; i++) {
            lines.add("TEAM-" + i + ",win_rate,2026-Q2,wrong,0.30");
        }
        file(facts(), "measurements.csv", lines.toArray(String[]::new));
        Outcome outcome = evaluate(facts(), "--format", "json").endsWith(PROBLEMS);

        assertThat(Json.of(outcome.stdout()).get("problems").findValuesAsText("at"))
                .hasSize(100)
                .last()
                .asString()
                .endsWith("measurements.csv:601 (actual)");
    }

    @Test
    void everyProblemOfEveryFileIsInOneOutput() throws IOException {
        Outcome outcome = evaluate(Program.BROKEN, "--format", "json").endsWith(PROBLEMS);
        JsonNode result = Json.of(outcome.stdout());

        assertThat(result.get("problems").findValuesAsText("code"))
                .contains(
                        "FORMAT_MISMATCH",
                        "REFERENCE_UNKNOWN",
                        "DATES_REVERSED",
                        "COLUMN_UNKNOWN",
                        "NUMBER_INVALID",
                        "KPI_UNKNOWN",
                        "PERIOD_INVALID",
                        "VALUE_REQUIRED",
                        "SCORECARD_UNKNOWN",
                        "ROW_RAGGED",
                        "KEY_DUPLICATE",
                        "FILE_EMPTY");
        for (JsonNode input : result.get("inputs")) {
            assertThat(input.get("read").asLong())
                    .isEqualTo(input.get("accepted").asLong()
                            + input.get("rejected").asLong()
                            + input.get("skipped").asLong());
        }
        assertThat(result.get("scorecards")).hasSize(3);
    }

    @Test
    void whatCannotBeAFileNameDoesNotEndInAFault() throws IOException {
        evaluate("facts\0.csv").endsWith(Outcome.USAGE).says("Try: boscard evaluate --help");
        nothingWasWritten();
    }

    @Test
    void runsFolderThatIsAFileIsNamedAndKept() throws IOException {
        good();
        Path taken = file(home, "taken", "precious");
        boscard("evaluate", facts(), "--runs", taken).endsWith(PROBLEMS).says("taken", "[RUN_FOLDER]");
        assertThat(Files.readString(taken)).isEqualTo("precious\n");
    }
}
