package boscard.evaluation;

import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.fact.StatusOverride;
import boscard.fact.Unit;
import boscard.indicator.BandScore;
import boscard.indicator.ProcessChange;
import boscard.indicator.Qualifier;
import boscard.indicator.Series;
import boscard.indicator.Series.Point;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Stage;
import boscard.source.SourceRef;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives every scored KPI its status in every period: what has no band first (DOMAIN.md section 5), then the status
 * table. One object per scorecard; not thread-safe.
 */
final class StatusStage {

    private final ScorecardContext context;
    private final RuleSession session;
    private final Conclusions conclusions;
    private final PerformanceBuilder performances;
    private final Scorer scorer;
    private final StatusScales scales;
    private final Set<String> criticalKpis;
    private final Map<Kpi, String> faults = new LinkedHashMap<>();

    /** What the status table said about a performance. */
    private record Decided(DecisionTable table, Row row, List<Row> lost, Status band) {}

    StatusStage(
            ScorecardContext context,
            RuleSession session,
            Conclusions conclusions,
            PerformanceBuilder performances,
            Scorer scorer,
            StatusScales scales) {
        this.context = context;
        this.session = session;
        this.conclusions = conclusions;
        this.performances = performances;
        this.scorer = scorer;
        this.scales = scales;
        this.criticalKpis = RollUp.criticalKpis(context.parameters());
    }

    /** All statuses, by KPI, grain and period. Statuses of the newest closed periods are facts for the rules. */
    List<KpiStatus> run(TableMatches matches, Problems problems) {
        var prepared = new ArrayList<Performance>();
        for (Series series : context.scoredSeries()) {
            Period latest = context.latest(series.kpi().id(), series.grain());
            for (Point point : series.points().values()) {
                Performance performance =
                        performances.of(context.facts().scorecard(), series, point, latest, context.finer(series));
                prepared.add(performance);
                if (point.actual().isPresent() && !isNotStarted(series, point)) {
                    session.insert(performance);
                }
            }
        }
        session.matchTables(Stage.STATUS, matches);
        Map<Object, Decided> decided = decide(matches, problems);
        var statuses = new ArrayList<KpiStatus>(prepared.size());
        for (Series series : context.scoredSeries()) {
            int red = 0;
            Period before = null;
            for (Point point : series.points().values()) {
                Performance performance = prepared.get(statuses.size()); // of the same series and points
                KpiStatus status = status(series, point, performance, decided.get(performance), red, before);
                red = status.periodsRed();
                before = point.period();
                statuses.add(status);
            }
        }
        faults.forEach((kpi, fault) -> problems.add(
                ProblemCode.SCORE_POINTS,
                kpi.origin().of(fault.startsWith("the stretch") ? "stretch" : "worst"),
                fault + " on scorecard " + context.id() + "; it has no score"));
        statuses.stream().filter(KpiStatus::latest).forEach(session::insert);
        return statuses;
    }

    private Map<Object, Decided> decide(TableMatches matches, Problems problems) {
        var decided = new IdentityHashMap<Object, Decided>();
        var contradicted = new IdentityHashMap<Object, Problem>();
        for (TableMatches.Decision decision : matches.drain()) {
            if (decision.chosen().isEmpty()) {
                problems.add(decision.severalRows());
            }
            for (Row row : decision.chosen()) {
                if (row.outcome().get("status") instanceof Status band && decision.fact() instanceof Performance) {
                    var one = new Decided(decision.table(), row, decision.lost(), band);
                    Decided other = decided.put(decision.fact(), one);
                    if (other != null && other.band() == band) {
                        decided.put(decision.fact(), uppermost(other, one));
                    } else if (other != null) {
                        contradicted.putIfAbsent(decision.fact(), contradiction(other, one, decision));
                    }
                } else {
                    conclusions.conclude(decision.table(), row, decision.lost(), decision.fact());
                }
            }
        }
        contradicted.forEach((fact, problem) -> {
            problems.add(problem);
            decided.remove(fact);
        });
        return decided;
    }

    /** Of two rows that say the same, always the same one explains it, whichever was found first. */
    private static Decided uppermost(Decided one, Decided other) {
        return one.row().at().compareTo(other.row().at()) <= 0 ? one : other;
    }

    private static Problem contradiction(Decided one, Decided other, TableMatches.Decision decision) {
        Decided upper = uppermost(one, other);
        Decided lower = upper == one ? other : one;
        return Problem.of(
                ProblemCode.ROWS_CONTRADICT,
                lower.row().at(),
                lower.row().id() + " says " + lower.band() + " and "
                        + upper.row().id() + " ("
                        + upper.row().at() + ") says " + upper.band() + " about " + decision.subject()
                        + "; neither was taken",
                "their conditions should exclude each other; boscard check names where they meet");
    }

    private KpiStatus status(
            Series series,
            Point point,
            Performance performance,
            @Nullable Decided decided,
            int redBefore,
            @Nullable Period before) {
        Kpi kpi = series.kpi();
        Status raw = rawStatus(series, point, decided);
        boolean suspect = isSuspect(kpi, point);
        boolean unjudged = raw == Status.NOT_APPLICABLE || raw == Status.NOT_STARTED || raw == Status.NO_DATA;
        StatusOverride override = override(kpi, point);
        Status judged = suspect && !unjudged ? Status.SUSPECT : raw;
        Status effective =
                override == null ? judged : Status.valueOf(override.status().name());
        BandScale scale =
                decided == null ? null : scaleOf(decided, kpi, performance, PerformanceBuilder.baseline(series, point));
        BigDecimal rawScore = raw.isBand() ? scorer.raw(kpi, performance, raw, scale) : null;
        boolean consecutive = before != null && before.plus(1).equals(point.period());
        int periodsRed = !effective.isRed() ? 0 : consecutive ? redBefore + 1 : 1;
        Scorer.Attained attained = Scorer.attained(kpi, performance, scale);
        String fault = raw.isBand() ? scorer.fault(kpi, performance) : null;
        if (fault != null) {
            faults.putIfAbsent(kpi, fault);
        }
        var qualifiers = new TreeSet<>(point.qualifiers());
        if (attained.ofEdge()) {
            qualifiers.add(Qualifier.GREEN_EDGE);
        }
        if (override != null) {
            qualifiers.add(Qualifier.OVERRIDDEN);
        }
        BigDecimal score = rawScore == null ? null : scorer.capped(rawScore);
        KpiStatus status = new KpiStatus(
                context.id(),
                kpi.id(),
                kpi.perspective(),
                kpi.unit(),
                kpi.direction(),
                kpi.horizon(),
                kpi.timing(),
                series.grain(),
                point.period().toString(),
                point.period().last(),
                point.actual(),
                point.target(),
                performance.value(),
                attained.ratio(),
                override == null ? score : decidedScore(score, effective),
                rawScore,
                effective,
                raw,
                kpi.weight(),
                periodsRed,
                performance.provisional(),
                performance.latest(),
                point.note(),
                point.origin().whole(),
                decided == null ? null : derivation(decided, point, override),
                Collections.unmodifiableSet(qualifiers));
        Status reported = override == null ? raw : effective;
        if (decided != null && (reported.isRed() || reported.isAmber())) {
            conclusions.add(offTarget(series, point, performance, status, decided, scale, override));
        }
        return status;
    }

    private @Nullable StatusOverride override(Kpi kpi, Point point) {
        for (StatusOverride one : context.facts().statusOverrides()) {
            if (one.kpi().equals(kpi.id()) && one.period().equals(point.period())) {
                return one;
            }
        }
        return null;
    }

    /**
     * The score of a decided status, so that score and status never disagree: the score itself when it lies in the
     * decided band, else the middle of that band; null when the decided status is no band.
     */
    private static @Nullable BigDecimal decidedScore(@Nullable BigDecimal score, Status decided) {
        if (!decided.isBand()) {
            return null;
        }
        boolean agrees = score != null && NodeRules.NodeRule.PLAIN.bandOf(score) == decided;
        int band = decided.isGreen() ? 3 : decided.isAmber() ? 2 : 1;
        return agrees ? score : BandScore.middle(band, 3);
    }

    /** What has no band, in the order of DOMAIN.md section 5; a row that does not match leaves NO_TARGET. */
    private Status rawStatus(Series series, Point point, @Nullable Decided decided) {
        if (!point.actual().isPresent() && !point.actual().isMissing()) {
            return Status.NOT_APPLICABLE;
        } else if (isNotStarted(series, point)) {
            return Status.NOT_STARTED;
        } else if (point.actual().isMissing()) {
            return Status.NO_DATA;
        }
        return decided == null ? Status.NO_TARGET : decided.band();
    }

    /** The period is to come, or it runs and nothing of its target is due yet. */
    private boolean isNotStarted(Series series, Point point) {
        return point.period().isFuture(context.asOf()) || performances.isNothingDue(series, point);
    }

    private boolean isSuspect(Kpi kpi, Point point) {
        return Withholding.state(conclusions
                        .withholding()
                        .causes("ST1_OFF_TARGET", kpi.id(), point.period().toString(), List.of()))
                == FindingState.SUPPRESSED;
    }

    private @Nullable BandScale scaleOf(
            Decided decided, Kpi kpi, Performance performance, @Nullable BigDecimal baseline) {
        BandScale scale = scales.of(decided.table(), decided.row(), kpi);
        return scale == null ? null : scale.of(kpi, performance, baseline);
    }

    private static Derivation derivation(Decided decided, Point point, @Nullable StatusOverride override) {
        Derivation derivation = new Derivation(
                decided.row().id(),
                decided.row().at(),
                decided.lost().stream().map(Row::id).toList(),
                sources(point),
                List.of());
        return override == null ? derivation : derivation.with(override.origin().whole());
    }

    static List<SourceRef> sources(Point point) {
        var sources = new TreeSet<>(point.inputs());
        boolean computedHere = point.origin() instanceof boscard.source.Origin.Computed
                && !point.inputs().isEmpty();
        if (!computedHere) { // what was computed before it was imported is an input itself
            sources.add(point.origin().of("actual"));
            if (point.target().isPresent()) {
                sources.add(point.origin().of("target"));
            }
        }
        return List.copyOf(sources);
    }

    private Finding offTarget(
            Series series,
            Point point,
            Performance performance,
            KpiStatus status,
            Decided decided,
            @Nullable BandScale scale,
            @Nullable StatusOverride override) {
        Kpi kpi = series.kpi();
        Status band = status.rawStatus();
        Status reported = override == null ? band : status.status();
        BigDecimal value = Objects.requireNonNull(performance.value());
        List<BetterBands.Reach> reaches = scale == null
                ? List.of()
                : BetterBands.of(kpi, performance, band, scale, PerformanceBuilder.baseline(series, point));
        BigDecimal threshold = reaches.isEmpty() ? null : reaches.get(0).actual();
        Severity severity = reported.isAmber()
                ? Severity.WARN
                : criticalKpis.contains(kpi.id()) ? Severity.CRITICAL : Severity.FAIL;
        var values = new ArrayList<NamedValue>();
        values.add(NamedValue.of("actual", value, kpi.unit()));
        if (performance.target() != null) {
            values.add(NamedValue.of("target", performance.target(), kpi.unit()));
        }
        if (performance.attainment() != null) {
            values.add(NamedValue.of("attainment", performance.attainment(), Unit.RATIO));
        }
        if (scale != null
                && !scale.property().name().equals("attainment")
                && !scale.property().name().equals("value")) {
            values.add(NamedValue.of(
                    scale.property().name(),
                    scale.property().valueOf(performance) instanceof BigDecimal number ? number : null,
                    unitOf(scale, kpi)));
        }
        ProcessChart.Judged judged = performance.signal() == null
                ? null
                : performances.process(series, point).orElse(null);
        if (judged != null) {
            values.add(NamedValue.of("lower_limit", judged.lower(), kpi.unit()));
            values.add(NamedValue.of("upper_limit", judged.upper(), kpi.unit()));
        }
        var evidence = new Evidence(
                status.subject(),
                status.status(),
                value,
                kpi.unit(),
                List.copyOf(values),
                sources(point),
                List.of(status.key()),
                "value");
        return conclusions.complete(
                "ST1_OFF_TARGET",
                severity,
                evidence,
                threshold,
                message(kpi, performance, value, scale, reaches, judged)
                        + (override == null
                                ? ""
                                : " (counts as " + reported + ", not " + band + ", " + override.words() + ")"),
                derivation(decided, point, override),
                BetterBands.words(reaches, kpi, value));
    }

    /** The unit of the number that the bands lie on; null for a plain number. */
    private static @Nullable Unit unitOf(BandScale scale, Kpi kpi) {
        return switch (scale.property().name()) {
            case "value", "gap", "rise", "deviation" -> kpi.unit();
            case "zscore" -> null;
            default -> Unit.RATIO;
        };
    }

    private static String wordFor(String property) {
        return switch (property) {
            case "zscore" -> "standard score";
            case "percentile" -> "place among peers";
            case "deviation", "deviationShare" -> "off by";
            default -> property;
        };
    }

    /** "Win rate of EMEA in 2026-Q3 is 24.1 %, target 30.0 %: attained 80.3 %, below the amber line of 90 %; ..." */
    private String message(
            Kpi kpi,
            Performance performance,
            BigDecimal value,
            @Nullable BandScale scale,
            List<BetterBands.Reach> reaches,
            ProcessChart.@Nullable Judged judged) {
        var text = new StringBuilder(kpi.name())
                .append(" of ")
                .append(context.facts().scorecard().name())
                .append(" in ")
                .append(performance.period())
                .append(" is ")
                .append(Display.besides(
                        value,
                        performance.target() == null && !reaches.isEmpty()
                                ? reaches.get(0).actual()
                                : performance.target(),
                        kpi.unit()));
        if (performance.target() != null) {
            text.append(", target ").append(Display.besides(performance.target(), value, kpi.unit()));
        }
        if (scale != null && !reaches.isEmpty()) {
            BetterBands.Reach nearest = reaches.get(0);
            String property = scale.property().name();
            Unit unit = unitOf(scale, kpi);
            BigDecimal number = scale.property().valueOf(performance) instanceof BigDecimal found ? found : null;
            text.append(": ");
            switch (property) {
                case "value" -> {}
                case "attainment" ->
                    text.append("attained ")
                            .append(Display.besides(number, nearest.edge(), unit))
                            .append(", ");
                default ->
                    text.append(wordFor(property))
                            .append(' ')
                            .append(Display.besides(number, nearest.edge(), unit))
                            .append(", ");
            }
            text.append(scale.isUp() ? "below" : "above")
                    .append(" the ")
                    .append(nearest.band().toString().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append(" line of ")
                    .append(Display.besides(nearest.edge(), number, unit))
                    .append("; ")
                    .append(Display.difference(nearest.actual().subtract(value).abs(), kpi.unit()))
                    .append(" to ")
                    .append(nearest.band().toString().toLowerCase(Locale.ROOT).replace('_', ' '));
        } else if (judged != null) {
            text.append(": ")
                    .append(
                            performance.signal() == ProcessChange.SPECIAL_CONCERN
                                    ? "a change for the worse, "
                                    : "the process as it is does not reach its target, ")
                    .append(ProcessChart.words(judged, kpi.unit()));
        } else if (scale != null && scale.edgeAbove(performance) != null) {
            BigDecimal number = scale.property().valueOf(performance) instanceof BigDecimal found ? found : null;
            BigDecimal edge = scale.edgeAbove(performance);
            text.append(": ")
                    .append(wordFor(scale.property().name()))
                    .append(' ')
                    .append(Display.besides(number, edge, unitOf(scale, kpi)))
                    .append(scale.isUp() ? ", below the line of " : ", above the line of ")
                    .append(Display.besides(edge, number, unitOf(scale, kpi)));
        } else if (kpi.low() != null && kpi.high() != null) {
            text.append(": outside its range of ")
                    .append(Display.number(kpi.low(), kpi.unit()))
                    .append(" to ")
                    .append(Display.number(kpi.high(), kpi.unit()));
        }
        return text.toString();
    }
}
