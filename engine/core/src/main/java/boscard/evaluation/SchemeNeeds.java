package boscard.evaluation;

import boscard.fact.Kpi;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.table.Cell;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.Operator;
import boscard.table.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers that are dear to prepare the status tables compare for which KPI: only these are prepared. Read from
 * the rows once per run. Immutable; safe for any thread.
 */
final class SchemeNeeds {

    private static final Set<String> PROCESS = Set.of("signal", "assurance");
    private static final Set<String> STANDARD = Set.of("zscore", "usual");

    private final Map<String, Set<String>> byKpi;

    private SchemeNeeds(Map<String, Set<String>> byKpi) {
        this.byKpi = byKpi;
    }

    static SchemeNeeds of(Rulebook rulebook) {
        return of(rulebook, rulebook.catalogue().kpis());
    }

    private static SchemeNeeds of(Rulebook rulebook, Collection<Kpi> kpis) {
        var byKpi = new HashMap<String, Set<String>>();
        for (DecisionTable table : rulebook.tables()) {
            if (table.stage().equals(Stage.STATUS.agendaGroup())
                    && table.factType().javaType() == Performance.class) {
                for (Row row : table.rows()) {
                    Set<String> compared = compared(table, row);
                    if (!compared.isEmpty()) {
                        kpis.stream()
                                .filter(kpi -> kpi.isScored()
                                        && mayBe(table, row, "kpi", kpi.id())
                                        && mayBe(table, row, "scheme", kpi.scheme()))
                                .forEach(kpi -> byKpi.computeIfAbsent(kpi.id(), id -> new HashSet<>())
                                        .addAll(compared));
                    }
                }
            }
        }
        return new SchemeNeeds(byKpi);
    }

    private static Set<String> compared(DecisionTable table, Row row) {
        var names = new HashSet<String>();
        for (int i = 0; i < table.conditions().size(); i++) {
            if (row.conditions().get(i) != null) {
                names.add(table.conditions().get(i).property().name());
            }
        }
        names.removeIf(name -> !name.equals("percentile") && !PROCESS.contains(name) && !STANDARD.contains(name));
        return names;
    }

    /** Whether the row can be about something whose property is this: it says nothing else. */
    private static boolean mayBe(DecisionTable table, Row row, String property, @Nullable Object value) {
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            if (cell != null && table.conditions().get(i).property().name().equals(property)) {
                for (int j = 0; j < cell.operands().size(); j++) {
                    Comparison comparison =
                            table.conditions().get(i).comparisons().get(j);
                    if (value == null
                            || (comparison.operator() == Operator.EQUAL
                                    && !cell.operands().get(j).equals(value))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** KPIs for which the two ask for different numbers. */
    Set<String> differing(SchemeNeeds other) {
        var kpis = new HashSet<>(byKpi.keySet());
        kpis.addAll(other.byKpi.keySet());
        kpis.removeIf(kpi -> Objects.equals(byKpi.get(kpi), other.byKpi.get(kpi)));
        return kpis;
    }

    boolean process(Kpi kpi) {
        return byKpi.getOrDefault(kpi.id(), Set.of()).stream().anyMatch(PROCESS::contains);
    }

    boolean standardScore(Kpi kpi) {
        return byKpi.getOrDefault(kpi.id(), Set.of()).stream().anyMatch(STANDARD::contains);
    }

    boolean peers(Kpi kpi) {
        return byKpi.getOrDefault(kpi.id(), Set.of()).contains("percentile");
    }

    /** KPIs whose place among peers is compared. */
    Set<String> peerKpis() {
        var kpis = new HashSet<String>();
        byKpi.forEach((kpi, names) -> {
            if (names.contains("percentile")) {
                kpis.add(kpi);
            }
        });
        return Set.copyOf(kpis);
    }
}
