package boscard.drools;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Goal;
import boscard.fact.Scorecard;
import boscard.given.Given;
import boscard.given.Rules;
import boscard.rulebook.Parameter;
import boscard.source.CellRef;
import java.math.BigDecimal;
import java.util.List;
import org.drools.core.impl.InternalRuleBase;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.Test;

class FactFilterTest {

    private static FactFilter filter(String... conditions) {
        var lines = new String[conditions.length];
        for (int i = 0; i < conditions.length; i++) {
            lines[i] = "rule \"r" + i + "\" agenda-group \"quality\" when " + conditions[i] + " then end";
        }
        var files = RuleFileCompiler.compile(
                List.of(Rules.file("rules/quality.drl", lines)),
                "filter-" + String.join("|", conditions).hashCode());
        return new FactFilter(
                (InternalRuleBase) KieBaseBuilder.createKieBaseFromModel(List.copyOf(new ModelLoader(files).models())));
    }

    private static Parameter parameter(String name) {
        return new Parameter(name, BigDecimal.ONE, "1", "", CellRef.ofWorkbook("parameters.xlsx"));
    }

    @Test
    void aFactWhoseNameNoPatternAsksForIsOfNoUse() {
        FactFilter filter = filter(
                "Parameter(name == \"a\", number > 3B)",
                "Scorecard() and Parameter(name == \"b\")",
                "not Parameter(name == \"c\")",
                "accumulate(Parameter(name == \"d\", $n : number); $all : count($n))");
        for (String name : List.of("a", "b", "c", "d")) {
            assertThat(filter.isUsed(parameter(name))).as(name).isTrue();
        }
        assertThat(filter.isUsed(parameter("e"))).isFalse();
        assertThat(filter.isUsed(Parameter.class)).isTrue();
        assertThat(filter.isUsed(Scorecard.class)).isTrue();
        assertThat(filter.isUsed(new Given()
                        .scorecard("EMEA")
                        .facts()
                        .of(Scorecard.class)
                        .get(0)))
                .isTrue();
        assertThat(filter.isUsed(Goal.class)).isFalse();
    }

    @Test
    void onePatternThatAsksSomethingElseFirstLooksAtAllOfThem() {
        for (String other : List.of(
                "Parameter(number > 3B, name == \"b\")",
                "Parameter()",
                "Parameter(name != \"b\")",
                "Parameter(name > \"b\")",
                "Parameter(name matches \"b.*\")",
                "Parameter(name == \"b\" || number > 3B)",
                "$card : Scorecard() and Parameter(name == $card.scorecard)",
                "exists Object()")) {
            FactFilter filter = filter("Parameter(name == \"a\")", other);
            assertThat(filter.isUsed(parameter("e"))).as(other).isTrue();
        }
    }

    @Test
    void patternsMayAskForDifferentPropertiesFirst() {
        FactFilter filter = filter("Parameter(name == \"a\")", "Parameter(text == \"1\")");
        assertThat(filter.isUsed(parameter("e"))).as("its text is 1").isTrue();
        assertThat(filter.isUsed(new Parameter("e", null, "2", "", CellRef.ofWorkbook("parameters.xlsx"))))
                .isFalse();
    }
}
