package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every console block of a README is run, and prints what the README shows. A line {@code $ ./boscard ...} is a
 * command, the lines below it are its output; a line {@code ...} stands for any lines. Commands of one file follow each
 * other in one folder. Run ids differ from run to run, so any id stands for any other.
 */
final class ReadmeTest {

    private static final Pattern COMMAND = Pattern.compile("\\$ (\\./boscard .*)");
    private static final String ANY_LINES = "...";

    /** A command of a README and what the README says it prints. */
    private record Shown(Path readme, int line, String command, List<String> output) {}

    @TempDir
    static Path home;

    @TestFactory
    Stream<DynamicNode> commandsOfReadmesPrintWhatTheyShow() throws IOException {
        List<Path> readmes = readmes();
        assertThat(readmes).contains(Program.ROOT.resolve("samples/01-first/README.md"));
        return readmes.stream().map(readme -> {
            Path folder =
                    home.resolve(Program.ROOT.relativize(readme).toString().replace('/', '_'));
            return DynamicContainer.dynamicContainer(
                    Program.ROOT.relativize(readme).toString(),
                    shown(readme).stream()
                            .map(shown -> DynamicTest.dynamicTest(shown.command(), () -> assertPrints(shown, folder))));
        });
    }

    private static List<Path> readmes() throws IOException {
        var readmes = new ArrayList<Path>();
        if (Files.exists(Program.ROOT.resolve("README.md"))) {
            readmes.add(Program.ROOT.resolve("README.md"));
        }
        try (Stream<Path> samples = Files.walk(Program.ROOT.resolve("samples"))) {
            samples.filter(file -> file.endsWith("README.md")).sorted().forEach(readmes::add);
        }
        return readmes;
    }

    private static List<Shown> shown(Path readme) {
        var found = new ArrayList<Shown>();
        List<String> lines;
        try {
            lines = Files.readAllLines(readme);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        boolean console = false;
        Shown open = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                console = line.equals("```console");
                open = null;
            } else if (console && line.startsWith("$ ")) {
                var command = COMMAND.matcher(line);
                open = command.matches() ? new Shown(readme, i + 1, command.group(1), new ArrayList<>()) : null;
                if (open != null) {
                    found.add(open);
                }
            } else if (open != null) {
                open.output().add(line);
            }
        }
        return found;
    }

    private static void assertPrints(Shown shown, Path folder) throws IOException, InterruptedException {
        workspace(folder);
        Outcome outcome = Program.shell(folder, shown.command());
        List<String> printed = lines(outcome.screen(), folder);
        List<String> expected = lines(String.join("\n", shown.output()), folder);

        assertThat(outcome.screen()).doesNotContain("Exception");
        if (!fits(expected, 0, printed, 0)) {
            assertThat(String.join("\n", printed))
                    .as("%s:%d", Program.ROOT.relativize(shown.readme()), shown.line())
                    .isEqualTo(String.join("\n", expected));
        }
    }

    private static List<String> lines(String text, Path folder) {
        return Program.masked(text, Map.of(folder + "/", ""))
                .stripTrailing()
                .lines()
                .toList();
    }

    private static boolean fits(List<String> expected, int e, List<String> printed, int p) {
        if (e == expected.size()) {
            return p == printed.size();
        }
        if (expected.get(e).equals(ANY_LINES)) {
            for (int next = p; next <= printed.size(); next++) {
                if (fits(expected, e + 1, printed, next)) {
                    return true;
                }
            }
            return false;
        }
        return p < printed.size() && printed.get(p).equals(expected.get(e)) && fits(expected, e + 1, printed, p + 1);
    }

    /** A folder that looks like a fresh clone, so that a command can write beside the samples and spoil nothing. */
    private static void workspace(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        try (Stream<Path> sources = Stream.of("samples", "rules", "spreadsheets")
                .map(Program.ROOT::resolve)
                .flatMap(ReadmeTest::walk)) {
            for (Path source : sources.toList()) {
                Path target = folder.resolve(Program.ROOT.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
