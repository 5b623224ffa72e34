package boscard.app;

import boscard.cases.RulebookCases;
import boscard.rulebook.CompiledRulebook;
import boscard.table.DecisionTable;
import boscard.table.example.MissingExamples;
import boscard.table.example.MissingExamples.Proposal;
import boscard.table.example.ProposedRows;
import boscard.table.example.Trial;
import boscard.workbook.ExampleWriter;
import boscard.workbook.RulebookFolder;
import boscard.workbook.RulebookWithTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tests that a rulebook brings with it. */
@Command(
        name = "test",
        description = {
            "Runs the examples on the Tests sheets of the workbooks, and the cases beside them (*.yaml).",
            "",
            "An example is a row in plain values: inputs left, what is expected right. An empty input is missing; the word"
                    + " nothing expects that no row fits. What fails is shown with the row that decided and its cells."
                    + " Rows that no example reaches are listed, and are no failure."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  boscard test --rulebook our-rulebook",
            "  boscard test --suggest                    rows to paste into the Tests sheets",
            "  boscard test --suggest --out proposed     copies of the workbooks with these rows"
        })
final class TestCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private RulebookOption rulebookOption = new RulebookOption();

    @Option(names = "--format", defaultValue = "text", description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Option(names = "--all", description = "List every row that no example reaches, not only the first 20 of a table.")
    private boolean all;

    @Option(names = "--no-cases", description = "Run the Tests sheets only, which takes less time.")
    private boolean noCases;

    @Option(
            names = "--suggest",
            description =
                    "Propose the missing examples instead: one that each row decides, one on each edge and one just"
                            + " beyond it. They expect what the tables say now; check each before you keep it.")
    private boolean suggest;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "With --suggest: write copies of the workbooks that have the proposed examples.")
    private @Nullable Path copies;

    @Override
    public Integer call() throws IOException {
        if (copies != null && !suggest) {
            throw new ParameterException(spec.commandLine(), "--out belongs to --suggest");
        }
        PrintWriter out = spec.commandLine().getOut();
        RulebookWithTests loaded = RulebookFolder.loadWithTests(rulebookOption.folder());
        List<Trial> trials = TestRun.trials(loaded);
        if (suggest) {
            return suggest(loaded, trials, out);
        }
        TestRun.confirm(trials, loaded.loaded().rulebook());
        TestRun run = TestRun.of(loaded, trials, noCases ? null : cases(loaded));
        if (format == Format.JSON) {
            TestJson.print(run, out);
        } else {
            TestText.print(run, all, out);
        }
        return run.passed() ? ExitCode.FINE : ExitCode.PROBLEMS;
    }

    private RulebookCases.Results cases(RulebookWithTests loaded) {
        CompiledRulebook compiled =
                Engine.INDEX.compiler().compile(loaded.loaded().rulebook());
        return RulebookCases.run(rulebookOption.folder(), compiled);
    }

    private int suggest(RulebookWithTests loaded, List<Trial> trials, PrintWriter out) throws IOException {
        ProblemList.print(loaded.problems(), spec.commandLine().getErr());
        var proposed = new LinkedHashMap<String, List<ProposedRows>>(); // by workbook
        int count = 0;
        for (DecisionTable table : loaded.loaded().rulebook().tables()) {
            List<Proposal> proposals = MissingExamples.of(table, trials);
            if (!proposals.isEmpty()) {
                count += proposals.size();
                proposed.computeIfAbsent(table.at().workbook(), key -> new ArrayList<>())
                        .add(ProposedRows.of(table, proposals));
            }
        }
        if (count == 0) {
            out.println("No example is missing: every row is reached, and every edge is tried from both sides.");
        } else if (copies == null) {
            proposed.values().forEach(tables -> tables.forEach(rows -> print(rows, out)));
        } else {
            write(proposed, copies, out);
        }
        return ExitCode.FINE;
    }

    /** With tabs between the cells, so that a spreadsheet takes them apart when they are pasted. */
    private static void print(ProposedRows proposed, PrintWriter out) {
        out.println("Tests of " + proposed.table().name());
        out.println(String.join("\t", proposed.headings()));
        proposed.rows()
                .forEach(row -> out.println(row.stream()
                        .map(cell -> cell.map(Object::toString).orElse("").replaceAll("[\t\r\n]+", " "))
                        .collect(Collectors.joining("\t"))));
        out.println();
    }

    private void write(Map<String, List<ProposedRows>> proposed, Path folder, PrintWriter out) throws IOException {
        Files.createDirectories(folder);
        Path spreadsheets = rulebookOption.folder().resolve("spreadsheets");
        for (Map.Entry<String, List<ProposedRows>> workbook : proposed.entrySet()) {
            Path copy = folder.resolve(workbook.getKey());
            if (Files.exists(copy)) {
                throw new ParameterException(spec.commandLine(), copy + " exists already; name a folder without it");
            }
            ExampleWriter.write(spreadsheets.resolve(workbook.getKey()), copy, workbook.getValue());
            int rows = workbook.getValue().stream()
                    .mapToInt(table -> table.rows().size())
                    .sum();
            out.println(copy + ": " + rows + " examples added");
        }
        out.println("Check each of them, then take the workbooks over.");
    }
}
