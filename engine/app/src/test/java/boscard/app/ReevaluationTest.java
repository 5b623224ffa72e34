package boscard.app;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.drools.DroolsCompiler;
import boscard.evaluation.AsOf;
import boscard.evaluation.Derivation;
import boscard.evaluation.EvaluationSettings;
import boscard.evaluation.Indicator;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Reach;
import boscard.evaluation.Reevaluation;
import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.Facts;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Measurement;
import boscard.fact.Reading;
import boscard.intake.FactsImporter;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.Parameter;
import boscard.rulebook.Parameters;
import boscard.rulebook.RuleDocument;
import boscard.rulebook.Rulebook;
import boscard.rulebook.change.RulebookChanges;
import boscard.source.CellRef;
import boscard.source.RuleRef;
import boscard.table.Cell;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Row;
import boscard.workbook.RulebookFolder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is kept after an edit is what an evaluation of everything gives: the shipped rulebook and the first sample,
 * edited at random. -Dseed=N repeats one seed, -Dreevaluations=N tries more of them.
 */
class ReevaluationTest {

    private static final int WORKERS = 2;
    private static final int EDITS = 3;
    private static final String STATUSES = "KPI thresholds";

    private static Rulebook shipped;
    private static Facts facts;
    private static DroolsCompiler compiler;
    private static Reevaluation first;
    private static int kept;

    @BeforeAll
    static void evaluate() {
        shipped = RulebookFolder.load(Home.folder()).rulebook();
        var settings = Imports.settings(shipped, Calendars.of(shipped.parameters()), null);
        facts = new FactsImporter()
                .importFacts(List.of(Home.folder().resolve("samples/01-first/facts")), settings)
                .facts();
        compiler = new DroolsCompiler(CompiledRules.ofUser());
        first = Reevaluation.first(compiler.compile(shipped), facts, settings(shipped), WORKERS);
    }

    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one != null ? LongStream.of(one) : LongStream.rangeClosed(1, Long.getLong("reevaluations", 6L));
    }

    private static EvaluationSettings settings(Rulebook rulebook) {
        return new EvaluationSettings(new AsOf(LocalDate.of(2026, 9, 30)), Calendars.of(rulebook.parameters()));
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void whatIsKeptIsWhatAnEvaluationOfEverythingGives(long seed) {
        var random = new SplittableRandom(seed);
        Reevaluation state = first;
        for (int i = 0; i < EDITS; i++) {
            var edits = new ArrayList<String>();
            Rulebook rulebook = random.nextInt(8) == 0
                    ? state.compiled().rulebook()
                    : edited(state.compiled().rulebook(), random, edits);
            Facts of = random.nextInt(4) == 0 ? edited(state.allFacts(), random, edits) : state.allFacts();
            state = asEverythingEvaluated(state, rulebook, of, edits, seed);
        }
    }

    private static Reevaluation asEverythingEvaluated(
            Reevaluation state, Rulebook rulebook, Facts of, List<String> edits, long seed) {
        CompiledRulebook compiled = compiler.compile(rulebook);
        Reevaluation next = state.next(compiled, of, settings(rulebook), WORKERS);
        Reevaluation whole = Reevaluation.first(compiled, of, settings(rulebook), WORKERS);
        assertThat(next.concluded())
                .as("after %s; repeat with -Dseed=%d", edits, seed)
                .isEqualTo(whole.concluded());
        kept += next.concluded().size() - next.evaluated();
        return next;
    }

    /** Thresholds, status findings, roll-up, suppressions, recommendations, and the checks of every stage. */
    static Stream<Arguments> sheets() {
        return RulebookFolder.load(Home.folder()).rulebook().tables().stream()
                .flatMap(table -> (table.factType().javaType() == Indicator.class
                                ? Stream.of(RowEdit.REMOVED) // whatever it is, it reaches every scorecard
                                : Stream.of(RowEdit.values()))
                        .map(edit -> Arguments.of(table.name(), edit)));
    }

    private enum RowEdit {
        REMOVED,
        SHADOWED,
        MOVED_TO_THE_END,
        CONCLUDES_OTHERWISE
    }

    /** Of a row that decides something in the sample, where the sheet has one. */
    @ParameterizedTest
    @MethodSource("sheets")
    void anEditOfAnySheetIsFollowed(String sheet, RowEdit edit) {
        int at = shipped.tables().stream().map(DecisionTable::name).toList().indexOf(sheet);
        DecisionTable was = shipped.tables().get(at);
        Set<String> deciding = deciding();
        var rows = new ArrayList<>(was.rows());
        int place = IntStream.range(0, rows.size())
                .filter(i -> deciding.contains(rows.get(i).id()))
                .findFirst()
                .orElse(0);
        Row row = rows.get(place);
        Row otherwise = rows.stream()
                .filter(one -> !one.outcome().equals(row.outcome()))
                .findFirst()
                .orElse(row);
        switch (edit) {
            case REMOVED -> rows.remove(place);
            case SHADOWED -> rows.add(place, renamed(of(was, row, row.conditions(), otherwise.outcomes()), "NEW-1"));
            case MOVED_TO_THE_END -> rows.add(rows.remove(place));
            case CONCLUDES_OTHERWISE -> rows.set(place, of(was, row, row.conditions(), otherwise.outcomes()));
        }
        var tables = new ArrayList<>(shipped.tables());
        tables.set(at, withRows(was, rows, was.policy()));
        Rulebook edited =
                with(shipped, shipped.catalogue(), shipped.parameters(), tables, shipped.words(), shipped.holidays());
        asEverythingEvaluated(first, edited, facts, List.of(edit + " " + row.id() + " of " + sheet), 0);
    }

    private static DecisionTable withRows(DecisionTable was, List<Row> rows, HitPolicy policy) {
        return new DecisionTable(
                was.name(),
                was.stage(),
                policy,
                was.factType(),
                was.conditions(),
                was.outcomes(),
                renumbered(rows, was),
                was.at());
    }

    /** Ids of rows that decide something in the sample. */
    private static Set<String> deciding() {
        var ids = new HashSet<String>();
        first.concluded().values().forEach(concluded -> {
            for (KpiStatus status : concluded.statuses()) {
                Derivation derivation = status.derivation();
                if (derivation != null) {
                    ids.add(derivation.ruleId());
                }
            }
            for (NodeScore node : concluded.nodes()) {
                String row = node.row();
                if (row != null) {
                    ids.add(row);
                }
            }
            concluded.findings().forEach(one -> ids.add(one.derivation().ruleId()));
            concluded.recommendations().forEach(one -> ids.add(one.derivation().ruleId()));
            concluded.suppressions().forEach(one -> ids.add(one.rowId()));
        });
        return ids;
    }

    /** Another severity in a rule file; then a parameter and a table, with the lines of the edited rule kept. */
    @Test
    void anEditOfARuleFileIsFollowedAndWhatComesAfterIt() {
        long seed = Long.getLong("seed", 1L);
        var random = new SplittableRandom(seed);
        var edits = new ArrayList<String>();
        Reevaluation state = asEverythingEvaluated(first, withRule(shipped, random, edits), facts, edits, seed);
        assertThat(state.concluded()).as("after %s", edits).isNotEqualTo(first.concluded());
        Rulebook then = withTable(withParameter(state.compiled().rulebook(), random, edits), random, edits);
        asEverythingEvaluated(state, then, facts, edits, seed);
    }

    // ---- edits

    private static Rulebook edited(Rulebook rulebook, SplittableRandom random, List<String> edits) {
        return switch (random.nextInt(12)) {
            case 0 -> withParameter(rulebook, random, edits);
            case 1 -> withKpi(rulebook, random, edits);
            case 2 -> withWordOrHoliday(rulebook, random, edits);
            default -> withTable(rulebook, random, edits);
        };
    }

    /** Another severity in one of the rules that found something in the sample. */
    private static Rulebook withRule(Rulebook of, SplittableRandom random, List<String> edits) {
        Set<String> fired = first.concluded().values().stream()
                .flatMap(concluded -> concluded.findings().stream())
                .map(finding -> finding.derivation().rule())
                .filter(RuleRef.class::isInstance)
                .map(at -> ((RuleRef) at).rule())
                .collect(Collectors.toCollection(TreeSet::new));
        var documents = new ArrayList<>(of.documents());
        var places = new ArrayList<int[]>();
        for (int i = 0; i < documents.size(); i++) {
            String text = documents.get(i).text();
            for (String rule : fired) {
                int begin = text.indexOf("rule \"" + rule + "\"");
                int severity = begin < 0 ? -1 : text.indexOf("Severity.WARN", begin);
                if (severity >= 0 && severity < text.indexOf("\nend", begin)) {
                    places.add(new int[] {i, severity});
                }
            }
        }
        int[] place = places.get(random.nextInt(places.size()));
        RuleDocument was = documents.get(place[0]);
        String text = was.text().substring(0, place[1])
                + "Severity.FAIL"
                + was.text().substring(place[1] + "Severity.WARN".length());
        documents.set(place[0], new RuleDocument(was.path(), text));
        edits.add("severity at " + place[1] + " of " + was.path());
        return new Rulebook(of.catalogue(), of.parameters(), of.tables(), documents, of.words(), of.holidays(), "");
    }

    private static Rulebook withParameter(Rulebook of, SplittableRandom random, List<String> edits) {
        var all = new ArrayList<>(of.parameters().all());
        int at;
        do {
            at = random.nextInt(all.size());
        } while (all.get(at).number() == null || all.get(at).name().contains("fiscal"));
        Parameter was = all.get(at);
        BigDecimal number = Objects.requireNonNull(was.number()).add(BigDecimal.ONE);
        all.set(at, new Parameter(was.name(), number, number.toPlainString(), was.meaning(), was.at()));
        edits.add("parameter " + was.name());
        return with(of, of.catalogue(), new Parameters(all), of.tables(), of.words(), of.holidays());
    }

    private static Rulebook withKpi(Rulebook of, SplittableRandom random, List<String> edits) {
        var kpis = new ArrayList<>(of.catalogue().kpis());
        int at = random.nextInt(kpis.size());
        Kpi was = kpis.get(at);
        if (random.nextBoolean()) {
            kpis.remove(at);
            kpis.add(was);
            edits.add(was.id() + " last in the catalogue");
        } else {
            kpis.set(at, reweighed(was));
            edits.add("weight of " + was.id());
        }
        return with(
                of,
                new KpiCatalogue(kpis, of.catalogue().perspectives()),
                of.parameters(),
                of.tables(),
                of.words(),
                of.holidays());
    }

    private static Kpi reweighed(Kpi was) {
        try {
            var components = Kpi.class.getRecordComponents();
            var types = new Class<?>[components.length];
            var values = new @Nullable Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getName().equals("weight")
                        ? was.weight().add(BigDecimal.ONE)
                        : components[i].getAccessor().invoke(was);
            }
            return Kpi.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Rulebook withWordOrHoliday(Rulebook of, SplittableRandom random, List<String> edits) {
        var holidays = new HashSet<>(of.holidays());
        holidays.add(LocalDate.of(2026, 7, 1 + random.nextInt(28)));
        edits.add("holidays");
        return with(of, of.catalogue(), of.parameters(), of.tables(), of.words(), holidays);
    }

    /** Half of the edits are of thresholds, where most analysts edit. */
    private static Rulebook withTable(Rulebook of, SplittableRandom random, List<String> edits) {
        var tables = new ArrayList<>(of.tables());
        int at = random.nextInt(tables.size());
        for (int i = 0; random.nextBoolean() && i < tables.size(); i++) {
            at = tables.get(i).name().equals(STATUSES) ? i : at;
        }
        return withTable(of, at, random, edits);
    }

    private static Rulebook withTable(Rulebook of, int at, SplittableRandom random, List<String> edits) {
        var tables = new ArrayList<>(of.tables());
        DecisionTable was = tables.get(at);
        var rows = new ArrayList<>(was.rows());
        HitPolicy policy = was.policy();
        int row = random.nextInt(rows.size());
        String id = rows.get(row).id();
        switch (random.nextInt(9)) {
            case 0 -> {
                rows.remove(row);
                edits.add("without " + id);
            }
            case 1 -> {
                rows.add(random.nextInt(rows.size()), renamed(rows.get(row), "NEW-" + random.nextInt(1_000_000)));
                edits.add("copy of " + id);
            }
            case 2 -> {
                rows.add(random.nextInt(rows.size()), rows.remove(row));
                edits.add("moved " + id);
            }
            case 3 -> {
                policy = policy == HitPolicy.FIRST ? HitPolicy.COLLECT : HitPolicy.FIRST;
                edits.add("hit policy of " + was.name());
            }
            case 4 -> {
                Row other = rows.get(random.nextInt(rows.size()));
                rows.set(row, of(was, rows.get(row), rows.get(row).conditions(), other.outcomes()));
                edits.add(id + " concludes what " + other.id() + " does");
            }
            case 5 -> {
                Row other = rows.get(random.nextInt(rows.size()));
                int column = random.nextInt(was.conditions().size());
                edits.add(column + " of " + id + " as in " + other.id());
                rows.set(
                        row,
                        with(
                                was,
                                rows.get(row),
                                column,
                                cell -> other.conditions().get(column)));
            }
            default -> {
                int column = random.nextInt(was.conditions().size());
                for (int i = 0; i < was.conditions().size() && !isNumber(rows.get(row), column); i++) {
                    column = (column + 1) % was.conditions().size();
                }
                edits.add("number " + column + " of " + id);
                rows.set(row, with(was, rows.get(row), column, cell -> scaled(cell, random)));
            }
        }
        tables.set(at, withRows(was, rows, policy));
        return with(of, of.catalogue(), of.parameters(), tables, of.words(), of.holidays());
    }

    private static boolean isNumber(Row row, int column) {
        Cell cell = row.conditions().get(column);
        return cell != null && cell.value() instanceof BigDecimal;
    }

    private static @Nullable Cell scaled(@Nullable Cell cell, SplittableRandom random) {
        if (cell == null) {
            return null;
        }
        var factor = BigDecimal.valueOf(random.nextInt(60, 141), 2);
        List<Object> operands = cell.operands().stream()
                .map(operand -> operand instanceof BigDecimal number ? number.multiply(factor) : operand)
                .toList();
        return new Cell(cell.at(), operands.toString(), operands);
    }

    private static Row with(DecisionTable table, Row row, int column, UnaryOperator<@Nullable Cell> edit) {
        var conditions = new ArrayList<@Nullable Cell>(row.conditions());
        conditions.set(column, edit.apply(conditions.get(column)));
        return of(table, row, conditions, row.outcomes());
    }

    private static Row of(
            DecisionTable table, Row row, List<@Nullable Cell> conditions, List<@Nullable Cell> outcomes) {
        return Row.of(row.id(), row.position(), row.at(), conditions, table.outcomes(), outcomes, row.notes());
    }

    private static Row renamed(Row row, String id) {
        return new Row(id, row.position(), row.at(), row.conditions(), row.outcomes(), row.outcome(), row.notes());
    }

    /** Rows stand one below the other, as in a sheet; an inserted one shifts those below it. */
    private static List<Row> renumbered(List<Row> rows, DecisionTable table) {
        CellRef top = table.rows().get(0).at();
        var result = new ArrayList<Row>();
        for (Row row : rows) {
            int line = top.row() + result.size();
            var at = new CellRef(
                    row.at().workbook(),
                    row.at().sheet(),
                    line,
                    row.at().column(),
                    row.at().lastColumn());
            result.add(
                    new Row(row.id(), result.size(), at, row.conditions(), row.outcomes(), row.outcome(), row.notes()));
        }
        return result;
    }

    private static Rulebook with(
            Rulebook of,
            KpiCatalogue catalogue,
            Parameters parameters,
            List<DecisionTable> tables,
            java.util.Map<String, Set<String>> words,
            Set<LocalDate> holidays) {
        return new Rulebook(catalogue, parameters, tables, of.documents(), words, holidays, "");
    }

    private static Facts edited(Facts of, SplittableRandom random, List<String> edits) {
        var all = new ArrayList<Fact>();
        for (FactKind kind : FactKind.values()) {
            all.addAll(of.of(kind));
        }
        var measured = all.stream().filter(Measurement.class::isInstance).toList();
        var was = (Measurement) measured.get(random.nextInt(measured.size()));
        all.remove(was);
        if (random.nextInt(3) > 0 && was.actual() instanceof Reading.Present present) {
            var actual = Reading.of(present.value().multiply(BigDecimal.valueOf(random.nextInt(80, 121), 2)));
            all.add(new Measurement(
                    was.scorecard(),
                    was.kpi(),
                    was.period(),
                    actual,
                    was.target(),
                    was.baseline(),
                    was.prior(),
                    was.forecast(),
                    was.currency(),
                    was.provisional(),
                    was.note(),
                    was.origin()));
            edits.add("another actual of " + was.id());
        } else {
            edits.add("without " + was.id());
        }
        return Facts.of(all);
    }

    // ---- what is not evaluated again

    @Test
    void anEditedThresholdEvaluatesOnlyScorecardsThatMeasureTheKpi() {
        Reevaluation next = first.next(
                compiler.compile(edited(row -> row.id().equals("KT-060"), shipped)), facts, settings(shipped), WORKERS);
        var measuring = new LinkedHashSet<String>();
        first.concluded().forEach((id, concluded) -> {
            if (concluded.statuses().stream().anyMatch(status -> status.kpi().equals("grr"))) {
                measuring.add(id);
            }
        });
        assertThat(next.evaluated()).isEqualTo(measuring.size()).isLessThan(first.evaluated());
        next.concluded().forEach((id, concluded) -> {
            if (!measuring.contains(id)) {
                assertThat(concluded).as(id).isSameAs(first.concluded().get(id));
            }
        });
    }

    private static Rulebook edited(java.util.function.Predicate<Row> which, Rulebook of) {
        var random = new SplittableRandom(1);
        List<DecisionTable> tables = of.tables().stream()
                .map(table -> new DecisionTable(
                        table.name(),
                        table.stage(),
                        table.policy(),
                        table.factType(),
                        table.conditions(),
                        table.outcomes(),
                        table.rows().stream()
                                .map(row -> which.test(row)
                                        ? of(
                                                table,
                                                row,
                                                row.conditions().stream()
                                                        .<@Nullable Cell>map(cell -> scaled(cell, random))
                                                        .toList(),
                                                row.outcomes())
                                        : row)
                                .toList(),
                        table.at()))
                .toList();
        return with(of, of.catalogue(), of.parameters(), tables, of.words(), of.holidays());
    }

    @Test
    void theSameRulebookReadAgainEvaluatesNothing() {
        Rulebook again = RulebookFolder.load(Home.folder()).rulebook();
        assertThat(first.next(compiler.compile(again), facts, settings(again), WORKERS)
                        .evaluated())
                .isZero();
    }

    @Test
    void anotherActualEvaluatesItsScorecardAloneWhenNobodyIsComparedWithIt() {
        var all = new ArrayList<Fact>();
        for (FactKind kind : FactKind.values()) {
            all.addAll(facts.of(kind));
        }
        all.removeIf(fact -> fact.id().equals("TEAM-NORTH|avg_discount|2025-03"));
        assertThat(first.next(first.compiled(), Facts.of(all), settings(shipped), WORKERS)
                        .evaluated())
                .isBetween(1, first.evaluated() - 1);
    }

    @Test
    void aRuleFileReachesEveryScorecard() {
        var documents = new ArrayList<>(shipped.documents());
        RuleDocument one = documents.get(0);
        documents.set(0, new RuleDocument(one.path(), "// a line more\n" + one.text()));
        var changed = new Rulebook(
                shipped.catalogue(),
                shipped.parameters(),
                shipped.tables(),
                documents,
                shipped.words(),
                shipped.holidays(),
                "");
        assertThat(Reach.of(shipped, changed, RulebookChanges.of(shipped, changed))
                        .isEverything())
                .as("the lines of its rules are in conclusions")
                .isTrue();
    }

    @org.junit.jupiter.api.AfterAll
    static void somethingWasKept() {
        if (Long.getLong("seed") == null) {
            assertThat(kept).as("scorecards kept over all seeds").isGreaterThan(10);
        }
    }
}
