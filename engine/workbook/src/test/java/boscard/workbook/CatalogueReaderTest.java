package boscard.workbook;

import static boscard.workbook.RulebookBuilder.kpi;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Aggregation;
import boscard.fact.Kpi;
import boscard.fact.NullPolicy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two sound KPIs stand in rows 3 and 4; the one under test in row 5. */
class CatalogueReaderTest {

    @TempDir
    Path folder;

    private RulebookBuilder rulebook;

    @BeforeEach
    void aSoundRulebook() {
        rulebook = new RulebookBuilder(folder);
    }

    private List<String> problemsWith(Map<String, Object> changes) {
        rulebook.kpis.add(kpi("csat", changes));
        return rulebook.problems();
    }

    @Test
    void everyColumnIsReadWithItsCell() {
        rulebook.kpis.add(kpi(
                "csat",
                Map.ofEntries(
                        Map.entry("Perspective", "customer"),
                        Map.entry("Definition", "satisfied of answered"),
                        Map.entry("Formula", "revenue / (win_rate + 1)"),
                        Map.entry("Direction", "In range"),
                        Map.entry("Low", 0.4),
                        Map.entry("High", 0.8),
                        Map.entry("Time aggregation", "ratio of sums"),
                        Map.entry("Pair", "win_rate"),
                        Map.entry("Plausible min", 0),
                        Map.entry("Null policy", "CARRY_FORWARD:2"),
                        Map.entry("Source", "SURVEY:monthly"))));

        Kpi kpi = Objects.requireNonNull(rulebook.load().rulebook().catalogue().find("csat"));
        assertThat(kpi.perspective()).isEqualTo("CUSTOMER");
        assertThat(kpi.low()).isEqualTo(new BigDecimal("0.4"));
        assertThat(kpi.timeAggregation()).isEqualTo(Aggregation.RATIO_OF_SUMS);
        assertThat(kpi.nullPolicy()).isEqualTo(new NullPolicy(NullPolicy.Kind.CARRY_FORWARD, 2));
        assertThat(kpi.isSurvey()).isTrue();
        assertThat(kpi.worst()).isNull();
        assertThat(kpi.at()).hasToString("kpi-catalogue.xlsx!KPIs!5:5");
        assertThat(kpi.origin().of("time_aggregation")).hasToString("kpi-catalogue.xlsx!KPIs!N5");
    }

    @ParameterizedTest
    @CsvSource({
        "Name, '', VALUE_REQUIRED B5",
        "Unit, '', VALUE_REQUIRED G5",
        "Weight, '', VALUE_REQUIRED P5",
        "Unit, RATOI, CELL_CHOICE G5",
        "Horizon, MEDIUM, CELL_CHOICE K5",
        "Perspective, FINANCAL, CELL_CHOICE C5",
        "Null policy, CARRY_FORWARD, CELL_CHOICE V5",
        "Weight, much, CELL_TYPE P5",
        "Pair, win_rat, KPI_UNKNOWN Q5",
        "Formula, revenue / orders, KPI_UNKNOWN F5",
        "Formula, revenue /, FORMULA_INVALID F5",
        "Formula, Runtime.exit(), FORMULA_INVALID F5",
        "Time aggregation, SUM, NON_ADDITIVE_SUM N5",
        "Unit aggregation, SUM, NON_ADDITIVE_SUM O5",
        "Id, WinRate, CATALOGUE_INVALID A5",
        "Id, win_rate, KEY_DUPLICATE A5"
    })
    void oneWrongCellIsOneProblem(String heading, String value, String problem) {
        assertThat(problemsWith(Map.of(heading, value))).containsExactly(problem);
    }

    @Test
    void aNegativeWeightIsReported() {
        assertThat(problemsWith(Map.of("Weight", -1))).containsExactly("CATALOGUE_INVALID P5");
    }

    @Test
    void aRangeNeedsBothEdgesInOrder() {
        assertThat(problemsWith(Map.of("Direction", "IN_RANGE", "High", 1))).containsExactly("CATALOGUE_INVALID I5");
        rulebook.kpis.clear();
        rulebook.kpis.add(kpi("win_rate", Map.of("Direction", "IN_RANGE", "Low", 2, "High", 1)));
        assertThat(rulebook.problems()).containsExactly("RANGE_REVERSED J3");
    }

    @Test
    void daysOfAScoredKpiCannotBeSummedAndOfABaseMeasureCan() {
        var days = new HashMap<String, Object>(Map.of("Unit", "DAYS", "Time aggregation", "SUM"));
        assertThat(problemsWith(days)).containsExactly("NON_ADDITIVE_SUM N5");

        days.put("Weight", 0);
        rulebook.kpis.set(2, kpi("csat", days));
        assertThat(rulebook.problems()).isEmpty();
    }

    @Test
    void formulasThatNeedEachOtherAreReportedOnce() {
        rulebook.kpis.add(kpi("a_rate", Map.of("Formula", "b_rate * 2")));
        rulebook.kpis.add(kpi("b_rate", Map.of("Formula", "a_rate / 2")));

        assertThat(rulebook.problems()).containsExactly("FORMULA_CYCLE F5");
        assertThat(rulebook.found().get(0).message()).contains("a_rate → b_rate → a_rate");
    }

    @Test
    void perspectivesKeepTheirOrderAndWeight() {
        rulebook.perspectives.add(0, row("SOCIAL", "Social", null));

        assertThat(rulebook.load().rulebook().catalogue().perspectives().stream()
                        .map(perspective -> perspective.id() + " " + perspective.weight()))
                .containsExactly("SOCIAL null", "FINANCIAL null", "CUSTOMER 2");
    }
}
