package boscard.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code boscard watch} as an analyst has it: a process that watches, in whose workbook a data cell is saved again and
 * again. The time is the one it prints itself, from noticing the save to the printed difference, and the whole one from
 * the end of the save, which contains the wait of {@code watch} for a file that is still being written.
 */
final class WatchedEdit {

    private static final Pattern ANSWERED = Pattern.compile("Answered after ([\\d.]+) s");
    private static final long MOST_SECONDS = 120;

    private WatchedEdit() {}

    /**
     * A line of medians.
     *
     * @param warmUp edits that are not counted
     */
    static String measure(Path home, WorkloadFiles files, String title, int warmUp, int rounds)
            throws IOException, InterruptedException {
        Process watch = new ProcessBuilder(
                        home.resolve("boscard").toString(),
                        "watch",
                        files.facts().toString(),
                        "--rulebook",
                        files.rulebook().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var killer = new Thread(() -> endAfter(watch, MOST_SECONDS + 10L * rounds), "end-of-watch");
        killer.setDaemon(true);
        killer.start();
        try (BufferedReader screen = watch.inputReader(StandardCharsets.UTF_8)) {
            await(screen, Pattern.compile("Watching "));
            var answered = new ArrayList<Double>();
            var whole = new ArrayList<Double>();
            for (int round = 0; round < warmUp + rounds; round++) {
                WarmEdit.editOneCell(files.rulebookTable(), round);
                long saved = System.nanoTime();
                double said = Double.parseDouble(await(screen, ANSWERED).group(1));
                if (round >= warmUp) {
                    answered.add(said);
                    whole.add((System.nanoTime() - saved) / 1e9);
                }
            }
            return String.format(
                    Locale.ROOT,
                    "watch: %s: answered in %.2f s, %.2f s after the save ended (medians of %d after %d)",
                    title,
                    median(answered),
                    median(whole),
                    rounds,
                    warmUp);
        } finally {
            watch.descendants().forEach(ProcessHandle::destroy);
            watch.destroy();
            watch.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void endAfter(Process watch, long seconds) {
        try {
            if (!watch.waitFor(seconds, TimeUnit.SECONDS)) {
                watch.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static Matcher await(BufferedReader screen, Pattern text) throws IOException {
        var said = new StringBuilder();
        for (String line = screen.readLine(); line != null; line = screen.readLine()) {
            Matcher found = text.matcher(line);
            if (found.find()) {
                return found;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("boscard watch ended: " + said);
    }

    private static double median(List<Double> numbers) {
        Collections.sort(numbers);
        return numbers.get(numbers.size() / 2);
    }
}
