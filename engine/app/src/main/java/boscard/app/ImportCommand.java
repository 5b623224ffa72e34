package boscard.app;

import boscard.evaluation.AsOf;
import boscard.fact.FiscalCalendar;
import boscard.intake.CanonicalFolder;
import boscard.intake.Coverage;
import boscard.intake.CoverageFile;
import boscard.intake.FactsImporter;
import boscard.intake.ImportSettings;
import boscard.intake.ImportedFacts;
import boscard.intake.MappingSuggester;
import boscard.intake.MappingSuggestion;
import boscard.intake.RowListing;
import boscard.rulebook.Rulebook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The first step alone: read, map and check. No rule is loaded. */
@Command(
        name = "import",
        description = "Reads, maps and checks facts, and says what became of every row.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  boscard import samples/01-first/facts",
            "  boscard import export.csv --mapping export.yaml --out checked",
            "  boscard import --suggest export.csv > export.yaml",
            "  boscard import orders.csv --mapping orders.yaml --rows TEAM-NORTH revenue 2026-06",
        })
final class ImportCommand implements Callable<Integer> {

    private static final int MOST_ROWS_LISTED = 10_000;
    private static final String COVERAGE_FILE = "coverage.csv";

    /** What is printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FACTS",
            description = "Files, folders or patterns: CSV, Excel, JSON, Parquet, also compressed; queries (.sql).")
    private List<Path> facts = List.of();

    @Mixin
    private RulebookOption rulebookOption = new RulebookOption();

    @Mixin
    private MaxRejectedOption maxRejected = new MaxRejectedOption();

    @Mixin
    private MappingOption mapping = new MappingOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the accepted facts in canonical form, rejected.csv and coverage.csv.")
    private @Nullable Path out;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day of the import: actuals of later periods are rejected. Without it, the end of the"
                    + " newest complete period counts for the coverage, and no actual is in the future.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--suggest",
            description = "Only writes a mapping for the file, with comments on what is sure and what to decide.")
    private boolean suggest;

    @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE}).", defaultValue = "TEXT")
    private Format format = Format.TEXT;

    @Option(names = "--all", description = "All files, gaps and problems, not only the first ones.")
    private boolean all;

    @Option(
            names = "--rows",
            arity = "3",
            paramLabel = "ID",
            description = "SCORECARD KPI PERIOD: lists the rows from which this number was computed, and nothing else.")
    private List<String> rowsOf = List.of();

    @Override
    public Integer call() throws IOException {
        Rulebook rulebook = rulebookOption.load().rulebook();
        FiscalCalendar calendar = Calendars.of(rulebook.parameters());
        ImportSettings settings = maxRejected.in(mapping.settings(rulebook, calendar));
        if (asOf != null) {
            settings = settings.withAsOf(asOf);
        }
        if (!rowsOf.isEmpty()) {
            return listRows(settings);
        }
        if (suggest) {
            return suggestMapping(settings);
        }
        RowsRead rows = RowsRead.shownOn(spec.commandLine().getErr());
        ImportedFacts imported = new FactsImporter().importFacts(facts, settings, rows);
        rows.end();
        Coverage coverage = coverage(imported);
        List<Path> written = out == null ? List.of() : write(imported, coverage, out);
        PrintWriter screen = spec.commandLine().getOut();
        if (format == Format.JSON) {
            ImportJson.print(imported, coverage, written, screen);
        } else {
            new ImportText(screen, all).print(imported, coverage, written);
        }
        screen.flush();
        return imported.hasErrors() ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    private int listRows(ImportSettings settings) {
        var listing = new RowListing(rowsOf.get(0), rowsOf.get(1), rowsOf.get(2), MOST_ROWS_LISTED);
        ImportedFacts imported = new FactsImporter().listRows(facts, settings, listing);
        PrintWriter screen = spec.commandLine().getOut();
        new RowListingText(screen).print(listing, imported, rowsOf);
        screen.flush();
        return listing.found() > 0 ? ExitCode.FINE : ExitCode.PROBLEMS;
    }

    private int suggestMapping(ImportSettings settings) {
        PrintWriter err = spec.commandLine().getErr();
        boolean found = false;
        for (Path file : facts) {
            MappingSuggestion suggestion = new MappingSuggester().suggest(file, settings);
            spec.commandLine().getOut().print(suggestion.yaml());
            spec.commandLine().getOut().flush();
            found |= !suggestion.yaml().isEmpty();
            ProblemList.print(suggestion.problems(), err);
            suggestion.undecided().forEach(question -> err.println("To decide: " + question));
        }
        if (!found) {
            err.println("No table with a header was found, so that no mapping can be suggested.");
        }
        err.flush();
        return found ? ExitCode.FINE : ExitCode.PROBLEMS;
    }

    /** Null when there is no actual, and nobody said from which day to look. */
    private @Nullable Coverage coverage(ImportedFacts imported) {
        LocalDate day = asOf != null
                ? asOf
                : AsOf.newestCompletePeriod(imported.facts()).map(AsOf::date).orElse(null);
        return day == null ? null : Coverage.of(imported.facts(), day);
    }

    private static List<Path> write(ImportedFacts imported, @Nullable Coverage coverage, Path folder)
            throws IOException {
        var written = new ArrayList<>(new CanonicalFolder().write(imported, folder));
        if (coverage != null) {
            Path file = folder.resolve(COVERAGE_FILE);
            CoverageFile.write(coverage, file);
            written.add(file);
        }
        return written;
    }
}
