package boscard.ledger;

import boscard.evaluation.Effect;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.GoalScore;
import boscard.evaluation.GoalTest;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Population;
import boscard.evaluation.Reach;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Replay.Concluded;
import boscard.evaluation.Scope;
import boscard.evaluation.ScorecardEvaluation;
import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.evaluation.Suppression;
import boscard.evaluation.TestResult;
import boscard.fact.Direction;
import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.Facts;
import boscard.fact.Goal;
import boscard.fact.Grain;
import boscard.fact.Horizon;
import boscard.fact.Scorecard;
import boscard.fact.ScorecardFacts;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.indicator.Qualifier;
import boscard.indicator.RollUpMethod;
import boscard.ledger.FindingFilter.Condition;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import boscard.problem.Problems;
import boscard.rulebook.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One whole run, read from its folder. Rows come in the order of every listing and are read while they are used; a
 * stream holds the file open and must be closed. Holds nothing itself; safe for any thread.
 *
 * <p>Every reading method throws {@link InvalidRun} with RUN_BROKEN when a file is missing or unreadable, at the call
 * or while the stream is used.
 */
public final class StoredRun {

    static final List<String> LETTERS = List.of("S", "M", "A", "R", "T");

    private final Path folder;
    private final RunManifest manifest;

    StoredRun(Path folder, RunManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    public RunManifest manifest() {
        return manifest;
    }

    public Path folder() {
        return folder;
    }

    /** The rulebook as it was, to be loaded like any other. */
    public Path rulebook() {
        return folder.resolve("rulebook");
    }

    /** The findings that pass, by scorecard, KPI, period, stage, code. */
    public Stream<Finding> findings(FindingFilter filter) {
        return rows(RunTable.FINDINGS, filter.condition(), StoredRun::finding);
    }

    /** All recommendations, by scorecard and rank. */
    public Stream<Recommendation> recommendations() {
        return rows(RunTable.RECOMMENDATIONS, Condition.ALL, StoredRun::recommendation);
    }

    /** The status of every KPI in every period, by scorecard, KPI, period. */
    public Stream<KpiStatus> statuses() {
        return rows(RunTable.RESULTS, Condition.ALL, StoredRun::status);
    }

    /** The scores of objectives, perspectives and scorecards, by scorecard and period. */
    public Stream<NodeScore> nodes() {
        return rows(RunTable.NODES, Condition.ALL, StoredRun::node);
    }

    /** What silenced or qualified which finding, by scorecard. */
    public Stream<Suppression> suppressions() {
        return rows(RunTable.SUPPRESSIONS, Condition.ALL, StoredRun::suppression);
    }

    /** All problems, of the import and of the evaluations, in reading order. */
    public Stream<Problem> problems() {
        return rows(RunTable.PROBLEMS, Condition.ALL, StoredRun::problem);
    }

    /** The SMART results with their tests, by scorecard and goal. */
    public List<GoalScore> goals() {
        return goals(Condition.ALL);
    }

    private List<GoalScore> goals(Condition condition) {
        if (manifest.rows(RunTable.GOALS.name()) == 0) {
            return List.of();
        }
        var tests = new HashMap<String, List<GoalTest>>();
        try (Stream<GoalTest> all = rows(RunTable.GOAL_TESTS, condition, StoredRun::goalTest)) {
            all.forEach(test -> tests.computeIfAbsent(
                            key(test.scorecard(), test.goal(), test.kpi()), k -> new ArrayList<>())
                    .add(test));
        }
        try (Stream<GoalScore> goals = rows(RunTable.GOALS, condition, (RowReader row) -> goalScore(row, tests))) {
            return goals.toList();
        }
    }

    /** What was concluded about one scorecard; nothing when the run has none of this id. Reads no other rows. */
    public Concluded concluded(String scorecard) {
        Condition own = Condition.ofScorecard(scorecard);
        return new Concluded(
                list(RunTable.RESULTS, own, StoredRun::status),
                list(RunTable.NODES, own, StoredRun::node),
                goals(own),
                list(RunTable.FINDINGS, own, StoredRun::finding),
                list(RunTable.RECOMMENDATIONS, own, StoredRun::recommendation),
                list(RunTable.SUPPRESSIONS, own, StoredRun::suppression));
    }

    /**
     * What was concluded about some scorecards, one after the other, for a comparison: without the addresses of the
     * facts and the further values, which nobody compares. Must be closed.
     *
     * @param scorecards of this run, in the order of {@link #scorecards}
     */
    public ConcludedInTurn concludedInTurn(Collection<String> scorecards) {
        Condition own = scorecards.size() == manifest.rows(RunTable.SCORECARDS.name())
                ? Condition.ALL
                : Condition.ofScorecards(scorecards);
        String withoutFacts = "* REPLACE ([] AS facts)";
        return new ConcludedInTurn(
                stream(RunTable.RESULTS, withoutFacts, own, StoredRun::status),
                stream(RunTable.NODES, "*", own, StoredRun::node),
                goals(own),
                stream(RunTable.FINDINGS, "* REPLACE ([] AS facts, [] AS \"values\")", own, StoredRun::finding),
                stream(RunTable.RECOMMENDATIONS, withoutFacts, own, StoredRun::recommendation),
                stream(RunTable.SUPPRESSIONS, "*", own, StoredRun::suppression));
    }

    private <T> Stream<T> stream(RunTable table, String columns, Condition condition, RunQuery.RowMapper<T> mapper) {
        return manifest.rows(table.name()) == 0
                ? Stream.empty()
                : RunQuery.rows(folder, table, columns, condition, mapper);
    }

    /** What was concluded about some scorecards, by scorecard; reads no other rows. Unknown ones have nothing. */
    public Map<String, Concluded> concluded(Collection<String> scorecards) {
        Condition own = Condition.ofScorecards(scorecards);
        Map<String, List<KpiStatus>> statuses =
                grouped(list(RunTable.RESULTS, own, StoredRun::status), KpiStatus::scorecard);
        Map<String, List<NodeScore>> nodes = grouped(list(RunTable.NODES, own, StoredRun::node), NodeScore::scorecard);
        Map<String, List<GoalScore>> goals = grouped(goals(own), GoalScore::scorecard);
        Map<String, List<Finding>> findings =
                grouped(list(RunTable.FINDINGS, own, StoredRun::finding), Finding::scorecard);
        Map<String, List<Recommendation>> recommendations =
                grouped(list(RunTable.RECOMMENDATIONS, own, StoredRun::recommendation), Recommendation::scorecard);
        Map<String, List<Suppression>> suppressions =
                grouped(list(RunTable.SUPPRESSIONS, own, StoredRun::suppression), Suppression::scorecard);
        var concluded = new LinkedHashMap<String, Concluded>();
        for (String id : scorecards) {
            concluded.put(
                    id,
                    new Concluded(
                            statuses.getOrDefault(id, List.of()),
                            nodes.getOrDefault(id, List.of()),
                            goals.getOrDefault(id, List.of()),
                            findings.getOrDefault(id, List.of()),
                            recommendations.getOrDefault(id, List.of()),
                            suppressions.getOrDefault(id, List.of())));
        }
        return concluded;
    }

    /**
     * What is known of every scorecard without reading its conclusions, sorted by scorecard: which KPIs have a status
     * and which checks found something. Reads two or three columns.
     */
    public List<Reach.Known> known() {
        FactReader reader = layouts();
        Map<String, Scorecard> declared = declared(reader);
        Map<String, Set<String>> kpis = new HashMap<>();
        pairs(
                RunTable.RESULTS,
                "DISTINCT scorecard, kpi",
                row -> kpis.computeIfAbsent(row.text("scorecard"), id -> new HashSet<>())
                        .add(row.text("kpi")));
        Map<String, Set<Reach.CodeOfKpi>> findings = new HashMap<>();
        pairs(
                RunTable.FINDINGS,
                "DISTINCT scorecard, code, kpi",
                row -> findings.computeIfAbsent(row.text("scorecard"), id -> new HashSet<>())
                        .add(new Reach.CodeOfKpi(row.text("code"), row.textOrNull("kpi"))));
        var known = new ArrayList<Reach.Known>();
        scorecardNames()
                .forEach((id, name) -> known.add(new Reach.Known(
                        declared.getOrDefault(id, undeclared(id, name)),
                        kpis.getOrDefault(id, Set.of()),
                        findings.getOrDefault(id, Set.of()))));
        return known;
    }

    /** Each row of some columns, in any order. */
    private void pairs(RunTable table, String columns, RunQuery.RowMapper<Boolean> each) {
        if (manifest.rows(table.name()) > 0) {
            try (Stream<Boolean> rows = RunQuery.rows(folder, table, columns, Condition.ALL, each)) {
                rows.forEach(row -> {});
            }
        }
    }

    private Map<String, Scorecard> declared(FactReader reader) {
        var declared = new HashMap<String, Scorecard>();
        facts(FactKind.SCORECARDS, Condition.ALL, reader).forEach(fact -> declared.put(fact.id(), (Scorecard) fact));
        return declared;
    }

    private static <T> Map<String, List<T>> grouped(List<T> rows, Function<T, String> scorecard) {
        return rows.stream().collect(Collectors.groupingBy(scorecard));
    }

    /** Ids of all evaluated scorecards, sorted. */
    public List<String> scorecards() {
        try (Stream<String> ids =
                RunQuery.rows(folder, RunTable.SCORECARDS, "scorecard", Condition.ALL, row -> row.text("scorecard"))) {
            return ids.toList();
        }
    }

    /** Names of all evaluated scorecards by id, sorted by id. */
    public Map<String, String> scorecardNames() {
        var names = new LinkedHashMap<String, String>();
        try (Stream<Map.Entry<String, String>> rows = RunQuery.rows(
                folder,
                RunTable.SCORECARDS,
                "scorecard, \"name\"",
                Condition.ALL,
                row -> Map.entry(row.text("scorecard"), row.text("name")))) {
            rows.forEach(row -> names.put(row.getKey(), row.getValue()));
        }
        return names;
    }

    /** The newest scores of all scorecards and their perspectives, by scorecard. */
    public List<NodeScore> latestScores() {
        return list(
                RunTable.NODES,
                new Condition("latest AND kind IN ('SCORECARD', 'PERSPECTIVE')", List.of()),
                StoredRun::node);
    }

    /**
     * Every evaluation as it was stored, by scorecard, one in memory at a time; without the problems, which
     * {@link #problems} gives for the run as a whole.
     */
    public void evaluations(Consumer<ScorecardEvaluation> consumer) {
        Map<String, Scorecard> declared = declared(layouts());
        try (var inTurn = new ConcludedInTurn(
                statuses(), nodes(), goals(), findings(FindingFilter.ALL), recommendations(), suppressions())) {
            scorecardNames().forEach((id, name) -> {
                Concluded concluded = inTurn.of(id);
                consumer.accept(new ScorecardEvaluation(
                        declared.getOrDefault(id, undeclared(id, name)),
                        concluded.statuses(),
                        concluded.nodes(),
                        concluded.goals(),
                        concluded.findings(),
                        concluded.recommendations(),
                        concluded.suppressions(),
                        List.of()));
            });
        }
    }

    /** One that only measurements or goals named. */
    private static Scorecard undeclared(String id, String name) {
        return new Scorecard(
                id,
                name,
                null,
                null,
                null,
                null,
                null,
                BigDecimal.ONE,
                null,
                null,
                null,
                null,
                null,
                new boscard.source.Origin.Computed("named by other facts"));
    }

    /**
     * The facts of one scorecard, as its evaluation saw them; empty when the run has none of this id. Reads its own
     * rows and those that belong to every scorecard.
     */
    public Optional<ScorecardFacts> factsOf(String scorecard) {
        return factsOf(List.of(scorecard)).stream().findFirst();
    }

    /** The same of several scorecards, sorted by id; unknown ids are passed over. */
    public List<ScorecardFacts> factsOf(Collection<String> scorecards) {
        List<String> all = scorecards();
        var wanted = new TreeSet<>(scorecards);
        wanted.retainAll(all);
        if (wanted.isEmpty()) {
            return List.of();
        }
        FactReader reader = layouts();
        var facts = new ArrayList<Fact>();
        for (FactKind kind : FactKind.values()) {
            facts.addAll(facts(kind, conditionFor(kind, wanted), reader));
        }
        boolean declared = facts.stream().anyMatch(fact -> fact.factKind() == FactKind.SCORECARDS);
        if (!declared && !wanted.contains(all.get(0))) { // goals of nobody are judged with the topmost scorecard
            facts.removeIf(fact -> fact instanceof Goal goal && goal.scorecard() == null);
        }
        return Facts.of(facts).byScorecard().stream()
                .filter(one -> wanted.contains(one.id()))
                .toList();
    }

    /** Every scorecard is read, because one of them is the topmost; what has no column of that name is read whole. */
    private static Condition conditionFor(FactKind kind, Collection<String> scorecards) {
        return switch (kind) {
            case SCORECARDS, STRATEGY_LINKS, MILESTONES -> Condition.ALL;
            case MEASUREMENTS -> Condition.ofScorecards(scorecards);
            default ->
                FactSchema.of(kind).field("scorecard").isPresent()
                        ? Condition.ofScorecardsOrNone(scorecards)
                        : Condition.ALL;
        };
    }

    /** What every scorecard was told of all others; empty for a run that was stored without it. */
    public Optional<Population> population() {
        if (manifest.rows(RunTable.POPULATION.name()) == 0) {
            return Optional.empty();
        }
        return Optional.of(Population.restored(list(
                RunTable.POPULATION,
                Condition.ALL,
                row -> new Population.Entry(
                        row.text("what"),
                        row.textOrNull("kpi"),
                        row.textOrNull("group"),
                        FactReader.period("period", row),
                        row.textOrNull("name"),
                        row.whole("first"),
                        row.whole("second")))));
    }

    /**
     * The findings and recommendations whose id begins so, by scorecard; for one that a person typed.
     *
     * @param most how many at most
     */
    public List<Named> named(String beginning, int most) {
        var found = new ArrayList<Named>();
        for (RunTable table : List.of(RunTable.FINDINGS, RunTable.RECOMMENDATIONS)) {
            try (Stream<Named> rows = RunQuery.rows(
                    folder,
                    table,
                    "id, scorecard, code",
                    Condition.idBegins(beginning),
                    row -> new Named(
                            row.text("id"),
                            row.text("scorecard"),
                            row.text("code"),
                            table == RunTable.RECOMMENDATIONS))) {
                rows.limit(most).forEach(found::add);
            }
        }
        return found;
    }

    /** The recommendations of a code, by scorecard and rank. */
    public List<Named> recommended(String code, int most) {
        try (Stream<Named> rows = RunQuery.rows(
                folder,
                RunTable.RECOMMENDATIONS,
                "id, scorecard, code",
                new Condition("code = ?", List.of(code)),
                row -> new Named(row.text("id"), row.text("scorecard"), row.text("code"), true))) {
            return rows.limit(most).toList();
        }
    }

    /**
     * A conclusion by its id.
     *
     * @param isRecommendation else it is a finding
     */
    public record Named(String id, String scorecard, String code, boolean isRecommendation) {}

    private <T> List<T> list(RunTable table, Condition condition, RunQuery.RowMapper<T> mapper) {
        return list(table, "*", condition, mapper);
    }

    private <T> List<T> list(RunTable table, String columns, Condition condition, RunQuery.RowMapper<T> mapper) {
        try (Stream<T> rows = stream(table, columns, condition, mapper)) {
            return rows.toList();
        }
    }

    /** The digest of each scorecard's conclusions, by scorecard; where two runs agree, the conclusions do. */
    public Map<String, String> scorecardDigests() {
        var digests = new LinkedHashMap<String, String>();
        try (Stream<Map.Entry<String, String>> rows = rows(
                RunTable.SCORECARDS,
                Condition.ALL,
                (RowReader row) -> Map.entry(row.text("scorecard"), row.text("digest")))) {
            rows.forEach(row -> digests.put(row.getKey(), row.getValue()));
        }
        return digests;
    }

    /** The facts, as they were accepted, each with its address: what a replay evaluates. */
    public Facts facts() {
        FactReader reader = layouts();
        var facts = new ArrayList<Fact>();
        for (FactKind kind : FactKind.values()) {
            facts.addAll(facts(kind, Condition.ALL, reader));
        }
        return Facts.of(facts);
    }

    private FactReader layouts() {
        try (Stream<FactReader.LayoutColumn> columns =
                rows(RunTable.LAYOUTS, Condition.ALL, FactReader.LayoutColumn::read)) {
            return FactReader.of(columns);
        }
    }

    private List<Fact> facts(FactKind kind, Condition condition, FactReader reader) {
        return list(RunTable.of(kind), condition, row -> reader.read(kind, row));
    }

    /**
     * Every file that is missing, not what the manifest says, or not of the run, and the manifest itself when it was
     * changed, in reading order; none when the run is sound.
     */
    public List<Problem> damage() {
        var problems = new Problems();
        manifest.files().forEach((name, stored) -> {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                problems.add(InvalidRun.broken(file, "is missing"));
                return;
            }
            try {
                if (!sha256(file).equals(stored.sha256())) {
                    problems.add(InvalidRun.broken(file, "is not the file that was written"));
                }
            } catch (IOException e) {
                problems.add(InvalidRun.broken(file, "cannot be read: " + InvalidRun.reason(e)));
            }
        });
        try {
            if (!ManifestFile.isAsWritten(folder)) {
                problems.add(InvalidRun.broken(folder.resolve(ManifestFile.NAME), "is not the file that was written"));
            }
            foreign().forEach(file -> problems.add(InvalidRun.broken(file, "is no file of the run")));
        } catch (IOException e) {
            problems.add(InvalidRun.broken(folder, "cannot be read: " + InvalidRun.reason(e)));
        }
        return problems.sorted();
    }

    /** What lies in the folder and was not stored. */
    private List<Path> foreign() throws IOException {
        Set<Path> own = manifest.files().keySet().stream()
                .map(name -> folder.resolve(name).normalize())
                .collect(Collectors.toSet());
        own.add(folder.resolve(ManifestFile.NAME).normalize());
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .filter(file -> !own.contains(file.normalize()))
                    .sorted()
                    .toList();
        }
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = ContentDigest.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private <T> Stream<T> rows(RunTable table, Condition condition, RunQuery.RowMapper<T> mapper) {
        return RunQuery.rows(folder, table, condition, mapper);
    }

    private static Finding finding(RowReader row) throws SQLException {
        String stage = row.text("stage");
        return new Finding(
                row.text("id"),
                Stage.named(stage).orElseThrow(() -> new SQLException("has the unknown stage \"" + stage + "\"")),
                row.text("code"),
                row.choice("severity", Severity.class),
                row.choice("state", FindingState.class),
                row.choiceOrNull("status", Status.class),
                row.subject(),
                row.textOrNull("perspective"),
                row.numberOrNull("value"),
                row.numberOrNull("threshold"),
                row.choiceOrNull("unit", Unit.class),
                row.values("values"),
                row.text("message"),
                row.derivation(),
                row.yesNo("latest"),
                row.texts("suppressed_by"),
                row.textOrNull("counterfactual"));
    }

    private static Recommendation recommendation(RowReader row) throws SQLException {
        return new Recommendation(
                row.text("id"),
                row.text("code"),
                row.texts("findings"),
                row.texts("finding_codes"),
                row.choice("severity", Severity.class),
                row.subject(),
                row.text("action"),
                row.text("owner_role"),
                row.textOrNull("owner"),
                row.day("due"),
                row.textOrNull("expected_effect"),
                row.whole("rank"),
                row.derivation());
    }

    private static KpiStatus status(RowReader row) throws SQLException {
        return new KpiStatus(
                row.text("scorecard"),
                row.text("kpi"),
                row.text("perspective"),
                row.choice("unit", Unit.class),
                row.choice("direction", Direction.class),
                row.choice("horizon", Horizon.class),
                row.choice("timing", Timing.class),
                row.choice("grain", Grain.class),
                row.text("period"),
                row.day("last_day"),
                row.reading("actual"),
                row.reading("target"),
                row.numberOrNull("value"),
                row.numberOrNull("attainment"),
                row.numberOrNull("score"),
                row.numberOrNull("raw_score"),
                row.choice("status", Status.class),
                row.choice("raw_status", Status.class),
                row.number("weight"),
                row.whole("periods_red"),
                row.yesNo("provisional"),
                row.yesNo("latest"),
                row.textOrNull("note"),
                row.address("measured_at"),
                row.derivationOrNull(),
                qualifiers(row));
    }

    private static Set<Qualifier> qualifiers(RowReader row) throws SQLException {
        return row.texts("qualifiers").stream().map(Qualifier::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static NodeScore node(RowReader row) throws SQLException {
        return new NodeScore(
                row.text("scorecard"),
                row.choice("kind", NodeScore.Kind.class),
                row.text("node"),
                row.text("name"),
                row.choice("grain", Grain.class),
                row.text("period"),
                row.number("weight"),
                row.numberOrNull("score"),
                row.number("coverage"),
                row.choice("status", Status.class),
                row.choice("raw_status", Status.class),
                row.textOrNull("veto_by"),
                row.whole("red"),
                row.whole("children"),
                row.yesNo("latest"),
                row.choice("method", RollUpMethod.class),
                row.textOrNull("rule_id"),
                qualifiers(row),
                row.textOrNull("unscored"));
    }

    private static Suppression suppression(RowReader row) throws SQLException {
        return new Suppression(
                row.text("scorecard"),
                row.text("finding"),
                row.text("cause"),
                row.choice("effect", Effect.class),
                row.choice("scope", Scope.class),
                row.text("rule_id"),
                row.address("rule"));
    }

    private static Problem problem(RowReader row) throws SQLException {
        return new Problem(
                row.choice("code", ProblemCode.class),
                row.choice("severity", ProblemSeverity.class),
                row.address("place"),
                row.text("message"),
                row.textOrNull("advice"));
    }

    private static GoalTest goalTest(RowReader row) throws SQLException {
        return new GoalTest(
                row.text("scorecard"),
                row.text("goal"),
                row.textOrNull("kpi"),
                row.text("test"),
                row.choice("result", TestResult.class),
                row.text("message"),
                row.values("values"),
                row.derivationOrNull());
    }

    private static GoalScore goalScore(RowReader row, Map<String, List<GoalTest>> tests) throws SQLException {
        var letters = new LinkedHashMap<String, TestResult>();
        for (String letter : LETTERS) {
            TestResult result = row.choiceOrNull(letter.toLowerCase(Locale.ROOT), TestResult.class);
            if (result != null) {
                letters.put(letter, result);
            }
        }
        String scorecard = row.text("scorecard");
        String goal = row.text("goal");
        String kpi = row.textOrNull("kpi");
        return new GoalScore(
                scorecard,
                goal,
                kpi,
                letters,
                row.numberOrNull("score"),
                tests.getOrDefault(key(scorecard, goal, kpi), List.of()));
    }

    private static String key(String scorecard, String goal, @Nullable String kpi) {
        return scorecard + '\u0000' + goal + '\u0000' + kpi;
    }
}
