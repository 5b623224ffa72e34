package boscard.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The jobs. {@code engine/benchmarks/run JOB [ROUNDS]} builds and starts this; what it prints is kept as text under
 * {@code engine/benchmarks/results}.
 */
public final class Benchmarks {

    /** As the launcher starts boscard: short work gains nothing from the slow compiler. */
    private static final List<String> SHORT = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> LONG = List.of();
    private static final long SLOW = 2_000;
    private static final long LONGEST_SECONDS = 3_600;

    private final Path home;
    private final Path scratch;
    private final int rounds;

    private Benchmarks(Path home, Path scratch, int rounds) {
        this.home = home;
        this.scratch = scratch;
        this.rounds = rounds;
    }

    /**
     * Runs a job.
     *
     * @param arguments home of the project, a scratch folder, the job, and how many rounds (5)
     */
    public static void main(String[] arguments) throws Exception {
        var benchmarks = new Benchmarks(
                Path.of(arguments[0]).toAbsolutePath(),
                Path.of(arguments[1]).toAbsolutePath(),
                arguments.length == 4 ? Integer.parseInt(arguments[3]) : 5);
        machine();
        switch (arguments[2]) {
            case "cold" -> benchmarks.cold();
            case "batch" -> benchmarks.batch();
            case "slow" -> benchmarks.slow();
            case "judging" -> benchmarks.judging();
            case "edit" -> benchmarks.edit();
            case "whole" -> benchmarks.whole(125);
            case "watch" -> benchmarks.watch();
            case "shipped" -> benchmarks.shipped(50);
            case "shipped-batch" -> benchmarks.shipped(5_000);
            case "scale" -> benchmarks.scale(1, 2, 5, 10);
            case "scale-small" -> benchmarks.scale(0.1, 0.2, 0.5, 1);
            case "rows" -> benchmarks.rows(500, 200, 5_000, 100_000);
            case "micro" -> Micro.run(benchmarks.home, benchmarks.scratch, false);
            case "smoke" -> benchmarks.smoke();
            case "files" -> benchmarks.files(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
            default ->
                throw new IllegalArgumentException("no such job: " + arguments[2]
                        + "; cold, shipped, batch, shipped-batch, slow, judging, edit, whole, watch, "
                        + "scale, scale-small, rows, micro, smoke, files");
        }
    }

    private static void machine() {
        System.out.printf(
                Locale.ROOT,
                "%s, %d processors, Java %s, %s%n",
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("os.name"));
    }

    /** Job 1: an edit, then the answer, as whole processes. */
    private void cold() throws Exception {
        for (int rows : new int[] {200, 5_000}) {
            compare(
                    "cold: 10,000 facts, " + rows + " rows",
                    new Workload(50, 20, 10, rows, false, 1),
                    new Contestants(home, SHORT),
                    rows);
        }
    }

    private void compare(String title, Workload workload, Contestants with, int rows) throws Exception {
        run(
                title,
                workload,
                List.of(
                        with.openL(),
                        with.plainJava(),
                        with.boscardTables(),
                        with.boscard("boscard evaluate"),
                        with.droolsClassic(),
                        with.droolsExecutable()),
                rounds);
    }

    /** Job 3: a million measurements. */
    private void batch() throws Exception {
        for (int rows : new int[] {200, 5_000}) {
            var with = new Contestants(home, LONG);
            run(
                    "batch: 1,000,000 facts, " + rows + " rows",
                    new Workload(5_000, 20, 10, rows, false, 2),
                    List.of(
                            with.plainJava(),
                            with.openL(),
                            with.boscardTables(),
                            with.boscard("boscard evaluate, 1 worker", "--workers", "1"),
                            with.boscard("boscard evaluate, 2 workers", "--workers", "2"),
                            with.droolsClassic(),
                            with.droolsExecutable()),
                    rounds);
        }
    }

    /** The engines that are too slow for the other jobs, on the first facts only; compare their judging per fact. */
    private void slow() throws Exception {
        for (int rows : new int[] {200, 5_000}) {
            var with = new Contestants(home, LONG);
            run(
                    "slow: some of 10,000 facts, " + rows + " rows",
                    new Workload(50, 20, 10, rows, false, 1),
                    List.of(
                            with.openL(),
                            with.boscardTables(),
                            with.kieDmn().atMost(SLOW),
                            with.camunda().atMost(rows > 1_000 ? SLOW / 20 : SLOW / 4)),
                    rounds);
        }
    }

    /** The engines alone, long enough to be warm, on a table whose rows all fill the same conditions. */
    private void judging() throws Exception {
        for (int rows : new int[] {200, 5_000}) {
            var with = new Contestants(home, LONG);
            run(
                    "judging: about 500,000 facts, " + rows + " rows of one shape",
                    new Workload(150_000 / rows, (rows + 2) / 3, 10, rows, true, 4),
                    List.of(
                            with.droolsExecutable(),
                            with.droolsClassic(),
                            with.boscardTables(),
                            with.openL(),
                            with.plainJava()),
                    rounds);
        }
    }

    /** A data cell was edited and the workbook saved: how soon a warm process has the new rulebook. */
    private void edit() throws Exception {
        for (int rows : new int[] {200, 5_000}) {
            var files = new WorkloadFiles(new Workload(50, 20, 10, rows, false, 1), fresh("edit " + rows + " rows"));
            files.write(home.resolve("spreadsheets"));
            System.out.println(WarmEdit.measure(files, rows, Math.max(rounds, 5)));
        }
    }

    /** The whole shipped rulebook beside its status tables alone, over copies of the first sample; evaluation only. */
    private void whole(int copies) throws Exception {
        Path folder = fresh("whole " + copies + " copies");
        new SampleCopies(home.resolve("samples/01-first/facts"), "2026-03").write(copies, folder);
        System.out.println(new WholeRulebook(home, folder).measure(rounds));
    }

    /** Job 2: {@code watch}, a data cell of the workbook saved; to the printed difference. */
    private void watch() throws Exception {
        for (int rows : new int[] {200, 5_000}) {
            System.out.println(watch(new Workload(50, 20, 10, rows, false, 1), 5, Math.max(rounds, 5)));
        }
    }

    private String watch(Workload workload, int warmUp, int times) throws Exception {
        String title = String.format(Locale.ROOT, "%,d facts, %,d rows", workload.facts(), workload.rows());
        var files = new WorkloadFiles(workload, fresh("watch " + title));
        files.writeForBoscard(home.resolve("spreadsheets"));
        return WatchedEdit.measure(home, files, title, warmUp, times);
    }

    /** The shipped rulebook as it is, and what of it is the status stage; 200 measurements per scorecard. */
    private void shipped(int scorecards) throws Exception {
        Path folder = fresh("shipped " + scorecards);
        Path facts = ShippedFacts.write(home, folder, scorecards);
        Path alone = ShippedFacts.statusStageAlone(home, folder.resolve("status-alone"));
        var with = new Contestants(home, LONG);
        var contestants = new ArrayList<Contestant>();
        for (int workers : new int[] {1, 2}) {
            String count = Integer.toString(workers);
            contestants.add(
                    with.evaluation("status stage, " + workers + " worker(s)", facts, alone, "--workers", count));
            contestants.add(
                    with.evaluation("whole rulebook, " + workers + " worker(s)", facts, home, "--workers", count));
        }
        var comparison = new Comparison(
                String.format(Locale.ROOT, "shipped rulebook: %,d measurements", scorecards * 200L),
                new WorkloadFiles(new Workload(1, 1, 1, 3, false, 1), folder),
                fresh("work"));
        comparison.run(contestants, rounds);
        comparison.print(System.out);
    }

    /** Job 4: more and more measurements in a heap of 1 GiB; time and memory against the first. */
    private void scale(double... millions) throws Exception {
        System.out.printf(Locale.ROOT, "%nscale: 200 rows, heap of 1 GiB, 1 worker%n");
        double first = 0;
        for (double million : millions) {
            var workload = new Workload((int) Math.round(million * 5_000), 20, 10, 200, false, 2);
            double each = 1e6
                    * scaled(String.format(Locale.ROOT, "%,d measurements", workload.facts()), workload)
                    / workload.facts();
            first = first == 0 ? each : first;
            System.out.printf(Locale.ROOT, "    %.1f µs per measurement, %.2f times the first%n", each, each / first);
        }
    }

    private void rows(int scorecards, int... of) throws Exception {
        System.out.printf(
                Locale.ROOT, "%nrows of the table: %,d measurements, heap of 1 GiB, 1 worker%n", scorecards * 200);
        for (int rows : of) {
            scaled(String.format(Locale.ROOT, "%,d rows", rows), new Workload(scorecards, 20, 10, rows, false, 2));
        }
    }

    /** Gives the processor seconds; they are less at the mercy of others on the machine than those by the clock. */
    private double scaled(String title, Workload workload) throws Exception {
        Path folder = fresh("scale " + title);
        var files = new WorkloadFiles(workload, folder);
        files.writeForBoscard(home.resolve("spreadsheets"));
        Path runs = folder.resolve("runs");
        Comparison.delete(runs);
        List<String> command = new Contestants(home, LONG)
                .evaluation("", files.facts(), files.rulebook(), "--workers", "1")
                .command()
                .of(files, runs);
        var limited = new ArrayList<>(List.of("env", "JDK_JAVA_OPTIONS=-Xmx1g"));
        limited.addAll(command);
        try {
            ProcessRun run = ProcessRun.of(limited, fresh("work"), LONGEST_SECONDS);
            System.out.printf(
                    Locale.ROOT,
                    "  %-24s %8.1f s by the clock, %8.1f processor s, peak %,d MB%n",
                    title,
                    run.seconds(),
                    run.processorSeconds(),
                    run.peakMegabytes());
            return run.processorSeconds();
        } finally {
            Comparison.delete(runs);
            Comparison.delete(folder);
        }
    }

    /** Everything once on something tiny, so that it cannot rot. No time matters. */
    private void smoke() throws Exception {
        var with = new Contestants(home, SHORT);
        run(
                "smoke: 120 facts, 40 rows",
                new Workload(4, 5, 6, 40, false, 3),
                List.of(
                        with.plainJava(),
                        with.openL(),
                        with.boscardTables(),
                        with.droolsClassic(),
                        with.droolsExecutable(),
                        with.kieDmn(),
                        with.camunda()),
                1);
        System.out.println(watch(new Workload(2, 2, 3, 12, false, 3), 0, 1));
        shipped(1);
        scale(0.0002, 0.0004);
        rows(1, 20, 40);
        Micro.run(home, scratch, true);
    }

    /** Only writes a workload, to profile with: 200 measurements per scorecard. */
    private void files(int scorecards, int rows) throws Exception {
        Path folder = fresh(scorecards + " scorecards " + rows + " rows");
        new WorkloadFiles(new Workload(scorecards, 20, 10, rows, false, 2), folder).write(home.resolve("spreadsheets"));
        System.out.println(folder);
    }

    private void run(String title, Workload workload, List<Contestant> contestants, int times) throws Exception {
        var files = new WorkloadFiles(workload, fresh(title));
        files.write(home.resolve("spreadsheets"));
        var comparison = new Comparison(title, files, scratch.resolve("work"));
        comparison.run(contestants, times);
        comparison.print(System.out);
    }

    private Path fresh(String title) throws IOException {
        Path folder = scratch.resolve(title.replaceAll("\\W+", "-"));
        Files.createDirectories(folder);
        return folder;
    }
}
