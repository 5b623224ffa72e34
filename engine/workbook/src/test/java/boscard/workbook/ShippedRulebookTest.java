package boscard.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The rulebook in this repository. */
class ShippedRulebookTest {

    @Test
    void theShippedRulebookIsLoadedWithoutWarningAndHasTablesForEveryStage() {
        String home = System.getProperty("boscard.home");
        assumeTrue(
                home != null && Files.isRegularFile(Path.of(home, "spreadsheets", "kpi-catalogue.xlsx")),
                "There are no spreadsheets beside the engine");

        LoadedRulebook loaded = RulebookFolder.load(Path.of(home));

        assertThat(loaded.warnings()).isEmpty();
        Rulebook rulebook = loaded.rulebook();
        assertThat(rulebook.tables().stream().map(DecisionTable::stage))
                .containsAll(
                        Arrays.stream(Stage.values()).map(Stage::agendaGroup).toList());
        assertThat(rulebook.tables())
                .allSatisfy(table -> assertThat(table.rows()).isNotEmpty());
    }
}
