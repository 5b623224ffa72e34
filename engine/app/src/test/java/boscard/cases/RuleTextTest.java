package boscard.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.rulebook.RuleDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the shipped rules read: each says why it is there, and none hides a number that belongs into a workbook. */
class RuleTextTest {

    private static final Path HOME = Path.of(System.getProperty("boscard.home", "../.."));
    private static final Pattern RULE = Pattern.compile("^rule \"([^\"]+)\"");

    /** Yes and no, any and none: what no analyst would want to change. */
    private static final Pattern STRUCTURAL = Pattern.compile("\\b[01]B?\\b");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w$.])\\d+(?:\\.\\d+)?B?\\b");

    private final List<RuleDocument> documents =
            new ShippedRules(HOME).rulebook().documents();

    @Test
    void eachRuleSaysInASentenceWhyItIsThereAndWhereItComesFrom() {
        var silent = new ArrayList<String>();
        int rules = 0;
        for (RuleDocument document : documents) {
            List<String> lines = document.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher rule = RULE.matcher(lines.get(i));
                if (rule.find()) {
                    rules++;
                    var above = new StringBuilder();
                    for (int j = i - 1; j >= 0 && lines.get(j).startsWith("//"); j--) {
                        above.insert(0, lines.get(j).substring(2));
                    }
                    if (!above.toString().contains("Source: DOMAIN.md section ")
                            || !above.toString().contains(". ")) {
                        silent.add(rule.group(1));
                    }
                }
            }
        }
        assertThat(rules).isGreaterThan(60);
        assertThat(silent)
                .as("rules without a comment that an auditor can read")
                .isEmpty();
    }

    @Test
    void noRuleComparesWithANumberOfItsOwn() {
        var found = new ArrayList<String>();
        for (RuleDocument document : documents) {
            boolean inConditions = false;
            for (String line : document.text().lines().toList()) {
                inConditions = line.strip().equals("when")
                        || (inConditions && !line.strip().equals("then"));
                String plain = line.replaceAll("\"[^\"]*\"", "").replaceAll("//.*", "");
                if (inConditions) {
                    NUMBER.matcher(STRUCTURAL.matcher(plain).replaceAll(""))
                            .results()
                            .forEach(number -> found.add(document.path() + ": " + line.strip()));
                }
            }
        }
        assertThat(found).as("numbers that belong into parameters.xlsx").isEmpty();
    }
}
