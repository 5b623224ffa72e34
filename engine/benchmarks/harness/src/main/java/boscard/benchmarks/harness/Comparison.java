package boscard.benchmarks.harness;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Runs contestants on one workload, several rounds, one after the other within a round so that a busy minute of the
 * machine hits all of them; then prints medians and ratios. Answers must agree line by line first.
 */
final class Comparison {

    private static final long LIMIT_SECONDS = 900;

    private final String title;
    private final WorkloadFiles files;
    private final Path scratch;
    private final Map<Contestant, List<ProcessRun>> runs = new LinkedHashMap<>();

    Comparison(String title, WorkloadFiles files, Path scratch) {
        this.title = title;
        this.files = files;
        this.scratch = scratch;
    }

    /**
     * Runs.
     *
     * @throws IllegalStateException naming the first line on which two contestants differ
     */
    void run(List<Contestant> contestants, int rounds) throws IOException, InterruptedException {
        Files.createDirectories(scratch);
        List<String> expected = List.of();
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : contestants) {
                Path answers = scratch.resolve("answers-" + contestant.name().replaceAll("\\W+", "-"));
                delete(answers);
                var command = new ArrayList<>(contestant.command().of(files, answers));
                if (contestant.most() < Long.MAX_VALUE) {
                    command.add(Long.toString(contestant.most()));
                }
                ProcessRun run = ProcessRun.of(command, scratch, LIMIT_SECONDS);
                runs.computeIfAbsent(contestant, key -> new ArrayList<>()).add(run);
                if (round == 0) {
                    List<String> said = contestant.answers().read(answers);
                    expected = expected.isEmpty() ? said : expected;
                    mustAgree(contestant, said, expected);
                }
                delete(answers);
            }
        }
    }

    private static void mustAgree(Contestant contestant, List<String> said, List<String> expected) {
        int lines = contestant.most() < Long.MAX_VALUE ? said.size() : expected.size();
        if (said.size() != lines || lines == 0) {
            throw new IllegalStateException(
                    contestant.name() + " answers " + said.size() + " facts, the first contestant " + expected.size());
        }
        for (int i = 0; i < lines; i++) {
            if (!said.get(i).equals(expected.get(i))) {
                throw new IllegalStateException(contestant.name() + " says " + said.get(i) + ", the first contestant "
                        + expected.get(i) + " (fact " + (i + 1) + ")");
            }
        }
    }

    /** Medians, and how many times as long as the first contestant. */
    void print(PrintStream out) {
        out.printf(Locale.ROOT, "%n%s%n", title);
        out.printf(
                Locale.ROOT,
                "  %-26s %9s %8s %9s %9s %10s %11s %7s%n",
                "",
                "seconds",
                "x first",
                "cpu s",
                "peak MB",
                "ready ms",
                "judging ms",
                "facts");
        double first = -1;
        for (Map.Entry<Contestant, List<ProcessRun>> entry : runs.entrySet()) {
            double seconds = median(entry.getValue(), ProcessRun::seconds);
            first = first < 0 ? seconds : first;
            out.printf(
                    Locale.ROOT,
                    "  %-26s %9.2f %8.2f %9.2f %9.0f %10s %11s %7s%n",
                    entry.getKey().name(),
                    seconds,
                    seconds / first,
                    median(entry.getValue(), ProcessRun::processorSeconds),
                    median(entry.getValue(), ProcessRun::peakMegabytes),
                    said(entry.getValue(), "ready_ms"),
                    said(entry.getValue(), "judging_ms"),
                    entry.getKey().most() < Long.MAX_VALUE
                            ? Long.toString(entry.getKey().most())
                            : "all");
        }
        out.flush();
    }

    private static String said(List<ProcessRun> runs, String name) {
        double median = median(runs, run -> run.said(name));
        return median < 0 ? "-" : String.format(Locale.ROOT, "%.0f", median);
    }

    private static double median(List<ProcessRun> runs, ToDoubleFunction<ProcessRun> number) {
        double[] sorted = runs.stream().mapToDouble(number).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
