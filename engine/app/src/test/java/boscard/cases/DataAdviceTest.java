package boscard.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.table.DecisionTable;
import boscard.table.Row;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A doubt about data is answered by looking after the data, never by telling people how to work. */
class DataAdviceTest {

    private static final Path HOME = Path.of(System.getProperty("boscard.home", "../.."));
    private static final Pattern PEOPLE = Pattern.compile("coach|train|practi[sc]e|motivat|team meeting|rehears");
    private static final Pattern DATA =
            Pattern.compile("value|target|actual|data|period|unit|currency|row|source|entry|agree|figure|number|part");

    @Test
    void everyDoubtAboutDataIsAnsweredByFixingDataAndNeverByCoaching() {
        var rulebook = new ShippedRules(HOME).rulebook();
        var doubts = new TreeSet<String>();
        for (DecisionTable table : rulebook.tables()) {
            if (table.stage().equals("quality")) {
                table.rows().forEach(row -> {
                    if (row.outcome().get("finding") instanceof String code) {
                        doubts.add(code);
                    }
                });
            }
        }
        var answered = new TreeSet<String>();
        for (DecisionTable table : rulebook.tables()) {
            for (Row row : table.rows()) {
                if (row.outcome().get("recommend") != null) {
                    row.conditions().stream()
                            .filter(cell ->
                                    cell != null && cell.value() instanceof String code && doubts.contains(code))
                            .forEach(cell -> {
                                String action = String.valueOf(row.outcome().get("action"));
                                answered.add(String.valueOf(cell.value()));
                                assertThat(action.toLowerCase(Locale.ROOT))
                                        .as("action of %s", row.id())
                                        .doesNotContainPattern(PEOPLE)
                                        .containsPattern(DATA);
                            });
                }
            }
        }
        assertThat(answered).as("every doubt has an answer").isEqualTo(doubts);
    }
}
