package boscard.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A copy of the default rulebook for a company to make its own. */
@Command(
        name = "init",
        description = "Copies boscard's rulebook into a new folder, for you to change.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    private static final List<String> PARTS = List.of("rules", "spreadsheets");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder that does not exist yet, or is empty.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private Path folder;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            err.println(folder + " exists and is not an empty folder; nothing was copied. Name a new folder.");
            return ExitCode.PROBLEMS;
        }
        int copied = 0;
        for (String part : PARTS) {
            copied += copy(Home.folder().resolve(part), folder.resolve(part));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Copied " + copied + " files to " + folder + ".");
        out.println("Open spreadsheets/kpi-thresholds.xlsx in Excel, change a threshold, save, and run:");
        out.println("  boscard check --rulebook " + folder);
        out.println("  boscard evaluate FACTS --rulebook " + folder);
        return ExitCode.FINE;
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static int copy(Path from, Path to) throws IOException {
        int copied = 0;
        try (Stream<Path> walk = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            for (Path source : walk.sorted().toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else if (!source.getFileName().toString().startsWith("~$")) {
                    try {
                        Files.copy(source, target);
                        copied++;
                    } catch (FileAlreadyExistsException raced) {
                        throw new IOException(target + " appeared while boscard was copying", raced);
                    }
                }
            }
        }
        return copied;
    }
}
