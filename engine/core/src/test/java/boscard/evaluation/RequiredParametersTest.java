package boscard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.KpiCatalogue;
import boscard.given.Kpis;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.Parameter;
import boscard.rulebook.Parameters;
import boscard.source.CellRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredParametersTest {

    private static final CellRef AT = CellRef.of("parameters.xlsx", "Parameters", 9, 2);

    private static List<Problem> problems(String name, String text) {
        var one = new Parameter(name, null, text, "", AT);
        return Evaluator.check(
                        new KpiCatalogue(List.of(Kpis.higher("win_rate")), List.of()), new Parameters(List.of(one)))
                .stream()
                .filter(problem -> problem.at().equals(AT))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "score_method, BANDS, BAND",
        "unit_roll_up, EMTPY, EMPTY",
        "allow_partial_sum, maybe,",
        "xmr_average, MEDIEN, MEDIAN",
        "xmr_outer_third, perhaps,"
    })
    void aWrongWordIsToldAtItsCellWithTheWordsThatCanBeMeant(String name, String text, @Nullable String meant) {
        assertThat(problems(name, text)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.PARAMETER_MISSING);
            assertThat(problem.message()).contains("\"" + name + "\" must be one of ", "not \"" + text + "\"");
            assertThat(String.valueOf(problem.advice())).contains(meant == null ? "" : meant);
        });
    }

    @Test
    void aCriticalKpiThatIsNotInTheCatalogueIsToldAtItsCell() {
        assertThat(problems("critical_kpis", "win_rate; win_rat"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.KPI_UNKNOWN);
                    assertThat(problem.message()).contains("\"win_rat\"");
                    assertThat(String.valueOf(problem.advice())).contains("win_rate");
                });
        assertThat(problems("critical_kpis", "none")).isEmpty();
    }
}
