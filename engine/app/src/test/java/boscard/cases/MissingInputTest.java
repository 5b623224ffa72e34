package boscard.cases;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.evaluation.KpiStatus;
import boscard.evaluation.ScoreMethod;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Status;
import boscard.fact.Direction;
import boscard.fact.Fact;
import boscard.fact.FiscalCalendar;
import boscard.fact.Kpi;
import boscard.fact.Level;
import boscard.fact.Measurement;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.fact.Scheme;
import boscard.fact.Scorecard;
import boscard.rulebook.Stage;
import boscard.source.Origin;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.Row;
import boscard.table.ValueType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Missing is never green: every scored KPI of the shipped catalogue, by each scheme, scoring method and null policy,
 * with each of its inputs missing (DOMAIN.md section 5: NOT_APPLICABLE, NOT_STARTED, NO_DATA, SUSPECT, NO_TARGET, then
 * bands).
 */
class MissingInputTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Reading SOME = Reading.of(HALF);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final ShippedRules RULES = new ShippedRules(Path.of(System.getProperty("boscard.home", "../..")));

    private static final List<Kpi> SCORED =
            RULES.rulebook().catalogue().kpis().stream().filter(Kpi::isScored).toList();

    /** What is missing, and the status that a KPI gets then; null when it depends on what its bands lie on. */
    private enum Missing {
        /** No value, with everything else there. */
        ACTUAL(Status.NO_DATA),
        /** No value and no target. */
        BOTH(Status.NO_DATA),
        /** The value does not apply. */
        DOES_NOT_APPLY(Status.NOT_APPLICABLE),
        /** The value of a period to come: with a target and without. */
        FUTURE(Status.NOT_STARTED),
        FUTURE_WITHOUT_TARGET(Status.NOT_STARTED),
        /** The value is beyond what the catalogue calls plausible. */
        BELIEF(Status.SUSPECT),
        /** Neither is there a target to reach. */
        BELIEF_AND_TARGET(null),
        /** No target and nothing else to compare with. */
        TARGET(null);

        private final @Nullable Status expected;

        Missing(@Nullable Status expected) {
            this.expected = expected;
        }
    }

    static Stream<Arguments> classes() {
        var all = new ArrayList<Arguments>();
        for (ScoreMethod method : ScoreMethod.values()) {
            all.add(Arguments.of(method, null));
            for (Scheme scheme : Scheme.values()) {
                all.add(Arguments.of(method, scheme));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("classes")
    void whatIsMissingDecidesTheStatusInTheOrderOfTheSpecification(ScoreMethod method, @Nullable Scheme scheme) {
        Map<Missing, List<KpiStatus>> found = evaluate(method, scheme, null);
        for (Missing missing : Missing.values()) {
            for (KpiStatus status : Objects.requireNonNull(found.get(missing))) {
                Kpi kpi = Objects.requireNonNull(RULES.rulebook().catalogue().find(status.kpi()));
                Status expected = missing.expected;
                if (expected != null) {
                    assertThat(status.status())
                            .as(() -> missing + " of " + status)
                            .isEqualTo(expected);
                    assertThat(status.score() == null || expected == Status.SUSPECT)
                            .as(() -> "no score without " + missing + ": " + status)
                            .isTrue();
                } else if (!needsNothingElse(kpi)) {
                    assertThat(status.rawStatus())
                            .as(() -> kpi.id() + " compares with something that is missing: " + status)
                            .isEqualTo(Status.NO_TARGET);
                } else if (missing == Missing.TARGET) {
                    assertThat(status.status().isBand())
                            .as(() -> kpi.id() + " has bands on its value alone: " + status)
                            .isTrue();
                } else {
                    assertThat(status.status()).as(status::toString).isEqualTo(Status.SUSPECT);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void noNullPolicyTurnsAMissingValueIntoAColour(String policy) {
        Map<Missing, List<KpiStatus>> found = evaluate(ScoreMethod.BAND, null, policy);
        for (Missing missing : List.of(Missing.ACTUAL, Missing.BOTH)) {
            assertThat(found.get(missing))
                    .allSatisfy(status -> assertThat(status.status()).isEqualTo(Status.NO_DATA));
        }
    }

    static Stream<String> noNullPolicyTurnsAMissingValueIntoAColour() {
        return Stream.of("EXCLUDE_REDISTRIBUTE", "NO_DATA_PARENT", "CARRY_FORWARD:2", "PENALISE");
    }

    /** Without this the tests above could pass by looking at nothing. */
    @Test
    void theCatalogueHasKpisOfEachClass() {
        var withBandsOnTheirValue = new TreeSet<String>();
        var withoutTarget = new TreeSet<String>();
        SCORED.forEach(kpi -> (needsNothingElse(kpi) ? withBandsOnTheirValue : withoutTarget).add(kpi.id()));
        assertThat(withBandsOnTheirValue).contains("win_rate", "pipeline_coverage", "sales_cycle");
        assertThat(withoutTarget).contains("revenue_growth", "gross_margin", "dso", "cac", "market_share", "absence");
        assertThat(SCORED.stream().filter(MissingInputTest::hasImplausible)).hasSizeGreaterThan(10);
    }

    /** Whether a KPI is judged by its value alone: a range, yes or no, or rows of its own that compare nothing else. */
    private static boolean needsNothingElse(Kpi kpi) {
        var compared = new TreeSet<String>();
        for (DecisionTable table : RULES.rulebook().tables(Stage.STATUS)) {
            for (Row row : table.concludes("status") ? table.rows() : List.<Row>of()) {
                var numbers = new TreeSet<String>();
                boolean own = false;
                for (int i = 0; i < table.conditions().size(); i++) {
                    Cell cell = row.conditions().get(i);
                    var property = table.conditions().get(i).property();
                    if (cell != null && property.type() == ValueType.NUMBER) {
                        numbers.add(property.name());
                    }
                    own |= cell != null
                            && property.name().equals("kpi")
                            && kpi.id().equals(cell.value());
                }
                if (own) {
                    compared.addAll(numbers);
                }
            }
        }
        return compared.equals(new TreeSet<>(List.of("value")))
                || kpi.direction() == Direction.IN_RANGE
                || kpi.direction() == Direction.BINARY;
    }

    private static boolean hasImplausible(Kpi kpi) {
        return kpi.plausibleMax() != null || kpi.plausibleMin() != null;
    }

    private static Map<Missing, List<KpiStatus>> evaluate(
            ScoreMethod method, @Nullable Scheme scheme, @Nullable String policy) {
        ObjectNode kpis = JSON.createObjectNode();
        for (Kpi kpi : SCORED) {
            ObjectNode columns = kpis.putObject(kpi.id());
            columns.put("worst", kpi.direction() == Direction.LOWER ? "1000" : "-1000");
            if (scheme != null) {
                columns.put("scheme", scheme.name());
            }
            if (policy != null) {
                columns.put("null_policy", policy);
            }
        }
        ObjectNode parameters = JSON.createObjectNode();
        parameters.put("score_method", method.name());
        var facts = new ArrayList<Fact>();
        for (Missing missing : Missing.values()) {
            facts.add(scorecard(missing.name()));
            for (Kpi kpi : SCORED) {
                Measurement measurement = measurement(missing, kpi);
                if (measurement != null) {
                    facts.add(measurement);
                }
            }
        }
        List<ScorecardEvaluation> evaluations = RULES.with(
                        new RulebookChanges(kpis, parameters, JSON.createObjectNode()))
                .evaluate(facts, AS_OF);
        var found = new HashMap<Missing, List<KpiStatus>>();
        for (ScorecardEvaluation evaluation : evaluations) {
            assertThat(evaluation.statuses())
                    .as(evaluation.scorecard().scorecard())
                    .isNotEmpty();
            found.put(Missing.valueOf(evaluation.scorecard().scorecard()), evaluation.statuses());
        }
        assertThat(found).hasSize(Missing.values().length);
        return found;
    }

    private static @Nullable Measurement measurement(Missing missing, Kpi kpi) {
        Reading none = Reading.BLANK;
        return switch (missing) {
            case ACTUAL -> measurement(missing, kpi, period(kpi, false), none, SOME, SOME);
            case BOTH -> measurement(missing, kpi, period(kpi, false), none, none, none);
            case DOES_NOT_APPLY -> measurement(missing, kpi, period(kpi, false), Reading.NOT_APPLICABLE, SOME, SOME);
            case FUTURE -> measurement(missing, kpi, period(kpi, true), none, SOME, SOME);
            case FUTURE_WITHOUT_TARGET -> measurement(missing, kpi, period(kpi, true), SOME, none, none);
            case TARGET -> measurement(missing, kpi, period(kpi, false), SOME, none, none);
            case BELIEF, BELIEF_AND_TARGET -> {
                Reading other = missing == Missing.BELIEF ? SOME : none;
                yield hasImplausible(kpi)
                        ? measurement(missing, kpi, period(kpi, false), Reading.of(implausible(kpi)), other, other)
                        : null;
            }
        };
    }

    private static BigDecimal implausible(Kpi kpi) {
        return kpi.plausibleMax() != null
                ? kpi.plausibleMax().add(BigDecimal.ONE)
                : Objects.requireNonNull(kpi.plausibleMin()).subtract(BigDecimal.ONE);
    }

    private static Period period(Kpi kpi, boolean next) {
        FiscalCalendar calendar = FiscalCalendar.CALENDAR_YEAR;
        Period closed = switch (kpi.frequency()) {
            case W -> calendar.week(2026, 25);
            case M -> calendar.month(2026, 6);
            case Q -> calendar.quarter(2026, 2);
            case Y -> calendar.year(2025);
        };
        return next ? closed.plus(4) : closed;
    }

    private static Measurement measurement(
            Missing missing, Kpi kpi, Period period, Reading actual, Reading target, Reading baseline) {
        return new Measurement(
                missing.name(),
                kpi.id(),
                period,
                actual,
                target,
                baseline,
                Reading.BLANK,
                Reading.BLANK,
                "EUR",
                false,
                null,
                new Origin.Computed("made to lack something"));
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
                new Origin.Computed("made to lack something"));
    }
}
