package boscard.explanation;

import static boscard.given.Rulebooks.rulebook;
import static boscard.given.Rulebooks.threeBands;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.AsOf;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Performance;
import boscard.evaluation.Population;
import boscard.evaluation.Replay;
import boscard.evaluation.Status;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.Kpi;
import boscard.fact.Unit;
import boscard.given.Given;
import boscard.given.Kpis;
import boscard.given.Tables;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import boscard.table.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WhatIfTest {

    private static final String PERIOD = "2026-Q3";
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);

    static LongStream seeds() {
        String repeated = System.getProperty("seed");
        return repeated != null ? LongStream.of(Long.parseLong(repeated)) : LongStream.range(0, 120);
    }

    private static Replay replay(Rulebook rulebook, Given given) {
        Facts facts = given.facts();
        var settings = new EvaluationSettings(new AsOf(AS_OF), FiscalCalendar.CALENDAR_YEAR);
        return new Replay(
                facts.byScorecard().get(0),
                rulebook,
                settings,
                Population.of(facts, rulebook.catalogue(), settings.asOf()));
    }

    private static WhatIf whatIf(Kpi kpi, String actual, @Nullable String target, DecisionTable table) {
        Rulebook rulebook = rulebook(kpi).with(table).build();
        Replay replay = replay(rulebook, new Given().measured("EMEA", kpi.id(), PERIOD, actual, target));
        return Objects.requireNonNull(WhatIf.of(replay, rulebook.tables(), kpi, PERIOD));
    }

    private static WhatIf.Actual reach(WhatIf whatIf, Status status) {
        return whatIf.actuals().stream()
                .filter(one -> one.status() == status)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + status + " among " + whatIf.actuals()));
    }

    @Test
    void theNextBandsAreReachedAtTheirEdges() {
        Kpi winRate = Kpis.kpi("win_rate").unit(Unit.RATIO).build();
        WhatIf whatIf = whatIf(winRate, "0.241", "0.3", threeBands());

        assertThat(whatIf.now().status()).isEqualTo(Status.RED);
        assertThat(reach(whatIf, Status.AMBER).actual()).isEqualByComparingTo("0.27");
        assertThat(reach(whatIf, Status.AMBER).change()).isEqualByComparingTo("0.029");
        assertThat(reach(whatIf, Status.GREEN).actual()).isEqualByComparingTo("0.3");
        assertThat(reach(whatIf, Status.GREEN).score()).isEqualByComparingTo("66.666666666667");
    }

    @Test
    void theNextWorseBandIsOneStepBelowTheEdge() {
        WhatIf whatIf = whatIf(Kpis.higher("revenue"), "95", "100", threeBands());

        assertThat(reach(whatIf, Status.RED).actual()).isEqualByComparingTo("89");
        assertThat(reach(whatIf, Status.GREEN).actual()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT, 95, 89, 100",
        "COUNT, 95.5, 89.9, 100",
        "CURRENCY, 95, 89.99, 100",
        "RATIO, 95.1234, 89.9999, 100"
    })
    void theStepIsThatOfTheUnitOrOfAFinerActual(Unit unit, String actual, String red, String green) {
        Kpi kpi = Kpis.kpi("revenue").unit(unit).build();
        WhatIf whatIf = whatIf(kpi, actual, "100", threeBands());

        assertThat(reach(whatIf, Status.RED).actual()).isEqualByComparingTo(red);
        assertThat(reach(whatIf, Status.GREEN).actual()).isEqualByComparingTo(green);
    }

    @Test
    void whenLessIsBetterTheBetterBandsLieBelow() {
        WhatIf whatIf = whatIf(Kpis.lower("cac"), "120", "100", threeBands());

        assertThat(reach(whatIf, Status.AMBER).actual()).isEqualByComparingTo("110");
        assertThat(reach(whatIf, Status.GREEN).change()).isEqualByComparingTo("-20");
    }

    @Test
    void aVeryLargeTargetWhoseAttainmentIsRoundedIsStillExact() {
        Kpi revenue = Kpis.kpi("revenue").unit(Unit.CURRENCY).build();
        WhatIf whatIf = whatIf(revenue, "1", "3333333333333333.33", threeBands());
        BigDecimal amber = reach(whatIf, Status.AMBER).actual();

        assertThat(judged(whatIf, revenue, amber, "3333333333333333.33")).isEqualTo(Status.AMBER);
        assertThat(judged(whatIf, revenue, amber.subtract(whatIf.step()), "3333333333333333.33"))
                .isEqualTo(Status.RED);
    }

    private static Status judged(WhatIf whatIf, Kpi kpi, BigDecimal actual, String target) {
        assertThat(whatIf.now()).isNotNull();
        return whatIf(kpi, actual.toPlainString(), target, threeBands()).now().status();
    }

    @Test
    void theSmallestEditOfACellIsTheEdgeThatTheActualMisses() {
        WhatIf whatIf = whatIf(Kpis.higher("revenue"), "85", "100", threeBands());

        assertThat(whatIf.edits())
                .filteredOn(edit -> edit.status() == Status.AMBER)
                .singleElement()
                .satisfies(edit -> {
                    assertThat(edit.row().id()).isEqualTo("KT-002");
                    assertThat(edit.cell().address()).isEqualTo("B3");
                    assertThat(edit.from()).isEqualByComparingTo("0.9");
                    assertThat(edit.to()).isEqualByComparingTo("0.85");
                });
    }

    @Test
    void aKpiWithoutAValueHasNothingToChange() {
        Rulebook rulebook = rulebook(Kpis.higher("revenue")).with(threeBands()).build();
        Replay replay = replay(rulebook, new Given().measured("EMEA", "revenue", PERIOD, null, "100"));

        assertThat(WhatIf.of(replay, rulebook.tables(), Kpis.higher("revenue"), PERIOD))
                .isNull();
    }

    // ---- for all tables

    /** A status table of random rows over several numbers, for a random KPI with random numbers. */
    private static final class Drawn {

        final SplittableRandom random;
        final Kpi kpi;
        final DecisionTable table;
        final Rulebook rulebook;
        final BigDecimal actual;
        final Given given = new Given();

        Drawn(long seed) {
            random = new SplittableRandom(seed);
            Unit unit = pick(List.of(Unit.RATIO, Unit.COUNT, Unit.CURRENCY, Unit.DAYS));
            Kpis made = Kpis.kpi("kpi").unit(unit);
            kpi = switch (random.nextInt(4)) {
                case 0 -> made.direction(boscard.fact.Direction.LOWER).build();
                case 1 -> made.range("20", "50").build();
                default -> made.build();
            };
            table = table();
            rulebook = rulebook(kpi).with(table).build();
            actual = number(100, random.nextInt(4));
            String target = random.nextInt(5) == 0 ? null : number(100, 2).toPlainString();
            given.measured("EMEA", "kpi", "2025-Q3", number(100, 2).toPlainString(), null);
            given.measured("EMEA", "kpi", PERIOD, actual.toPlainString(), target);
        }

        private BigDecimal number(int most, int scale) {
            return BigDecimal.valueOf(random.nextLong((long) (most * Math.pow(10, scale))), scale);
        }

        private <T> T pick(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        private DecisionTable table() {
            List<String> properties = List.of("attainment", "value", "gap", "growth", "rise", "deviation");
            Tables made = Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class);
            var columns = new ArrayList<String>();
            for (int i = 0; i < 3; i++) {
                String property = pick(properties);
                made.when(property, pick(List.of(Operator.AT_LEAST, Operator.ABOVE, Operator.AT_MOST, Operator.BELOW)));
                columns.add(property);
            }
            made.then("status");
            for (int i = 0; i < 5; i++) {
                var cells = new ArrayList<@Nullable Object>();
                for (String property : columns) {
                    boolean share = property.equals("attainment") || property.equals("growth");
                    cells.add(random.nextInt(3) == 0 ? null : share ? number(2, 2) : number(100, 1));
                }
                cells.add(pick(List.of(Status.GREEN, Status.AMBER, Status.RED)));
                made.row("R-" + i, cells.toArray());
            }
            return made.build();
        }

        Status with(BigDecimal other) {
            return replay(rulebook, given)
                    .judge("kpi", PERIOD, other, rulebook.tables())
                    .orElseThrow()
                    .status();
        }

        @Override
        public String toString() {
            var text = new StringBuilder(kpi.direction() + " " + kpi.unit() + " actual " + actual);
            for (Row row : table.rows()) {
                text.append("\n  ").append(row.id()).append(' ').append(row.outcome());
                for (int i = 0; i < row.conditions().size(); i++) {
                    Cell cell = row.conditions().get(i);
                    if (cell != null) {
                        text.append(' ')
                                .append(table.conditions().get(i).comparisons())
                                .append(cell.operands());
                    }
                }
            }
            return text.toString();
        }
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void theActualGivenFlipsTheStatusAndAStepLessDoesNot(long seed) {
        var drawn = new Drawn(seed);
        WhatIf whatIf = Objects.requireNonNull(
                WhatIf.of(replay(drawn.rulebook, drawn.given), drawn.rulebook.tables(), drawn.kpi, PERIOD));
        for (WhatIf.Actual reach : whatIf.actuals()) {
            BigDecimal nearer = reach.change().signum() > 0
                    ? reach.actual().subtract(whatIf.step())
                    : reach.actual().add(whatIf.step());
            assertThat(drawn.with(reach.actual()))
                    .as("repeat with -Dseed=%d: %s, reach %s", seed, drawn, reach)
                    .isEqualTo(reach.status());
            assertThat(drawn.with(nearer))
                    .as("a step nearer, repeat with -Dseed=%d: %s, reach %s", seed, drawn, reach)
                    .isNotEqualTo(reach.status());
        }
    }

    /** Every step for a good way on both sides is tried: none that is nearer gives the status. */
    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void noNearerActualGivesTheStatus(long seed) {
        var drawn = new Drawn(seed);
        Replay replay = replay(drawn.rulebook, drawn.given);
        WhatIf whatIf = Objects.requireNonNull(WhatIf.of(replay, drawn.rulebook.tables(), drawn.kpi, PERIOD));
        for (Status status : List.of(Status.GREEN, Status.AMBER, Status.RED)) {
            if (status != whatIf.now().status()) {
                BigDecimal claimed = whatIf.actuals().stream()
                        .filter(one -> one.status() == status)
                        .map(one -> one.change().abs())
                        .findFirst()
                        .orElse(null);
                for (int i = 1; i <= 400; i++) {
                    BigDecimal by = whatIf.step().multiply(BigDecimal.valueOf(i));
                    boolean near = claimed == null || by.compareTo(claimed) < 0;
                    for (BigDecimal tried : List.of(drawn.actual.add(by), drawn.actual.subtract(by))) {
                        Status found = replay.judge("kpi", PERIOD, tried, drawn.rulebook.tables())
                                .orElseThrow()
                                .status();
                        assertThat(near && found == status)
                                .as(
                                        "%s at %s, claimed %s; repeat with -Dseed=%d: %s",
                                        status, tried, claimed, seed, drawn)
                                .isFalse();
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void theCellGivenFlipsTheStatusAndAStepLessDoesNot(long seed) {
        var drawn = new Drawn(seed);
        Replay replay = replay(drawn.rulebook, drawn.given);
        WhatIf whatIf = Objects.requireNonNull(WhatIf.of(replay, drawn.rulebook.tables(), drawn.kpi, PERIOD));
        for (WhatIf.Edit edit : whatIf.edits()) {
            assertThat(withCell(drawn, replay, edit, edit.to()))
                    .as("repeat with -Dseed=%d: %s, edit %s", seed, drawn, edit)
                    .isEqualTo(edit.status());
            BigDecimal nearer = edit.to().compareTo(edit.from()) > 0
                    ? edit.to().subtract(edit.step())
                    : edit.to().add(edit.step());
            assertThat(withCell(drawn, replay, edit, nearer))
                    .as("a step nearer, repeat with -Dseed=%d: %s, edit %s", seed, drawn, edit)
                    .isEqualTo(whatIf.now().status());
        }
    }

    private static Status withCell(Drawn drawn, Replay replay, WhatIf.Edit edit, BigDecimal operand) {
        var changed = new ArrayList<Row>();
        for (Row row : drawn.table.rows()) {
            var cells = new ArrayList<@Nullable Cell>(row.conditions());
            cells.replaceAll(cell -> cell != null && cell.at().equals(edit.cell())
                    ? new Cell(cell.at(), operand.toPlainString(), List.of(operand))
                    : cell);
            changed.add(new Row(row.id(), row.position(), row.at(), cells, row.outcomes(), row.outcome(), row.notes()));
        }
        DecisionTable is = drawn.table;
        var table = new DecisionTable(
                is.name(), is.stage(), is.policy(), is.factType(), is.conditions(), is.outcomes(), changed, is.at());
        return replay.judge("kpi", PERIOD, drawn.actual, List.of(table))
                .orElseThrow()
                .status();
    }
}
