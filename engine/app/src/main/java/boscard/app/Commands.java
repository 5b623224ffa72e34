package boscard.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands by name; each is made when it is asked for. */
final class Commands {

    /** In the order in which the help lists them. */
    static final List<String> NAMES = List.of(
            "evaluate",
            "import",
            "findings",
            "why",
            "report",
            "check",
            "test",
            "diff",
            "compare",
            "impact",
            "verify",
            "watch",
            "show",
            "runs",
            "kpis",
            "init");

    private Commands() {}

    /** A new command, or null when there is none of this name. */
    static @Nullable Object named(String name) {
        return switch (name) {
            case "evaluate" -> new EvaluateCommand();
            case "import" -> new ImportCommand();
            case "findings" -> new FindingsCommand();
            case "why" -> new WhyCommand();
            case "report" -> new ReportCommand();
            case "check" -> new CheckCommand();
            case "test" -> new TestCommand();
            case "diff" -> new DiffCommand();
            case "compare" -> new CompareCommand();
            case "impact" -> new ImpactCommand();
            case "verify" -> new VerifyCommand();
            case "watch" -> new WatchCommand();
            case "show" -> new ShowCommand();
            case "runs" -> new RunsCommand();
            case "kpis" -> new KpisCommand();
            case "init" -> new InitCommand();
            default -> null;
        };
    }
}
