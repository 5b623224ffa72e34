package boscard.evaluation.check;

import boscard.fact.Kpi;
import boscard.rulebook.Rulebook;
import boscard.table.DecisionTable;
import boscard.table.check.Expectation;
import boscard.table.check.Expectation.Bounds;
import boscard.table.check.Expectation.Fixed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tables that have to say something about every number, and about what. */
final class StatusTables {

    /** A performance is judged when it has a value, and every scorecard has a level. */
    /** A KPI without a target, so without a gap, needs no row: where none judges it all the same, it is NO_TARGET. */
    private static final Set<String> ALWAYS_PRESENT = Set.of("value", "level", "gap");

    private StatusTables() {}

    /** The tables that give KPIs their status. */
    static List<DecisionTable> of(Rulebook rulebook) {
        return rulebook.tables().stream().filter(StatusTables::isOne).toList();
    }

    private static boolean isOne(DecisionTable table) {
        return table.concludes("status") && table.factType().name().equals("Performance");
    }

    /** What a table is expected to judge; null when it may leave out what it likes. */
    static @Nullable Expectation expectationOf(DecisionTable table, Rulebook rulebook) {
        if (isOne(table)) {
            return ofStatuses(table, rulebook);
        } else if (table.concludes("result") && table.factType().properties().containsKey("name")) {
            var names = new LinkedHashSet<String>();
            Compared.values(table, "name")
                    .forEach(naming -> names.add(naming.value().toString()));
            return new Expectation("name", List.copyOf(names), Set.of(), List.of(), false);
        }
        return null;
    }

    /** Every scored KPI that this table judges and no other. */
    private static Expectation ofStatuses(DecisionTable table, Rulebook rulebook) {
        Set<String> here = named(table);
        List<DecisionTable> others =
                of(rulebook).stream().filter(other -> other != table).toList();
        var elsewhere = new HashSet<String>();
        others.forEach(other -> elsewhere.addAll(named(other)));
        boolean general = hasGeneralRows(table);
        boolean anyElsewhere = others.stream().anyMatch(StatusTables::hasGeneralRows);
        return about(
                rulebook,
                kpi -> (here.contains(kpi.id()) || general) && !(elsewhere.contains(kpi.id()) || anyElsewhere));
    }

    /** What a status table can be asked about: every scored KPI, and what the catalogue says of it. */
    static Expectation scoredKpis(Rulebook rulebook) {
        return about(rulebook, kpi -> true);
    }

    private static Expectation about(Rulebook rulebook, Predicate<Kpi> wanted) {
        var subjects = new ArrayList<String>();
        var bounds = new ArrayList<Bounds>();
        var fixed = new ArrayList<Fixed>();
        for (Kpi kpi : rulebook.catalogue().kpis()) {
            if (kpi.isScored() && wanted.test(kpi)) {
                subjects.add(kpi.id());
                bounds.add(new Bounds(kpi.id(), "value", kpi.plausibleMin(), kpi.plausibleMax()));
                fixed.addAll(ofCatalogue(kpi));
            }
        }
        return new Expectation("kpi", subjects, ALWAYS_PRESENT, bounds, fixed, true);
    }

    /** What the catalogue says about a KPI is the same in all its performances. */
    private static List<Fixed> ofCatalogue(Kpi kpi) {
        return List.of(
                new Fixed(kpi.id(), "perspective", kpi.perspective()),
                new Fixed(kpi.id(), "unit", kpi.unit()),
                new Fixed(kpi.id(), "direction", kpi.direction()),
                new Fixed(kpi.id(), "horizon", kpi.horizon()),
                new Fixed(kpi.id(), "timing", kpi.timing()),
                new Fixed(kpi.id(), "frequency", kpi.frequency()),
                new Fixed(kpi.id(), "scheme", kpi.scheme()));
    }

    private static Set<String> named(DecisionTable table) {
        var names = new HashSet<String>();
        Compared.values(table, "kpi").forEach(naming -> names.add(naming.value().toString()));
        return names;
    }

    static boolean hasGeneralRows(DecisionTable table) {
        return table.rows().stream().anyMatch(row -> !Compared.names(table, row, "kpi"));
    }
}
