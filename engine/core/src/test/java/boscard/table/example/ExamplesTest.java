package boscard.table.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.evaluation.Indicator;
import boscard.evaluation.Performance;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.given.Tables;
import boscard.rulebook.Stage;
import boscard.source.CellRef;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.FactType;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import boscard.table.Row;
import boscard.table.example.MissingExamples.Proposal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What examples of a table say, reach, and lack. */
class ExamplesTest {

    private static final CellRef AT = CellRef.of("t.xlsx", "Tests", 2, 1);

    private static Tables bands() {
        return Tables.table("bands", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("kpi", Operator.EQUAL)
                .when("value", Operator.AT_LEAST)
                .when("value", Operator.BELOW)
                .then("status")
                .row("T-1", "win_rate", "0.3", null, Status.GREEN)
                .row("T-2", "win_rate", "0.2", null, Status.AMBER)
                .row("T-3", "win_rate", null, "0.2", Status.RED);
    }

    private static Example example(DecisionTable table, Map<String, Object> given, Expectation expected) {
        var cells = new LinkedHashMap<String, Cell>();
        given.forEach((property, value) -> cells.put(property, new Cell(AT, value.toString(), List.of(value))));
        return new Example(table.name(), AT, cells, expected);
    }

    private static Expectation expects(String verb, Object value) {
        return new Expectation(false, List.of(), Map.of(verb, new Cell(AT, value.toString(), List.of(value))));
    }

    private static Trial trial(DecisionTable table, String value, Expectation expected) {
        return Trial.of(table, example(table, Map.of("kpi", "win_rate", "value", new BigDecimal(value)), expected));
    }

    /** A proposal as the example that it proposes. */
    private static Example written(Proposal proposal) {
        DecisionTable table = proposal.table();
        Row row = proposal.expected();
        if (row == null) {
            return example(
                    table,
                    proposal.given(),
                    proposal.chosen().isEmpty()
                            ? Expectation.NOTHING
                            : new Expectation(
                                    false,
                                    proposal.chosen().stream().map(Row::id).toList(),
                                    Map.of()));
        }
        var outcomes = new LinkedHashMap<String, Cell>();
        row.outcome().forEach((verb, value) -> outcomes.put(verb, new Cell(AT, "", List.of(value))));
        return example(table, proposal.given(), new Expectation(false, List.of(), outcomes));
    }

    @Test
    void exactlyTheEdgeBelongsToTheBetterBandAndAnExampleSaysSo() {
        DecisionTable table = bands().build();
        assertThat(trial(table, "0.30", expects("status", Status.GREEN)).passed())
                .isTrue();
        assertThat(trial(table, "0.2999", expects("status", Status.GREEN)).passed())
                .isFalse();
        assertThat(trial(table, "0.2999", expects("status", Status.AMBER)).passed())
                .isTrue();
    }

    @Test
    void exampleThatNamesTheRowFailsWhenAnotherRowGivesTheSameOutcome() {
        DecisionTable table =
                bands().row("T-4", "win_rate", "0.1", null, Status.GREEN).build();
        var byRow = new Expectation(false, List.of("T-4"), Map.of());
        assertThat(trial(table, "0.5", byRow).passed()).isFalse();
        assertThat(trial(table, "0.5", byRow).expectedRows())
                .extracting(Row::id)
                .containsExactly("T-4");
    }

    @Test
    void missingValueReachesNoRowAndNothingIsWhatAnExampleExpectsThen() {
        DecisionTable table = bands().build();
        Trial blank = Trial.of(table, example(table, Map.of("kpi", "win_rate"), Expectation.NOTHING));
        assertThat(blank.passed()).isTrue();
        assertThat(trial(table, "0.3", Expectation.NOTHING).passed()).isFalse();
    }

    @Test
    void rowIsReachedOnlyByAnExampleInWhichItCountsAndIsExpected() {
        DecisionTable table = bands().build();
        List<Trial> trials = List.of(
                trial(table, "0.3", expects("status", Status.GREEN)),
                trial(table, "0.1", expects("status", Status.AMBER))); // wrong: it is RED
        Coverage coverage = Coverage.of(table, trials);
        assertThat(coverage.unreached()).extracting(Row::id).containsExactly("T-2", "T-3");
        assertThat(coverage.reached()).isEqualTo(1);
        assertThat(coverage.examples()).isEqualTo(2);
    }

    @Test
    void expectedRowsStandNearestFirst() {
        DecisionTable table =
                bands().row("T-4", "csat", "0.9", null, Status.GREEN).build();
        assertThat(trial(table, "0.25", expects("status", Status.GREEN)).expectedRows())
                .extracting(Row::id)
                .containsExactly("T-1", "T-4");
    }

    @Test
    void everyEdgeGetsAnExampleOnItAndOneBeyondIt() {
        assertThat(MissingExamples.of(bands().build(), List.of()))
                .extracting(proposal -> proposal.given().get("value") + " "
                        + (proposal.expected() == null
                                ? "nothing"
                                : proposal.expected().id()))
                .containsExactly("0.3 T-1", "0.29 T-2", "0.2 T-2", "0.19 T-3");
    }

    @Test
    void whatIsThereIsNotProposedAgainWhateverItsScale() {
        DecisionTable table = bands().build();
        List<Trial> trials = List.of(trial(table, "0.300", expects("status", Status.GREEN)));
        assertThat(MissingExamples.of(table, trials))
                .extracting(proposal -> String.valueOf(proposal.given().get("value")))
                .containsExactly("0.29", "0.2", "0.19");
    }

    @Test
    void wholeNumbersAreSteppedByOneAndNeverByParts() {
        DecisionTable table = Tables.table("counts", Stage.PITFALLS, HitPolicy.FIRST, Indicator.class)
                .when("count", Operator.AT_LEAST)
                .then("severity")
                .row("C-1", "8", Severity.WARN)
                .build();
        assertThat(MissingExamples.of(table, List.of()))
                .extracting(proposal -> proposal.given().get("count"))
                .containsExactly(new BigDecimal("8"), new BigDecimal("7"));
    }

    @Test
    void rowThatOthersCoverGetsNoProposalSinceNothingReachesIt() {
        DecisionTable table =
                bands().row("T-5", "win_rate", "0.5", null, Status.RED).build();
        assertThat(MissingExamples.of(table, List.of()))
                .noneMatch(proposal -> proposal.about().id().equals("T-5"));
    }

    @Test
    void collectedRowsAreEachExpectedByAnExampleOfTheirOwn() {
        DecisionTable table = Tables.table("all", Stage.QUALITY, HitPolicy.COLLECT, Indicator.class)
                .when("name", Operator.EQUAL)
                .then("finding")
                .row("A-1", "x", "ONE")
                .row("A-2", "x", "TWO")
                .build();
        List<Proposal> proposals = MissingExamples.of(table, List.of());
        List<Trial> trials = proposals.stream()
                .map(proposal -> Trial.of(table, written(proposal)))
                .toList();
        assertThat(trials).hasSize(2).allMatch(Trial::passed);
        assertThat(Coverage.of(table, trials).unreached()).isEmpty();
    }

    /**
     * Random tables of overlapping bands: whatever is proposed holds, and every row that decides anything is reached.
     */
    @ParameterizedTest(name = "-Dseed={0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void proposalsHoldWhenTheyAreRun(long first) {
        long seed = Long.getLong("seed", first);
        var random = new SplittableRandom(seed);
        var made = Tables.table("random", Stage.STATUS, HitPolicy.all().get(random.nextInt(3)), Performance.class)
                .when("kpi", Operator.EQUAL)
                .when("value", Operator.AT_LEAST)
                .when("value", Operator.AT_MOST)
                .when("gap", Operator.ABOVE)
                .then("status");
        Status[] statuses = {Status.GREEN, Status.AMBER, Status.RED};
        for (int i = 0; i < 30; i++) {
            int low = random.nextInt(20);
            made.row(
                    "R-" + i,
                    "kpi" + random.nextInt(3),
                    random.nextInt(4) == 0 ? null : Integer.toString(low),
                    random.nextInt(4) == 0 ? null : Integer.toString(low + random.nextInt(4)),
                    random.nextInt(3) == 0 ? Integer.toString(random.nextInt(5)) : null,
                    statuses[random.nextInt(3)]);
        }
        DecisionTable table = made.build();
        List<Trial> trials = new ArrayList<>();
        MissingExamples.of(table, List.of()).forEach(proposal -> trials.add(Trial.of(table, written(proposal))));

        assertThat(trials).as("repeat with -Dseed=%d", seed).isNotEmpty().allMatch(Trial::passed);
        assertThat(MissingExamples.of(table, trials))
                .as("a second time nothing is missing; -Dseed=%d", seed)
                .isEmpty();
    }

    @Test
    void headingsOfEdgesBecomeOneInputInTheWordsOfTheTable() {
        var headings = new ExampleHeadings(bands().build());
        assertThat(headings.inputHeadings()).containsExactly(Map.entry("kpi", "kpi"), Map.entry("value", "value"));
        assertThat(headings.input("VALUE")).isPresent();
        assertThat(headings.input("target")).as("the table does not compare it").isEmpty();
        assertThat(headings.outcome("Expected status")).isPresent();
        assertThat(headings.outcome("status")).isPresent();
        assertThat(headings.outcome("Expected")).isPresent();
        assertThat(headings.isRows("Expected row")).isTrue();
    }

    @Test
    void factOfAnExampleHasWhatIsGivenAndIsMissingTheRest() {
        FactType type = FactType.of(Indicator.class);
        var indicator = (Indicator) type.factOf(Map.of("name", "lead_share", "count", new BigDecimal("3.0")));
        assertThat(indicator.name()).isEqualTo("lead_share");
        assertThat(indicator.count()).isEqualTo(3);
        assertThat(indicator.value()).isNull();
        assertThat(indicator.inputs()).isEmpty();
        assertThatThrownBy(() -> type.factOf(Map.of("nme", "x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> type.factOf(Map.of("count", new BigDecimal("1.5"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5 is not a whole number");
    }
}
