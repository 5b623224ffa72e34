package boscard.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.Derivation;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.ScorecardEvaluation;
import boscard.fact.Direction;
import boscard.fact.Fact;
import boscard.fact.FiscalCalendar;
import boscard.fact.Frequency;
import boscard.fact.Kpi;
import boscard.fact.Level;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.fact.Scorecard;
import boscard.rulebook.Stage;
import boscard.source.Origin;
import boscard.table.Cell;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.Operator;
import boscard.table.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every number in the status table, as a test: a fact exactly on the edge gets the better band, one millionth beyond it
 * the worse one, and the row that stands for the band is the one that decides. Made from the table, so a changed or new
 * row is tested too. A row for any KPI is tested with each KPI that no row of its own decides.
 *
 * <p>What counts is the status as the table gives it; doubts about data are left to the cases of quality.xlsx.
 */
final class ThresholdEdges {

    private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    /** Targets and baselines, such that what lies beyond an edge stays plausible. */
    private static final BigDecimal ONE = BigDecimal.ONE;

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /** One fact near an edge. */
    private record Probe(String scorecard, Measurement measurement) {}

    /** An edge: the row that begins or ends there, and the facts on it and a millionth to its worse or its own side. */
    private record Edge(Row row, Kpi kpi, Comparison comparison, BigDecimal number, Probe on, Probe beyond) {

        boolean isIncluded() {
            return comparison.operator() == Operator.AT_LEAST || comparison.operator() == Operator.AT_MOST;
        }

        String title() {
            return row.id() + " " + kpi.id() + " (" + kpi.direction() + "): " + comparison.property() + " "
                    + comparison.operator().words() + " " + number.toPlainString() + " is "
                    + row.outcome().get("status");
        }
    }

    private final ShippedRules rules;
    private final DecisionTable table;
    private final List<Edge> edges = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    ThresholdEdges(ShippedRules rules) {
        this.rules = rules;
        this.table = rules.rulebook().tables(Stage.STATUS).stream()
                .filter(one -> one.concludes("status"))
                .findFirst()
                .orElseThrow();
    }

    /**
     * One test per KPI and edge, which adds the rows it proves to {@code reached}; and one that nothing is left out.
     */
    Stream<DynamicTest> tests(TreeSet<String> reached) {
        for (Row row : table.rows()) {
            for (Kpi kpi : kpisOf(row)) {
                edgesOf(row, kpi);
            }
        }
        Map<String, ScorecardEvaluation> evaluations = new HashMap<>();
        rules.evaluate(facts, AS_OF)
                .forEach(evaluation -> evaluations.put(evaluation.scorecard().scorecard(), evaluation));
        return Stream.concat(
                edges.stream()
                        .map(edge -> DynamicTest.dynamicTest(edge.title(), () -> check(edge, evaluations, reached))),
                Stream.of(DynamicTest.dynamicTest("all directions and numbers are tested", this::nothingIsLeftOut)));
    }

    private void check(Edge edge, Map<String, ScorecardEvaluation> evaluations, TreeSet<String> reached) {
        KpiStatus on = status(edge.on(), evaluations);
        KpiStatus beyond = status(edge.beyond(), evaluations);
        KpiStatus here = edge.isIncluded() ? on : beyond;
        assertThat(here.rawStatus())
                .as(() -> edge.title() + "; came " + here)
                .isEqualTo(edge.row().outcome().get("status"));
        assertThat(here.derivation())
                .as(() -> "what decided " + here)
                .extracting(Derivation::ruleId)
                .isEqualTo(edge.row().id());
        assertThat(on.rawStatus().isBand() && beyond.rawStatus().isBand())
                .as(() -> "both sides of " + edge.title() + " have a band; came " + on + " and " + beyond)
                .isTrue();
        assertThat(on.rawStatus())
                .as(() -> "the better band of " + edge.title() + "; on the edge came " + on + ", beyond it " + beyond)
                .isLessThan(beyond.rawStatus());
        reached.add(edge.row().id());
        answered(edge, Objects.requireNonNull(evaluations.get(edge.beyond().scorecard())), reached);
    }

    /** What is off target is said by the row that decided, and the KPI's own recommendation stands above all others. */
    private void answered(Edge edge, ScorecardEvaluation evaluation, TreeSet<String> reached) {
        Finding offTarget = evaluation.findings().stream()
                .filter(finding -> finding.code().equals("ST1_OFF_TARGET"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no ST1_OFF_TARGET beyond " + edge.title()));
        assertThat(offTarget.derivation().ruleId())
                .isEqualTo(
                        Objects.requireNonNull(status(edge.beyond(), evaluation).derivation())
                                .ruleId());
        List<String> answers = evaluation.recommendations().stream()
                .filter(recommendation -> recommendation.findings().contains(offTarget.id()))
                .map(recommendation -> recommendation.derivation().ruleId())
                .toList();
        if (offTarget.state() == FindingState.SUPPRESSED) {
            assertThat(answers).as("answers to a finding that is withheld").isEmpty();
            return;
        }
        assertThat(answers).as(() -> "answers to " + offTarget).hasSize(1);
        rules.rulebook().tables(Stage.RECOMMENDATIONS).stream()
                .flatMap(recommendations -> recommendations.rows().stream()
                        .filter(row -> edge.kpi().id().equals(kpiOf(recommendations, row))))
                .findFirst()
                .ifPresent(own -> {
                    assertThat(answers).containsExactly(own.id());
                    reached.add(own.id());
                });
    }

    private static KpiStatus status(Probe probe, Map<String, ScorecardEvaluation> evaluations) {
        return status(probe, Objects.requireNonNull(evaluations.get(probe.scorecard())));
    }

    private static KpiStatus status(Probe probe, ScorecardEvaluation evaluation) {
        return evaluation.statuses().stream()
                .filter(status -> status.latest()
                        && status.kpi().equals(probe.measurement().kpi()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no status of " + probe.measurement()));
    }

    private void nothingIsLeftOut() {
        assertThat(edges.stream().map(edge -> edge.kpi().direction()))
                .contains(Direction.HIGHER, Direction.LOWER, Direction.IN_RANGE);
        assertThat(edges.stream()
                        .map(edge -> edge.comparison().property().name())
                        .distinct())
                .contains("attainment", "value", "gap", "growth", "rise");
        List<String> withoutEdges = rules.rulebook().catalogue().kpis().stream()
                .filter(Kpi::isScored)
                .map(Kpi::id)
                .filter(id -> edges.stream().noneMatch(edge -> edge.kpi().id().equals(id)))
                .toList();
        assertThat(withoutEdges).as("scored KPIs without an edge").isEmpty();
    }

    /** The KPI that a row names, or for a row that names none all scored KPIs that get past the rows of their own. */
    private List<Kpi> kpisOf(Row row) {
        String named = kpiOf(table, row);
        return rules.rulebook().catalogue().kpis().stream()
                .filter(Kpi::isScored)
                .filter(kpi -> named == null ? !hasRowsOnValue(kpi) : kpi.id().equals(named))
                .filter(kpi -> namesNoSchemeBut(kpi, row))
                .toList();
    }

    /** A row of a scheme is for the KPIs that name it. */
    private boolean namesNoSchemeBut(Kpi kpi, Row row) {
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            if (cell != null && table.conditions().get(i).property().name().equals("scheme")) {
                return cell.value() == kpi.scheme();
            }
        }
        return true;
    }

    private boolean hasRowsOnValue(Kpi kpi) {
        return table.rows().stream()
                .filter(row -> kpi.id().equals(kpiOf(table, row)))
                .flatMap(row -> comparisonsOf(row).keySet().stream())
                .anyMatch(comparison -> !List.of("growth", "rise")
                        .contains(comparison.property().name()));
    }

    private static @Nullable String kpiOf(DecisionTable table, Row row) {
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            if (cell != null && table.conditions().get(i).property().name().equals("kpi")) {
                return (String) cell.value();
            }
        }
        return null;
    }

    private Map<Comparison, BigDecimal> comparisonsOf(Row row) {
        var found = new java.util.LinkedHashMap<Comparison, BigDecimal>();
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            List<Comparison> comparisons = table.conditions().get(i).comparisons();
            for (int j = 0; cell != null && j < comparisons.size(); j++) {
                if (cell.operands().get(j) instanceof BigDecimal number) {
                    found.put(comparisons.get(j), number);
                }
            }
        }
        return found;
    }

    private void edgesOf(Row row, Kpi kpi) {
        comparisonsOf(row).forEach((comparison, number) -> {
            BigDecimal beyond = switch (comparison.operator()) {
                case AT_LEAST, BELOW -> number.subtract(MILLIONTH);
                case AT_MOST, ABOVE -> number.add(MILLIONTH);
                case EQUAL, NOT_EQUAL, ONE_OF, NONE_OF ->
                    throw new IllegalStateException(row.id() + " compares a number with " + comparison.operator());
            };
            String property = comparison.property().name();
            Optional<Probe> on = probe(row, kpi, property, number);
            Optional<Probe> past = probe(row, kpi, property, beyond);
            if (on.isPresent() && past.isPresent()) {
                edges.add(new Edge(row, kpi, comparison, number, on.get(), past.get()));
            }
        });
    }

    /** A measurement of which the number compared is exactly this; empty for pace, which needs a running period. */
    private Optional<Probe> probe(Row row, Kpi kpi, String property, BigDecimal number) {
        BigDecimal sign = BigDecimal.valueOf(kpi.sign());
        String scorecard = row.id() + " " + kpi.id() + " " + property + " " + number.toPlainString();
        Reading none = Reading.BLANK;
        Measurement measurement = switch (property) {
            case "value" ->
                measurement(
                        scorecard,
                        kpi,
                        number,
                        comparesGap(row) ? Reading.of(number.add(sign)) : none, // a target that it misses
                        none);
            case "attainment" -> {
                BigDecimal value =
                        kpi.direction() == Direction.LOWER ? ONE.add(ONE).subtract(number) : number;
                yield measurement(scorecard, kpi, value, Reading.of(ONE), none);
            }
            case "gap" -> {
                BigDecimal target =
                        below(row).orElse(BigDecimal.ONE).min(BigDecimal.ONE).subtract(TENTH);
                yield measurement(scorecard, kpi, target.add(sign.multiply(number)), Reading.of(target), none);
            }
            case "growth" -> measurement(scorecard, kpi, ONE.add(sign.multiply(number)), none, Reading.of(ONE));
            case "rise" -> measurement(scorecard, kpi, TENTH.add(sign.multiply(number)), none, Reading.of(TENTH));
            case "pace" -> null;
            default -> throw new IllegalStateException("No fact is known to have a certain " + property);
        };
        if (measurement == null) {
            return Optional.empty();
        }
        facts.add(scorecard(scorecard));
        facts.add(measurement);
        return Optional.of(new Probe(scorecard, measurement));
    }

    private boolean comparesGap(Row row) {
        return comparisonsOf(row).keySet().stream()
                .anyMatch(comparison -> comparison.property().name().equals("gap"));
    }

    /** The value that a row ends below, so that a target near it leaves both of its conditions in reach. */
    private Optional<BigDecimal> below(Row row) {
        return comparisonsOf(row).entrySet().stream()
                .filter(one -> one.getKey().property().name().equals("value")
                        && one.getKey().operator() == Operator.BELOW)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Measurement measurement(
            String scorecard, Kpi kpi, BigDecimal actual, Reading target, Reading baseline) {
        return new Measurement(
                scorecard,
                kpi.id(),
                period(kpi.frequency()),
                Reading.of(actual),
                target,
                baseline,
                Reading.BLANK,
                Reading.BLANK,
                "EUR",
                false,
                null,
                new Origin.Computed("made for an edge"));
    }

    /** A closed period of the KPI's own length. */
    private static Period period(Frequency frequency) {
        FiscalCalendar calendar = FiscalCalendar.CALENDAR_YEAR;
        return switch (frequency) {
            case W -> calendar.week(2026, 25);
            case M -> calendar.month(2026, 6);
            case Q -> calendar.quarter(2026, 2);
            case Y -> calendar.year(2025);
        };
    }

    private static Scorecard scorecard(String id) {
        return new Scorecard(
                id,
                id,
                Level.TEAM,
                null,
                null,
                null,
                null,
                BigDecimal.ONE,
                "EUR",
                null,
                null,
                null,
                null,
                new Origin.Computed("made for an edge"));
    }
}
