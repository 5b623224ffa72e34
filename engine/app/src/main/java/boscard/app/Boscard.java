package boscard.app;

import boscard.problem.InvalidInput;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program. */
@Command(
        name = "boscard",
        description = "Evaluates sales performance against a balanced scorecard, and says why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  fine",
            "  1  problems in the facts or the rulebook; what could be done was done",
            "  2  the command line was not understood",
            "  3  a fault of boscard itself",
            "",
            "Start with: boscard evaluate samples/01-first/facts"
        })
public final class Boscard implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        HeadStart.begin(arguments);
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs a command with the given output; for tests, which must not end the process. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine(arguments)
                .setOut(new PrintWriter(TerminalWriter.over(out), true))
                .setErr(new PrintWriter(TerminalWriter.withProgress(err), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .registerConverter(LocalDate.class, Boscard::day)
                .registerConverter(Path.class, Boscard::path)
                .setParameterExceptionHandler(Boscard::misunderstood)
                .setExecutionExceptionHandler(Boscard::failed)
                .execute(arguments);
    }

    /**
     * The program with the command that is called, or with all of them when none is or a person asks which there are:
     * picocli reads a command by reflection, and reading all takes a cold process 100 ms.
     */
    private static CommandLine commandLine(String... arguments) {
        var program = new CommandLine(new Boscard());
        Object called = arguments.length == 0 ? null : Commands.named(arguments[0]);
        if (called == null) {
            Commands.NAMES.forEach(name -> program.addSubcommand(name, Commands.named(name)));
            return program.addSubcommand(new HelpCommand());
        }
        return program.addSubcommand(arguments[0], called);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new TypeConversionException("\"" + text + "\" is not a day of the calendar such as 2026-09-30");
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw new TypeConversionException("no file can have such a name: " + wrong.getReason());
        }
    }

    private static int misunderstood(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof InvalidInput invalid) {
            ProblemList.print(invalid.problems(), command.getErr());
            return ExitCode.PROBLEMS;
        }
        return Fault.report(failure, command.getErr());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
