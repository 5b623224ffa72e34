package boscard.app;

import boscard.problem.InvalidInput;
import boscard.workbook.WorkbookText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A workbook as text. */
@Command(
        name = "show",
        description = {
            "Prints a workbook as stable text: tables with ids, headings and values, the catalogue, parameters, lists, tests.",
            "",
            "A row is a paragraph that begins with its id, so that two versions can be compared line by line. Where the"
                    + " display of a number hides digits, its exact value stands behind it."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nReadable differences in git, once per clone%n",
        footer = {
            "  git config diff.boscard.textconv \"./boscard show --for-git\"",
            "The file .gitattributes says for which files: *.xlsx diff=boscard, likewise *.xlsm and *.xls"
        })
final class ShowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "WORKBOOK", description = "A workbook, or the folder of a rulebook.")
    private List<Path> paths = List.of();

    @Option(
            names = "--for-git",
            description = "Say in the text itself that a workbook cannot be read, and end as if it could: git gives up"
                    + " a whole difference otherwise.")
    private boolean forGit;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean several = paths.size() > 1 || Files.isDirectory(paths.get(0));
        boolean fine = true;
        for (Path path : paths) {
            for (Path workbook : workbooks(path)) {
                if (several) {
                    out.println("Workbook " + workbook.getFileName());
                }
                try {
                    WorkbookText.read(workbook, workbook.getFileName().toString(), out::println);
                } catch (InvalidInput invalid) {
                    fine = false;
                    ProblemList.print(
                            invalid.problems(),
                            forGit ? out : spec.commandLine().getErr());
                }
                if (several) {
                    out.println();
                }
            }
        }
        out.flush();
        return fine || forGit ? ExitCode.FINE : ExitCode.PROBLEMS;
    }

    private static List<Path> workbooks(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        Path folder = Files.isDirectory(path.resolve("spreadsheets")) ? path.resolve("spreadsheets") : path;
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ShowCommand::isWorkbook).sorted().toList();
        }
    }

    private static boolean isWorkbook(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean hidden = name.startsWith("~$") || name.startsWith(".");
        return !hidden && (name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".xls"));
    }
}
