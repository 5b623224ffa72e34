package boscard.app;

import boscard.fact.FiscalCalendar;
import boscard.intake.ImportSettings;
import boscard.rulebook.Rulebook;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the mapping of foreign files. */
final class MappingOption {

    @Option(names = "--mapping", paramLabel = "FILE", description = "How foreign files are read (YAML).")
    private @Nullable Path file;

    /** Null when there is none. */
    @Nullable
    Path file() {
        return file;
    }

    ImportSettings settings(Rulebook rulebook, FiscalCalendar calendar) {
        return Imports.settings(rulebook, calendar, file);
    }
}
