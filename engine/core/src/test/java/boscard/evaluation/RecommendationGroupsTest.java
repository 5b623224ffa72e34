package boscard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.KpiCatalogue;
import boscard.source.RuleRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecommendationGroupsTest {

    private static final KpiCatalogue CATALOGUE = new KpiCatalogue(List.of(), List.of());

    @Test
    void anActionForSeveralKpisIsToldOnceWithAllThatItIsForAndAllFindingsBehindIt() {
        List<Recommendation> told = of(
                one("REC-40", "revenue", null, "Open an initiative for revenue", "f1"),
                one("REC-41", "win_rate", null, "Rehearse offers", "f2"),
                one("REC-40", "margin", null, "Open an initiative for margin", "f3"));

        assertThat(told)
                .extracting(Recommendation::action)
                .containsExactly("Open an initiative for revenue; likewise margin", "Rehearse offers");
        assertThat(told.get(0).findings()).containsExactly("f1", "f3");
        assertThat(told).extracting(Recommendation::rank).containsExactly(1, 2);
    }

    @Test
    void goalsAreNamedByTheirIdAndMoreThanFourAreCounted() {
        var many = new ArrayList<Recommendation>();
        for (int i = 1; i <= 7; i++) {
            many.add(one("REC-62", "revenue", "G-" + i, "Measure the baseline of G-" + i, "f" + i));
        }
        assertThat(RecommendationGroups.of(many, CATALOGUE).get(0).action())
                .isEqualTo("Measure the baseline of G-1; likewise G-2, G-3, G-4, G-5 and 2 more");
    }

    @Test
    void theSameActionForTheSameThingNamesItOnce() {
        assertThat(of(
                                one("REC-70", null, null, "Hold the overdue review", "f1"),
                                one("REC-70", null, null, "Hold the overdue review", "f2"))
                        .get(0)
                        .action())
                .isEqualTo("Hold the overdue review");
    }

    @Test
    void fiftyRecommendationsOfFiveActionsAreFiveThingsToDo() {
        var fifty = new ArrayList<Recommendation>();
        for (int i = 0; i < 50; i++) {
            fifty.add(one("REC-" + i % 5, "kpi_" + i, null, "Do " + i, "f" + i));
        }
        List<Recommendation> told = RecommendationGroups.of(fifty, CATALOGUE);
        assertThat(told).hasSize(5);
        assertThat(told.stream().flatMap(one -> one.findings().stream())).hasSize(50);
    }

    private static List<Recommendation> of(Recommendation... ranked) {
        return RecommendationGroups.of(List.of(ranked), CATALOGUE);
    }

    private static Recommendation one(
            String code, @Nullable String kpi, @Nullable String goal, String action, String finding) {
        return new Recommendation(
                code + kpi + goal,
                code,
                List.of(finding),
                List.of("P5_RED_WITHOUT_ACTION"),
                Severity.FAIL,
                new Subject("A", kpi, goal, null, null),
                action,
                "SCORECARD_OWNER",
                null,
                LocalDate.of(2026, 7, 14),
                null,
                9,
                new Derivation("RR-001", new RuleRef("rules/x.drl", 1, "x"), List.of(), List.of(), List.of()));
    }
}
