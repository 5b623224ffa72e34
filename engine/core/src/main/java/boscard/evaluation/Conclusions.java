package boscard.evaluation;

import boscard.fact.Clearance;
import boscard.fact.Fact;
import boscard.fact.Goal;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.fact.Unit;
import boscard.rulebook.Parameter;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Stage;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything concluded about one scorecard so far. Each conclusion becomes a fact for the rules at once. Not
 * thread-safe.
 */
final class Conclusions implements RuleConclusions {

    /** So many more things a recommendation for several names; the findings behind it are all of them. */
    private static final int OTHERS_SHOWN = 4;

    private final ScorecardContext context;
    private final RuleSession session;
    private final Withholding withholding;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, GoalTest> tests = new LinkedHashMap<>();
    private final Map<String, List<Advice>> advice = new LinkedHashMap<>();
    private final List<Suppression> suppressions = new ArrayList<>();
    private final Map<String, Set<String>> latestPeriods = new HashMap<>();
    private Stage stage = Stage.QUALITY;
    private @Nullable RuleRef firing;
    private List<Object> joined = List.of();
    private int count;

    /** One reason to recommend an action. */
    record Advice(
            String code,
            Subject about,
            Finding because,
            String action,
            String ownerRole,
            int dueInDays,
            @Nullable String effect,
            Derivation derivation) {}

    Conclusions(ScorecardContext context, RuleSession session) {
        this.context = context;
        this.session = session;
        this.withholding =
                new Withholding(context.formulas(), context.settings().calendar(), context::isComputed);
    }

    void enter(Stage next) {
        stage = next;
    }

    /** Grows with every conclusion that the rules can see. */
    int count() {
        return count;
    }

    Collection<Finding> findings() {
        return findings.values();
    }

    Collection<GoalTest> tests() {
        return tests.values();
    }

    Map<String, List<Advice>> advice() {
        return advice;
    }

    List<Suppression> suppressions() {
        return suppressions;
    }

    Withholding withholding() {
        return withholding;
    }

    /** Called before each rule fires. */
    void firing(RuleRef rule, List<Object> facts) {
        firing = rule;
        joined = flat(facts);
    }

    /** What a rule accumulated it has joined too. */
    private static List<Object> flat(List<Object> facts) {
        var all = new ArrayList<Object>();
        for (Object fact : facts) {
            if (fact instanceof Collection<?> several) {
                all.addAll(several);
            } else if (fact instanceof Object[] several) {
                all.addAll(flat(Arrays.asList(several)));
            } else {
                all.add(fact);
            }
        }
        return all;
    }

    // ---- from tables

    /** What a table's chosen row says about a fact, except a KPI's status, which the status stage takes itself. */
    void conclude(DecisionTable table, Row row, List<Row> lost, Object fact) {
        Map<String, Object> outcome = row.outcome();
        if (fact instanceof FindingView view) {
            if (outcome.get("withhold") instanceof String code) {
                withhold(view.about(), code, row);
            }
            if (outcome.get("recommend") instanceof String code) {
                recommend(view.about(), code, row, lost);
            }
        }
        if (outcome.get("finding") instanceof String code) {
            var evidence = Evidence.of(fact);
            if (outcome.get("result") instanceof TestResult result) {
                test(code, result, evidence, row, lost, table);
            } else {
                Severity severity = outcome.get("severity") instanceof Severity given ? given : Severity.WARN;
                add(finding(code, severity, evidence, table, row, lost));
            }
        }
    }

    private Finding finding(
            String code, Severity severity, Evidence evidence, DecisionTable table, Row row, List<Row> lost) {
        BigDecimal threshold = threshold(table, row, evidence.measure());
        Derivation derivation = new Derivation(
                row.id(), row.at(), lost.stream().map(Row::id).toList(), evidence.sources(), evidence.buildsOn());
        var words = new Words(context, evidence, threshold);
        String message = row.outcome().get("message") instanceof String template
                ? Template.fill(template, words)
                : code + ": " + words.orNone("value");
        return complete(code, severity, evidence, threshold, message, derivation, null);
    }

    private void test(String code, TestResult result, Evidence evidence, Row row, List<Row> lost, DecisionTable table) {
        BigDecimal threshold = threshold(table, row, evidence.measure());
        String message = row.outcome().get("message") instanceof String template
                ? Template.fill(template, new Words(context, evidence, threshold))
                : code;
        Derivation derivation = new Derivation(
                row.id(), row.at(), lost.stream().map(Row::id).toList(), evidence.sources(), evidence.buildsOn());
        addTest(
                code.startsWith("SMART_") ? code.substring("SMART_".length()) : code,
                result,
                evidence.subject(),
                message,
                evidence.values(),
                threshold,
                derivation);
    }

    /** The edge of the row that the evidence's number was compared with: the first one it has. */
    private static @Nullable BigDecimal threshold(DecisionTable table, Row row, String measure) {
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            if (cell != null
                    && table.conditions().get(i).property().name().equals(measure)
                    && cell.value() instanceof BigDecimal edge) {
                return edge;
            }
        }
        return null;
    }

    private void withhold(Finding cause, String code, Row row) {
        Effect effect = row.outcome().get("how") instanceof Effect given ? given : Effect.SUPPRESS;
        Scope scope = row.outcome().get("scope") instanceof Scope given ? given : Scope.MEASUREMENT;
        if (clearance(cause.code(), cause.kpi(), cause.period()) == null) {
            withholding.add(
                    code, new Withholding.Cause(cause, effect, scope, row, scope == Scope.RUN ? run(cause) : Set.of()));
        }
    }

    /** The periods of a finding about a run: it names the first one and counts them. */
    private Set<String> run(Finding cause) {
        var periods = new HashSet<String>();
        Period next = cause.period() == null
                ? null
                : context.settings().calendar().parse(cause.period()).orElse(null);
        for (int i = cause.values().isEmpty() ? 0 : cause.values().get(0).count(); i > 0 && next != null; i--) {
            periods.add(next.toString());
            next = next.plus(1);
        }
        return periods;
    }

    /** Somebody's decision that a doubt is unfounded; null when there is none. */
    private @Nullable Clearance clearance(String code, @Nullable String kpi, @Nullable String period) {
        for (Clearance one : context.facts().clearances()) {
            if (kpi != null && one.clears(code, kpi, period)) {
                return one;
            }
        }
        return null;
    }

    private void recommend(Finding because, String code, Row row, List<Row> lost) {
        if (!isAnswered(because)) {
            return;
        }
        var words = new Words(context, Evidence.of(because), because.threshold());
        String action = row.outcome().get("action") instanceof String template ? Template.fill(template, words) : code;
        String owner = row.outcome().get("owner") instanceof String role ? role : "SCORECARD_OWNER";
        int due =
                row.outcome().get("due") instanceof BigDecimal days ? days.intValue() : defaultDue(because.severity());
        String effect = row.outcome().get("effect") instanceof String template ? Template.fill(template, words) : null;
        Derivation derivation = new Derivation(
                row.id(),
                row.at(),
                lost.stream().map(Row::id).toList(),
                because.derivation().facts(),
                List.of(because.id()));
        advise(new Advice(code, because.subject(), because, action, owner, due, effect, derivation));
    }

    /** Actions answer what stands now; doubts about data are answered whatever their period. */
    private static boolean isAnswered(Finding finding) {
        boolean doubt = finding.stage() == Stage.QUALITY && finding.severity().compareTo(Severity.WARN) >= 0;
        return finding.state() != FindingState.SUPPRESSED && (finding.latest() || doubt);
    }

    private int defaultDue(Severity severity) {
        return context.parameters()
                .whole(
                        switch (severity) {
                            case CRITICAL -> "due_days_critical";
                            case FAIL -> "due_days_fail";
                            case WARN, INFO -> "due_days_warn";
                        });
    }

    private void advise(Advice one) {
        Subject about = one.about();
        var key = new Subject(about.scorecard(), about.kpi(), about.goal(), null, about.other());
        advice.computeIfAbsent(StableId.of(one.code(), key), id -> new ArrayList<>())
                .add(one);
        count++;
    }

    // ---- from rules

    @Override
    public void finding(String code, Severity severity, Subject subject, String message) {
        finding(code, severity, subject, null, null, null, 0, message);
    }

    @Override
    public void finding(
            String code,
            Severity severity,
            Subject subject,
            @Nullable BigDecimal value,
            @Nullable BigDecimal threshold,
            @Nullable Unit unit,
            int points,
            String message) {
        List<NamedValue> values =
                value == null && points == 0 ? List.of() : List.of(new NamedValue("value", value, unit, points));
        var evidence = new Evidence(subject, null, value, unit, values, sourcesOfJoined(), buildsOnOfJoined(), "value");
        add(complete(code, severity, evidence, threshold, message, ruleDerivation(), null));
    }

    @Override
    public void test(String test, TestResult result, Goal goal, String message) {
        test(test, result, goal, null, null, null, 0, message);
    }

    @Override
    public void test(
            String test,
            TestResult result,
            Goal goal,
            @Nullable BigDecimal value,
            @Nullable BigDecimal threshold,
            @Nullable Unit unit,
            int points,
            String message) {
        String kpi = goal.kpi().size() == 1 ? goal.kpi().get(0) : null;
        addTest(
                test,
                result,
                Subject.ofGoal(context.id(), kpi, goal.goal()),
                message,
                value == null ? List.of() : List.of(new NamedValue("value", value, unit, points)),
                threshold,
                ruleDerivation());
    }

    @Override
    public void recommend(
            String code, Subject about, FindingView because, String action, String ownerRole, int dueInDays) {
        if (isAnswered(because.about())) {
            advise(new Advice(code, about, because.about(), action, ownerRole, dueInDays, null, ruleDerivation()));
        }
    }

    @Override
    public String scorecard() {
        return context.facts().scorecard().name();
    }

    @Override
    public String name(@Nullable String id) {
        return context.nameOf(id);
    }

    @Override
    public @Nullable Unit unit(@Nullable String kpi) {
        Kpi known = context.catalogue().find(kpi);
        return known == null ? null : known.unit();
    }

    @Override
    public Set<String> names(Collection<?> kpis) {
        return kpis.stream().map(kpi -> name((String) kpi)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<String> codes(Collection<?> views) {
        var codes = new TreeSet<String>();
        for (Object view : views) {
            codes.add(((FindingView) view).code());
        }
        return codes;
    }

    @Override
    public Set<String> signs(Collection<?> views) {
        var signs = new TreeSet<String>();
        for (String code : codes(views)) {
            int end = code.indexOf('_');
            signs.add(
                    end < 0
                            ? code
                            : code.substring(end + 1).toLowerCase(Locale.ROOT).replace('_', ' ') + " ("
                                    + code.substring(0, end) + ")");
        }
        return signs;
    }

    @Override
    public String list(Collection<?> words) {
        return words.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    @Override
    public String show(@Nullable BigDecimal value, @Nullable Unit unit) {
        return Display.number(value, unit);
    }

    @Override
    public String besides(@Nullable BigDecimal value, @Nullable BigDecimal other, @Nullable Unit unit) {
        return Display.besides(value, other, unit);
    }

    @Override
    public String difference(@Nullable BigDecimal value, @Nullable Unit unit) {
        return Display.difference(value, unit);
    }

    @Override
    public String count(Number number, String things) {
        return Display.count(new BigDecimal(number.toString()), things);
    }

    private Derivation ruleDerivation() {
        RuleRef rule = Objects.requireNonNull(firing, "a rule concludes only while it fires");
        return new Derivation(rule.rule(), rule, List.of(), sourcesOfJoined(), buildsOnOfJoined());
    }

    private List<SourceRef> sourcesOfJoined() {
        var sources = new TreeSet<SourceRef>();
        for (Object fact : joined) {
            if (fact instanceof Fact imported) {
                sources.add(imported.origin().whole());
            } else if (fact instanceof Indicator indicator) {
                sources.addAll(indicator.inputs());
            } else if (fact instanceof KpiStatus status) {
                Derivation because = status.derivation();
                sources.addAll(because == null ? List.of(status.at()) : because.facts());
            } else if (fact instanceof Parameter parameter) {
                sources.add(parameter.at());
            } else if (fact instanceof Kpi kpi) {
                sources.add(kpi.at());
            } else if (fact instanceof FindingView view) {
                sources.addAll(view.about().derivation().facts());
            }
        }
        return List.copyOf(sources);
    }

    private List<String> buildsOnOfJoined() {
        var ids = new TreeSet<String>();
        for (Object fact : joined) {
            if (fact instanceof FindingView view) {
                ids.add(view.about().id());
            } else if (fact instanceof KpiStatus status) {
                ids.add(status.key());
            }
        }
        return List.copyOf(ids);
    }

    // ---- keeping

    /** A finding with its state: quality findings are never withheld, others may be. */
    Finding complete(
            String code,
            Severity severity,
            Evidence evidence,
            @Nullable BigDecimal threshold,
            String message,
            Derivation derivation,
            @Nullable String counterfactual) {
        Subject subject = evidence.subject();
        List<Withholding.Cause> causes = stage == Stage.QUALITY
                ? List.of()
                : withholding.causes(code, subject.kpi(), subject.period(), derivation.facts());
        String id = StableId.of(code, subject);
        for (Withholding.Cause cause : causes) {
            suppressions.add(new Suppression(
                    context.id(),
                    id,
                    cause.finding().id(),
                    cause.effect(),
                    cause.scope(),
                    cause.row().id(),
                    cause.row().at()));
        }
        FindingState state = Withholding.state(causes);
        String said = causes.isEmpty()
                ? message
                : message + " (" + (state == FindingState.SUPPRESSED ? "withheld" : "low confidence") + ": "
                        + causes.stream()
                                .map(cause -> cause.finding().code())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ")";
        if (stage == Stage.QUALITY) {
            Clearance cleared = clearance(code, subject.kpi(), subject.period());
            if (cleared != null) {
                said += " (cleared by " + cleared.decidedBy() + " on " + cleared.decidedOn() + ": " + cleared.reason()
                        + ")";
                derivation = derivation.with(cleared.origin().whole());
            }
        }
        Kpi kpi = context.catalogue().find(subject.kpi());
        return new Finding(
                id,
                stage,
                code,
                severity,
                state,
                evidence.status(),
                subject,
                kpi == null ? null : kpi.perspective(),
                evidence.value(),
                threshold,
                evidence.unit(),
                evidence.values(),
                said,
                derivation,
                isLatest(subject),
                causes.stream().map(cause -> cause.finding().id()).distinct().toList(),
                counterfactual);
    }

    private boolean isLatest(Subject subject) {
        String period = subject.period();
        String kpi = subject.kpi();
        if (period == null) {
            return true;
        }
        if (kpi == null) {
            return latestNodePeriod == null || period.equals(latestNodePeriod);
        }
        return latestPeriods.computeIfAbsent(kpi, this::latestPeriods).contains(period);
    }

    /** The newest closed period of each grain, as it was measured, else by the calendar. */
    private Set<String> latestPeriods(String kpi) {
        var periods = new HashSet<String>();
        for (boscard.fact.Grain grain : boscard.fact.Grain.values()) {
            var latest = context.latest(kpi, grain);
            if (latest == null) {
                latest = context.settings().calendar().containing(grain, context.asOf());
                latest = latest.isClosed(context.asOf()) ? latest : latest.previous();
            }
            periods.add(latest.toString());
        }
        return periods;
    }

    private @Nullable String latestNodePeriod;

    /** The newest period for which the scorecard was rolled up. */
    void latestNodePeriod(@Nullable String period) {
        latestNodePeriod = period;
    }

    void add(Finding finding) {
        Finding known = findings.get(finding.id());
        if (known == null || finding.severity().compareTo(known.severity()) > 0) {
            findings.put(finding.id(), finding);
            if (FindingView.isSeen(finding)) {
                session.insert(FindingView.of(finding, context));
                count++;
            }
        }
    }

    private void addTest(
            String test,
            TestResult result,
            Subject subject,
            String message,
            List<NamedValue> values,
            @Nullable BigDecimal threshold,
            Derivation derivation) {
        String goal = Objects.requireNonNull(subject.goal(), "a SMART test is about a goal");
        String key = goal + "|" + test;
        GoalTest known = tests.get(key);
        if (known != null && known.result().compareTo(result) >= 0) {
            return;
        }
        tests.put(key, new GoalTest(context.id(), goal, subject.kpi(), test, result, message, values, derivation));
        if (result == TestResult.WARN || result == TestResult.FAIL) {
            Severity severity = result == TestResult.FAIL ? Severity.FAIL : Severity.WARN;
            BigDecimal value = values.isEmpty() ? null : values.get(0).value();
            Unit unit = values.isEmpty() ? null : values.get(0).unit();
            var evidence = new Evidence(
                    subject, null, value, unit, values, derivation.facts(), derivation.buildsOn(), "value");
            add(complete("SMART_" + test, severity, evidence, threshold, message, derivation, null));
        }
    }

    /**
     * Recommendations, one per action and subject, ranked. An action about several things that are neither KPI nor goal
     * (deals, milestones, objectives) is one recommendation for the scorecard, which names the worst and the others.
     */
    List<Recommendation> recommendations() {
        var byAction = new TreeMap<String, List<List<Advice>>>();
        advice.forEach((id, reasons) -> byAction.computeIfAbsent(groupOf(id, reasons.get(0)), g -> new ArrayList<>())
                .add(worstFirst(reasons)));
        var found = new ArrayList<Recommendation>();
        byAction.values().forEach(group -> found.add(recommendation(group)));
        return Ranking.rank(found, context);
    }

    private static String groupOf(String id, Advice one) {
        Subject about = one.about();
        boolean isThing = about.other() != null && about.kpi() == null && about.goal() == null;
        return !isThing ? id : Subject.isOfCatalogue(about) ? one.code() + "|catalogue" : one.code();
    }

    private static List<Advice> worstFirst(List<Advice> reasons) {
        return reasons.stream()
                .sorted(Comparator.comparing((Advice one) -> one.because().severity(), Comparator.reverseOrder())
                        .thenComparing(Advice::because))
                .toList();
    }

    /** @param group what is done about each thing; one list unless several things share an action */
    private Recommendation recommendation(List<List<Advice>> group) {
        List<Advice> all = worstFirst(group.stream().flatMap(List::stream).toList());
        Advice worst = all.get(0);
        Subject about = worst.about();
        boolean several = group.size() > 1;
        Subject subject = several
                ? Subject.ofScorecard(about.scorecard())
                : new Subject(about.scorecard(), about.kpi(), about.goal(), null, about.other());
        return new Recommendation(
                StableId.of(worst.code(), subject),
                worst.code(),
                all.stream().map(one -> one.because().id()).distinct().toList(),
                all.stream().map(one -> one.because().code()).distinct().toList(),
                worst.because().severity(),
                subject,
                several ? worst.action() + others(all, about) : worst.action(),
                worst.ownerRole(),
                Owners.of(context, about),
                context.asOf().plusDays(worst.dueInDays()),
                worst.effect(),
                0,
                worst.derivation());
    }

    private String others(List<Advice> all, Subject first) {
        List<String> names = all.stream()
                .filter(one -> !Objects.equals(one.about().other(), first.other()))
                .map(one -> new Words(context, Evidence.of(one.because()), null).orNone("other"))
                .distinct()
                .toList();
        List<String> shown = names.subList(0, Math.min(OTHERS_SHOWN, names.size()));
        return "; likewise " + String.join(", ", shown)
                + (names.size() > shown.size() ? " and " + (names.size() - shown.size()) + " more" : "");
    }
}
