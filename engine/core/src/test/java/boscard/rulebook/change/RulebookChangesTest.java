package boscard.rulebook.change;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Performance;
import boscard.evaluation.Status;
import boscard.fact.KpiCatalogue;
import boscard.given.Tables;
import boscard.rulebook.Parameter;
import boscard.rulebook.Parameters;
import boscard.rulebook.RuleDocument;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.rulebook.change.Change.CellChanged;
import boscard.source.CellRef;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a difference of two rulebooks, and what does not. */
class RulebookChangesTest {

    private static Tables table(HitPolicy policy) {
        return Tables.table("KPI thresholds", Stage.STATUS, policy, Performance.class)
                .when("kpi", Operator.EQUAL)
                .when("attainment", Operator.AT_LEAST)
                .then("status");
    }

    private static Tables three() {
        return table(HitPolicy.FIRST)
                .row("KT-1", "win_rate", "0.9", Status.GREEN)
                .row("KT-2", "win_rate", "0.75", Status.AMBER)
                .row("KT-3", "win_rate", null, Status.RED);
    }

    private static Rulebook with(DecisionTable... tables) {
        return rulebook(List.of(tables), List.of(), List.of(), Map.of(), Set.of());
    }

    private static Rulebook rulebook(
            List<DecisionTable> tables,
            List<Parameter> parameters,
            List<RuleDocument> documents,
            Map<String, Set<String>> words,
            Set<LocalDate> holidays) {
        return new Rulebook(
                new KpiCatalogue(List.of(), List.of()),
                new Parameters(parameters),
                tables,
                documents,
                words,
                holidays,
                "");
    }

    private static List<String> kinds(Rulebook before, Rulebook after) {
        return RulebookChanges.of(before, after).all().stream()
                .map(change -> change.getClass().getSimpleName() + " " + change.at())
                .toList();
    }

    @Test
    void aRulebookDoesNotDifferFromItself() {
        assertThat(RulebookChanges.of(with(three().build()), with(three().build()))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void changedCellIsNamedByRowAndHeadingWithBothPlaces() {
        DecisionTable after = table(HitPolicy.FIRST)
                .row("KT-0", "csat", "0.9", Status.GREEN)
                .row("KT-1", "win_rate", "0.9", Status.GREEN)
                .row("KT-2", "win_rate", "0.78", Status.AMBER)
                .row("KT-3", "win_rate", null, Status.RED)
                .build();
        List<Change> changes =
                RulebookChanges.of(with(three().build()), with(after)).all();

        assertThat(changes).hasSize(2);
        assertThat(changes.get(0)).isInstanceOf(Change.RowAdded.class);
        var cell = (CellChanged) changes.get(1);
        assertThat(cell.after().id()).isEqualTo("KT-2");
        assertThat(cell.heading()).isEqualTo("attainment");
        assertThat(cell.from()).isEqualTo("0.75");
        assertThat(cell.to()).isEqualTo("0.78");
        assertThat(cell.fromAt()).hasToString("status.xlsx!KPI thresholds!C3");
        assertThat(cell.toAt()).hasToString("status.xlsx!KPI thresholds!C4");
        assertThat(cell.kind()).isEqualTo(CellChanged.Kind.CONDITION);
    }

    @Test
    void anotherScaleOfTheSameNumberIsNoChange() {
        DecisionTable after = table(HitPolicy.FIRST)
                .row("KT-1", "win_rate", "0.90", Status.GREEN)
                .row("KT-2", "win_rate", "0.750", Status.AMBER)
                .row("KT-3", "win_rate", null, Status.RED)
                .build();
        assertThat(kinds(with(three().build()), with(after))).isEmpty();
    }

    @Test
    void filledAndClearedCellsAreChanges() {
        DecisionTable after = table(HitPolicy.FIRST)
                .row("KT-1", "win_rate", null, Status.GREEN)
                .row("KT-2", "win_rate", "0.75", Status.AMBER)
                .row("KT-3", "win_rate", "0.1", Status.RED)
                .build();
        assertThat(kinds(with(three().build()), with(after)))
                .containsExactly(
                        "CellChanged status.xlsx!KPI thresholds!C2", "CellChanged status.xlsx!KPI thresholds!C4");
    }

    @Test
    void oneMovedRowIsOneChangeWhateverStandsBetween() {
        DecisionTable after = table(HitPolicy.FIRST)
                .row("KT-3", "win_rate", null, Status.RED)
                .row("KT-1", "win_rate", "0.9", Status.GREEN)
                .row("KT-2", "win_rate", "0.75", Status.AMBER)
                .build();
        List<Change> changes =
                RulebookChanges.of(with(three().build()), with(after)).all();
        assertThat(changes).singleElement().isInstanceOfSatisfying(Change.RowMoved.class, moved -> {
            assertThat(moved.after().id()).isEqualTo("KT-3");
            assertThat(moved.below()).isNull();
            assertThat(moved.counts()).isTrue();
        });
    }

    @Test
    void orderDecidesNothingInACollectTable() {
        DecisionTable before = table(HitPolicy.COLLECT)
                .row("A", "x", "1", Status.RED)
                .row("B", "y", "1", Status.RED)
                .build();
        DecisionTable after = table(HitPolicy.COLLECT)
                .row("B", "y", "1", Status.RED)
                .row("A", "x", "1", Status.RED)
                .build();
        assertThat(RulebookChanges.of(with(before), with(after)).all())
                .singleElement()
                .matches(change -> !change.counts());
    }

    /** However rows are shuffled: nothing but moves, and fewer of them than rows. */
    @ParameterizedTest(name = "-Dseed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sortedRowsAreMovesAndNothingElse(long first) {
        long seed = Long.getLong("seed", first);
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < 40; i++) {
            ids.add(i);
        }
        Tables before = table(HitPolicy.FIRST);
        ids.forEach(id -> before.row("R-" + id, "kpi" + id, "0." + (10 + id), Status.GREEN));
        Collections.shuffle(ids, new Random(seed));
        Tables after = table(HitPolicy.FIRST);
        ids.forEach(id -> after.row("R-" + id, "kpi" + id, "0." + (10 + id), Status.GREEN));

        List<Change> changes =
                RulebookChanges.of(with(before.build()), with(after.build())).all();
        assertThat(changes)
                .as("repeat with -Dseed=%d", seed)
                .hasSizeBetween(1, 39)
                .allMatch(Change.RowMoved.class::isInstance);
    }

    private static Tables columns(String... properties) {
        Tables table = Tables.table("KPI thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class);
        for (String property : properties) {
            table.when(property, property.equals("kpi") ? Operator.EQUAL : Operator.AT_LEAST);
        }
        return table.then("status");
    }

    @Test
    void columnsThatCameWentOrMovedAreNamedOneByOne() {
        DecisionTable before = columns("kpi", "attainment", "value").build();
        DecisionTable other = columns("kpi", "value", "gap").build();
        assertThat(RulebookChanges.of(with(before), with(other)).all())
                .extracting(change -> ((Change.TableChanged) change).what() + ": "
                        + ((Change.TableChanged) change).from() + " -> " + ((Change.TableChanged) change).to())
                .containsExactly("column: attainment -> none", "column: none -> gap");
        DecisionTable turned = columns("value", "kpi", "attainment").build();
        assertThat(RulebookChanges.of(with(before), with(turned)).all())
                .singleElement()
                .extracting(change -> ((Change.TableChanged) change).what())
                .isEqualTo("order of the columns");
    }

    @Test
    void tablesAndTheirHitPolicyAreCompared() {
        DecisionTable other = Tables.table("Other", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("kpi", Operator.EQUAL)
                .then("status")
                .row("O-1", "x", Status.RED)
                .build();
        DecisionTable unique = table(HitPolicy.UNIQUE)
                .row("KT-1", "win_rate", "0.9", Status.GREEN)
                .row("KT-2", "win_rate", "0.75", Status.AMBER)
                .row("KT-3", "win_rate", null, Status.RED)
                .build();
        assertThat(kinds(with(three().build()), with(unique, other)))
                .containsExactly("TableChanged status.xlsx!KPI thresholds!A1", "TableAdded status.xlsx!Other!A1");
        assertThat(kinds(with(other), with())).containsExactly("TableRemoved status.xlsx!Other!A1");
    }

    private static Parameter parameter(String name, String value) {
        boolean number = value.matches("[0-9.]+");
        return new Parameter(
                name,
                number ? new BigDecimal(value) : null,
                value,
                "",
                CellRef.of("parameters.xlsx", "Parameters", 2, 2));
    }

    @Test
    void parametersWordsHolidaysAndRulesAreCompared() {
        Rulebook before = rulebook(
                List.of(),
                List.of(parameter("coverage_min", "0.6"), parameter("method", "BAND"), parameter("same", "1.0")),
                List.of(new RuleDocument(
                        "rules/a.drl", "package a\nrule \"one\"\nwhen\nthen\nend\nrule \"two\"\nwhen\nthen\nend\n")),
                Map.of("vague", Set.of("better", "more")),
                Set.of(LocalDate.of(2026, 1, 1)));
        Rulebook after = rulebook(
                List.of(),
                List.of(parameter("coverage_min", "0.7"), parameter("same", "1")),
                List.of(new RuleDocument(
                        "rules/a.drl",
                        "package a\nrule \"two\"\nwhen\n  eval(true)\nthen\nend\nrule \"one\"\nwhen\nthen\nend\n")),
                Map.of("vague", Set.of("better", "nicer")),
                Set.of());

        assertThat(RulebookChanges.of(before, after).all().stream().map(RulebookChangesTest::shown))
                .containsExactly(
                        "PARAMETER coverage_min 0.6 0.7",
                        "PARAMETER method BAND null",
                        "WORD vague more null",
                        "WORD vague null nicer",
                        "HOLIDAY 2026-01-01 2026-01-01 null",
                        "rules/a.drl two");
    }

    private static String shown(Change change) {
        if (change instanceof Change.ValueChanged value) {
            return value.kind() + " " + value.id() + " " + value.from() + " " + value.to();
        }
        var rule = (Change.RuleChanged) change;
        return rule.path() + " " + rule.rule();
    }
}
