package boscard.app;

import boscard.fact.FiscalCalendar;
import boscard.intake.ImportSettings;
import boscard.rulebook.Rulebook;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how facts are read, and which. */
final class FactsOptions {

    @Option(names = "--mapping", paramLabel = "FILE", description = "How foreign files are read (YAML).")
    private @Nullable Path mapping;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Measurements of periods that begin before this day are skipped.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Measurements of periods that end after this day are skipped.")
    private @Nullable LocalDate to;

    /** How foreign files are read; null when there is none. */
    @Nullable
    Path mapping() {
        return mapping;
    }

    ImportSettings settings(Rulebook rulebook, FiscalCalendar calendar) {
        return Imports.settings(rulebook, calendar, mapping).withBounds(from, to);
    }
}
