package boscard.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.drools.DroolsCompiler;
import boscard.evaluation.AsOf;
import boscard.evaluation.Batch;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Finding;
import boscard.evaluation.Population;
import boscard.evaluation.ScorecardEvaluation;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.Rulebook;
import boscard.workbook.RulebookFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** CM6 and CM5 need a catalogue with faults, which the shipped one has not. */
class NameConflictsTest {

    private static final Path HOME = Path.of(System.getProperty("boscard.home", "../.."));
    private static final String FACTS = """
            scorecards: [{scorecard: TOP, name: Top, level: COMPANY}, {scorecard: SUB, name: Sub, level: TEAM, parent: TOP}]
            measurements: [{scorecard: [TOP, SUB], kpi: coaching, period: 2026-06, actual: 2}]
            """;

    @Test
    void oneNameWithTwoDefinitionsAndTwoNamesForOneFormulaAreToldOnceWithTheTopmostScorecard() throws IOException {
        Rulebook shipped = RulebookFolder.load(HOME).rulebook();
        var kpis = new ArrayList<>(shipped.catalogue().kpis());
        Kpi coaching = Objects.requireNonNull(shipped.catalogue().find("coaching"));
        Kpi winRate = Objects.requireNonNull(shipped.catalogue().find("win_rate"));
        kpis.add(copy(coaching, "coaching_hours", coaching.name(), "Hours of coaching per rep.", null));
        kpis.add(copy(winRate, "hit_rate", "Hit rate", winRate.definition(), winRate.formula()));
        kpis.add(copy(winRate, "win_rate_2", winRate.name(), winRate.definition(), winRate.formula()));
        var catalogue = new KpiCatalogue(kpis, shipped.catalogue().perspectives());

        List<Finding> conflicts = evaluate(shipped, catalogue).stream()
                .flatMap(evaluation -> evaluation.findings().stream())
                .filter(finding -> finding.code().equals("CM6_NAME_CONFLICT"))
                .toList();

        assertThat(conflicts)
                .extracting(finding ->
                        finding.scorecard() + ": " + finding.subject().other())
                .containsExactlyInAnyOrder(
                        "TOP: KPIs coaching, coaching_hours",
                        "TOP: KPIs hit_rate, win_rate",
                        "TOP: KPIs hit_rate, win_rate_2");
    }

    private static List<ScorecardEvaluation> evaluate(Rulebook shipped, KpiCatalogue catalogue) throws IOException {
        var rulebook = new Rulebook(
                catalogue,
                shipped.parameters(),
                shipped.tables(),
                shipped.documents(),
                shipped.words(),
                shipped.holidays(),
                shipped.digest());
        JsonNode given = new ObjectMapper(new YAMLFactory()).readTree(FACTS);
        Facts facts = Facts.of(new CaseFacts("facts", new ObjectMapper().createObjectNode()).of(given));
        var settings = new EvaluationSettings(new AsOf(LocalDate.parse("2026-06-30")), FiscalCalendar.CALENDAR_YEAR);
        var evaluations = new ArrayList<ScorecardEvaluation>();
        new Batch(
                        new DroolsCompiler(CompilationCache.NONE).compile(rulebook),
                        settings,
                        Population.of(facts, catalogue, settings.asOf()),
                        1)
                .evaluate(facts.byScorecard(), evaluations::add);
        return evaluations;
    }

    private static Kpi copy(Kpi kpi, String id, String name, @Nullable String definition, @Nullable String formula) {
        return new Kpi(
                id,
                name,
                kpi.perspective(),
                definition,
                kpi.glossary(),
                formula,
                kpi.unit(),
                kpi.direction(),
                kpi.low(),
                kpi.high(),
                kpi.horizon(),
                kpi.timing(),
                kpi.frequency(),
                kpi.timeAggregation(),
                kpi.unitAggregation(),
                kpi.weight(),
                kpi.pair(),
                kpi.worst(),
                kpi.stretch(),
                kpi.plausibleMin(),
                kpi.plausibleMax(),
                kpi.nullPolicy(),
                null,
                false,
                kpi.owner(),
                kpi.source(),
                kpi.origin());
    }
}
