package boscard.explanation;

import boscard.evaluation.Derivation;
import boscard.evaluation.Display;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.GoalTest;
import boscard.evaluation.Indicator;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.Replay;
import boscard.evaluation.Subject;
import boscard.evaluation.TestResult;
import boscard.explanation.Cells.Located;
import boscard.explanation.Explanation.Kind;
import boscard.fact.Decimals;
import boscard.fact.FactSchema;
import boscard.rulebook.Parameter;
import boscard.rulebook.Rulebook;
import boscard.table.DecisionTable;
import boscard.table.Operator;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import boscard.table.TableInterpreter.Comparing;
import boscard.table.ValueType;
import boscard.table.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not concluded (DOMAIN.md section 11): for a row, or for every row and rule of a code, whether it
 * fired, did not fire and which cell failed by how much, was not evaluated and why, or was suppressed. Made with the
 * reference interpreter. Immutable as far as its {@link Replay} is.
 */
final class WhyNot {

    private static final int NEAREST_SHOWN = 6;
    private static final int SHOWN_DECIMALS = 4;
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{5,}");

    /** What a process chart says of itself when it says nothing (DOMAIN.md section 5). */
    private static final String LIMITS_TOO_WIDE = "LIMITS_TOO_WIDE";

    private static final Comparator<Outcome> NEAREST_FIRST = Comparator.comparingInt(Outcome::failed)
            .thenComparing(Outcome::by)
            .thenComparing(outcome -> outcome.located().row().id());

    private static final Pattern PARAMETER = Pattern.compile("Parameter\\(\\s*name\\s*==\\s*\"([^\"]+)\"");
    private static final Pattern INDICATOR = Pattern.compile("Indicator\\(\\s*name\\s*==\\s*\"([^\"]+)\"");

    private final Rulebook rulebook;
    private final Replay replay;
    private final Replay.Concluded concluded;

    /** What became of a check or a row. */
    enum Fate {
        FIRED,
        NOT_FIRED,
        NOT_EVALUATED,
        SUPPRESSED
    }

    /** What a row came to on the fact that was nearest to matching it. */
    private record Outcome(
            Located located, @Nullable Object fact, Fate fate, String reason, int failed, BigDecimal by) {}

    WhyNot(Rulebook rulebook, Replay replay, Replay.Concluded concluded) {
        this.rulebook = rulebook;
        this.replay = replay;
        this.concluded = concluded;
    }

    /** Everything that can be asked for: row ids and codes. */
    Set<String> known() {
        var known = new TreeSet<String>();
        for (DecisionTable table : rulebook.tables()) {
            for (Row row : table.rows()) {
                known.add(row.id());
                known.addAll(concludes(row));
            }
        }
        return known;
    }

    /** What a row may be asked for by, beside its id. */
    private static List<String> concludes(Row row) {
        var names = new ArrayList<String>();
        for (String verb : List.of("finding", "recommend", "status")) {
            Object said = row.outcome().get(verb);
            if (said != null) {
                names.add(said.toString());
            }
        }
        return names;
    }

    /**
     * Why a row or a code was not concluded about a subject.
     *
     * @param wanted a row's id, a code or the part of it before the first underscore, or a band; in any case
     * @return nothing to say when no row or rule is meant
     */
    List<Explanation> of(String wanted, Subject subject) {
        var answers = new ArrayList<Explanation>();
        for (DecisionTable table : rulebook.tables()) {
            for (Row row : table.rows()) {
                if (isMeant(wanted, row)) {
                    answers.add(explain(outcome(new Located(table, row), subject)));
                }
            }
        }
        if (answers.size() > NEAREST_SHOWN) { // a band or a check of many KPIs: those that are about this one
            List<Explanation> about = ofSubject(wanted, subject);
            if (!about.isEmpty()) {
                answers = new ArrayList<>(about);
            }
        }
        for (RuleListing rule : RuleListing.all(rulebook.documents())) {
            if (concludes(rule, wanted)) {
                answers.add(explain(rule, wanted, subject));
            }
        }
        return answers;
    }

    private List<Explanation> ofSubject(String wanted, Subject subject) {
        return rulebook.tables().stream()
                .flatMap(table -> table.rows().stream()
                        .filter(row -> isMeant(wanted, row))
                        .map(row -> outcome(new Located(table, row), subject)))
                .filter(outcome -> isNear(outcome) || outcome.fate() == Fate.FIRED || outcome.fate() == Fate.SUPPRESSED)
                .sorted(NEAREST_FIRST)
                .map(this::explain)
                .toList();
    }

    private static boolean isMeant(String wanted, Row row) {
        return row.id().equalsIgnoreCase(wanted) || concludes(row).stream().anyMatch(name -> isCode(wanted, name));
    }

    private static boolean isCode(String wanted, String name) {
        String plain = wanted.toUpperCase(Locale.ROOT);
        return name.equalsIgnoreCase(plain)
                || name.startsWith(plain + "_")
                || name.equals("SMART_" + plain)
                || ("SMART_" + name).equals(plain);
    }

    private static boolean concludes(RuleListing rule, String wanted) {
        return Pattern.compile("\"([A-Z][A-Z0-9_-]*)\"")
                .matcher(rule.whole())
                .results()
                .anyMatch(code -> isCode(wanted, code.group(1)));
    }

    // ---- rows

    private Outcome outcome(Located located, Subject subject) {
        Outcome nearest = nearest(located, factsFor(located.table(), subject));
        if (nearest == null) {
            nearest = nearest(located, factsForScorecard(located.table()));
        }
        if (nearest == null) {
            String name = indicatorOf(located);
            var nothing = name == null ? Optional.<String>empty() : replay.nothingFound(name, subject, concluded);
            return new Outcome(
                    located,
                    null,
                    nothing.isPresent() ? Fate.NOT_FIRED : Fate.NOT_EVALUATED,
                    nothing.orElseGet(() -> nothingToCompare(located)),
                    Integer.MAX_VALUE,
                    BigDecimal.ZERO);
        }
        return nearest;
    }

    /** The fact that comes nearest; of indicators only those that the row asks for by name. */
    private @Nullable Outcome nearest(Located located, List<Object> facts) {
        String name = indicatorOf(located);
        return facts.stream()
                .filter(fact -> name == null
                        || !(fact instanceof Indicator one)
                        || one.name().equals(name))
                .map(fact -> outcome(located, fact))
                .min(NEAREST_FIRST)
                .orElse(null);
    }

    private String nothingToCompare(Located located) {
        String name = indicatorOf(located);
        if (name != null) {
            return "there is no " + name.replace('_', ' ')
                    + " for this: it does not apply, or there are too few points for it";
        }
        return located.table().factType().name().equals("FindingView")
                ? "there is no finding here for it to answer"
                : "there is no value for it to judge";
    }

    /** The indicator that a row asks for by name; null when it asks for none or for several. */
    private static @Nullable String indicatorOf(Located located) {
        for (int i = 0; i < located.table().conditions().size(); i++) {
            var cell = located.row().conditions().get(i);
            if (cell != null
                    && located.table().factType().javaType() == Indicator.class
                    && located.table().conditions().get(i).property().name().equals("name")
                    && cell.value() instanceof String name) {
                return name;
            }
        }
        return null;
    }

    private List<Object> factsFor(DecisionTable table, Subject subject) {
        return replay.factsOf(table.factType(), concluded).stream()
                .filter(fact -> isAbout(fact, subject))
                .toList();
    }

    /** Facts about the scorecard as a whole: checks of its composition are about no KPI. */
    private List<Object> factsForScorecard(DecisionTable table) {
        return replay.factsOf(table.factType(), concluded).stream()
                .filter(fact -> {
                    Subject about = Replay.subjectOf(fact);
                    return about.kpi() == null && about.goal() == null && !Subject.isOfCatalogue(about);
                })
                .toList();
    }

    private static boolean isAbout(Object fact, Subject asked) {
        Subject is = Replay.subjectOf(fact);
        return fits(asked.kpi(), is.kpi())
                && (asked.kpi() != null && asked.goal() == null ? is.goal() == null : fits(asked.goal(), is.goal()))
                && (is.period() == null || fits(asked.period(), is.period()))
                && fits(asked.other(), is.other())
                && (asked.other() != null || !Subject.isOfCatalogue(is)); // asked is what the scorecard measures
    }

    private static boolean fits(@Nullable String asked, @Nullable String is) {
        return asked == null || asked.equals(is);
    }

    private Outcome outcome(Located located, Object fact) {
        List<Comparing> all = TableInterpreter.compare(located.table(), located.row(), fact);
        int failed = 0;
        int missing = 0;
        BigDecimal by = BigDecimal.ZERO;
        for (Comparing comparing : all) {
            if (comparing.verdict() == Verdict.FAILED) {
                failed += isNumber(comparing) ? 1 : 100;
                by = by.add(isNumber(comparing) ? distance(comparing) : BigDecimal.ONE);
            } else if (comparing.verdict() == Verdict.NOT_EVALUATED) {
                missing++;
            }
        }
        Comparing fewPoints =
                all.stream().filter(WhyNot::isOfTooFewPoints).findFirst().orElse(null);
        if (fewPoints != null && failed < 100) { // below the least number of points nothing is said
            return new Outcome(
                    located,
                    fact,
                    Fate.NOT_EVALUATED,
                    "there are too few points for it: "
                            + ((BigDecimal) Objects.requireNonNull(fewPoints.value())).toPlainString() + ", at least "
                            + ((BigDecimal) fewPoints.operand()).toPlainString() + " are needed",
                    failed,
                    by);
        }
        if (failed > 0 && fact instanceof Indicator one && LIMITS_TOO_WIDE.equals(one.text())) {
            return new Outcome(
                    located, fact, Fate.NOT_EVALUATED, "the limits are too wide to say anything", failed, by);
        }
        if (failed > 0) {
            Comparing first = all.stream()
                    .filter(one -> one.verdict() == Verdict.FAILED)
                    .findFirst()
                    .orElseThrow();
            return new Outcome(located, fact, Fate.NOT_FIRED, first.cell().at().address() + " fails", failed, by);
        } else if (missing > 0) {
            String what = all.stream()
                    .filter(one -> one.verdict() == Verdict.NOT_EVALUATED)
                    .map(one -> one.column().heading())
                    .findFirst()
                    .orElseThrow();
            return new Outcome(located, fact, Fate.NOT_EVALUATED, "there is no value for " + what, 50, by);
        }
        return matched(located, fact);
    }

    /** A number has to be of so many points, and is not. */
    private static boolean isOfTooFewPoints(Comparing comparing) {
        return comparing.verdict() == Verdict.FAILED
                && comparing.comparison().property().name().equals("count")
                && comparing.comparison().operator() == Operator.AT_LEAST
                && isNumber(comparing);
    }

    private Outcome matched(Located located, Object fact) {
        String row = located.row().id();
        Subject subject = Replay.subjectOf(fact);
        Finding by = concluded.findings().stream()
                .filter(finding -> finding.derivation().ruleId().equals(row) && isSame(finding.subject(), subject))
                .findFirst()
                .orElse(null);
        if (by != null) {
            return by.state() == FindingState.SUPPRESSED
                    ? new Outcome(
                            located, fact, Fate.SUPPRESSED, "finding " + by.id() + " is withheld", 0, BigDecimal.ZERO)
                    : new Outcome(located, fact, Fate.FIRED, "finding " + by.id(), 0, BigDecimal.ZERO);
        }
        String winner = winner(located, fact);
        if (winner != null) { // else it decided: a status, a passed test, or the milder of two findings
            return new Outcome(
                    located,
                    fact,
                    Fate.NOT_FIRED,
                    "all its cells match, but " + winner + " stands above it and the first counts",
                    0,
                    BigDecimal.ZERO);
        }
        return new Outcome(located, fact, Fate.FIRED, "all its cells match", 0, BigDecimal.ZERO);
    }

    private static boolean isSame(Subject one, Subject other) {
        return Objects.equals(one.kpi(), other.kpi())
                && Objects.equals(one.goal(), other.goal())
                && Objects.equals(one.period(), other.period())
                && Objects.equals(one.other(), other.other());
    }

    private static @Nullable String winner(Located located, Object fact) {
        List<Row> matched = TableInterpreter.match(located.table(), fact);
        List<Row> chosen = located.table().policy().choose(matched);
        return chosen.contains(located.row()) || chosen.isEmpty()
                ? null
                : chosen.get(0).id();
    }

    private static boolean isNumber(Comparing comparing) {
        return comparing.value() instanceof BigDecimal
                && comparing.operand() instanceof BigDecimal
                && comparing.comparison().property().type() == ValueType.NUMBER;
    }

    /** How far a number is from its edge, as a share of the larger of the two. */
    private static BigDecimal distance(Comparing comparing) {
        var value = (BigDecimal) Objects.requireNonNull(comparing.value());
        var edge = (BigDecimal) comparing.operand();
        BigDecimal largest = value.abs().max(edge.abs());
        return largest.signum() == 0
                ? BigDecimal.ZERO
                : value.subtract(edge).abs().divide(largest, Decimals.PRECISION);
    }

    private Explanation explain(Outcome outcome) {
        Located located = outcome.located();
        Explanation row = Cells.row(located, outcome.fact(), ": " + outcome.fate() + ", " + outcome.reason());
        var children = new ArrayList<Explanation>();
        if (outcome.fact() instanceof Indicator indicator) {
            children.add(indicator(indicator));
        }
        children.addAll(row.children());
        concluded.suppressions().stream()
                .filter(suppression ->
                        outcome.fate() == Fate.SUPPRESSED && outcome.reason().contains(suppression.finding()))
                .forEach(suppression -> children.add(Explanation.leaf(
                        Kind.SUPPRESSION,
                        "withheld by finding " + suppression.cause() + " (" + suppression.rowId() + ")",
                        suppression.row())));
        return row.with(children).with("fate", outcome.fate()).with("reason", outcome.reason());
    }

    static Explanation indicator(Indicator indicator) {
        return Explanation.leaf(
                        Kind.INDICATOR,
                        indicator.name().replace('_', ' ') + " is "
                                + (indicator.text() != null
                                        ? indicator.text()
                                                + (indicator.value() == null
                                                        ? ""
                                                        : ", " + Display.number(indicator.value(), indicator.unit()))
                                        : Display.number(indicator.value(), indicator.unit()))
                                + (indicator.count() > 0
                                        ? ", from " + indicator.count()
                                                + (indicator.count() == 1 ? " point" : " points")
                                        : "")
                                + (indicator.formula().isEmpty() ? "" : ": " + readable(indicator.formula())),
                        null)
                .with("indicator", indicator.name())
                .with("value", indicator.value())
                .with("text", indicator.text())
                .with("unit", indicator.unit())
                .with("count", indicator.count())
                .with("reference", indicator.reference())
                .with("formula", indicator.formula());
    }

    /** Numbers with many decimals as people read them; the details keep them exact. */
    private static String readable(String formula) {
        return LONG_NUMBER
                .matcher(formula)
                .replaceAll(found -> new BigDecimal(found.group())
                        .setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    // ---- nearest misses

    /** A row that only numbers keep from firing. */
    private static boolean isNear(Outcome outcome) {
        return outcome.fate() == Fate.NOT_FIRED && outcome.failed() > 0 && outcome.failed() < 50;
    }

    /** The rows that would have fired had a number been a little different, nearest first. */
    List<Explanation> nearest(Subject subject) {
        var near = new ArrayList<Outcome>();
        for (DecisionTable table : rulebook.tables()) {
            List<Object> facts = factsFor(table, subject);
            for (Row row : table.rows()) {
                var located = new Located(table, row);
                facts.stream()
                        .map(fact -> outcome(located, fact))
                        .filter(WhyNot::isNear)
                        .min(NEAREST_FIRST)
                        .ifPresent(near::add);
            }
        }
        near.sort(NEAREST_FIRST);
        var shown = new ArrayList<Explanation>();
        near.stream().limit(NEAREST_SHOWN).map(this::explain).forEach(shown::add);
        if (near.size() > NEAREST_SHOWN) {
            shown.add(Explanation.leaf(Kind.MORE, "and " + (near.size() - NEAREST_SHOWN) + " rows farther away", null));
        }
        return shown;
    }

    // ---- rules of rule files

    private Explanation explain(RuleListing rule, String wanted, Subject subject) {
        Finding finding = concluded.findings().stream()
                .filter(one -> one.derivation().ruleId().equals(rule.name()))
                .filter(one -> isCode(wanted, one.code()))
                .filter(one -> fits(subject.kpi(), one.kpi()) && fits(subject.goal(), one.goal()))
                .findFirst()
                .orElse(null);
        boolean tested = testsOf(subject).stream()
                .map(GoalTest::derivation)
                .anyMatch(
                        derivation -> derivation != null && derivation.ruleId().equals(rule.name()));
        Fate fate = finding == null
                ? tested ? Fate.FIRED : Fate.NOT_FIRED
                : finding.state() == FindingState.SUPPRESSED ? Fate.SUPPRESSED : Fate.FIRED;
        var children = new ArrayList<Explanation>();
        children.addAll(documentation(rule));
        List<Indicator> all = replay.indicators(concluded);
        List<Indicator> found = namedIn(rule, all, subject);
        found.forEach(one -> children.add(indicator(one)));
        List<String> missing = found(rule, subject, found, 0);
        missing.forEach(one -> children.add(Explanation.leaf(Kind.INDICATOR, one, null)));
        for (MatchResult named : PARAMETER.matcher(rule.whole()).results().toList()) {
            Parameter parameter = rulebook.parameters().find(named.group(1));
            if (parameter != null) {
                children.add(Explanation.leaf(
                        Kind.FACT, "parameter " + parameter.name() + " = " + parameter.text(), parameter.at()));
            }
        }
        conditions(rule, children);
        Fate said = fate == Fate.NOT_FIRED && !missing.isEmpty() ? Fate.NOT_EVALUATED : fate;
        return Explanation.of(
                        Kind.RULE,
                        "rule \"" + rule.name() + "\": " + said + (finding == null ? "" : ", finding " + finding.id()),
                        rule.file() + ":" + rule.line(),
                        children)
                .with("rule", rule.name())
                .with("fate", said);
    }

    /**
     * What a rule would have to find and does not, each in a sentence; empty when it looked. Findings that it builds on
     * are looked for in turn: while nothing could have concluded them, it did not look.
     */
    private List<String> found(RuleListing rule, Subject subject, List<Indicator> named, int depth) {
        RuleNeeds needs = RuleNeeds.of(rule);
        var missing = new ArrayList<String>();
        for (RuleNeeds.Need need : needs.all()) {
            if (!isThere(need, subject, named, depth)) {
                missing.add(isMissing(need));
            }
        }
        boolean anyIsThere = needs.any().stream()
                .anyMatch(group -> group.stream().allMatch(need -> isThere(need, subject, named, depth)));
        if (!needs.any().isEmpty() && !anyIsThere) {
            needs.any().stream().flatMap(List::stream).map(WhyNot::isMissing).forEach(missing::add);
        }
        return missing;
    }

    private static List<RuleNeeds.Named> named(RuleNeeds.Need need, String property) {
        return need.names().stream()
                .filter(name -> name.property().equals(property))
                .toList();
    }

    private static String isMissing(RuleNeeds.Need need) {
        if (need.type().equals("Indicator")) {
            return named(need, "name").stream()
                            .map(name -> name.text().replace('_', ' '))
                            .collect(Collectors.joining(", "))
                    + ": there is none for this; it does not apply, or there are too few points";
        } else if (need.type().equals("FindingView")) {
            return named(need, "code").stream().map(RuleNeeds.Named::text).collect(Collectors.joining(", "))
                    + ": nothing could be concluded of it";
        }
        return "there is no "
                + need.type().replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(Locale.ROOT)
                + (need.present().isEmpty()
                        ? ""
                        : " with "
                                + String.join(", ", need.present())
                                        .replaceAll("(?<=[a-z])([A-Z])", " $1")
                                        .toLowerCase(Locale.ROOT))
                + " to look at";
    }

    private boolean isThere(RuleNeeds.Need need, Subject subject, List<Indicator> named, int depth) {
        return switch (need.type()) {
            case "Indicator" ->
                named(need, "name").stream()
                        .allMatch(name -> named.stream().anyMatch(one -> name.fits(one.name()))
                                || replay.nothingFound(name.text(), subject, concluded)
                                        .isPresent());
            case "KpiStatus" ->
                concluded.statuses().stream()
                        .anyMatch(one -> one.latest()
                                && one.status().isBand()
                                && fits(subject.kpi(), one.kpi())
                                && named(need, "perspective").stream().allMatch(name -> name.fits(one.perspective()))
                                && named(need, "horizon").stream().allMatch(name -> name.fits(one.horizon()))
                                && named(need, "timing").stream().allMatch(name -> name.fits(one.timing())));
            case "NodeScore" ->
                concluded.nodes().stream()
                        .anyMatch(one -> one.latest() && one.status().isBand());
            case "FindingView" -> depth > 0 || couldConclude(need, subject);
            default -> replay.facts().of(need.type()).stream().anyMatch(fact -> hasAll(fact, need.present()));
        };
    }

    /** Whether one of the findings that are asked for was concluded, or looked for in vain. */
    private boolean couldConclude(RuleNeeds.Need need, Subject subject) {
        List<RuleNeeds.Named> codes = named(need, "code");
        if (codes.isEmpty()
                || concluded.findings().stream()
                        .anyMatch(one -> codes.stream().anyMatch(code -> code.fits(one.code())))) {
            return true;
        }
        for (DecisionTable table : rulebook.tables()) {
            for (Row row : table.rows()) {
                if (row.outcome().get("finding") instanceof String code
                        && codes.stream().anyMatch(one -> one.fits(code))
                        && outcome(new Located(table, row), subject).fate() != Fate.NOT_EVALUATED) {
                    return true;
                }
            }
        }
        for (RuleListing rule : RuleListing.all(rulebook.documents())) {
            boolean concludes = Pattern.compile("conclude\\.finding\\(\"([A-Z0-9_]+)\"")
                    .matcher(rule.whole())
                    .results()
                    .anyMatch(found -> codes.stream().anyMatch(one -> one.fits(found.group(1))));
            if (concludes
                    && found(rule, subject, namedIn(rule, replay.indicators(concluded), subject), 1)
                            .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAll(boscard.fact.Fact fact, List<String> properties) {
        FactSchema schema = FactSchema.of(fact.factKind());
        Object[] values = schema.values(fact);
        return properties.stream()
                .allMatch(property -> schema.field(FactSchema.canonical(property))
                        .map(field -> values[field.position()] != null)
                        .orElse(true));
    }

    /** For each indicator that a rule names the one about the subject: the newest, when there are several. */
    static List<Indicator> namedIn(RuleListing rule, List<Indicator> all, Subject subject) {
        var newest = new LinkedHashMap<String, Indicator>();
        INDICATOR
                .matcher(rule.whole())
                .results()
                .forEach(named -> all.stream()
                        .filter(one -> one.name().equals(named.group(1)))
                        .filter(one -> fits(subject.kpi(), one.kpi()) || one.kpi() == null)
                        .filter(one -> fits(subject.goal(), one.goal()) || one.goal() == null)
                        .filter(one -> subject.period() == null
                                || one.period() == null
                                || one.period().equals(subject.period()))
                        .filter(one -> subject.other() == null
                                || one.other() == null
                                || subject.other().equals(one.other()))
                        .forEach(one -> newest.put(one.name(), one)));
        return List.copyOf(newest.values());
    }

    static List<Explanation> documentation(RuleListing rule) {
        return rule.documentation().isEmpty()
                ? List.of()
                : List.of(Explanation.leaf(Kind.RULE_TEXT, String.join(" ", rule.documentation()), null));
    }

    static void conditions(RuleListing rule, List<Explanation> children) {
        children.add(Explanation.of(
                Kind.RULE_TEXT,
                "when",
                null,
                rule.conditions().stream()
                        .map(line -> Explanation.leaf(Kind.RULE_TEXT, line, null))
                        .toList()));
    }

    // ---- what was concluded instead

    /**
     * What was concluded instead, each in a line: the status of a KPI; of a goal the tests that are meant, or those
     * that it did not pass.
     *
     * @param wanted empty for whatever is near
     */
    List<Explanation> instead(Subject subject, String wanted) {
        var drawn = new ArrayList<Explanation>();
        for (KpiStatus status : concluded.statuses()) {
            if (status.kpi().equals(subject.kpi()) && status.period().equals(subject.period())) {
                Derivation derivation = status.derivation();
                drawn.add(Explanation.leaf(
                                Kind.CONCLUSION,
                                "it is " + status.status() + (derivation == null ? "" : " by " + derivation.ruleId()),
                                derivation == null ? status.at() : derivation.rule())
                        .with("status", status.status()));
            }
        }
        for (GoalTest test : testsOf(subject)) {
            boolean meant = wanted.isEmpty()
                    ? test.result() == TestResult.WARN || test.result() == TestResult.FAIL
                    : isCode(wanted, "SMART_" + test.test());
            if (meant) {
                drawn.add(Explanation.leaf(Kind.PART, test.test() + " " + test.result() + "  " + test.message(), null)
                        .with("test", test.test())
                        .with("result", test.result()));
            }
        }
        return drawn;
    }

    private List<GoalTest> testsOf(Subject subject) {
        return concluded.goals().stream()
                .filter(goal -> goal.goal().equals(subject.goal()))
                .flatMap(goal -> goal.tests().stream())
                .toList();
    }
}
