package boscard.app;

import boscard.cases.RulebookCases;
import boscard.problem.Problem;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.Row;
import boscard.table.example.Coverage;
import boscard.table.example.Example;
import boscard.table.example.Trial;
import boscard.workbook.RulebookWithTests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tests of a rulebook, run: what the printed and the JSON form of their result are made of.
 *
 * @param trials of the examples, in the order of their sheets
 * @param coverages per table, in the order of the rulebook
 * @param cases null when they were not run
 * @param problems of Tests sheets and case files, in reading order
 */
record TestRun(
        List<Trial> trials, List<Coverage> coverages, RulebookCases.@Nullable Results cases, List<Problem> problems) {

    TestRun {
        trials = List.copyOf(trials);
        coverages = List.copyOf(coverages);
        problems = List.copyOf(problems);
    }

    /** Tries all examples with the reference interpreter. */
    static List<Trial> trials(RulebookWithTests loaded) {
        Map<String, DecisionTable> tables = new LinkedHashMap<>();
        loaded.loaded().rulebook().tables().forEach(table -> tables.put(table.name(), table));
        var trials = new ArrayList<Trial>();
        for (Example example : loaded.examples()) {
            DecisionTable table = tables.get(example.table());
            if (table != null) {
                trials.add(Trial.of(table, example));
            }
        }
        return trials;
    }

    static TestRun of(RulebookWithTests loaded, List<Trial> trials, RulebookCases.@Nullable Results cases) {
        Rulebook rulebook = loaded.loaded().rulebook();
        var problems = new ArrayList<>(loaded.problems());
        if (cases != null) {
            problems.addAll(cases.problems());
        }
        return new TestRun(
                trials,
                rulebook.tables().stream()
                        .map(table -> Coverage.of(table, trials))
                        .toList(),
                cases,
                problems.stream().sorted(Problem.READING_ORDER).toList());
    }

    /**
     * Asks the engine of an evaluation the same as the interpreter was asked.
     *
     * @throws IllegalStateException when they disagree, which is a fault of boscard
     */
    static void confirm(List<Trial> trials, Rulebook rulebook) {
        // without its rule files: a rule may look at what an example does not give
        CompiledRulebook compiled = Engine.INDEX.compiler(CompilationCache.NONE).compile(rulebook.withoutRules());
        Map<Object, Set<Row>> matched = new IdentityHashMap<>();
        try (RuleSession session = compiled.newSession()) {
            for (Stage stage : Stage.values()) {
                trials.stream()
                        .filter(trial -> trial.table().stage().equals(stage.agendaGroup()))
                        .forEach(trial -> session.insert(trial.fact()));
                session.matchTables(
                        stage,
                        (table, fact, rows) -> matched.computeIfAbsent(fact, key -> new HashSet<>())
                                .addAll(rows));
                session.clear();
            }
        }
        for (Trial trial : trials) {
            var own = new HashSet<>(matched.getOrDefault(trial.fact(), Set.of()));
            own.retainAll(trial.table().rows());
            if (!own.equals(new HashSet<>(trial.matched()))) {
                throw new IllegalStateException("For " + trial.example().at() + " an evaluation finds the rows "
                        + own.stream().map(Row::id).sorted().toList() + " and the reference interpreter "
                        + trial.matched().stream().map(Row::id).sorted().toList());
            }
        }
    }

    List<Trial> failures() {
        return trials.stream().filter(trial -> !trial.passed()).toList();
    }

    boolean passed() {
        return failures().isEmpty()
                && (cases == null || cases.failed() == 0)
                && problems.stream().noneMatch(Problem::isError);
    }

    int rows() {
        return coverages.stream()
                .mapToInt(coverage -> coverage.table().rows().size())
                .sum();
    }

    int reached() {
        return coverages.stream().mapToInt(Coverage::reached).sum();
    }
}
