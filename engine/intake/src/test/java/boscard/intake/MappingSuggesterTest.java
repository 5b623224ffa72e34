package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.fact.Measurement;
import boscard.intake.mapping.InvalidMapping;
import boscard.intake.mapping.MappingReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A suggested mapping says what it knows, runs when nothing is open, and never chooses between two readings. */
class MappingSuggesterTest extends ImportTest {

    private MappingSuggestion suggestion(Path file) {
        return new MappingSuggester().suggest(file, settings());
    }

    private ImportedFacts importedAsSuggested(Path file) {
        String yaml = suggestion(file).yaml();
        return importWith(settings().withMapping(new MappingReader().parse(yaml, "suggested.yaml")), file);
    }

    @Test
    void foreignFileIsImportedAsSuggested() {
        Path file = file(
                "export.csv",
                "Team;Metric;Month;Value;Plan;Colour\nA;Win rate;04/2026;0,31;0,3;red\nB;revenue;05/2026;1.032,5;k.A.;red\n"
                        + "C;revenue;04/2026;1;1;\nC;revenue;05/2026;1;1;\nC;revenue;06/2026;1;1;\n");
        MappingSuggestion suggestion = suggestion(file);

        assertThat(suggestion.undecided()).isEmpty();
        assertThat(suggestion.yaml())
                .contains("scorecard: \"Team\"   # guess")
                .contains("\"Win rate\": win_rate   # sure")
                .contains("period_formats: [\"MM/yyyy\"]   # sure")
                .contains("decimal: \",\"")
                .contains("thousands: \".\"")
                .contains("target: [\"k.A.\"]")
                .contains("ignore: [\"Colour\"]");
        ImportedFacts imported = importedAsSuggested(file);
        assertThat(imported.hasErrors()).as(messages(imported)).isFalse();
        assertThat(measurements(imported))
                .extracting(Measurement::id)
                .startsWith("A|win_rate|2026-04", "B|revenue|2026-05")
                .hasSize(5);
        assertThat(measurements(imported).get(1).actual()).hasToString("1032.5");
    }

    @Test
    void canonicalFileIsImportedAsSuggestedToTheSameFacts() {
        Path file = file("measurements.csv", HEADER + "A,win_rate,2026-Q3,0.241,\nB,revenue,2026-07,1E3,n/a\n");

        assertThat(importedAsSuggested(file).facts().all())
                .isEqualTo(importAll().facts().all())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,234|2,500", "1.234|2.500"})
    void numberThatCanBeTwoIsLeftToAPerson(String one, String other) {
        Path file = file(
                "export.tsv",
                "team\tkpi\tperiod\tactual\nA\trevenue\t2026-07\t" + one + "\nA\trevenue\t2026-08\t" + other + "\n");
        MappingSuggestion suggestion = suggestion(file);

        assertThat(suggestion.undecided()).containsExactly("which number " + one + " is");
        assertThat(suggestion.yaml()).contains("# DECIDE: " + one).contains("undecided: [decimal]");
        assertThatThrownBy(() -> new MappingReader().parse(suggestion.yaml(), "suggested.yaml"))
                .isInstanceOfSatisfying(
                        InvalidMapping.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.code()).hasToString("MAPPING_UNDECIDED");
                                    assertThat(problem.at().row()).isPositive();
                                }));
        String decided = suggestion
                .yaml()
                .replaceAll("(?m)^ *undecided.*$", "")
                .replaceFirst("# decimal", "decimal")
                .replaceFirst("# thousands", "thousands");
        assertThat(new MappingReader().parse(decided, "decided.yaml").files()).hasSize(1);
    }

    @Test
    void numberThatProvesTheConventionDecidesForItsColumn() {
        Path file = file("export.csv", "team;kpi;period;actual\nA;revenue;2026-07;1,234\nA;revenue;2026-08;1,234.50\n");

        assertThat(suggestion(file).undecided()).isEmpty();
        assertThat(measurements(importedAsSuggested(file)))
                .extracting(one -> one.actual().toString())
                .containsExactly("1234", "1234.5");
    }

    @Test
    void dayThatCanBeTwoIsLeftToAPersonUnlessAnotherProvesTheOrder() {
        Path open = file("goals.csv", "goal,due_date\nG1,03/04/2026\nG2,05/06/2026\n");
        assertThat(suggestion(open).undecided()).containsExactly("whether 03/04/2026 begins with the day or the month");
        assertThat(suggestion(open).yaml())
                .contains("# date_formats: [\"d/M/yyyy\"]", "# date_formats: [\"M/d/yyyy\"]");

        Path proved = file("goals.csv", "goal,due_date\nG1,03/04/2026\nG2,31/06/2026\nG3,31/05/2026\n");
        assertThat(suggestion(proved).yaml()).contains("date_formats: [\"d/M/yyyy\"]   # sure: ");
        Path contradicted = file("goals.csv", "goal,due_date\nG1,04/31/2026\nG2,31/05/2026\n");
        assertThat(suggestion(contradicted).undecided()).hasSize(1);
    }

    @Test
    void titleLinesDoNotHideTheHeaderAndAMissingColumnIsAsked() {
        Path file = file("export.csv", "Report of sales\n\nTeam,Month,Value\nA,2026-07,1\n");
        MappingSuggestion suggestion = suggestion(file);

        assertThat(suggestion.yaml()).contains("scorecard: \"Team\"").contains("constants: {kpi: …}");
        assertThat(suggestion.undecided()).containsExactly("which column is kpi");
    }

    @Test
    void whatCannotBeReadIsAProblemAndNoMapping() {
        MappingSuggestion suggestion = suggestion(folder.resolve("nowhere.csv"));

        assertThat(suggestion.yaml()).isEmpty();
        assertThat(suggestion.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).hasToString("FILE_MISSING"));
    }
}
