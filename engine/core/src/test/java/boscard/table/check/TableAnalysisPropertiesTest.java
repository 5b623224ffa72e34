package boscard.table.check;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.given.GeneratedTable;
import boscard.given.GeneratedTable.Colour;
import boscard.given.GeneratedTable.Sample;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the checks say about random tables, judged by the reference interpreter: every witness has the property that is
 * claimed, and facts on and beside every edge show nothing that was not found.
 */
class TableAnalysisPropertiesTest {

    /** Up to this many, every combination of parts is tried, which proves; beyond it, as many random ones. */
    private static final int MOST_FACTS = 1_000;

    /** A fact, the part of each axis it stands on, and the positions of the rows that the interpreter matches. */
    private record Tried(int[] parts, List<Integer> matched) {}

    private final class Trial {
        final DecisionTable table;
        final AnalysedTable analysed;
        final boolean complete;
        final List<Tried> facts = new ArrayList<>();
        final SplittableRandom random;

        Trial(DecisionTable table, long seed) {
            this.table = table;
            this.analysed = new AnalysedTable(table);
            this.random = new SplittableRandom(seed);
            long all = 1;
            for (Axis axis : analysed.axes()) {
                all = Math.min(Integer.MAX_VALUE, all * axis.size());
            }
            this.complete = all <= MOST_FACTS;
            for (int i = 0; i < (complete ? all : MOST_FACTS); i++) {
                facts.add(tried(complete ? combination(i) : anywhere(analysed.everything())));
            }
        }

        private int[] combination(int number) {
            int[] parts = new int[analysed.axes().size()];
            int rest = number;
            for (int i = 0; i < parts.length; i++) {
                parts[i] = rest % analysed.axes().get(i).size();
                rest /= analysed.axes().get(i).size();
            }
            return parts;
        }

        int[] anywhere(Region region) {
            int[] parts = new int[region.axes()];
            for (int i = 0; i < parts.length; i++) {
                Parts run = region.on(i).run(random.nextInt(region.on(i).runCount()));
                parts[i] = run.first() + random.nextInt(run.size());
            }
            return parts;
        }

        Tried tried(int[] parts) {
            Map<String, Object> values = new HashMap<>();
            for (int i = 0; i < parts.length; i++) {
                Object value = analysed.axes().get(i).sample(parts[i]);
                if (value != null) {
                    values.put(analysed.axes().get(i).property().name(), value);
                }
            }
            Sample fact = new Sample(
                    (String) values.get("text"),
                    (BigDecimal) values.get("number"),
                    (BigDecimal) values.get("other"),
                    (LocalDate) values.get("day"),
                    (Boolean) values.get("yes"),
                    (Colour) values.get("colour"),
                    ((BigDecimal) values.getOrDefault("whole", BigDecimal.ZERO)).intValueExact());
            return new Tried(
                    parts,
                    TableInterpreter.match(table, fact).stream()
                            .map(Row::position)
                            .toList());
        }

        /** Some facts of a region. */
        List<Tried> within(Region region) {
            var some = new ArrayList<Tried>();
            for (int i = 0; i < 20; i++) {
                some.add(tried(anywhere(region)));
            }
            return some;
        }
    }

    /** 150 tables, always the same ones; {@code -Dseed=N} repeats one, {@code -Dtables=N} tries more. */
    static LongStream seeds() {
        String repeated = System.getProperty("seed");
        return repeated != null
                ? LongStream.of(Long.parseLong(repeated))
                : LongStream.range(0, Long.getLong("tables", 150));
    }

    private Trial trial(HitPolicy policy, List<String> verbs, long seed) {
        return new Trial(new GeneratedTable("T", Stage.STATUS, policy, verbs, seed).table(), seed);
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void aRowMatchesExactlyTheFactsOfItsRegion(long seed) {
        Trial trial = trial(HitPolicy.COLLECT, List.of(), seed);
        for (Tried fact : trial.facts) {
            var expected = new ArrayList<Integer>();
            for (int row = 0; row < trial.table.rows().size(); row++) {
                if (contains(trial.analysed.region(row), fact.parts)) {
                    expected.add(row);
                }
            }
            assertThat(fact.matched).as("-Dseed=%d", seed).isEqualTo(expected);
        }
        assertThat(new RowNeverMatches().find(trial.analysed))
                .as("-Dseed=%d", seed)
                .allMatch(row -> trial.facts.stream().noneMatch(fact -> fact.matched.contains(row)))
                .satisfies(never -> {
                    if (trial.complete) {
                        assertThat(never.size() + reached(trial).size())
                                .isEqualTo(trial.table.rows().size());
                    }
                });
    }

    private static Set<Integer> reached(Trial trial) {
        return trial.facts.stream()
                .flatMap(fact -> fact.matched.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean contains(Region region, int[] parts) {
        for (int i = 0; i < parts.length; i++) {
            if (!region.on(i).contains(parts[i])) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void everyOverlapIsFoundAndItsWitnessMatchesBothRows(long seed) {
        Trial trial = trial(HitPolicy.UNIQUE, List.of(), seed);
        List<RowsOverlap.Case> cases = new RowsOverlap().find(trial.analysed);
        for (RowsOverlap.Case found : cases) {
            assertThat(trial.within(found.witness()))
                    .as("-Dseed=%d", seed)
                    .allMatch(fact -> fact.matched.containsAll(List.of(found.row(), found.other())));
        }
        Set<Integer> reported = cases.stream().map(RowsOverlap.Case::row).collect(Collectors.toSet());
        for (Tried fact : trial.facts) {
            List<Integer> lower = fact.matched.subList(Math.min(1, fact.matched.size()), fact.matched.size());
            assertThat(reported).as("-Dseed=%d", seed).containsAll(lower);
        }
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void exactlyTheRowsThatAreNeverFirstAreUnreachableOrRepeated(long seed) {
        Trial trial = trial(HitPolicy.FIRST, List.of("status"), seed);
        List<RowUnreachable.Case> cases = new RowUnreachable(Cover.MOST_STEPS).find(trial.analysed);
        var silent = new TreeSet<Integer>();
        cases.forEach(found -> silent.add(found.row()));
        new RowDuplicate().find(trial.analysed).forEach(found -> silent.add(found.row()));
        new RowsContradict().find(trial.analysed).forEach(found -> silent.add(found.row()));
        silent.addAll(new RowNeverMatches().find(trial.analysed));
        Set<Integer> first = trial.facts.stream()
                .filter(fact -> !fact.matched.isEmpty())
                .map(fact -> fact.matched.get(0))
                .collect(Collectors.toSet());
        assertThat(first).as("-Dseed=%d", seed).noneMatch(silent::contains);
        if (trial.complete) {
            assertThat(silent.size() + first.size())
                    .as("-Dseed=%d", seed)
                    .isEqualTo(trial.table.rows().size());
        }
        for (RowUnreachable.Case found : cases) {
            assertThat(found.covering()).as("-Dseed=%d", seed).isNotEmpty().allMatch(row -> row < found.row());
            assertThat(trial.within(trial.analysed.region(found.row())))
                    .as("-Dseed=%d", seed)
                    .allMatch(fact -> fact.matched.stream().anyMatch(found.covering()::contains));
        }
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void withoutARedundantOrRepeatedRowEveryFactHasTheSameOutcome(long seed) {
        for (HitPolicy policy : List.of(HitPolicy.FIRST, HitPolicy.COLLECT)) {
            Trial trial = trial(policy, List.of("finding"), seed);
            var without = new TreeSet<Integer>();
            new RowDuplicate().find(trial.analysed).forEach(found -> without.add(found.row()));
            new RowRedundant().find(trial.analysed).stream().limit(1).forEach(found -> without.add(found.row()));
            for (Tried fact : trial.facts) {
                List<Integer> left = fact.matched.stream()
                        .filter(row -> !without.contains(row))
                        .toList();
                assertThat(outcome(trial.table, left))
                        .as("-Dseed=%d", seed)
                        .isEqualTo(outcome(trial.table, fact.matched));
            }
        }
    }

    /** What the hit policy makes of some rows; the same conclusion twice is one. */
    private static Set<Map<String, Object>> outcome(DecisionTable table, List<Integer> matched) {
        if (matched.isEmpty()) {
            return Set.of();
        }
        return table.policy().choose(matched.stream().map(table.rows()::get).toList()).stream()
                .map(Row::outcome)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void rowsContradictExactlyWhereOneFactGetsTwoStatuses(long seed) {
        Trial trial = trial(HitPolicy.COLLECT, List.of("status"), seed);
        List<RowsContradict.Case> cases = new RowsContradict().find(trial.analysed);
        for (RowsContradict.Case found : cases) {
            assertThat(outcome(trial.table, List.of(found.row(), found.other())))
                    .hasSize(2);
            assertThat(trial.within(found.witness()))
                    .as("-Dseed=%d", seed)
                    .allMatch(fact -> fact.matched.containsAll(List.of(found.row(), found.other())));
        }
        boolean seen = trial.facts.stream()
                .anyMatch(fact -> outcome(trial.table, fact.matched).size() > 1);
        if (seen) {
            assertThat(cases).as("-Dseed=%d", seed).isNotEmpty();
        } else if (trial.complete) {
            assertThat(cases).as("-Dseed=%d", seed).isEmpty();
        }
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void everyNumberThatNoRowTakesLiesInAGapAndNothingOfAGapIsTaken(long seed) {
        Trial trial = trial(HitPolicy.FIRST, List.of(), seed);
        List<String> subjects = List.of("win_rate", "WIN_RATE", "nobody's");
        int subject = trial.analysed.axisNamed("text");
        var check = new ValuesUncovered(new Expectation("text", subjects, Set.of("other"), List.of(), true));
        List<ValuesUncovered.Case> cases = check.find(trial.analysed);
        for (ValuesUncovered.Case found : cases) {
            assertThat(trial.within(found.gap())).as("-Dseed=%d", seed).allMatch(fact -> fact.matched.isEmpty());
        }
        for (Tried fact : trial.facts) {
            if (fact.matched.isEmpty() && hasAll(trial.analysed, fact, "other")) {
                String name = subject < 0
                        ? "nobody's"
                        : String.valueOf(trial.analysed.axes().get(subject).sample(fact.parts[subject]));
                String expected = name.equals("other") ? "nobody's" : name;
                if (subjects.contains(expected)) {
                    assertInGaps(trial, fact, expected, cases, seed);
                }
            }
        }
    }

    private static boolean hasAll(AnalysedTable table, Tried fact, String property) {
        int axis = table.axisNamed(property);
        return axis < 0 || table.axes().get(axis).present().contains(fact.parts[axis]);
    }

    private static void assertInGaps(
            Trial trial, Tried fact, String subject, List<ValuesUncovered.Case> cases, long seed) {
        AnalysedTable table = trial.analysed;
        int subjectAxis = table.axisNamed("text");
        for (int axis = 0; axis < table.axes().size(); axis++) {
            int each = axis;
            boolean asked = table.axes().get(axis).isOrdered()
                    && table.axes().get(axis).present().contains(fact.parts[axis])
                    && table.regions().stream()
                            .filter(region ->
                                    subjectAxis < 0 || region.on(subjectAxis).contains(fact.parts[subjectAxis]))
                            .filter(region -> !region.isEmpty())
                            .filter(region -> meetsPresent(table, region, "other"))
                            .anyMatch(region -> !region.on(each)
                                    .equals(table.axes().get(each).all()));
            if (asked) {
                assertThat(cases)
                        .as(
                                "-Dseed=%d: %s on %s",
                                seed,
                                subject,
                                Objects.requireNonNull(table.axes().get(axis).property()))
                        .anyMatch(found -> found.axis() == each
                                && found.subjects().contains(subject)
                                && found.gap().on(each).contains(fact.parts[each]));
            }
        }
    }

    private static boolean meetsPresent(AnalysedTable table, Region region, String property) {
        int axis = table.axisNamed(property);
        return axis < 0 || region.on(axis).meets(table.axes().get(axis).present());
    }
}
