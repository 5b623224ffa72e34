package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.ledger.Ledger;
import boscard.ledger.StoredRun;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes a stored run is found out. */
final class VerifyTest {

    @TempDir
    Path home;

    private Path runs = Path.of("unset");
    private Path run = Path.of("unset");

    @BeforeEach
    void aRun() {
        runs = home.resolve("runs");
        Path facts = home.resolve("facts");
        Program.file(facts, "scorecards.csv", "scorecard,name,level", "A,Team A,TEAM", "B,Team B,TEAM");
        Program.file(
                facts,
                "measurements.csv",
                "scorecard,kpi,period,actual,target",
                "A,grr,2026-Q3,0.79,",
                "A,grr,2026-Q2,0.81,",
                "B,grr,2026-Q3,0.95,");
        String id = Json.of(boscard("evaluate", facts, "--as-of", "2026-09-30", "--runs", runs, "--format", "json")
                        .stdout())
                .get("run")
                .asText();
        run = runs.resolve(id);
    }

    private Outcome verify() {
        return boscard("verify", "--runs", runs);
    }

    /** As somebody would who knows how: with the digest of the manifest, its last field, made to fit. */
    private void replaceInManifest(String from, String to) throws IOException {
        Path manifest = run.resolve("manifest.json");
        String text = Files.readString(manifest);
        assertThat(text).contains(from);
        String changed = text.replace(from, to);
        String kept = changed.substring(0, changed.lastIndexOf(',', changed.lastIndexOf("\"manifest_digest\"")));
        String digest = Json.of(text).get("manifest_digest").asText();
        Files.writeString(manifest, changed.replace(digest, sha256(kept.getBytes(StandardCharsets.UTF_8))));
    }

    /** As somebody would who knows how: the rows, and then the digest of the file in the manifest. */
    private void tamper(String table, String set) throws Exception {
        Path file = run.resolve(table + ".parquet");
        String before = sha256(file);
        Path other = home.resolve("other.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE t AS SELECT * FROM '" + file + "'");
            sql.execute("UPDATE t SET " + set);
            sql.execute("COPY t TO '" + other + "' (FORMAT parquet, COMPRESSION zstd)");
        }
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        replaceInManifest(before, sha256(file));
    }

    private static String sha256(Path file) throws IOException {
        return sha256(Files.readAllBytes(file));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void droolsItselfFindsWhatTheIndexFound() {
        boscard("verify", "--runs", runs, "--engine", "drools")
                .endsWith(FINE)
                .says("2 scorecards evaluated again, tables matched by Drools, conclude the same");
        verify().endsWith(FINE).says("2 scorecards evaluated again conclude the same");
    }

    @Test
    void anEngineThatDoesNotExistIsAMisunderstanding() {
        boscard("verify", "--runs", runs, "--engine", "openl")
                .endsWith(Outcome.USAGE)
                .says("--engine");
    }

    @Test
    void untouchedRunIsSound() {
        verify().endsWith(FINE)
                .says(
                        "files     ok",
                        "rulebook  ok",
                        "facts     ok",
                        "results   ok",
                        "replay    ok",
                        "The run is sound.");
        JsonNode json = Json.of(boscard("verify", "--runs", runs, "--format", "json")
                .endsWith(FINE)
                .stdout());
        assertThat(json.get("sound").asBoolean()).isTrue();
        assertThat(json.get("differences").get("same").asBoolean()).isTrue();
    }

    @Test
    void sampleRunIsSoundWithAllKindsOfFactsAndConclusions() {
        boscard("evaluate", Program.FIRST, "--runs", runs).endsWith(FINE);
        verify().endsWith(FINE).says("8 scorecards evaluated again conclude the same", "The run is sound.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"results", "findings", "measurements", "recommendations", "scorecards"})
    void changedByteOfAParquetFileIsFound(String table) throws IOException {
        Path file = run.resolve(table + ".parquet");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        verify().endsWith(PROBLEMS)
                .says(file.getFileName().toString(), "[RUN_BROKEN]", "files     WRONG", "files were changed");
    }

    @Test
    void changedStatusIsFoundAlthoughTheDigestOfTheFileWasMadeToFit() throws Exception {
        tamper("results", "status = 'GREEN', raw_status = 'GREEN' WHERE scorecard = 'A' AND period = '2026-Q3'");
        verify().endsWith(PROBLEMS)
                .says(
                        "files     ok",
                        "replay    WRONG 1 of 2 scorecards",
                        "status A grr 2026-Q3  GREEN -> RED",
                        "The run is not sound: its rows were changed and its digests made to fit.");
    }

    @Test
    void changedFindingIsNamedWithItsRow() throws Exception {
        tamper("findings", "severity = 'INFO' WHERE code = 'ST1_OFF_TARGET' AND period = '2026-Q3'");
        verify().endsWith(PROBLEMS)
                .says("ST1_OFF_TARGET A  differs in severity", "kpi-thresholds.xlsx!Thresholds!", "not sound");
    }

    @Test
    void changedFactIsFoundByTheDigestOfTheFacts() throws Exception {
        tamper("measurements", "actual = 0.91 WHERE scorecard = 'A' AND period = '2026-Q3'");
        verify().endsWith(PROBLEMS).says("facts     WRONG", "status A grr 2026-Q3  RED -> GREEN");
    }

    @Test
    void changedRulebookIsFoundAndWhatItWouldConclude() throws IOException {
        Spreadsheet.of(run.resolve("rulebook/spreadsheets/kpi-thresholds.xlsx"), "Thresholds")
                .set("KT-059", "Value from", 0.78)
                .set("KT-060", "Value below", 0.78)
                .save();
        verify().endsWith(PROBLEMS)
                .says(
                        "kpi-thresholds.xlsx",
                        "[RUN_BROKEN]",
                        "rulebook  WRONG",
                        "status A grr 2026-Q3  RED -> AMBER",
                        "files were changed after it was written");
    }

    @Test
    void manifestThatSaysSomethingElseIsFound() throws IOException {
        String manifest = Files.readString(run.resolve("manifest.json"));
        String results = Json.of(manifest).get("results_digest").asText();
        replaceInManifest(results, "0".repeat(results.length()));
        verify().endsWith(PROBLEMS).says("results   WRONG", "[RUN_DIFFERS]");
    }

    @Test
    void otherAsOfDateInTheManifestIsFoundByTheReplay() throws IOException {
        replaceInManifest("\"2026-09-30\"", "\"2026-06-30\"");
        verify().endsWith(PROBLEMS).says("replay    WRONG");
    }

    @Test
    void otherEngineVersionIsTheReasonWhenOnlyTheConclusionsDiffer() throws Exception {
        String version = Json.of(Files.readString(run.resolve("manifest.json")))
                .get("engine_version")
                .asText();
        replaceInManifest("\"" + version + "\"", "\"0.0.9\"");
        verify().endsWith(FINE).says("The run is sound: boscard 0.0.9 wrote it"); // no matter who drew its conclusions
        tamper("results", "status = 'GREEN' WHERE scorecard = 'A' AND period = '2026-Q3'");
        verify().endsWith(PROBLEMS).says("The run was written by boscard 0.0.9; this is ");
    }

    @Test
    void missingFileIsNamed() throws IOException {
        Files.delete(run.resolve("nodes.parquet"));
        verify().endsWith(PROBLEMS).says("nodes.parquet", "is missing", "replay    WRONG");
    }

    @Test
    void aManifestChangedByHandIsNamedEvenWhereNothingElseShowsIt() throws IOException {
        Path manifest = run.resolve("manifest.json");
        String text = Files.readString(manifest);
        String begun = Json.of(text).get("begun").asText();
        Files.writeString(manifest, text.replace(begun, "2019-01-01T00:00:00Z"));
        verify().endsWith(PROBLEMS)
                .says("manifest.json", "is not the file that was written", "files were changed after it was written");
    }

    @Test
    void whatWasPutIntoTheFolderLaterIsNamed() throws IOException {
        Files.writeString(run.resolve("notes.txt"), "mine");
        Files.writeString(run.resolve("rulebook").resolve("rules").resolve("more.drl"), "// nothing");
        verify().endsWith(PROBLEMS).says("notes.txt", "more.drl", "is no file of the run");
    }

    @Test
    void everyFileOfTheRunIsMissedWhenGoneAndKnownWhenCutOrChanged() throws IOException {
        StoredRun stored = Ledger.at(runs).open(run.getFileName().toString());
        assertThat(stored.damage()).isEmpty();
        for (String name : stored.manifest().files().keySet()) {
            Path file = run.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertNamed(stored, file, "is missing");
            Files.write(file, Arrays.copyOf(whole, whole.length - 1));
            assertNamed(stored, file, "is not the file that was written");
            byte[] changed = whole.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            assertNamed(stored, file, "is not the file that was written");
            Files.write(file, whole);
        }
        assertThat(stored.damage()).isEmpty();
    }

    private static void assertNamed(StoredRun run, Path file, String what) {
        assertThat(run.damage()).singleElement().satisfies(problem -> {
            assertThat(problem.at().toString()).isEqualTo(file.toString());
            assertThat(problem.message()).isEqualTo(what);
        });
    }
}
