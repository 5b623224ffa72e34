package boscard.app;

import boscard.fact.FiscalCalendar;
import boscard.intake.ImportSettings;
import boscard.intake.mapping.MappingReader;
import boscard.rulebook.Rulebook;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Import settings as the rulebook and the command line give them. */
final class Imports {

    private Imports() {}

    /**
     * The settings.
     *
     * @throws boscard.problem.InvalidInput when the mapping cannot be read
     */
    static ImportSettings settings(Rulebook rulebook, FiscalCalendar calendar, @Nullable Path mapping) {
        ImportSettings settings = ImportSettings.of(rulebook.catalogue()).withCalendar(calendar, null);
        Set<String> missing = rulebook.words().get("missing");
        Set<String> inapplicable = rulebook.words().get("not_applicable");
        if (missing != null && inapplicable != null) {
            settings = settings.withWords(missing, inapplicable);
        }
        return mapping == null ? settings : settings.withMapping(new MappingReader().read(mapping));
    }
}
