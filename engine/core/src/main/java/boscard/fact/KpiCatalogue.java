package boscard.fact;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The KPIs by id, in the order of the workbook, and the perspectives they belong to. Immutable; safe for any thread.
 */
public final class KpiCatalogue {

    private final Map<String, Kpi> byId;
    private final List<Perspective> perspectives;

    public KpiCatalogue(List<Kpi> kpis, List<Perspective> perspectives) {
        var map = new LinkedHashMap<String, Kpi>();
        kpis.forEach(kpi -> map.put(kpi.id(), kpi));
        this.byId = Collections.unmodifiableMap(map);
        this.perspectives = List.copyOf(perspectives);
    }

    public @Nullable Kpi find(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    public Collection<Kpi> kpis() {
        return byId.values();
    }

    public Set<String> ids() {
        return byId.keySet();
    }

    /** In the order in which they are shown. */
    public List<Perspective> perspectives() {
        return perspectives;
    }
}
