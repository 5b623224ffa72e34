package boscard.evaluation;

import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Scorecard;
import boscard.rulebook.Parameter;
import boscard.rulebook.Rulebook;
import boscard.rulebook.change.Change;
import boscard.rulebook.change.RulebookChanges;
import boscard.source.SourceRef;
import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the differences of two rulebooks reach: which scorecards may be concluded about otherwise when facts,
 * population and as-of date stay. It errs on one side only. A scorecard that is not reached has the same conclusions
 * under both rulebooks; one that is reached may have others, and has to be evaluated to know.
 *
 * <p>Why it holds: an evaluation is a fixed sequence of steps. The first step that differs must look at something that
 * differs: at an edited row, at a row of the same scale, or at a number that is prepared otherwise. Each of these is
 * about a fact that was there under the earlier rulebook already, so its conclusions show whether there was one.
 * Whatever else differs (a parameter, a KPI, a rule file, the columns of a table) reaches every scorecard.
 *
 * <p>Immutable; safe for any thread.
 */
public final class Reach {

    private static final Reach NOTHING =
            new Reach(false, List.of(), Set.of(), Map.of(), new KpiCatalogue(List.of(), List.of()));

    private final boolean everything;
    private final List<EditedRow> rows;
    private final Set<String> preparedOtherwise;
    private final Map<String, SourceRef> movedRows;
    private final KpiCatalogue catalogue;

    /** A row as it was or as it is; what it concludes and compares may be judged otherwise. */
    private record EditedRow(DecisionTable table, Row row) {}

    /**
     * What is known of a scorecard without evaluating it.
     *
     * @param kpis that have a status in any period; none means that it failed, or that nothing is scored
     * @param findings the code of each finding with its KPI, in any state
     */
    public record Known(Scorecard scorecard, Set<String> kpis, Set<CodeOfKpi> findings) {

        public Known {
            kpis = Set.copyOf(kpis);
            findings = Set.copyOf(findings);
        }

        /** What the conclusions under the earlier rulebook tell. */
        public static Known of(Scorecard scorecard, Replay.Concluded concluded) {
            return new Known(
                    scorecard,
                    concluded.statuses().stream().map(KpiStatus::kpi).collect(Collectors.toSet()),
                    concluded.findings().stream()
                            .map(finding -> new CodeOfKpi(finding.code(), finding.kpi()))
                            .collect(Collectors.toSet()));
        }
    }

    /** That a check found something about a KPI, or about none. */
    public record CodeOfKpi(String code, @Nullable String kpi) {}

    private Reach(
            boolean everything,
            List<EditedRow> rows,
            Set<String> preparedOtherwise,
            Map<String, SourceRef> movedRows,
            KpiCatalogue catalogue) {
        this.everything = everything;
        this.rows = List.copyOf(rows);
        this.preparedOtherwise = Set.copyOf(preparedOtherwise);
        this.movedRows = Map.copyOf(movedRows);
        this.catalogue = catalogue;
    }

    /** When it is not known that anything stays. */
    public static Reach everything() {
        return new Reach(true, List.of(), Set.of(), Map.of(), NOTHING.catalogue);
    }

    /**
     * Between two rulebooks.
     *
     * @param changes of the two
     */
    public static Reach of(Rulebook before, Rulebook after, RulebookChanges changes) {
        if (before == after) {
            return NOTHING;
        }
        if (!isSameButRows(before, after)) {
            return everything();
        }
        var rows = new ArrayList<EditedRow>();
        for (Change change : changes.all()) {
            if (change instanceof Change.RowAdded added) {
                rows.add(new EditedRow(added.table(), added.row()));
            } else if (change instanceof Change.RowRemoved removed) {
                rows.add(new EditedRow(removed.table(), removed.row()));
            } else if (change instanceof Change.RowMoved moved) {
                rows.add(new EditedRow(moved.table(), moved.after()));
            } else if (change instanceof Change.CellChanged cell) {
                if (cell.kind() != Change.CellChanged.Kind.NOTE) { // columns are the same, so either table will do
                    rows.add(new EditedRow(cell.table(), cell.before()));
                    rows.add(new EditedRow(cell.table(), cell.after()));
                }
            } else {
                return everything();
            }
        }
        return new Reach(
                false,
                rows,
                SchemeNeeds.of(before).differing(SchemeNeeds.of(after)),
                moved(before.tables(), after.tables()),
                after.catalogue());
    }

    /** Whether the two differ in the rows of their tables at most. */
    private static boolean isSameButRows(Rulebook before, Rulebook after) {
        return before.documents().equals(after.documents())
                && before.words().equals(after.words())
                && before.holidays().equals(after.holidays())
                && isSame(before.catalogue(), after.catalogue())
                && parameters(before).equals(parameters(after))
                && shapes(before).equals(shapes(after))
                && hasDistinctIds(before.tables())
                && hasDistinctIds(after.tables());
    }

    /** Order and addresses count: both are in conclusions. Fields are compared by the changes of the rulebook. */
    private static boolean isSame(KpiCatalogue before, KpiCatalogue after) {
        return before.perspectives().equals(after.perspectives())
                && before.kpis().stream()
                        .map(kpi -> List.of(kpi.id(), kpi.at()))
                        .toList()
                        .equals(after.kpis().stream()
                                .map(kpi -> List.of(kpi.id(), kpi.at()))
                                .toList());
    }

    private static List<Parameter> parameters(Rulebook rulebook) {
        return List.copyOf(rulebook.parameters().all());
    }

    /** All that a table says apart from its rows, except what only people read. */
    private static List<List<Object>> shapes(Rulebook rulebook) {
        return rulebook.tables().stream()
                .map(table -> List.<Object>of(
                        table.name(),
                        table.stage(),
                        table.policy(),
                        table.factType().javaType(),
                        table.conditions().stream()
                                .map(ConditionColumn::comparisons)
                                .toList(),
                        table.outcomes().stream()
                                .map(column -> column.verb().name())
                                .toList()))
                .toList();
    }

    private static boolean hasDistinctIds(List<DecisionTable> tables) {
        return tables.stream()
                .allMatch(table -> table.rows().stream().map(Row::id).distinct().count()
                        == table.rows().size());
    }

    /** Ids of rows that stand at another address, with the new one. */
    private static Map<String, SourceRef> moved(List<DecisionTable> before, List<DecisionTable> after) {
        var moved = new HashMap<String, SourceRef>();
        for (int i = 0; i < before.size(); i++) {
            var old = new HashMap<String, Row>();
            before.get(i).rows().forEach(row -> old.put(row.id(), row));
            for (Row row : after.get(i).rows()) {
                Row was = old.get(row.id());
                if (was != null && !was.at().equals(row.at())) {
                    moved.put(row.id(), row.at());
                }
            }
        }
        return moved;
    }

    /** Whether every scorecard has to be evaluated again. */
    public boolean isEverything() {
        return everything;
    }

    /** Whether no conclusion can differ, in no scorecard; addresses may. */
    public boolean isNothing() {
        return !everything && rows.isEmpty() && preparedOtherwise.isEmpty();
    }

    /** Whether the scorecard may be concluded about otherwise. */
    public boolean reaches(Known known) {
        if (everything) {
            return true;
        }
        if (isNothing()) {
            return false;
        }
        return known.kpis().isEmpty() // nothing shows what an evaluation that failed had looked at
                || known.kpis().stream().anyMatch(preparedOtherwise::contains)
                || rows.stream().anyMatch(edited -> mayMatch(edited, known));
    }

    /** Whether conclusions name a row by an address at which it no longer stands. */
    public boolean isAddressedAnew(Replay.Concluded concluded) {
        return everything
                || (!movedRows.isEmpty()
                        && (derivations(concluded).anyMatch(one -> one != null && movedRows.containsKey(one.ruleId()))
                                || concluded.suppressions().stream()
                                        .anyMatch(one -> movedRows.containsKey(one.rowId()))));
    }

    private static Stream<@Nullable Derivation> derivations(Replay.Concluded concluded) {
        return Stream.of(
                        concluded.statuses().stream().map(KpiStatus::derivation),
                        concluded.findings().stream().map(Finding::derivation),
                        concluded.recommendations().stream().map(Recommendation::derivation),
                        concluded.goals().stream()
                                .flatMap(goal -> goal.tests().stream())
                                .map(GoalTest::derivation))
                .flatMap(all -> all);
    }

    /** Whether any fact that the scorecard had can match the row, by what is known of it: numbers are not. */
    private boolean mayMatch(EditedRow edited, Known known) {
        Class<?> compared = edited.table().factType().javaType();
        var values = new HashMap<String, @Nullable Object>();
        values.put("scorecard", known.scorecard().scorecard());
        if (compared != NodeScore.class) {
            values.put("level", known.scorecard().level());
        }
        if (compared == Performance.class || compared == KpiStatus.class) {
            return known.kpis().stream().anyMatch(kpi -> mayMatch(edited, kpi, values));
        }
        if (compared == FindingView.class) {
            return known.findings().stream().anyMatch(finding -> {
                values.put("code", finding.code());
                values.put("kpi", finding.kpi());
                return mayMatch(edited, values);
            });
        }
        return mayMatch(edited, values);
    }

    private boolean mayMatch(EditedRow edited, String kpi, Map<String, @Nullable Object> values) {
        values.put("kpi", kpi);
        Kpi definition = catalogue.find(kpi);
        if (definition != null) {
            values.put("perspective", definition.perspective());
            values.put("unit", definition.unit());
            values.put("direction", definition.direction());
            values.put("scheme", definition.scheme());
        }
        return mayMatch(edited, values);
    }

    /** False only when a cell compares something that is known, and fails. */
    private static boolean mayMatch(EditedRow edited, Map<String, @Nullable Object> known) {
        for (int i = 0; i < edited.table().conditions().size(); i++) {
            Cell cell = edited.row().conditions().get(i);
            List<Comparison> comparisons = edited.table().conditions().get(i).comparisons();
            for (int j = 0; cell != null && j < comparisons.size(); j++) {
                String property = comparisons.get(j).property().name();
                if (known.containsKey(property)) {
                    Object value = known.get(property);
                    if (value == null
                            || !comparisons
                                    .get(j)
                                    .operator()
                                    .test(value, cell.operands().get(j))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
