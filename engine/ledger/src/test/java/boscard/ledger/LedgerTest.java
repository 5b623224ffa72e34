package boscard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.evaluation.Finding;
import boscard.evaluation.ScorecardEvaluation;
import boscard.fact.FactKind;
import boscard.fact.Facts;
import boscard.fact.Reading;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {

    @TempDir
    Path home;

    private Path runs;
    private Ledger ledger;

    @BeforeEach
    void open() {
        runs = home.resolve("runs");
        ledger = Ledger.at(runs);
    }

    private RunManifest write(int scorecards) {
        return SampleRun.write(
                ledger, home.resolve("rulebook"), SampleRun.facts(scorecards), SampleRun.evaluations(scorecards));
    }

    private static <T> List<T> all(Stream<T> rows) {
        try (rows) {
            return rows.toList();
        }
    }

    @Test
    void oneScorecardIsReadAsIfItWereFilteredFromAll() {
        List<ScorecardEvaluation> evaluations = SampleRun.evaluations(3);
        StoredRun run = ledger.open(write(3).id());

        assertThat(run.scorecards())
                .isEqualTo(evaluations.stream()
                        .map(one -> one.scorecard().scorecard())
                        .toList());
        for (ScorecardEvaluation evaluation : evaluations) {
            String id = evaluation.scorecard().scorecard();
            assertThat(run.concluded(id)).isEqualTo(boscard.evaluation.Replay.Concluded.of(evaluation));
            assertThat(run.factsOf(id))
                    .isEqualTo(run.facts().byScorecard().stream()
                            .filter(facts -> facts.id().equals(id))
                            .findFirst())
                    .isPresent();
            Finding finding = evaluation.findings().get(0);
            assertThat(run.named(finding.id(), 3))
                    .contains(new StoredRun.Named(finding.id(), id, finding.code(), false));
        }
        assertThat(run.factsOf("NOBODY")).isEmpty();
    }

    @Test
    void evaluationsAreReadBackOneByOne() {
        StoredRun run = ledger.open(write(3).id());
        var read = new ArrayList<ScorecardEvaluation>();
        run.evaluations(read::add);

        List<ScorecardEvaluation> written = SampleRun.evaluations(3);
        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < 3; i++) {
            assertThat(boscard.evaluation.Replay.Concluded.of(read.get(i)))
                    .isEqualTo(boscard.evaluation.Replay.Concluded.of(written.get(i)));
            assertThat(read.get(i).scorecard().scorecard())
                    .isEqualTo(written.get(i).scorecard().scorecard());
        }
        assertThat(run.latestScores())
                .isEqualTo(written.stream()
                        .flatMap(one -> one.nodes().stream())
                        .filter(node -> node.latest() && node.kind() != boscard.evaluation.NodeScore.Kind.OBJECTIVE)
                        .toList());
    }

    @Test
    void thePopulationIsReadBackEqual() {
        Facts facts = SampleRun.facts(3);
        var population = boscard.evaluation.Population.of(
                facts,
                new boscard.fact.KpiCatalogue(List.of(), List.of()),
                new boscard.evaluation.AsOf(java.time.LocalDate.of(2026, 9, 30)));
        String id;
        try (RunWriter writer = ledger.begin(SampleRun.header(home.resolve("rulebook")))) {
            writer.facts(facts);
            writer.population(population);
            id = writer.finish(List.of(), List.of()).id();
        }
        assertThat(ledger.open(id).population())
                .get()
                .usingRecursiveComparison()
                .isEqualTo(population);
        assertThat(ledger.open(write(1).id()).population()).isEmpty();
    }

    @Test
    void everythingThatWasStoredIsReadBackEqual() {
        List<ScorecardEvaluation> evaluations = SampleRun.evaluations(3);
        RunManifest manifest = write(3);

        StoredRun run = ledger.open(manifest.id());

        assertThat(run.manifest()).isEqualTo(manifest);
        assertThat(all(run.findings(FindingFilter.ALL)))
                .isEqualTo(
                        evaluations.stream().flatMap(e -> e.findings().stream()).toList());
        assertThat(all(run.recommendations()))
                .isEqualTo(evaluations.stream()
                        .flatMap(e -> e.recommendations().stream())
                        .toList());
        assertThat(all(run.statuses()))
                .isEqualTo(
                        evaluations.stream().flatMap(e -> e.statuses().stream()).toList());
        assertThat(all(run.nodes()))
                .isEqualTo(evaluations.stream().flatMap(e -> e.nodes().stream()).toList());
        assertThat(all(run.suppressions()))
                .isEqualTo(evaluations.stream()
                        .flatMap(e -> e.suppressions().stream())
                        .toList());
        assertThat(run.goals())
                .isEqualTo(evaluations.stream().flatMap(e -> e.goals().stream()).toList());
        assertThat(all(run.problems()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                evaluations.stream().flatMap(e -> e.problems().stream()), SampleRun.problems().stream())
                        .toList())
                .isSortedAccordingTo(Problem.READING_ORDER);
        assertThat(run.damage()).isEmpty();
    }

    @Test
    void factsComeBackWithTheirAddressesSoThatARunCanBeReplayed() {
        RunManifest manifest = write(3);

        Facts facts = ledger.open(manifest.id()).facts();

        assertThat(facts.all()).isEqualTo(SampleRun.facts(3).all());
        assertThat(facts.of(FactKind.MEASUREMENTS).get(0).origin().of("actual"))
                .hasToString("facts/measurements.csv:2 (Actual value)");
    }

    @Test
    void theRulebookIsKeptAsItWasAndNothingElseIs() throws IOException {
        RunManifest manifest = write(1);

        Path rulebook = ledger.open(manifest.id()).rulebook();

        try (Stream<Path> walk = Files.walk(rulebook)) {
            assertThat(walk.filter(Files::isRegularFile)
                            .map(file -> rulebook.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "rules/pitfalls/pitfalls.drl", "spreadsheets/thresholds/kpi-thresholds.xlsx");
        }
        assertThat(rulebook.resolve("spreadsheets/thresholds/kpi-thresholds.xlsx"))
                .hasContent("as it was");
    }

    @Test
    void numbersThatNoDecimalColumnHoldsComeBackExactly() {
        List<Reading> readings = Stream.of(
                        "0.30000000000000004",
                        "0.0012345678901234567891",
                        "123456789012345678901234567890.5",
                        "99999999999999999999.9999999999999999999",
                        "1E-400",
                        "-0.000",
                        "1E+30")
                .map(Reading::of)
                .toList();
        var facts = new ArrayList<boscard.fact.Fact>();
        for (int i = 0; i < readings.size(); i++) {
            facts.add(SampleRun.measurement(i, "revenue", readings.get(i), Reading.BLANK));
        }
        RunManifest manifest =
                SampleRun.write(ledger, home.resolve("rulebook"), Facts.of(facts), SampleRun.evaluations(1));

        assertThat(ledger.open(manifest.id()).facts().all()).isEqualTo(facts);
    }

    @Test
    void anyNumberComesBackAsItWas() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var facts = new ArrayList<boscard.fact.Fact>();
        for (int i = 0; i < 3000; i++) {
            var number = new BigDecimal(new BigInteger(1 + random.nextInt(130), random), random.nextInt(44) - 20);
            facts.add(SampleRun.measurement(
                    i, "revenue", Reading.of(random.nextBoolean() ? number : number.negate()), Reading.BLANK));
        }
        RunManifest manifest =
                SampleRun.write(ledger, home.resolve("rulebook"), Facts.of(facts), SampleRun.evaluations(1));

        assertThat(ledger.open(manifest.id()).facts().all())
                .as("repeat with -Dseed=%d", seed)
                .isEqualTo(facts);
    }

    @Test
    void anyTextComesBackAsItWas() {
        String text = "quotes ' \" \\ tab \t line\r\n nul \u0000 snow \u2603 astral \ud83d\ude00 = $1 {x} %s";
        Finding finding = SampleRun.withMessage(
                SampleRun.evaluation("A'; DROP TABLE x; --").findings().get(0), text);
        RunManifest manifest = writeFindings(finding);

        assertThat(all(ledger.open(manifest.id()).findings(FindingFilter.ALL))).containsExactly(finding);
    }

    @Test
    void aRowOfMegabytesIsARowLikeAnyOther() {
        Finding finding =
                SampleRun.withMessage(SampleRun.evaluation("A").findings().get(0), "very long ".repeat(400_000));
        RunManifest manifest = writeFindings(finding);

        assertThat(all(ledger.open(manifest.id()).findings(FindingFilter.ALL))).containsExactly(finding);
    }

    @Test
    void halfOfASurrogatePairIsReplacedAndStopsNothing() {
        Finding finding =
                SampleRun.withMessage(SampleRun.evaluation("A").findings().get(0), "lost \ud83d half");
        RunManifest manifest = writeFindings(finding);

        assertThat(all(ledger.open(manifest.id()).findings(FindingFilter.ALL)))
                .extracting(Finding::message)
                .containsExactly("lost \ufffd half");
    }

    private RunManifest writeFindings(Finding... findings) {
        return SampleRun.write(ledger, home.resolve("rulebook"), SampleRun.facts(1), List.of(only(findings)));
    }

    private static ScorecardEvaluation only(Finding... findings) {
        ScorecardEvaluation evaluation = SampleRun.evaluation(findings[0].scorecard());
        return new ScorecardEvaluation(
                evaluation.scorecard(),
                List.of(),
                List.of(),
                List.of(),
                Arrays.asList(findings),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void aRunWithoutConclusionsIsARun() {
        RunManifest manifest = SampleRun.write(ledger, home.resolve("rulebook"), Facts.of(List.of()), List.of());

        StoredRun run = ledger.latest();

        assertThat(run.manifest().id()).isEqualTo(manifest.id());
        assertThat(all(run.findings(FindingFilter.ALL))).isEmpty();
        assertThat(run.facts().all()).isEmpty();
    }

    @Test
    void equalContentGivesEqualBytesInWhateverOrderWorkersPrepareIt() throws IOException {
        long seed = Long.getLong("seed", 20261124);
        List<ScorecardEvaluation> shuffled = new ArrayList<>(SampleRun.evaluations(40));
        Collections.shuffle(shuffled, new Random(seed));
        var prepared = new TreeMap<String, PreparedEvaluation>();
        shuffled.forEach(one -> prepared.put(one.scorecard().scorecard(), PreparedEvaluation.of(one)));

        RunManifest first = write(40);
        RunManifest second;
        try (RunWriter run = ledger.begin(SampleRun.header(home.resolve("other-rulebook")))) {
            prepared.values().forEach(run::add);
            run.facts(SampleRun.facts(40));
            second = run.finish(SampleRun.accounts(), SampleRun.problems());
        }

        assertThat(second.resultsDigest()).as("repeat with -Dseed=%d", seed).isEqualTo(first.resultsDigest());
        assertThat(second.factsDigest()).isEqualTo(first.factsDigest());
        assertThat(second.files()).as("repeat with -Dseed=%d", seed).isEqualTo(first.files());
        for (String file : first.files().keySet()) {
            assertThat(runs.resolve(second.id()).resolve(file))
                    .as("%s, repeat with -Dseed=%d", file, seed)
                    .hasSameBinaryContentAs(runs.resolve(first.id()).resolve(file));
        }
    }

    @Test
    void theDigestOfTheRunIsOverThoseOfItsScorecards() {
        RunManifest manifest = write(3);

        Map<String, String> digests = ledger.open(manifest.id()).scorecardDigests();

        assertThat(manifest.resultsDigest()).isEqualTo(ConclusionsDigest.ofRun(digests));
        SampleRun.evaluations(3)
                .forEach(one ->
                        assertThat(digests).containsEntry(one.scorecard().scorecard(), ConclusionsDigest.of(one)));
        assertThat(manifest.factsDigest()).isEqualTo(FactsDigest.of(SampleRun.facts(3)));
    }

    @Test
    void anythingElseInARowGivesAnotherDigest() {
        Finding finding = SampleRun.evaluation("A").findings().get(0);
        var digests = new HashSet<String>();
        for (Finding one : List.of(
                finding,
                SampleRun.withMessage(finding, finding.message() + " "),
                SampleRun.withMessage(finding, ""),
                SampleRun.withNumbers(finding, null, finding.threshold()),
                SampleRun.withNumbers(finding, finding.threshold(), null),
                SampleRun.withNumbers(finding, new BigDecimal("0.3000000000000000000001"), null))) {
            digests.add(ConclusionsDigest.of(only(one)));
        }

        assertThat(digests).hasSize(6);
        assertThat(ConclusionsDigest.of(
                        only(SampleRun.withNumbers(finding, new BigDecimal("0.30"), finding.threshold()))))
                .isEqualTo(ConclusionsDigest.of(
                        only(SampleRun.withNumbers(finding, new BigDecimal("0.3"), finding.threshold()))));
    }

    @Test
    void anotherConclusionGivesAnotherDigestForItsScorecardOnly() {
        List<ScorecardEvaluation> changed = new ArrayList<>(SampleRun.evaluations(3));
        ScorecardEvaluation before = changed.get(1);
        changed.set(
                1,
                new ScorecardEvaluation(
                        before.scorecard(),
                        before.statuses(),
                        before.nodes(),
                        before.goals(),
                        before.findings().subList(0, 1),
                        before.recommendations(),
                        before.suppressions(),
                        before.problems()));
        RunManifest first = write(3);
        RunManifest second = SampleRun.write(ledger, home.resolve("rulebook"), SampleRun.facts(3), changed);

        assertThat(second.resultsDigest()).isNotEqualTo(first.resultsDigest());
        var digests = ledger.open(first.id()).scorecardDigests();
        var others = ledger.open(second.id()).scorecardDigests();
        assertThat(digests.keySet()).containsExactly("S00000", "S00001", "S00002");
        assertThat(others).containsEntry("S00000", digests.get("S00000"));
        assertThat(others.get("S00001")).isNotEqualTo(digests.get("S00001"));
        assertThat(others).containsEntry("S00002", digests.get("S00002"));
    }

    @Test
    void aRunThatIsNotFinishedLeavesNothing() {
        try (RunWriter run = ledger.begin(SampleRun.header(home.resolve("rulebook")))) {
            run.facts(SampleRun.facts(2));
            run.add(SampleRun.evaluation("S00000"));
        }

        assertThat(runs).isEmptyDirectory();
        assertThat(ledger.list().runs()).isEmpty();
    }

    @Test
    void nothingButTheRunIsLeftWhenItIsFinished() {
        RunManifest manifest = write(2);

        assertThat(runs.toFile().list()).containsExactly(manifest.id());
        assertThat(runs.resolve(manifest.id()).toFile().list())
                .containsExactlyInAnyOrder(
                        "manifest.json",
                        "rulebook",
                        "measurements.parquet",
                        "facts-scorecards.parquet",
                        "facts-goals.parquet", // other kinds have no facts here and so no file
                        "layouts.parquet",
                        "population.parquet",
                        "scorecards.parquet",
                        "results.parquet",
                        "nodes.parquet",
                        "goals.parquet",
                        "goal_tests.parquet",
                        "findings.parquet",
                        "recommendations.parquet",
                        "suppressions.parquet",
                        "problems.parquet");
    }

    @Test
    void aScorecardThatComesTwiceOrTooLateIsRefused() {
        try (RunWriter run = ledger.begin(SampleRun.header(home.resolve("rulebook")))) {
            run.facts(SampleRun.facts(1));
            run.add(SampleRun.evaluation("EMEA"));
            assertThatThrownBy(() -> run.add(SampleRun.evaluation("EMEA")))
                    .hasMessage("Scorecard EMEA was added twice");
            assertThatThrownBy(() -> run.add(SampleRun.evaluation("APAC")))
                    .hasMessage("Scorecard APAC came after EMEA");
        }
        assertThat(runs).isEmptyDirectory();
    }

    @Test
    void runsOfOneSecondWithEqualResultsKeepDifferentNames() {
        Clock stopped = Clock.fixed(Instant.parse("2026-11-24T03:15:00.5Z"), ZoneOffset.UTC);
        ledger = new Ledger(runs, stopped);

        RunManifest first = write(1);
        RunManifest second = write(1);

        assertThat(first.id())
                .startsWith("2026-11-24T031500Z-")
                .endsWith(first.resultsDigest().substring(0, 4));
        assertThat(second.id()).startsWith("2026-11-24T031500Z-").isNotEqualTo(first.id());
        assertThat(ledger.list().runs()).hasSize(2);
    }

    @Test
    void theLatestRunIsTheOneThatFinishedLastEvenWithinASecond() {
        Ledger early = new Ledger(runs, Clock.fixed(Instant.parse("2026-11-24T03:15:00.9Z"), ZoneOffset.UTC));
        Ledger late = new Ledger(runs, Clock.fixed(Instant.parse("2026-11-24T03:15:00.1Z"), ZoneOffset.UTC));
        Ledger earlier = new Ledger(runs, Clock.fixed(Instant.parse("2026-11-23T03:15:00Z"), ZoneOffset.UTC));
        var ids = new ArrayList<String>();
        for (Ledger each : List.of(early, late, earlier)) {
            ids.add(SampleRun.write(each, home.resolve("rulebook"), SampleRun.facts(1), SampleRun.evaluations(1))
                    .id());
        }

        assertThat(ledger.latest().manifest().id()).isEqualTo(ids.get(0));
        assertThat(ledger.list().runs()).extracting(RunManifest::id).containsExactlyElementsOf(ids);
    }

    @Test
    void aRunIsFoundByTheBeginningOrTheEndOfItsName() {
        RunManifest manifest = write(1);

        assertThat(ledger.open(manifest.id().substring(0, 12)).manifest()).isEqualTo(manifest);
        assertThat(ledger.open(manifest.id().substring(manifest.id().length() - 4))
                        .manifest())
                .isEqualTo(manifest);
        assertThat(ledger.open(Ledger.LATEST).manifest()).isEqualTo(manifest);
    }

    @Test
    void anUnknownOrAmbiguousNameIsAProblemThatOffersTheRunsThereAre() {
        assertProblem(() -> ledger.latest(), ProblemCode.RUN_UNKNOWN, "has no runs yet");
        RunManifest manifest = write(1);
        write(2);

        assertProblem(() -> ledger.open("1999"), ProblemCode.RUN_UNKNOWN, "has no run \"1999\"", manifest.id());
        assertProblem(() -> ledger.open("20"), ProblemCode.RUN_UNKNOWN, "has 2 runs", manifest.id());
        assertProblem(() -> ledger.open("../runs/" + manifest.id()), ProblemCode.RUN_UNKNOWN, "has no run");
        assertProblem(() -> ledger.open(""), ProblemCode.RUN_UNKNOWN, "has no run");
    }

    @Test
    void whatLiesAmongTheRunsAndIsNoneIsReportedAndLeftAlone() throws IOException {
        RunManifest manifest = write(1);
        Files.writeString(runs.resolve("notes.txt"), "mine");
        Files.writeString(runs.resolve(".gitignore"), "*");
        Files.createDirectory(runs.resolve("2026-11-24T031500Z-beef"));
        Files.createDirectory(runs.resolve("2026-11-24T031500Z-cafe"));
        Files.writeString(runs.resolve("2026-11-24T031500Z-cafe/manifest.json"), "{\"schema\": 2,");

        RunListing listing = ledger.list();
        write(1);

        assertThat(listing.runs()).containsExactly(manifest);
        assertThat(listing.problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.RUN_BROKEN, ProblemCode.RUN_BROKEN, ProblemCode.RUN_FOLDER);
        assertThat(runs.resolve("notes.txt")).hasContent("mine");
        assertThat(runs.resolve(".gitignore")).exists();
        assertThat(runs.resolve("2026-11-24T031500Z-beef")).exists();
    }

    @Test
    void aManifestOfAnotherSchemaOrAnotherRunIsBroken() throws IOException {
        RunManifest manifest = write(1);
        Path file = runs.resolve(manifest.id()).resolve("manifest.json");
        String text = Files.readString(file);

        Files.writeString(file, text.replace("\"schema\" : 3", "\"schema\" : 2"));
        assertProblem(
                () -> ledger.open(manifest.id()),
                ProblemCode.RUN_BROKEN,
                "has layout 2, and this version reads 3",
                "Maybe boscard 0.1.0, which wrote it, still reads it; or evaluate its facts again");
        Files.writeString(file, text.replace("\"as_of\"", "\"as_off\""));
        assertProblem(() -> ledger.open(manifest.id()), ProblemCode.RUN_BROKEN, "has no text \"as_of\"");
        Files.writeString(file, text.replace("\"begun\" : \"20", "\"begun\" : \"soon"));
        assertProblem(() -> ledger.open(manifest.id()), ProblemCode.RUN_BROKEN, "soon");
        Files.writeString(file, text.replace(manifest.id(), "2020-01-01T000000Z-0000"));
        assertProblem(() -> ledger.open(manifest.id()), ProblemCode.RUN_BROKEN, "2020-01-01T000000Z-0000");
    }

    @Test
    void aCutOrMissingOrForeignFileBreaksTheRunAndIsNamed() throws IOException {
        RunManifest manifest = write(2);
        StoredRun run = ledger.open(manifest.id());
        Path findings = run.folder().resolve("findings.parquet");
        byte[] whole = Files.readAllBytes(findings);

        Files.write(findings, Arrays.copyOf(whole, whole.length / 2));
        assertProblem(() -> all(run.findings(FindingFilter.ALL)), ProblemCode.RUN_BROKEN, "findings.parquet");
        assertThat(run.damage()).extracting(Problem::message).containsExactly("is not the file that was written");
        Files.writeString(findings, "not Parquet at all", StandardCharsets.UTF_8);
        assertProblem(() -> all(run.findings(FindingFilter.ALL)), ProblemCode.RUN_BROKEN, "findings.parquet");
        Files.copy(run.folder().resolve("nodes.parquet"), findings, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertProblem(() -> all(run.findings(FindingFilter.ALL)), ProblemCode.RUN_BROKEN, "has no column");
        Files.delete(findings);
        assertProblem(() -> all(run.findings(FindingFilter.ALL)), ProblemCode.RUN_BROKEN, "is missing");
        assertThat(run.damage()).extracting(Problem::message).containsExactly("is missing");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsAProblem() throws IOException {
        Files.writeString(runs, "I am a file");

        assertProblem(
                () -> ledger.begin(SampleRun.header(home.resolve("rulebook"))),
                ProblemCode.RUN_FOLDER,
                "cannot be written",
                "--runs");
        assertProblem(() -> ledger.list(), ProblemCode.RUN_FOLDER, "cannot be read");
        assertThat(runs).hasContent("I am a file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatNobodyMayWriteIsAProblem() {
        assertProblem(
                () -> Ledger.at(Path.of("/proc/boscard/runs")).begin(SampleRun.header(home.resolve("rulebook"))),
                ProblemCode.RUN_FOLDER,
                "/proc/boscard/runs: cannot be written",
                "--runs");
    }

    @Test
    void aFolderWithQuotesAndWildcardsInItsNameIsAFolder() {
        runs = home.resolve("it's [a] *strange* {folder}?, really");
        ledger = Ledger.at(runs);

        RunManifest manifest = write(2);

        assertThat(all(ledger.open(manifest.id()).findings(FindingFilter.ALL))).hasSize(4);
    }

    @Test
    void writersInOneFolderDoNotDisturbEachOther() throws Exception {
        int writers = 4;
        var pool = Executors.newFixedThreadPool(writers);
        try {
            var tasks = new ArrayList<Callable<RunManifest>>();
            for (int i = 0; i < writers; i++) {
                Path rulebook = home.resolve("rulebook" + i);
                tasks.add(() -> SampleRun.write(ledger, rulebook, SampleRun.facts(20), SampleRun.evaluations(20)));
            }
            var ids = new ArrayList<String>();
            for (var written : pool.invokeAll(tasks)) {
                ids.add(written.get().id());
            }
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(runs.toFile().list()).containsExactlyInAnyOrderElementsOf(ids);
            for (String id : ids) {
                assertThat(ledger.open(id).damage()).isEmpty();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aLiveWriterOfTheSameProcessIsNotTakenForALeftover() {
        try (RunWriter run = ledger.begin(SampleRun.header(home.resolve("rulebook")))) {
            run.facts(SampleRun.facts(1));
            RunManifest other = write(1);
            run.add(SampleRun.evaluation("EMEA"));
            RunManifest manifest = run.finish(SampleRun.accounts(), List.of());
            assertThat(runs.toFile().list()).containsExactlyInAnyOrder(manifest.id(), other.id());
        }
    }

    @Test
    void aRowThatIsUnaccountedForIsRefused() {
        assertThatThrownBy(() -> new RowAccount("a.csv", "", "measurements", 12, 10, 1, 0))
                .hasMessage("a.csv: 12 read is not 10 accepted + 1 rejected + 0 skipped");
    }

    @Test
    void theDigestOfFactsDoesNotDependOnTheLinesTheyStoodOn() {
        var first = SampleRun.measurement(0, "revenue", Reading.of(BigDecimal.ONE), Reading.BLANK);
        var moved = new boscard.fact.Measurement(
                first.scorecard(),
                first.kpi(),
                first.period(),
                first.actual(),
                first.target(),
                first.baseline(),
                first.prior(),
                first.forecast(),
                first.currency(),
                first.provisional(),
                first.note(),
                new boscard.source.Origin.Computed("elsewhere"));
        Path rulebook = home.resolve("rulebook");

        assertThat(SampleRun.write(ledger, rulebook, Facts.of(List.of(moved)), List.of())
                        .factsDigest())
                .isEqualTo(SampleRun.write(ledger, rulebook, Facts.of(List.of(first)), List.of())
                        .factsDigest())
                .isNotEqualTo(SampleRun.write(ledger, rulebook, Facts.of(List.of()), List.of())
                        .factsDigest());
    }

    private static void assertProblem(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable action, ProblemCode code, String... parts) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        InvalidRun.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::code)
                                .containsOnly(code))
                .hasMessageContainingAll(parts);
    }
}
