package boscard.ledger;

import boscard.database.DuckDb;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import boscard.problem.Problems;
import boscard.source.LineRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All runs of a folder, each in a folder of its own. Holds no state; safe for any thread, and for several processes at
 * once.
 */
public final class Ledger {

    /** Names the latest run wherever a run is named. */
    public static final String LATEST = "latest";

    private static final Comparator<RunManifest> LATEST_FIRST = Comparator.comparing(RunManifest::finished)
            .thenComparing(RunManifest::id)
            .reversed();

    /** How many runs an error message offers. */
    private static final int OFFERED = 3;

    private final Path folder;
    private final Clock clock;

    Ledger(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The ledger in a folder, which need not exist yet. Touches nothing. */
    public static Ledger at(Path folder) {
        return new Ledger(folder, Clock.systemUTC());
    }

    /** Starts to load, in the background, what reads a run. Returns at once and never fails. */
    public static void prepare() {
        DuckDb.prepare();
    }

    /**
     * Begins a run, and removes what writers that died have left behind.
     *
     * @throws InvalidRun with RUN_FOLDER when the folder cannot be written
     */
    public RunWriter begin(RunHeader header) {
        return RunWriter.begin(folder, header, clock);
    }

    /**
     * All runs, the latest first. A folder that does not exist has none. Reads the manifests only.
     *
     * @throws InvalidRun with RUN_FOLDER when the folder cannot be read
     */
    public RunListing list() {
        var runs = new ArrayList<RunManifest>();
        var problems = new Problems();
        for (String name : entries()) {
            Path entry = folder.resolve(name);
            if (RunId.isOne(name)) {
                try {
                    runs.add(manifest(entry));
                } catch (InvalidRun broken) {
                    problems.addAll(broken.problems());
                }
            } else if (!name.startsWith(".")) {
                problems.add(new Problem(
                        ProblemCode.RUN_FOLDER,
                        ProblemSeverity.ADVICE,
                        LineRef.ofFile(entry.toString()),
                        "is not a run and is left alone",
                        null));
            }
        }
        runs.sort(LATEST_FIRST);
        return new RunListing(runs, problems.sorted());
    }

    /**
     * One run.
     *
     * @param name its id, the beginning or the last four digits of its id if only one run has them, or {@link #LATEST}
     * @throws InvalidRun with RUN_UNKNOWN when there is none or more than one, RUN_BROKEN when it cannot be read
     */
    public StoredRun open(String name) {
        List<String> ids = entries().stream().filter(RunId::isOne).toList();
        if (name.equals(LATEST)) {
            return latest(ids);
        }
        List<String> found = ids.contains(name)
                ? List.of(name)
                : ids.stream()
                        .filter(id -> !name.isEmpty() && (id.startsWith(name) || id.endsWith("-" + name)))
                        .toList();
        if (found.size() == 1) {
            Path run = folder.resolve(found.get(0));
            return new StoredRun(run, manifest(run));
        }
        throw new InvalidRun(Problem.of(
                ProblemCode.RUN_UNKNOWN,
                LineRef.ofFile(folder.toString()),
                found.isEmpty()
                        ? "has no run \"" + name + "\""
                        : "has " + found.size() + " runs that begin or end with \"" + name + "\"",
                offer(found.isEmpty() ? ids : found)));
    }

    /**
     * The latest run that is whole; broken ones before it are for {@link #list} to report.
     *
     * @throws InvalidRun with RUN_UNKNOWN when there is none, RUN_BROKEN when there are only broken ones
     */
    public StoredRun latest() {
        return open(LATEST);
    }

    /**
     * Removes a run: it is gone for every reader at once, and what a process that dies meanwhile leaves is removed by
     * the next writer.
     *
     * @param id the whole id
     * @throws InvalidRun with RUN_UNKNOWN when there is none, RUN_FOLDER when it cannot be removed; then it is whole
     */
    public void remove(String id) {
        Path run = folder.resolve(id);
        if (!RunId.isOne(id) || !Files.isDirectory(run, LinkOption.NOFOLLOW_LINKS)) {
            throw new InvalidRun(Problem.of(
                    ProblemCode.RUN_UNKNOWN, LineRef.ofFile(folder.toString()), "has no run \"" + id + "\"", null));
        }
        try (WriterLock lock = WriterLock.take(
                folder,
                WriterLock.PREFIX + id + "-removed-" + ProcessHandle.current().pid())) {
            if (lock == null) {
                throw new IOException("another process is removing it");
            }
            Files.move(run, lock.folder(), StandardCopyOption.ATOMIC_MOVE);
            Durably.delete(lock.folder());
        } catch (IOException e) {
            throw new InvalidRun(Problem.of(
                    ProblemCode.RUN_FOLDER,
                    LineRef.ofFile(run.toString()),
                    "cannot be removed: " + InvalidRun.reason(e),
                    "the folder is read-only"));
        }
    }

    private StoredRun latest(List<String> ids) {
        var problems = new Problems();
        RunManifest latest = null;
        for (int i = ids.size() - 1; i >= 0; i--) {
            String id = ids.get(i);
            if (latest != null && !second(latest.id()).equals(second(id))) {
                break; // ids sort by time; only those of one second need their manifests compared
            }
            try {
                RunManifest manifest = manifest(folder.resolve(id));
                if (latest == null || LATEST_FIRST.compare(manifest, latest) < 0) {
                    latest = manifest;
                }
            } catch (InvalidRun broken) {
                problems.addAll(broken.problems());
            }
        }
        if (latest != null) {
            return new StoredRun(folder.resolve(latest.id()), latest);
        }
        if (!problems.isEmpty()) {
            throw new InvalidRun(problems.sorted());
        }
        throw new InvalidRun(Problem.of(
                ProblemCode.RUN_UNKNOWN,
                LineRef.ofFile(folder.toString()),
                "has no runs yet",
                "evaluate some facts first, or name another folder with --runs"));
    }

    private static String second(String id) {
        return id.substring(0, id.lastIndexOf('-'));
    }

    private static RunManifest manifest(Path run) {
        RunManifest manifest = ManifestFile.read(run);
        String name = run.getFileName().toString();
        if (!manifest.id().equals(name)) {
            throw new InvalidRun(
                    InvalidRun.broken(run, "says in its manifest that it is run \"" + manifest.id() + "\""));
        }
        return manifest;
    }

    private static @Nullable String offer(List<String> ids) {
        return ids.isEmpty()
                ? null
                : ids.stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(OFFERED)
                        .collect(Collectors.joining(", ", "", ids.size() > OFFERED ? " ..." : ""));
    }

    /** Names of all entries, sorted; none when there is no folder. */
    private List<String> entries() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new InvalidRun(Problem.of(
                    ProblemCode.RUN_FOLDER,
                    LineRef.ofFile(folder.toString()),
                    "cannot be read: " + InvalidRun.reason(e)));
        }
    }
}
