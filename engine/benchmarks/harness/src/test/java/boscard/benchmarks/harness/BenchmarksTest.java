package boscard.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.fact.FactKind;
import boscard.intake.FactsImporter;
import boscard.intake.ImportSettings;
import boscard.workbook.RulebookFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps the benchmarks from rotting: everything runs once on something tiny. No time is judged. */
class BenchmarksTest {

    private static final Path HOME =
            Path.of(System.getProperty("boscard.home", "../../..")).toAbsolutePath();

    @TempDir
    Path scratch;

    @Test
    void everyPeerGivesTheSameAnswersOnATinyWorkload() throws Exception {
        WorkloadFiles files = files(new Workload(4, 5, 6, 40, false, 3));
        var with = new Contestants(HOME, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        var comparison = new Comparison("smoke", files, scratch.resolve("work"));

        comparison.run(
                List.of(
                        with.plainJava(),
                        with.boscardTables(),
                        with.openL(),
                        with.droolsClassic(),
                        with.droolsExecutable(),
                        with.kieDmn(),
                        with.camunda()),
                1);

        var printed = new ByteArrayOutputStream();
        comparison.print(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("plain Java", "OpenL Tablets", "Drools executable", "Kie DMN", "Camunda DMN");
    }

    @Test
    void aPeerThatDiffersOnOneFactIsNamedWithTheFact() throws IOException {
        WorkloadFiles files = files(new Workload(2, 2, 2, 10, false, 3));
        var right = new Contestant(
                "right", Long.MAX_VALUE, (f, answers) -> List.of("true"), a -> List.of("a,GREEN", "b,RED"));
        var wrong = new Contestant(
                "wrong", Long.MAX_VALUE, (f, answers) -> List.of("true"), a -> List.of("a,GREEN", "b,GREEN"));

        assertThatThrownBy(() -> new Comparison("", files, scratch.resolve("work")).run(List.of(right, wrong), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("wrong says b,GREEN, the first contestant b,RED (fact 2)");
    }

    @Test
    void aWorkloadIsTheSameEachTimeAndHasTheSizeAskedFor() throws IOException {
        var workload = new Workload(3, 4, 5, 33, false, 9);
        var measured = new ArrayList<Workload.Measured>();
        var again = new ArrayList<Workload.Measured>();
        workload.measurements(measured::add);
        workload.measurements(again::add);

        assertThat(measured).hasSize(60).isEqualTo(again);
        assertThat(workload.table()).hasSize(33).isEqualTo(workload.table());
        assertThat(Files.readAllLines(files(workload).preparedFacts())).hasSize(61);
    }

    @Test
    void everyMicroBenchmarkRuns() throws Exception {
        Micro.run(HOME, scratch, true);
    }

    @Test
    void factsForTheShippedRulebookAreAcceptedAndTheSameEachTime() throws IOException {
        Path facts = ShippedFacts.write(HOME, scratch.resolve("shipped"), 2);

        var imported = new FactsImporter()
                .importFacts(
                        List.of(facts),
                        ImportSettings.of(RulebookFolder.load(HOME).rulebook().catalogue()));

        assertThat(imported.facts().count(FactKind.MEASUREMENTS)).isEqualTo(400);
        assertThat(ShippedFacts.write(HOME, scratch.resolve("again"), 2)).hasSameTextualContentAs(facts);
    }

    private WorkloadFiles files(Workload workload) throws IOException {
        var files = new WorkloadFiles(workload, scratch.resolve("files"));
        files.write(HOME.resolve("spreadsheets"));
        return files;
    }
}
