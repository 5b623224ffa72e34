package boscard.drools;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.given.GeneratedTable;
import boscard.given.GeneratedTable.Sample;
import boscard.given.Rulebooks;
import boscard.given.Tables;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreparedTablesTest {

    private static final int TABLES_PER_RULEBOOK = 10;
    private static final int FACTS_PER_TABLE = 12;

    /** 60 rulebooks of ten tables each, always the same ones; {@code -Dseed=N} repeats one. */
    static LongStream seeds() {
        String repeated = System.getProperty("seed");
        return repeated != null ? LongStream.of(Long.parseLong(repeated)) : LongStream.range(0, 60);
    }

    private static CompiledRulebook compile(DecisionTable... tables) {
        return new DroolsCompiler(CompilationCache.NONE)
                .compile(Rulebooks.rulebook().with(tables).build());
    }

    /** Every match in one stage, as table, row and which fact. */
    private static List<String> matches(RuleSession session, Stage stage, List<?> facts) {
        var found = new ArrayList<String>();
        session.matchTables(stage, (table, fact, rows) -> {
            int index = IntStream.range(0, facts.size())
                    .filter(i -> facts.get(i) == fact)
                    .findFirst()
                    .orElseThrow();
            rows.forEach(row -> found.add(table.name() + " " + row.id() + " fact " + index));
        });
        return found.stream().sorted().toList();
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void droolsAgreesWithTheReferenceInterpreter(long seed) {
        var generated = IntStream.range(0, TABLES_PER_RULEBOOK)
                .mapToObj(i -> new GeneratedTable("T" + i, Stage.QUALITY, seed * TABLES_PER_RULEBOOK + i))
                .toList();
        var facts = new ArrayList<Sample>();
        generated.forEach(one -> IntStream.range(0, FACTS_PER_TABLE).forEach(i -> facts.add(one.fact())));
        var expected = new ArrayList<String>();
        for (GeneratedTable one : generated) {
            for (int i = 0; i < facts.size(); i++) {
                for (Row row : TableInterpreter.match(one.table(), facts.get(i))) {
                    expected.add(one.table().name() + " " + row.id() + " fact " + i);
                }
            }
        }
        CompiledRulebook compiled =
                compile(generated.stream().map(GeneratedTable::table).toArray(DecisionTable[]::new));
        try (RuleSession session = compiled.newSession()) {
            facts.forEach(session::insert);
            assertThat(matches(session, Stage.QUALITY, facts))
                    .as("repeat with -Dseed=%d\n%s\n%s", seed, generated, facts)
                    .isEqualTo(expected.stream().sorted().toList());
        }
    }

    private static Sample number(@Nullable String number) {
        return new Sample(null, number == null ? null : new BigDecimal(number), null, null, null, null, 0);
    }

    private static Tables numbers(String name, Operator operator) {
        return Tables.table(name, Stage.QUALITY, HitPolicy.COLLECT, Sample.class)
                .when("number", operator);
    }

    @Test
    void aChangedCellChangesTheVerdictAndCompilesNothing() {
        var compiler = new DroolsCompiler(CompilationCache.NONE);
        var rule = new String[] {"rule \"Nothing\" agenda-group \"quality\" when Scorecard() then end"};
        var fact = number("0.8");
        compiler.compile(Rulebooks.rulebook()
                .with(numbers("T", Operator.AT_LEAST).row("R", "0.9").build())
                .rules("rules/quality.drl", rule)
                .build());
        int before = DroolsCompiler.compilations();
        CompiledRulebook edited = compiler.compile(Rulebooks.rulebook()
                .with(numbers("T", Operator.AT_LEAST)
                        .row("R", "0.8")
                        .row("NEW", "0.7")
                        .build())
                .rules("rules/quality.drl", rule)
                .build());
        assertThat(DroolsCompiler.compilations()).isEqualTo(before);
        try (RuleSession session = edited.newSession()) {
            session.insert(fact);
            assertThat(matches(session, Stage.QUALITY, List.of(fact))).containsExactly("T NEW fact 0", "T R fact 0");
        }
    }

    @Test
    void editedAddedDeletedAndSortedRowsBuildNoStructureAndCompileNothing() {
        var compiler = new DroolsCompiler(CompilationCache.NONE);
        var rule = new String[] {"rule \"Nothing\" agenda-group \"quality\" when Scorecard() then end"};
        compileSteps(compiler, rule, tables(List.of("A:0.9", "B:0.8", "C:")));
        int compilations = DroolsCompiler.compilations();
        assertThat(compiler.structures()).isEqualTo(1);
        for (List<String> rows : List.of(
                List.of("A:0.7", "B:0.8", "C:"), // a cell is edited
                List.of("C:", "B:0.8", "A:0.7"), // sorted the other way round
                List.of("C:", "A:0.7"), // a row is deleted
                List.of("A:0.7", "B:0.8", "C:", "D:0.6", "E:", "F:0.5"))) { // rows are added
            compileSteps(compiler, rule, tables(rows));
        }
        assertThat(compiler.structures()).isEqualTo(1);
        assertThat(DroolsCompiler.compilations()).isEqualTo(compilations);
        compileSteps(compiler, rule, tables(List.of("A:0.7"))); // no row is left that fills no cell
        assertThat(compiler.structures()).isEqualTo(2);
        assertThat(DroolsCompiler.compilations()).as("rule files").isEqualTo(compilations + 1);
    }

    @Test
    void aTableOfFiveThousandRowsHasTheStructureOfOneOfTwo() {
        var compiler = new DroolsCompiler(CompilationCache.NONE);
        compileSteps(compiler, new String[0], tables(List.of("A:0.9", "B:")));
        var many = new ArrayList<String>();
        IntStream.range(0, 5_000).forEach(i -> many.add("R" + i + ":" + (i % 7 == 0 ? "" : i)));
        compileSteps(compiler, new String[0], tables(many));
        assertThat(compiler.structures()).isEqualTo(1);
    }

    private static DecisionTable tables(List<String> rows) {
        Tables table = numbers("T", Operator.AT_LEAST);
        for (String row : rows) {
            String[] parts = row.split(":", -1);
            table.row(parts[0], parts[1].isEmpty() ? new Object[] {null} : new Object[] {parts[1]});
        }
        return table.build();
    }

    /** Compiles and checks that the rows are those of this rulebook and not of the one before. */
    private static void compileSteps(DroolsCompiler compiler, String[] rule, DecisionTable table) {
        var rulebook = Rulebooks.rulebook().with(table);
        CompiledRulebook compiled =
                compiler.compile((rule.length == 0 ? rulebook : rulebook.rules("rules/quality.drl", rule)).build());
        Sample fact = number("0.75");
        try (RuleSession session = compiled.newSession()) {
            session.insert(fact);
            assertThat(matches(session, Stage.QUALITY, List.of(fact)))
                    .isEqualTo(TableInterpreter.match(table, fact).stream()
                            .map(row -> "T " + row.id() + " fact 0")
                            .sorted()
                            .toList());
        }
    }

    @Test
    void tablesOfTheSameStructureKeepTheirRowsApart() {
        CompiledRulebook compiled = compile(
                numbers("A", Operator.AT_LEAST).row("R", "1").build(),
                numbers("B", Operator.AT_LEAST).row("R", "2").build());
        var fact = number("1.5");
        try (RuleSession session = compiled.newSession()) {
            session.insert(fact);
            assertThat(matches(session, Stage.QUALITY, List.of(fact))).containsExactly("A R fact 0");
        }
    }

    @Test
    void equalRowsAreTwoRows() {
        CompiledRulebook compiled = compile(
                numbers("T", Operator.EQUAL).row("R-1", "1").row("R-2", "1").build());
        var facts = List.of(number("1.0"), number("1.0"));
        try (RuleSession session = compiled.newSession()) {
            facts.forEach(session::insert);
            assertThat(matches(session, Stage.QUALITY, facts))
                    .containsExactly("T R-1 fact 0", "T R-1 fact 1", "T R-2 fact 0", "T R-2 fact 1");
        }
    }

    @Test
    void aTableIsMatchedInItsOwnStageOnly() {
        CompiledRulebook compiled = compile(Tables.table("T", Stage.PITFALLS, HitPolicy.COLLECT, Sample.class)
                .when("number", Operator.AT_LEAST)
                .row("R", "0")
                .build());
        var fact = number("1");
        try (RuleSession session = compiled.newSession()) {
            session.insert(fact);
            assertThat(matches(session, Stage.QUALITY, List.of(fact))).isEmpty();
            assertThat(matches(session, Stage.PITFALLS, List.of(fact))).hasSize(1);
            assertThat(matches(session, Stage.PITFALLS, List.of(fact)))
                    .as("matched before")
                    .isEmpty();
        }
    }

    @Test
    void aRowWithoutConditionsMatchesEveryFactEvenAnEmptyOne() {
        CompiledRulebook compiled = compile(
                numbers("T", Operator.AT_LEAST).row("ANY", new Object[] {null}).build());
        var facts = List.of(number(null), number("1"));
        try (RuleSession session = compiled.newSession()) {
            facts.forEach(session::insert);
            assertThat(matches(session, Stage.QUALITY, facts)).hasSize(2);
        }
    }

    @Test
    void aSessionForgetsTheFactsOfTheScorecardBefore() {
        CompiledRulebook compiled = compile(
                numbers("T", Operator.AT_LEAST).row("R", "1").row("S", "2").build());
        try (RuleSession session = compiled.newSession()) {
            for (int scorecard = 0; scorecard < 10; scorecard++) {
                var facts = List.of(number("1"), number("2"), number(null));
                facts.forEach(session::insert);
                assertThat(matches(session, Stage.QUALITY, facts))
                        .as("scorecard %d", scorecard)
                        .containsExactly("T R fact 0", "T R fact 1", "T S fact 1");
                session.clear();
                assertThat(matches(session, Stage.QUALITY, List.of())).isEmpty();
            }
        }
    }
}
