package boscard.benchmarks.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One whole process and what it cost.
 *
 * @param seconds by the clock, start of the JVM included
 * @param processorSeconds user and system, of the process and what it started
 * @param peakMegabytes most memory resident at a look every few milliseconds; 0 where the system does not say
 * @param output what it said on standard output
 */
record ProcessRun(double seconds, double processorSeconds, long peakMegabytes, String output) {

    private static final Pattern TIMES = Pattern.compile("boscard-times ([\\d.]+) ([\\d.]+) ([\\d.]+)");
    private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final int LOOK_EVERY_MS = 20;
    private static final int MOST_SAID = 2_000;

    /**
     * Runs a command under bash's {@code time}.
     *
     * @param scratch a folder for its output
     * @throws IllegalStateException when it ends with an error or takes longer than the limit
     */
    static ProcessRun of(List<String> command, Path scratch, long limitSeconds)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(scratch, "out", ".txt");
        Path err = Files.createTempFile(scratch, "err", ".txt");
        var line =
                new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='boscard-times %R %U %S'; time \"$@\" 2>&2", "bash"));
        line.addAll(command);
        Process process = new ProcessBuilder(line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        long peak = 0;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(limitSeconds);
        while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(
                    peak, process.descendants().mapToLong(ProcessRun::resident).sum());
            if (System.nanoTime() > deadline) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException("took longer than " + limitSeconds + " s: " + command);
            }
        }
        String errors = Files.readString(err, StandardCharsets.UTF_8);
        Matcher times = TIMES.matcher(errors);
        if (process.exitValue() != 0 || !times.find()) {
            String said = errors + Files.readString(out);
            throw new IllegalStateException("ended with " + process.exitValue() + ": " + command.get(command.size() - 4)
                    + "\n" + said.substring(0, Math.min(said.length(), MOST_SAID)));
        }
        return new ProcessRun(
                Double.parseDouble(times.group(1)),
                Double.parseDouble(times.group(2)) + Double.parseDouble(times.group(3)),
                peak / 1024,
                Files.readString(out));
    }

    private static long resident(ProcessHandle process) {
        try {
            Matcher found =
                    RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException ended) {
            return 0; // it ended meanwhile, or the system has no /proc
        }
    }

    /** A number that a peer said of itself, such as {@code judging_ms}; -1 when it did not. */
    long said(String name) {
        Matcher found = Pattern.compile(name + "=(\\d+)").matcher(output);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }
}
