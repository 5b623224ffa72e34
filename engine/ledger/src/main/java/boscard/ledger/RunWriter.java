package boscard.ledger;

import boscard.database.DuckDb;
import boscard.evaluation.Population;
import boscard.evaluation.ScorecardEvaluation;
import boscard.fact.Facts;
import boscard.ledger.RunManifest.StoredFile;
import boscard.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes one run. It appears in the ledger when {@link #finish} returns, and not before; closing without finishing, or
 * the end of the process, leaves nothing that a reader sees. Memory does not grow with the number of evaluations.
 *
 * <pre>{@code
 * try (RunWriter run = ledger.begin(header)) {
 *     run.facts(facts);
 *     evaluations.forEach(run::add);
 *     RunManifest manifest = run.finish(accounts, problems);
 * }
 * }</pre>
 *
 * <p>Not thread-safe, but for one thing: while one thread adds evaluations, another may give the facts and the
 * population, if it is done before {@link #store}. Evaluations may be prepared by any thread. Several writers may work
 * in one folder at once, in one process or many.
 */
public final class RunWriter implements AutoCloseable {

    private static final List<String> RULEBOOK_FOLDERS = List.of("rules", "spreadsheets");
    private static final List<String> RULEBOOK_FILES = List.of(".drl", ".xlsx", ".xlsm", ".xls", ".csv");

    private static final String ADVICE = "the folder is read-only or the disk is full; name another with --runs";

    private final Path runs;
    private final RunHeader header;
    private final Clock clock;
    private final Instant begun;
    private final WriterLock lock;
    private final Path folder;
    private final Staging staging;
    private final EvaluationRows evaluations;
    private @Nullable String factsDigest;
    private @Nullable String resultsDigest;
    private boolean finished;

    private RunWriter(Path runs, RunHeader header, Clock clock, WriterLock lock) throws IOException {
        this.runs = runs;
        this.header = header;
        this.clock = clock;
        this.begun = clock.instant();
        this.lock = lock;
        this.folder = Files.createDirectory(lock.folder());
        this.staging = new Staging(folder);
        this.evaluations = new EvaluationRows(staging);
        copyRulebook();
    }

    static RunWriter begin(Path runs, RunHeader header, Clock clock) {
        try {
            Files.createDirectories(runs);
            DuckDb.prepare();
            WriterLock.removeLeftovers(runs);
            WriterLock lock = lock(runs, clock);
            try {
                return new RunWriter(runs.toRealPath(), header, clock, lock);
            } catch (IOException | RuntimeException e) {
                try (lock) {
                    Durably.delete(lock.folder());
                }
                throw e;
            }
        } catch (IOException e) {
            throw new InvalidRun(InvalidRun.folder(runs, e, ADVICE));
        }
    }

    private static WriterLock lock(Path runs, Clock clock) throws IOException {
        WriterLock lock = null;
        while (lock == null) {
            String id = RunId.of(clock.instant(), randomSuffix());
            lock = WriterLock.take(
                    runs, WriterLock.PREFIX + id + "-" + ProcessHandle.current().pid());
        }
        return lock;
    }

    private void copyRulebook() throws IOException {
        Path root = header.rulebook();
        for (String part : RULEBOOK_FOLDERS) {
            Path from = root.resolve(part);
            if (!Files.isDirectory(from)) {
                continue;
            }
            List<Path> files;
            try (Stream<Path> walk = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
                files = walk.filter(Files::isRegularFile)
                        .filter(RunWriter::belongsToRulebook)
                        .sorted()
                        .toList();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            for (Path file : files) {
                Path to =
                        folder.resolve("rulebook").resolve(root.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private static boolean belongsToRulebook(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith("~$") && RULEBOOK_FILES.stream().anyMatch(name::endsWith);
    }

    /**
     * The accepted facts; once per run.
     *
     * @throws InvalidRun when they cannot be written
     * @throws IllegalStateException when called again or after {@link #finish}
     */
    public void facts(Facts facts) {
        mustBeOpen();
        if (factsDigest != null) {
            throw new IllegalStateException("A run has one set of facts");
        }
        try {
            new FactRows(staging).add(facts);
            factsDigest = staging.factsDigest().take();
        } catch (IOException e) {
            throw new InvalidRun(InvalidRun.folder(runs, e, ADVICE));
        }
    }

    /**
     * What every evaluation knows of all scorecards, kept so that one conclusion can be explained without reading the
     * facts of all; at most once per run.
     *
     * @throws InvalidRun when it cannot be written
     */
    public void population(Population population) {
        mustBeOpen();
        try {
            for (Population.Entry entry : population.entries()) {
                RowWriter row = staging.table(RunTable.POPULATION)
                        .begin()
                        .text("what", entry.what())
                        .text("kpi", entry.kpi())
                        .text("group", entry.group());
                if (entry.period() != null) {
                    row.text("period", entry.period().toString())
                            .day("period_first", entry.period().first())
                            .day("period_last", entry.period().last());
                }
                row.text("name", entry.name())
                        .whole("first", entry.first())
                        .whole("second", entry.second())
                        .end();
            }
        } catch (IOException e) {
            throw new InvalidRun(InvalidRun.folder(runs, e, ADVICE));
        }
    }

    /** {@link #add(PreparedEvaluation)}, made here. */
    public void add(ScorecardEvaluation evaluation) {
        add(PreparedEvaluation.of(evaluation));
    }

    /**
     * The evaluation of one scorecard, in any order of scorecards.
     *
     * @throws InvalidRun when it cannot be written
     * @throws IllegalStateException after {@link #finish}
     */
    public void add(PreparedEvaluation evaluation) {
        mustBeOpen();
        try {
            staging.append(evaluation);
        } catch (IOException e) {
            throw new InvalidRun(InvalidRun.folder(runs, e, ADVICE));
        }
    }

    /**
     * Where to write a file that is kept with the run, such as a report; it becomes part of the run when it exists at
     * {@link #finish}.
     *
     * @param name of the file, without folders
     * @throws IllegalArgumentException when the name is that of a part of every run, or has folders
     */
    public Path attachment(String name) {
        mustBeOpen();
        boolean own = name.endsWith(".parquet") || name.equals("manifest.json") || name.equals("rulebook");
        if (own || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("\"" + name + "\" is no name for an attachment");
        }
        return folder.resolve(name);
    }

    /**
     * Ends the tables: no facts or evaluations come after this. Meanwhile another thread may write attachments.
     *
     * @param problems of the import and of the run as a whole; those of an evaluation are in it
     * @throws InvalidRun when they cannot be written
     * @throws IllegalStateException when no facts were given, a scorecard came twice, or this was done already
     */
    public void store(List<Problem> problems) {
        mustBeOpen();
        if (factsDigest == null) {
            throw new IllegalStateException("A run without facts cannot be replayed");
        }
        if (resultsDigest != null) {
            throw new IllegalStateException("The tables of the run are stored");
        }
        try {
            for (Problem problem :
                    problems.stream().sorted(Problem.READING_ORDER).toList()) {
                evaluations.add(problem, null);
            }
            try (Connection connection = DuckDb.open(folder)) {
                staging.toParquet(connection);
                resultsDigest = resultsDigest(connection);
            }
        } catch (IOException e) {
            throw new InvalidRun(InvalidRun.folder(runs, e, ADVICE));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** {@link #store} and {@link #finish(List)}. */
    public RunManifest finish(List<RowAccount> accounts, List<Problem> problems) {
        store(problems);
        return finish(accounts);
    }

    /**
     * Makes the run appear in the ledger, on the disk before this returns.
     *
     * @param accounts what became of the rows of each input
     * @throws InvalidRun when it cannot be written; then nothing appears
     * @throws IllegalStateException when its tables are not stored, or it is finished already
     */
    public RunManifest finish(List<RowAccount> accounts) {
        mustBeOpen();
        if (factsDigest == null || resultsDigest == null) {
            throw new IllegalStateException("The tables of the run are not stored");
        }
        try {
            Durably.delete(folder.resolve(DuckDb.SPILL));
            Durably.delete(folder.resolve(DuckDb.SPILL_BESIDE));
            var manifest = new RunManifest(
                    RunManifest.SCHEMA,
                    "",
                    header.engineVersion(),
                    header.asOf(),
                    header.rulebookDigest(),
                    factsDigest,
                    resultsDigest,
                    begun,
                    clock.instant(),
                    header.inputs(),
                    header.settings(),
                    accounts,
                    inventory());
            Durably.syncAll(folder);
            RunManifest published = publish(manifest);
            finished = true;
            releaseLock();
            return published;
        } catch (IOException e) {
            throw new InvalidRun(InvalidRun.folder(runs, e, ADVICE));
        }
    }

    /** A disk that is full is the user's to put right; SQL that is wrong is ours. */
    private RuntimeException failure(SQLException e) {
        String reason = InvalidRun.reason(e);
        return reason.startsWith("IO Error") || reason.startsWith("Out of Memory")
                ? new InvalidRun(InvalidRun.folder(runs, e, ADVICE))
                : new IllegalStateException("DuckDB could not write the run: " + reason, e);
    }

    /** Over the scorecards in their order, each with the digest of its conclusions. */
    private String resultsDigest(Connection connection) throws SQLException {
        var digest = new CanonicalDigest();
        String previous = null;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT scorecard, digest FROM "
                        + DuckDb.parquet(folder.resolve(RunTable.SCORECARDS.fileName())))) {
            while (rows.next()) {
                String scorecard = rows.getString(1);
                if (scorecard.equals(previous)) {
                    throw new IllegalStateException("Scorecard " + scorecard + " was added twice");
                }
                digest.value("scorecard", scorecard);
                digest.value("digest", rows.getString(2));
                previous = scorecard;
            }
        }
        return digest.take();
    }

    /** Every file written so far, by path within the run. */
    private Map<String, StoredFile> inventory() throws IOException {
        var rowsByFile = new LinkedHashMap<String, Long>();
        staging.rows().forEach((table, rows) -> rowsByFile.put(table.fileName(), rows));
        var files = new TreeMap<String, StoredFile>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.put(
                        path,
                        new StoredFile(rowsByFile.getOrDefault(path, 0L), Files.size(file), StoredRun.sha256(file)));
            }
        }
        return files;
    }

    /** Names the run and moves it to its name; another name when that one is taken. */
    private RunManifest publish(RunManifest unnamed) throws IOException {
        String suffix = unnamed.resultsDigest().substring(0, RunId.SUFFIX);
        while (true) {
            RunManifest manifest = unnamed.named(RunId.of(unnamed.finished(), suffix));
            Path target = runs.resolve(manifest.id());
            if (!Files.exists(target)) {
                ManifestFile.write(manifest, folder);
                Durably.syncNames(folder);
                try {
                    Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
                    Durably.syncNames(runs);
                    return manifest;
                } catch (IOException e) {
                    if (!Files.exists(target)) {
                        throw e;
                    }
                }
            }
            suffix = randomSuffix();
        }
    }

    /** The run is there; a lock file that cannot be deleted is removed by the next writer. */
    private void releaseLock() {
        try {
            lock.close();
        } catch (IOException unimportant) {
            // See above.
        }
    }

    private static String randomSuffix() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), RunId.SUFFIX);
    }

    private void mustBeOpen() {
        if (finished) {
            throw new IllegalStateException("The run is finished");
        }
    }

    /** Discards what was written unless the run is finished. Never throws: the next writer removes what is left. */
    @Override
    public void close() {
        if (finished) {
            return;
        }
        finished = true;
        try {
            staging.close();
        } catch (IOException unimportant) {
            // The rows are to be discarded anyway.
        }
        try (lock) {
            Durably.delete(folder);
        } catch (IOException unimportant) {
            // Seen by no reader.
        }
    }
}
