package boscard.workbook.report;

import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Perspective;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people call a KPI or a perspective; its id when the catalogue does not know it. */
final class Names {

    private final KpiCatalogue catalogue;
    private final Map<String, String> perspectives;

    Names(KpiCatalogue catalogue) {
        this.catalogue = catalogue;
        this.perspectives = catalogue.perspectives().stream()
                .collect(Collectors.toMap(Perspective::id, Perspective::name, (first, second) -> first));
    }

    /** Empty for null. */
    String kpi(@Nullable String id) {
        Kpi kpi = catalogue.find(id);
        return kpi != null ? kpi.name() : id == null ? "" : id;
    }

    /** Empty for null. */
    String perspective(@Nullable String id) {
        return id == null ? "" : perspectives.getOrDefault(id, words(id));
    }

    /** {@code INTERNAL_PROCESS} as {@code Internal process}. */
    static String words(String constant) {
        String lower = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.isEmpty() ? "" : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
