package boscard.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.AsOf;
import boscard.evaluation.Effect;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.Population;
import boscard.evaluation.Replay;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Suppression;
import boscard.explanation.Explainer;
import boscard.explanation.ExplanationText;
import boscard.fact.Fact;
import boscard.fact.Facts;
import boscard.fact.FiscalCalendar;
import boscard.fact.ScorecardFacts;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every row of quality.xlsx, sheet Suppressions, by facts: for each a scorecard of which the finding follows and
 * stands, and the same with the doubt, of which both follow, and the finding is withheld or qualified by that row. The
 * facts stand in suppressions.yaml. Made from the table, so that a new row needs facts here, or a reason in
 * not-reached.txt.
 */
final class SuppressionMatrix {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final String DEFAULTS = """
            {scorecards: {scorecard: A, name: Team A, level: TEAM},
             objectives: {name: An objective, perspective: CUSTOMER, status: ACTIVE},
             strategy_links: {sign: POSITIVE}, measurements: {scorecard: A}, goals: {goal: G1, scorecard: A},
             initiatives: {initiative: I1, name: A plan, scorecard: A}, target_changes: {scorecard: A}}
            """;

    private final ShippedRules rules;
    private final JsonNode texts;

    SuppressionMatrix(ShippedRules rules) {
        this.rules = rules;
        try (InputStream in = SuppressionMatrix.class.getResourceAsStream("suppressions.yaml")) {
            this.texts = YAML.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test for each row but those that nothing can reach; each adds the row it proves to {@code reached}. */
    Stream<DynamicTest> tests(Set<String> unreachable, TreeSet<String> reached) {
        var tests = new ArrayList<DynamicTest>();
        for (DecisionTable table : rules.rulebook().tables()) {
            for (Row row : table.rows()) {
                if (row.outcome().get("withhold") instanceof String code && !unreachable.contains(row.id())) {
                    Cell cause = Objects.requireNonNull(row.conditions().get(0));
                    tests.add(DynamicTest.dynamicTest(
                            row.id() + " " + cause.value() + " about " + code,
                            () -> check(row, String.valueOf(cause.value()), code, reached)));
                }
            }
        }
        return tests.stream();
    }

    private void check(Row row, String cause, String code, TreeSet<String> reached) throws IOException {
        JsonNode finding = texts.path("findings").path(code);
        JsonNode doubt = texts.path("doubts").path(cause);
        assertThat(finding.isObject() && doubt.isObject())
                .as("facts for %s and %s in suppressions.yaml", code, cause)
                .isTrue();
        String kpi = kpi(finding, doubt, cause);
        JsonNode own = finding.has(cause) ? finding.get(cause) : finding.path("given");
        if (!finding.has(cause)) {
            ScorecardEvaluation plain = evaluate(new Setting(own, finding, texts.path("nothing"), kpi))
                    .evaluation();
            assertThat(plain.findings().stream()
                            .filter(one -> one.state() != FindingState.SUPPRESSED)
                            .map(Finding::code))
                    .as("without the doubt the finding stands")
                    .contains(code);
            if (!cause.equals("P7_DATA_ROT")) { // values of long ago and of now have missing ones between them
                assertThat(plain.suppressions()).noneMatch(one -> one.rowId().equals(row.id()));
            }
        }
        var evaluated = evaluate(new Setting(own, finding, doubt, kpi));
        ScorecardEvaluation doubted = evaluated.evaluation();
        List<Suppression> records = doubted.suppressions().stream()
                .filter(one -> one.rowId().equals(row.id()))
                .toList();
        assertThat(records)
                .as(() -> "records of " + row.id() + "; findings: "
                        + doubted.findings().stream()
                                .map(one -> one.code() + " " + one.state() + " " + one.period())
                                .toList())
                .isNotEmpty();
        Suppression record = records.get(0);
        Finding about = doubted.findings().stream()
                .filter(one -> one.id().equals(record.finding()))
                .findFirst()
                .orElseThrow();
        assertThat(about.code()).isEqualTo(code);
        assertThat(about.suppressedBy()).contains(record.cause());
        assertThat(doubted.findings())
                .anyMatch(one -> one.id().equals(record.cause()) && one.code().equals(cause));
        assertThat(about.message()).contains(cause);
        assertThat(about.state())
                .isIn(
                        record.effect() == Effect.SUPPRESS
                                ? List.of(FindingState.SUPPRESSED)
                                : List.of(FindingState.QUALIFIED, FindingState.SUPPRESSED));
        if (about.state() == FindingState.SUPPRESSED) {
            assertThat(doubted.recommendations())
                    .noneMatch(one -> one.findings().contains(about.id()));
        }
        assertThat(String.join("\n", ExplanationText.lines(evaluated.explainer().why(about))))
                .as("why names the row that withholds")
                .contains(row.id());
        reached.add(row.id());
    }

    private static String kpi(JsonNode finding, JsonNode doubt, String cause) {
        JsonNode on = finding.path("on");
        String usual = on.isTextual()
                ? on.asText()
                : on.path("usual").asText(doubt.path("on").asText("csat"));
        return on.path(cause).asText(usual);
    }

    /** The facts of the finding, what else it and the doubt say, and the KPI that both are about. */
    private record Setting(JsonNode own, JsonNode finding, JsonNode doubt, String kpi) {}

    private record Evaluated(ScorecardEvaluation evaluation, Explainer explainer) {}

    private Evaluated evaluate(Setting what) throws IOException {
        LocalDate asOf = LocalDate.parse(what.doubt().path("as_of").asText(AS_OF.toString()));
        String kpi = what.kpi();
        ObjectNode given = (ObjectNode) filled(what.own(), kpi, what.doubt());
        filled(what.doubt().path("given"), kpi, what.doubt())
                .fields()
                .forEachRemaining(kind -> add(kind.getKey(), (ArrayNode) kind.getValue(), given));
        given.path("measurements").forEach(row -> mark((ObjectNode) row, kpi, what.doubt()));
        ObjectNode kpis = YAML.createObjectNode();
        for (JsonNode from : List.of(what.finding(), what.doubt())) {
            filled(from.path("kpis"), kpi, what.doubt())
                    .fields()
                    .forEachRemaining(
                            one -> kpis.withObjectProperty(one.getKey()).setAll((ObjectNode) one.getValue()));
        }
        List<Fact> facts = new CaseFacts("matrix", YAML.readTree(DEFAULTS)).of(given);
        ShippedRules changed = rules.with(new RulebookChanges(kpis, YAML.createObjectNode(), YAML.createObjectNode()));
        ScorecardEvaluation evaluation = changed.evaluate(facts, asOf).stream()
                .filter(one -> one.scorecard().scorecard().equals("A"))
                .findFirst()
                .orElseThrow();
        return new Evaluated(evaluation, explainer(changed, facts, asOf, evaluation));
    }

    /**
     * Facts of a doubt beside those of the finding; of the scorecard there is one, and what the finding says counts.
     */
    private static void add(String kind, ArrayNode rows, ObjectNode given) {
        if (kind.equals("scorecards") && given.has(kind)) {
            ObjectNode own = (ObjectNode) given.get(kind).get(0);
            rows.get(0).fields().forEachRemaining(cell -> own.putIfAbsent(cell.getKey(), cell.getValue()));
        } else {
            ((ArrayNode) (given.has(kind) ? given.get(kind) : given.putArray(kind))).addAll(rows);
        }
    }

    private static Explainer explainer(
            ShippedRules rules, List<Fact> list, LocalDate day, ScorecardEvaluation evaluation) {
        Facts facts = Facts.of(list);
        var asOf = new AsOf(day);
        var settings = new EvaluationSettings(asOf, FiscalCalendar.CALENDAR_YEAR);
        var own = new ArrayList<ScorecardFacts>();
        facts.byScorecard().forEach(own::add);
        ScorecardFacts of =
                own.stream().filter(one -> one.id().equals("A")).findFirst().orElseThrow();
        return new Explainer(
                rules.rulebook(),
                new Replay(of, rules.rulebook(), settings, Population.of(facts, rules.rulebook(), asOf)),
                Replay.Concluded.of(evaluation));
    }

    /** Puts the KPI, a red value of it and a period long ago in place of their names. */
    private static JsonNode filled(JsonNode text, String kpi, JsonNode doubt) throws IOException {
        if (text.isMissingNode()) {
            return YAML.createObjectNode();
        }
        boolean monthly = kpi.equals("revenue") || kpi.equals("churned_rev") || kpi.equals("gross_margin");
        String plain = YAML.writeValueAsString(text)
                .replace("\"$K\"", kpi)
                .replace("$K", kpi)
                .replace("\"$V\"", doubt.path("value").asText("0.5"))
                .replace("\"$P\"", monthly ? "\"2010-01\"" : "\"2010-Q1\"");
        return YAML.readTree(plain);
    }

    /** What a doubt says of every measurement of the KPI. */
    private static void mark(ObjectNode row, String kpi, JsonNode doubt) {
        if (row.path("kpi").asText().equals(kpi) && !row.path("scorecard").isArray()) {
            doubt.path("each").fields().forEachRemaining(cell -> row.set(cell.getKey(), cell.getValue()));
            if (doubt.has("copied")) {
                row.set("prior", row.path("actual"));
            }
        }
    }
}
