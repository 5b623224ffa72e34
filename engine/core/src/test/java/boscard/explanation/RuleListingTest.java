package boscard.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.rulebook.RuleDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleListingTest {

    private static final RuleDocument FILE = new RuleDocument("rules/pitfalls.drl", """
            // About the whole file.
            package rules.pitfalls;

            // Red without anybody acting (DOMAIN.md section 8).
            // Two periods are patience enough.
            rule "P5 red without action"
              agenda-group "pitfalls"
            when
              $now : KpiStatus(status.red)
              // the plan
              not Initiative(open)
            then
              conclude.finding("P5", $now);
            end

            /* One
             * block. */
            rule bare when KpiStatus(latest)
            then
            end
            rule 'quoted'
            when
            then
            end
            """);

    private static RuleListing find(String name) {
        return RuleListing.find(List.of(FILE), "rules/pitfalls.drl", name).orElseThrow();
    }

    @Test
    void theCommentDirectlyAboveARuleIsItsDocumentation() {
        assertThat(find("P5 red without action").documentation())
                .containsExactly(
                        "Red without anybody acting (DOMAIN.md section 8).", "Two periods are patience enough.");
        assertThat(find("bare").documentation()).containsExactly("One", "block.");
        assertThat(find("quoted").documentation()).isEmpty();
    }

    @Test
    void aRuleKnowsItsLineAndItsConditions() {
        assertThat(find("P5 red without action").line()).isEqualTo(6);
        assertThat(find("P5 red without action").conditions())
                .containsExactly("$now : KpiStatus(status.red)", "not Initiative(open)");
        assertThat(find("bare").conditions()).isEmpty();
    }

    @Test
    void theFileDecidesBetweenRulesOfOneName() {
        var other = new RuleDocument("rules/other.drl", "rule \"bare\"\nwhen\n  Goal()\nthen\nend\n");
        assertThat(RuleListing.find(List.of(FILE, other), "rules/other.drl", "bare"))
                .hasValueSatisfying(rule -> assertThat(rule.conditions()).containsExactly("Goal()"));
        assertThat(RuleListing.find(List.of(FILE, other), "elsewhere.drl", "no such rule"))
                .isEmpty();
    }
}
