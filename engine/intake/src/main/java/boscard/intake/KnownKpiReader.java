package boscard.intake;

import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.intake.value.Remarks;
import boscard.intake.value.ValueReader;
import boscard.problem.ProblemCode;
import boscard.problem.Suggestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the id of a KPI of the catalogue. */
final class KnownKpiReader implements ValueReader {

    private final KpiCatalogue catalogue;
    private @Nullable String lastText;
    private @Nullable String lastId;
    private final Map<String, Optional<String>> adviceByUnknownId = new HashMap<>();

    KnownKpiReader(KpiCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public @Nullable String read(String text, Remarks remarks) {
        if (text == lastText) { // rows of one KPI mostly stand together
            return lastId;
        }
        Kpi kpi = catalogue.find(text);
        if (kpi != null) {
            lastText = text;
            lastId = kpi.id();
            return kpi.id();
        }
        remarks.problem(
                ProblemCode.KPI_UNKNOWN,
                "KPI \"" + text + "\" is not in the catalogue",
                adviceByUnknownId.computeIfAbsent(text, this::advice).orElse(null));
        return null;
    }

    /** The nearest id; or the id of the KPI that is called so. */
    private Optional<String> advice(String unknown) {
        Optional<Kpi> named = catalogue.kpis().stream()
                .filter(kpi -> kpi.name().equalsIgnoreCase(unknown))
                .findFirst();
        return named.map(Kpi::id)
                .or(() -> Suggestion.nearest(unknown, catalogue.ids()))
                .map(catalogue::find)
                .map(kpi -> kpi.id() + " (" + kpi.at() + ").");
    }
}
