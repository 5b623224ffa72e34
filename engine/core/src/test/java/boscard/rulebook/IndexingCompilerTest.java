package boscard.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.drools.DroolsCompiler;
import boscard.evaluation.NodeScore;
import boscard.evaluation.RuleConclusions;
import boscard.fact.Goal;
import boscard.fact.KpiCatalogue;
import boscard.fact.Scorecard;
import boscard.given.GeneratedTable.Sample;
import boscard.given.Given;
import boscard.given.Rulebooks;
import boscard.given.Tables;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import boscard.table.Row;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexingCompilerTest {

    private static final RulebookCompiler TABLES_ALONE = new IndexingCompiler(() -> {
        throw new AssertionError("no rule file, no engine for rules");
    });

    /** For rules that conclude nothing. */
    private static final RuleConclusions DEAF = (RuleConclusions) Proxy.newProxyInstance(
            RuleConclusions.class.getClassLoader(), new Class<?>[] {RuleConclusions.class}, (proxy, method, given) -> {
                throw new AssertionError("nothing is to be concluded");
            });

    private static DecisionTable from(Stage stage, String edge) {
        return Tables.table("from " + edge, stage, HitPolicy.COLLECT, Sample.class)
                .when("number", Operator.AT_LEAST)
                .row("R", edge)
                .build();
    }

    private static Sample number(String number) {
        return new Sample(null, new BigDecimal(number), null, null, null, null, 0);
    }

    private static List<String> matches(RuleSession session, Stage stage) {
        var found = new ArrayList<String>();
        session.matchTables(
                stage,
                (table, fact, rows) -> found.add(
                        table.name() + " " + rows.stream().map(Row::id).toList() + " " + ((Sample) fact).number()));
        return found;
    }

    @Test
    void tablesAloneNeedNoEngineForRules() {
        CompiledRulebook compiled = TABLES_ALONE.compile(
                Rulebooks.rulebook().with(from(Stage.QUALITY, "1")).build());
        try (RuleSession session = compiled.newSession()) {
            session.insert(number("1"));
            session.insert(number("0"));
            assertThat(matches(session, Stage.QUALITY)).containsExactly("from 1 [R] 1");
            session.fireRules(Stage.QUALITY, new Object(), (rule, facts) -> {
                throw new AssertionError("there are no rules");
            });
        }
    }

    @Test
    void eachFactIsMatchedOnceInEachStageAndForgottenAfterwards() {
        CompiledRulebook compiled = TABLES_ALONE.compile(Rulebooks.rulebook()
                .with(from(Stage.QUALITY, "1"), from(Stage.PITFALLS, "1"), from(Stage.PITFALLS, "2"))
                .build());
        try (RuleSession session = compiled.newSession()) {
            session.insert(number("1"));
            assertThat(matches(session, Stage.QUALITY)).containsExactly("from 1 [R] 1");
            assertThat(matches(session, Stage.QUALITY)).as("matched before").isEmpty();
            session.insert(number("2"));
            assertThat(matches(session, Stage.QUALITY)).as("the new one").containsExactly("from 1 [R] 2");
            assertThat(matches(session, Stage.PITFALLS))
                    .containsExactly("from 1 [R] 1", "from 1 [R] 2", "from 2 [R] 2");
            session.clear();
            assertThat(matches(session, Stage.PITFALLS)).isEmpty();
            session.insert(number("3"));
            assertThat(matches(session, Stage.PITFALLS)).containsExactly("from 1 [R] 3", "from 2 [R] 3");
        }
    }

    @Test
    void aFactPutInWhileTablesAreMatchedIsMatchedToo() {
        CompiledRulebook compiled = TABLES_ALONE.compile(
                Rulebooks.rulebook().with(from(Stage.QUALITY, "1")).build());
        try (RuleSession session = compiled.newSession()) {
            var found = new ArrayList<Object>();
            session.insert(number("1"));
            session.matchTables(Stage.QUALITY, (table, fact, rows) -> {
                found.add(fact);
                if (found.size() < 3) {
                    session.insert(number("1"));
                }
            });
            assertThat(found).hasSize(3);
        }
    }

    @Test
    void rulesSeeFactsThatTablesDoNotCompare() {
        var rules = Rulebooks.rulebook()
                .with(from(Stage.QUALITY, "1"))
                .rules("rules/quality.drl", "rule \"Each\" agenda-group \"quality\" when Scorecard() then end");
        CompiledRulebook compiled =
                new IndexingCompiler(() -> new DroolsCompiler(CompilationCache.NONE)).compile(rules.build());
        try (RuleSession session = compiled.newSession()) {
            assertThat(session.isUsed(Scorecard.class)).as("by a rule").isTrue();
            assertThat(session.isUsed(Sample.class)).as("by a table").isTrue();
            assertThat(session.isUsed(Goal.class)).isFalse();
            assertThat(session.isUsed(NodeScore.class)).isFalse();
            for (String id : List.of("EMEA", "APAC")) {
                session.insert(
                        new Given().scorecard(id).facts().of(Scorecard.class).get(0));
                session.insert(number("5"));
                assertThat(matches(session, Stage.QUALITY)).containsExactly("from 1 [R] 5");
                var fired = new ArrayList<String>();
                session.fireRules(Stage.QUALITY, DEAF, (rule, facts) -> fired.add(rule.rule() + " " + facts.size()));
                assertThat(fired).containsExactly("Each 1");
                session.clear();
            }
        }
    }

    @Test
    void anotherCatalogueAndOtherParametersLeaveTheTables() {
        Rulebook rulebook = Rulebooks.rulebook().with(from(Stage.QUALITY, "1")).build();
        CompiledRulebook changed =
                TABLES_ALONE.compile(rulebook).with(new KpiCatalogue(List.of(), List.of()), new Parameters(List.of()));
        assertThat(changed.rulebook().parameters().all()).isEmpty();
        assertThat(changed.rulebook().catalogue().kpis()).isEmpty();
        try (RuleSession session = changed.newSession()) {
            session.insert(number("1"));
            assertThat(matches(session, Stage.QUALITY)).hasSize(1);
        }
    }

    @Test
    void editedCellsNeverReachACompiler() {
        int before = DroolsCompiler.compilations();
        var drools = new DroolsCompiler(CompilationCache.NONE);
        var compiler = new IndexingCompiler(() -> drools);
        var rule = "rule \"Nothing\" agenda-group \"quality\" when Scorecard() then end";
        for (String edge : List.of("0.9", "0.8", "0.7")) {
            CompiledRulebook compiled = compiler.compile(Rulebooks.rulebook()
                    .with(from(Stage.QUALITY, edge))
                    .rules("rules/quality.drl", rule)
                    .build());
            try (RuleSession session = compiled.newSession()) {
                session.insert(number("0.8"));
                assertThat(matches(session, Stage.QUALITY)).hasSize(edge.equals("0.9") ? 0 : 1);
            }
        }
        assertThat(DroolsCompiler.compilations()).as("of the rule file").isEqualTo(before + 1);
        assertThat(drools.structures()).as("built for the rule file alone").isEqualTo(1);
    }
}
