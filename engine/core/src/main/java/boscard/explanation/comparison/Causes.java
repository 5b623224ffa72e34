package boscard.explanation.comparison;

import boscard.evaluation.Derivation;
import boscard.rulebook.change.Change;
import boscard.rulebook.change.RulebookChanges;
import boscard.source.RuleRef;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The changes of the rulebook, by the rows, rules and KPIs that they are about. Immutable; safe for any thread. */
final class Causes {

    private final Map<String, List<Cause>> byRow = new HashMap<>();
    private final Map<String, List<Cause>> byRule = new HashMap<>();
    private final Map<String, List<Cause>> byKpi = new HashMap<>();
    private final Map<String, List<Cause>> byBandsOf = new HashMap<>();
    private final Map<Cause, Integer> order = new HashMap<>();
    private final List<Cause> general = new ArrayList<>();

    Causes(RulebookChanges changes, List<? extends Cause> settings) {
        for (Change change : changes.all()) {
            if (change.counts()) {
                var cause = new Cause.OfRulebook(change);
                order.put(cause, order.size());
                if (change instanceof Change.CellChanged cell) {
                    put(byRow, cell.after().id(), cause);
                    bands(cell.table(), cell.before(), cause);
                    bands(cell.table(), cell.after(), cause);
                } else if (change instanceof Change.RowAdded row) {
                    put(byRow, row.row().id(), cause);
                    bands(row.table(), row.row(), cause);
                } else if (change instanceof Change.RowRemoved row) {
                    put(byRow, row.row().id(), cause);
                    bands(row.table(), row.row(), cause);
                } else if (change instanceof Change.RowMoved row) {
                    put(byRow, row.after().id(), cause);
                } else if (change instanceof Change.TableAdded table) {
                    table.table().rows().forEach(row -> put(byRow, row.id(), cause));
                } else if (change instanceof Change.TableRemoved table) {
                    table.table().rows().forEach(row -> put(byRow, row.id(), cause));
                } else if (change instanceof Change.TableChanged table) {
                    table.before().rows().forEach(row -> put(byRow, row.id(), cause));
                    table.after().rows().forEach(row -> put(byRow, row.id(), cause));
                } else if (change instanceof Change.RuleChanged rule) {
                    put(byRule, rule.path() + " " + rule.rule(), cause);
                } else if (change instanceof Change.ValueChanged value
                        && value.kind() == Change.ValueChanged.Kind.KPI) {
                    put(byKpi, value.id(), cause);
                } else {
                    general.add(cause);
                }
            }
        }
        general.addAll(settings);
    }

    /** A score lies between the edges of all bands of a KPI, not only of the one that it is in. */
    private void bands(DecisionTable table, Row row, Cause cause) {
        if (table.concludes("status")) {
            String kpi = "";
            for (int i = 0; i < table.conditions().size(); i++) {
                Cell cell = row.conditions().get(i);
                if (cell != null
                        && table.conditions().get(i).property().name().equals("kpi")
                        && cell.value() instanceof String id) {
                    kpi = id;
                }
            }
            put(byBandsOf, kpi, cause);
        }
    }

    /** Changes of other bands of a KPI, and of the bands of any KPI. */
    Set<Cause> ofBandsOf(String kpi) {
        var found = new LinkedHashSet<>(byBandsOf.getOrDefault(kpi, List.of()));
        if (found.isEmpty()) {
            found.addAll(byBandsOf.getOrDefault("", List.of()));
        }
        return found;
    }

    /** Those of the rulebook first, in its order. */
    List<Cause> ordered(Set<Cause> causes) {
        return causes.stream()
                .sorted(Comparator.comparingInt(cause -> order.getOrDefault(cause, Integer.MAX_VALUE)))
                .toList();
    }

    private static void put(Map<String, List<Cause>> map, String key, Cause cause) {
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(cause);
    }

    /**
     * The changes of what decided, before and after: of its row, of rows that lost or won against it, of its rule, and
     * of the catalogue's entry of its KPI.
     */
    Set<Cause> direct(@Nullable Derivation before, @Nullable Derivation after, @Nullable String kpi) {
        var found = new LinkedHashSet<Cause>();
        boolean sameRow = before != null && after != null && before.ruleId().equals(after.ruleId());
        for (Derivation derivation : new @Nullable Derivation[] {before, after}) {
            if (derivation != null) {
                found.addAll(byRow.getOrDefault(derivation.ruleId(), List.of()));
                if (derivation.rule() instanceof RuleRef rule) {
                    found.addAll(byRule.getOrDefault(rule.file() + " " + rule.rule(), List.of()));
                    found.addAll(byRule.getOrDefault(rule.file() + " ", List.of()));
                }
            }
        }
        if (found.isEmpty() && !sameRow) { // a row that lost before and decides now, or the reverse, was moved
            for (Derivation derivation : new @Nullable Derivation[] {before, after}) {
                if (derivation != null) {
                    derivation.lostRows().forEach(row -> found.addAll(byRow.getOrDefault(row, List.of())));
                }
            }
        }
        if (kpi != null) {
            found.addAll(byKpi.getOrDefault(kpi, List.of()));
        }
        return found;
    }

    /** What touches every conclusion: parameters, lists, settings. */
    List<Cause> general() {
        return general;
    }

    /** Every change of the catalogue, whichever KPI it is about. */
    List<Cause> ofAnyKpi() {
        return byKpi.values().stream().flatMap(List::stream).toList();
    }

    /** Every change of a rule. */
    List<Cause> ofAnyRule() {
        return byRule.values().stream().flatMap(List::stream).toList();
    }
}
