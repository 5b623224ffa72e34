package boscard.app;

import boscard.rulebook.Rulebook;
import boscard.rulebook.change.Change;
import boscard.rulebook.change.RulebookChanges;
import boscard.workbook.RulebookFolder;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What differs between two rulebooks. */
@Command(
        name = "diff",
        description = {
            "Prints what differs between two rulebooks, or two workbooks: rows added, removed, moved, cells changed.",
            "",
            "Rows are compared by their id and cells by their column, so an inserted or sorted row is one difference and"
                    + " not many. Numbers are compared by value, whatever their format. Two runs or the effect on results:"
                    + " boscard compare, boscard impact."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  boscard diff our-rulebook their-rulebook",
            "  boscard diff old/kpi-thresholds.xlsx spreadsheets/kpi-thresholds.xlsx",
            "  boscard diff runs/2026-11-24T043907Z-8c1d/rulebook our-rulebook"
        })
final class DiffCommand implements Callable<Integer> {

    private static final int WIDTH = 76;

    private enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Folder of a rulebook, or a workbook.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The same kind of thing, later.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private Path after;

    @Option(names = "--format", defaultValue = "text", description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(before) != Files.isDirectory(after)) {
            Path other = Files.isDirectory(before) ? after : before;
            throw new ParameterException(
                    spec.commandLine(),
                    Files.exists(other)
                            ? "Name two folders or two workbooks, not one of each"
                            : other + ": there is no such folder");
        }
        RulebookChanges changes = RulebookChanges.of(load(before), load(after));
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            json(changes, out);
        } else {
            text(changes, out);
        }
        return ExitCode.FINE;
    }

    private static Rulebook load(Path path) {
        return Files.isDirectory(path)
                ? RulebookFolder.load(path).rulebook()
                : RulebookFolder.ofWorkbook(path).rulebook();
    }

    private static void text(RulebookChanges changes, PrintWriter out) {
        if (changes.isEmpty()) {
            out.println("The two say the same.");
            return;
        }
        var groups = new LinkedHashMap<String, List<Change>>();
        changes.all()
                .forEach(change -> groups.computeIfAbsent(ChangeWords.group(change), key -> new ArrayList<>())
                        .add(change));
        groups.forEach((group, members) -> {
            out.println(group);
            for (Change change : members) {
                String line = "  " + ChangeWords.sentence(change) + (change.counts() ? "" : " (changes no result)");
                out.println(line + " ".repeat(Math.max(2, WIDTH - line.length())) + ChangeWords.addresses(change));
            }
        });
    }

    private static void json(RulebookChanges changes, PrintWriter out) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            ChangeJson.write("changes", changes.all(), json);
            json.writeEndObject();
        }
        out.println();
    }
}
