package boscard.ledger;

import boscard.evaluation.Population;
import boscard.evaluation.ScorecardEvaluation;
import boscard.fact.FactKind;
import boscard.fact.Facts;
import boscard.ledger.RunManifest.StoredFile;
import boscard.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
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
    private final RunFiles files;
    private final ContentDigest results = new ContentDigest();
    private final List<Met> problems = new ArrayList<>();
    private @Nullable String lastScorecard;
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
        this.files = new RunFiles(folder);
        copyRulebook();
    }

    static RunWriter begin(Path runs, RunHeader header, Clock clock) {
        try {
            Files.createDirectories(runs);
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
            factsDigest = new FactRows(files::append).add(facts);
            files.finish(RunTable.LAYOUTS);
            for (FactKind kind : FactKind.values()) {
                if (facts.count(kind) > 0) {
                    files.finish(RunTable.of(kind));
                }
            }
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
        var rows = new RowBuffer(RunTable.POPULATION, new RowBuffer.Texts(), new AddressText());
        for (Population.Entry entry : population.entries()) {
            rows.begin().text("what", entry.what()).text("kpi", entry.kpi()).text("group", entry.group());
            if (entry.period() != null) {
                rows.text("period", entry.period().toString())
                        .day("period_first", entry.period().first())
                        .day("period_last", entry.period().last());
            }
            rows.text("name", entry.name())
                    .whole("first", entry.first())
                    .whole("second", entry.second())
                    .end();
        }
        try {
            files.append(rows);
        } catch (IOException e) {
            throw new InvalidRun(InvalidRun.folder(runs, e, ADVICE));
        }
    }

    /** {@link #add(PreparedEvaluation)}, made here. */
    public void add(ScorecardEvaluation evaluation) {
        add(PreparedEvaluation.of(evaluation));
    }

    /**
     * The evaluation of the next scorecard: they come in the order of their ids.
     *
     * @throws InvalidRun when it cannot be written
     * @throws IllegalStateException after {@link #finish}, or when the scorecard came before or should have
     */
    public void add(PreparedEvaluation evaluation) {
        mustBeOpen();
        String scorecard = evaluation.scorecard();
        if (lastScorecard != null && scorecard.compareTo(lastScorecard) <= 0) {
            throw new IllegalStateException(
                    scorecard.equals(lastScorecard)
                            ? "Scorecard " + scorecard + " was added twice"
                            : "Scorecard " + scorecard + " came after " + lastScorecard);
        }
        lastScorecard = scorecard;
        ConclusionsDigest.add(scorecard, evaluation.digest(), results);
        evaluation.problems().forEach(problem -> problems.add(new Met(problem, scorecard)));
        try {
            for (RowBuffer rows : evaluation.rows()) {
                files.append(rows);
            }
        } catch (IOException e) {
            throw new InvalidRun(InvalidRun.folder(runs, e, ADVICE));
        }
    }

    /** A problem and the scorecard whose evaluation met it; null for one of the import or the run. */
    private record Met(Problem problem, @Nullable String scorecard) {
        static final Comparator<Met> READING_ORDER = Comparator.comparing(Met::problem, Problem.READING_ORDER)
                .thenComparing(Met::scorecard, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(met -> met.problem().advice(), Comparator.nullsFirst(Comparator.naturalOrder()));
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
     * @param ofTheRun problems of the import and of the run as a whole; those of an evaluation are in it
     * @throws InvalidRun when they cannot be written
     * @throws IllegalStateException when no facts were given or this was done already
     */
    public void store(List<Problem> ofTheRun) {
        mustBeOpen();
        if (factsDigest == null) {
            throw new IllegalStateException("A run without facts cannot be replayed");
        }
        if (resultsDigest != null) {
            throw new IllegalStateException("The tables of the run are stored");
        }
        ofTheRun.forEach(problem -> problems.add(new Met(problem, null)));
        problems.sort(Met.READING_ORDER);
        var rows = new RowBuffer(RunTable.PROBLEMS, new RowBuffer.Texts(), new AddressText());
        try {
            for (Met met : problems) {
                EvaluationRows.add(met.problem(), met.scorecard(), rows);
                if (rows.isFull()) {
                    files.append(rows);
                    rows.clear();
                }
            }
            files.append(rows);
            files.finish(RunTable.POPULATION);
            for (RunTable table : RunTable.CONCLUSIONS) {
                files.finish(table);
            }
            resultsDigest = results.take();
        } catch (IOException e) {
            throw new InvalidRun(InvalidRun.folder(runs, e, ADVICE));
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

    /** Every file written so far, by path within the run. The tables took their digests while they were written. */
    private Map<String, StoredFile> inventory() throws IOException {
        var all = new TreeMap<String, StoredFile>(files.stored());
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!all.containsKey(path)) {
                    all.put(path, new StoredFile(0, Files.size(file), StoredRun.sha256(file)));
                }
            }
        }
        return all;
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
            files.close();
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
