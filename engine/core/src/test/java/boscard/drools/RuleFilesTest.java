package boscard.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import boscard.evaluation.FindingView;
import boscard.evaluation.RuleConclusions;
import boscard.evaluation.Severity;
import boscard.evaluation.Subject;
import boscard.evaluation.TestResult;
import boscard.fact.Fact;
import boscard.fact.Goal;
import boscard.fact.Measurement;
import boscard.fact.Scorecard;
import boscard.fact.Unit;
import boscard.given.Given;
import boscard.given.Rulebooks;
import boscard.given.Rules;
import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleFilesTest {

    /** Writes down what was concluded. */
    private static final class Heard implements RuleConclusions {
        private final List<String> messages = new ArrayList<>();

        @Override
        public void finding(String code, Severity severity, Subject subject, String message) {
            messages.add(code + " " + message);
        }

        @Override
        public void finding(
                String code,
                Severity severity,
                Subject subject,
                @Nullable BigDecimal value,
                @Nullable BigDecimal threshold,
                @Nullable Unit unit,
                int count,
                String message) {
            messages.add(code + " " + message);
        }

        @Override
        public void test(String test, TestResult result, Goal goal, String message) {
            messages.add(test + " " + message);
        }

        @Override
        public void test(
                String test,
                TestResult result,
                Goal goal,
                @Nullable BigDecimal value,
                @Nullable BigDecimal threshold,
                @Nullable Unit unit,
                int count,
                String message) {
            messages.add(test + " " + message);
        }

        @Override
        public void recommend(
                String code, Subject about, FindingView because, String action, String ownerRole, int dueInDays) {
            messages.add(code + " " + action);
        }

        @Override
        public String name(@Nullable String kpi) {
            return String.valueOf(kpi);
        }

        @Override
        public Set<String> names(Collection<?> kpis) {
            return Set.of();
        }

        @Override
        public Set<String> codes(Collection<?> findings) {
            return Set.of();
        }

        @Override
        public String list(Collection<?> words) {
            return words.toString();
        }

        @Override
        public String show(@Nullable BigDecimal value, @Nullable Unit unit) {
            return String.valueOf(value);
        }

        @Override
        public String scorecard() {
            return "A";
        }

        @Override
        public @Nullable Unit unit(@Nullable String kpi) {
            return null;
        }

        @Override
        public Set<String> signs(Collection<?> findings) {
            return Set.of();
        }

        @Override
        public String besides(@Nullable BigDecimal value, @Nullable BigDecimal other, @Nullable Unit unit) {
            return String.valueOf(value);
        }

        @Override
        public String difference(@Nullable BigDecimal value, @Nullable Unit unit) {
            return String.valueOf(value);
        }

        @Override
        public String count(Number number, String things) {
            return number + " " + things;
        }
    }

    /** Remembers in memory what was compiled. */
    private static final class Memory implements CompilationCache {
        private final Map<String, Map<String, byte[]>> kept = new HashMap<>();

        @Override
        public Optional<Map<String, byte[]>> find(String digest) {
            return Optional.ofNullable(kept.get(digest));
        }

        @Override
        public void keep(String digest, Map<String, byte[]> files) {
            kept.put(digest, files);
        }
    }

    private static final String PER_SCORECARD =
            "rule \"Each\" agenda-group \"quality\" when Scorecard($id : scorecard) "
                    + "then conclude.finding(\"C1\", Severity.INFO, Subject.ofScorecard($id), $id); end";

    private static CompiledRulebook compile(Rulebooks rulebook) {
        return new DroolsCompiler(CompilationCache.NONE).compile(rulebook.build());
    }

    private static List<Problem> refused(Rulebooks rulebook) {
        var refused = catchThrowableOfType(InvalidRulebook.class, () -> compile(rulebook));
        assertThat(refused).isNotNull();
        return refused.problems();
    }

    private static List<String> fire(RuleSession session, Stage stage) {
        var heard = new Heard();
        session.fireRules(stage, heard, (rule, facts) -> heard.messages.add(rule.toString()));
        return heard.messages;
    }

    private static Scorecard scorecard(String id) {
        return new Given().scorecard(id).facts().of(Scorecard.class).get(0);
    }

    @Test
    void aRuleConcludesAndIsNamedWithItsFileAndLineBeforeItDoes() {
        CompiledRulebook compiled =
                compile(Rulebooks.rulebook().rules("rules/quality.drl", "// a comment", "", PER_SCORECARD));
        try (RuleSession session = compiled.newSession()) {
            session.insert(scorecard("EMEA"));
            assertThat(fire(session, Stage.QUALITY))
                    .containsExactly("rules/quality.drl:" + (Rules.FIRST_LINE + 2) + " \"Each\"", "C1 EMEA");
        }
    }

    @Test
    void rulesOfTwoFilesMayHaveTheSameNameAndEachHasItsOwnAddress() {
        CompiledRulebook compiled = compile(Rulebooks.rulebook()
                .rules("rules/balance.drl", "", PER_SCORECARD.replace("quality", "balance"))
                .rules("rules/quality.drl", PER_SCORECARD));
        try (RuleSession session = compiled.newSession()) {
            session.insert(scorecard("EMEA"));
            assertThat(fire(session, Stage.QUALITY)).first().isEqualTo("rules/quality.drl:6 \"Each\"");
            assertThat(fire(session, Stage.BALANCE)).first().isEqualTo("rules/balance.drl:7 \"Each\"");
        }
    }

    @Test
    void theSecondAndTheTenthScorecardOfASessionGetWhatTheyWouldGetInTheirOwn() {
        CompiledRulebook compiled = compile(Rulebooks.rulebook()
                .rules(
                        "rules/quality.drl",
                        PER_SCORECARD,
                        "rule \"Alone\" agenda-group \"quality\" when accumulate(Scorecard(); $n : count()) "
                                + "then conclude.finding(\"C2\", Severity.INFO, Subject.ofScorecard(\"x\"), \"\" + $n);"
                                + " end")
                .rules("rules/pitfalls.drl", PER_SCORECARD.replace("quality", "pitfalls")));
        try (RuleSession longLived = compiled.newSession()) {
            for (int i = 1; i <= 10; i++) {
                Scorecard scorecard = scorecard("S" + i);
                try (RuleSession own = compiled.newSession()) {
                    own.insert(scorecard);
                    longLived.insert(scorecard);
                    for (Stage stage : Stage.values()) {
                        assertThat(fire(longLived, stage))
                                .as("scorecard %d, stage %s", i, stage)
                                .containsExactlyInAnyOrderElementsOf(fire(own, stage));
                    }
                    longLived.clear();
                }
            }
        }
    }

    @Test
    void rulesOfAnEarlierStageDoNotFireInALaterOne() {
        CompiledRulebook compiled = compile(Rulebooks.rulebook().rules("rules/quality.drl", PER_SCORECARD));
        try (RuleSession session = compiled.newSession()) {
            session.insert(scorecard("A"));
            assertThat(fire(session, Stage.PITFALLS)).isEmpty();
            session.clear();
            session.insert(scorecard("B"));
            assertThat(fire(session, Stage.QUALITY)).contains("C1 B").doesNotContain("C1 A");
        }
    }

    @Test
    void aRuleAboutFactsOfAnyKindSeesThem() {
        CompiledRulebook compiled = compile(Rulebooks.rulebook()
                .rules(
                        "rules/quality.drl",
                        "rule \"Any\" agenda-group \"quality\" when $f : Fact() "
                                + "then conclude.finding(\"C\", Severity.INFO, Subject.ofScorecard(\"x\"), \"any\");"
                                + " end"));
        try (RuleSession session = compiled.newSession()) {
            assertThat(session.isUsed(Measurement.class)).isTrue();
            assertThat(session.isUsed(Fact.class)).isTrue();
        }
    }

    @Test
    void factsThatNoRuleLooksAtNeedNotBeInserted() {
        CompiledRulebook compiled = compile(Rulebooks.rulebook().rules("rules/quality.drl", PER_SCORECARD));
        try (RuleSession session = compiled.newSession()) {
            assertThat(session.isUsed(Scorecard.class)).isTrue();
            assertThat(session.isUsed(Measurement.class)).isFalse();
        }
    }

    @Test
    void aRuleWithoutAgendaGroupIsRefusedWithFileAndLine() {
        List<Problem> problems = refused(Rulebooks.rulebook()
                .rules("rules/quality.drl", PER_SCORECARD, "", "rule \"Stray\" when Scorecard() then end")
                .rules("rules/pitfalls.drl", "rule \"Elsewhere\" agenda-group \"pitfall\" when Scorecard() then end"));
        assertThat(problems).extracting(Problem::code).containsOnly(ProblemCode.RULE_INVALID);
        assertThat(problems)
                .extracting(problem -> problem.at().toString())
                .containsExactly("rules/pitfalls.drl:6 \"Elsewhere\"", "rules/quality.drl:8 \"Stray\"");
        assertThat(problems.get(0).message()).contains("\"pitfall\"");
        assertThat(problems.get(1).message()).contains("no agenda-group");
    }

    @Test
    void everyRuleThatDoesNotCompileIsNamedAtOnceWithFileLineAndRule() {
        List<Problem> problems = refused(Rulebooks.rulebook()
                .rules(
                        "rules/quality.drl",
                        PER_SCORECARD,
                        "rule \"Unknown type\" agenda-group \"quality\" when Scorcard() then end",
                        PER_SCORECARD.replace("Each", "Other"),
                        "rule \"Unknown property\" agenda-group \"quality\" when Scorecard(nam == \"x\") then end")
                .rules("rules/balance.drl", PER_SCORECARD.replace("quality", "balance"))
                .rules(
                        "rules/pitfalls.drl",
                        "rule \"Wrong Java\" agenda-group \"pitfalls\"",
                        "when",
                        "  Scorecard()",
                        "then",
                        "  conclude.fnding(\"C\");",
                        "end"));
        assertThat(problems)
                .extracting(problem -> problem.at().toString())
                .containsExactly(
                        "rules/pitfalls.drl:6 \"Wrong Java\"",
                        "rules/quality.drl:7 \"Unknown type\"",
                        "rules/quality.drl:9 \"Unknown property\"");
        assertThat(problems).extracting(Problem::code).containsOnly(ProblemCode.RULE_INVALID);
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.message())
                        .isNotBlank()
                        .doesNotContain("\n")
                        .hasSizeLessThan(320));
    }

    @Test
    void textThatIsNoRuleFileIsNamedWithItsFile() {
        List<Problem> problems = refused(Rulebooks.rulebook().rules("rules/quality.drl", "this is no rule"));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).at().file()).isEqualTo("rules/quality.drl");
    }

    @Test
    void afterAFailedBuildTheNextOneWorks() {
        refused(Rulebooks.rulebook()
                .rules("rules/quality.drl", "rule \"X\" agenda-group \"quality\" when Nil() then end"));
        try (RuleSession session = compile(Rulebooks.rulebook().rules("rules/quality.drl", PER_SCORECARD))
                .newSession()) {
            session.insert(scorecard("A"));
            assertThat(fire(session, Stage.QUALITY)).contains("C1 A");
        }
    }

    @Test
    void rulesWithTheSameTextAreCompiledOncePerCache() {
        var cache = new Memory();
        var rulebook = Rulebooks.rulebook().rules("rules/quality.drl", PER_SCORECARD);
        int before = DroolsCompiler.compilations();
        new DroolsCompiler(cache).compile(rulebook.build());
        assertThat(DroolsCompiler.compilations()).isEqualTo(before + 1);
        CompiledRulebook again = new DroolsCompiler(cache).compile(rulebook.build());
        assertThat(DroolsCompiler.compilations()).isEqualTo(before + 1);
        try (RuleSession session = again.newSession()) {
            session.insert(scorecard("A"));
            assertThat(fire(session, Stage.QUALITY)).contains("C1 A");
        }
        new DroolsCompiler(cache)
                .compile(Rulebooks.rulebook()
                        .rules("rules/quality.drl", PER_SCORECARD.replace("C1", "C9"))
                        .build());
        assertThat(DroolsCompiler.compilations()).as("another text").isEqualTo(before + 2);
    }

    @Test
    void rulesOutsideTheStagesAreRefusedFromTheCacheToo() {
        var cache = new Memory();
        var stray = Rulebooks.rulebook().rules("rules/quality.drl", "rule \"Stray\" when Scorecard() then end");
        for (int i = 0; i < 2; i++) {
            assertThat(catchThrowableOfType(
                            InvalidRulebook.class, () -> new DroolsCompiler(cache).compile(stray.build())))
                    .as("time %d", i)
                    .isNotNull();
        }
    }

    @Test
    void exactDecimalsWithASuffixAreExact() {
        CompiledRulebook compiled = compile(Rulebooks.rulebook()
                .rules(
                        "rules/quality.drl",
                        "rule \"Edge\" agenda-group \"quality\" when Scorecard(weight >= 0.8B, $id : scorecard) "
                                + "then conclude.finding(\"C1\", Severity.INFO, Subject.ofScorecard($id), $id); end"));
        try (RuleSession session = compiled.newSession()) {
            for (String weight : List.of("0.8", "0.799999999999")) {
                session.insert(new Scorecard(
                        weight,
                        weight,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal(weight),
                        null,
                        null,
                        null,
                        null,
                        null,
                        scorecard("x").origin()));
            }
            assertThat(fire(session, Stage.QUALITY))
                    .filteredOn(said -> said.startsWith("C1"))
                    .containsExactly("C1 0.8");
        }
    }
}
