package blackbox;

import boscard.app.Door;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** boscard as its user has it: a command line goes in, an exit code and two texts come out. */
final class Program {

    /** The root of the repository. */
    static final Path ROOT = root();

    static final Path FIRST = ROOT.resolve("samples/01-first/facts");
    static final Path BROKEN = ROOT.resolve("samples/02-broken/facts");

    private static final Pattern RUN_ID = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d{6}Z-[0-9a-f]{4}");
    private static final long LONGEST_SECONDS = 300;

    private Program() {}

    private static Path root() {
        String named = System.getProperty("boscard.home");
        Path folder = Path.of(named == null ? "" : named).toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("samples"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "no folder above has samples/");
        }
        return folder;
    }

    /** Runs a command in this process. */
    static Outcome boscard(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int code = Door.run(new PrintWriter(out), new PrintWriter(err), texts);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** Starts a command in a process of its own. */
    static Process start(Path folder, Object... arguments) throws IOException {
        var command = new ArrayList<>(java(ROOT));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * Runs a line of the shell in a folder like a clone of the repository, in which {@code ./boscard} is this program.
     */
    static Outcome shell(Path folder, String line) throws IOException, InterruptedException {
        Path launcher = folder.resolve("boscard");
        if (!Files.exists(launcher)) {
            String words = String.join(
                    " ", java(folder).stream().map(word -> "'" + word + "'").toList());
            Files.writeString(launcher, "#!/bin/sh\nexec " + words + " \"$@\"\n");
            if (!launcher.toFile().setExecutable(true)) {
                throw new IOException("Cannot make executable: " + launcher);
            }
        }
        Path out = Files.createTempFile(folder, ".screen", ".out");
        Path err = Files.createTempFile(folder, ".screen", ".err");
        Process process = new ProcessBuilder("sh", "-c", line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("Did not end in " + LONGEST_SECONDS + " s: " + line);
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static List<String> java(Path home) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Dboscard.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "boscard.app.Boscard");
    }

    /** A text without what differs from run to run and from machine to machine. */
    static String masked(String text, Map<String, String> names) {
        String masked = text.replace("\r\n", "\n");
        // The longest first, so that a name within another one is not replaced before it.
        for (String name : names.keySet().stream()
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .toList()) {
            masked = masked.replace(name, names.get(name));
        }
        masked = masked.replace(ROOT + "/", "");
        return RUN_ID.matcher(masked).replaceAll("<run>");
    }

    static String masked(String text) {
        return masked(text, Map.of());
    }

    /** Writes a file of lines. */
    static Path file(Path folder, String name, String... lines) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            return Files.write(file, List.of(lines), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
