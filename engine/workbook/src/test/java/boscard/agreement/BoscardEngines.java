package boscard.agreement;

import boscard.agreement.Sketch.Given;
import boscard.drools.DroolsCompiler;
import boscard.evaluation.Vocabulary;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.IndexingCompiler;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Rulebook;
import boscard.rulebook.RulebookCompiler;
import boscard.rulebook.Stage;
import boscard.table.DecisionTable;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** The three engines of boscard. */
final class BoscardEngines {

    private BoscardEngines() {}

    /** The reference interpreter. */
    static SortedSet<Verdict> interpreted(Rulebook rulebook, List<Sketch> sketches, List<Given> facts) {
        SortedSet<Verdict> first = interpreted(rulebook, Stage.PITFALLS, numbered(facts));
        var all = new TreeSet<>(first);
        all.addAll(interpreted(rulebook, Stage.RECOMMENDATIONS, Conclusions.findings(sketches, facts, first)));
        return all;
    }

    private static SortedSet<Verdict> interpreted(Rulebook rulebook, Stage stage, Map<String, Given> facts) {
        var verdicts = new TreeSet<Verdict>();
        facts.forEach((name, given) -> {
            Object fact = fact(given);
            for (DecisionTable table : rulebook.tables(stage)) {
                if (table.factType().javaType() == fact.getClass()) {
                    for (Row row : TableInterpreter.match(table, fact)) {
                        verdicts.add(new Verdict(table.name(), row.id(), name, LoadedSketches.outcome(row)));
                    }
                }
            }
        });
        return verdicts;
    }

    /** Drools over prepared rows. */
    static SortedSet<Verdict> prepared(Rulebook rulebook, List<Sketch> sketches, List<Given> facts) {
        try (RuleSession session =
                new DroolsCompiler(CompilationCache.NONE).compile(rulebook).newSession()) {
            return judged(session, sketches, facts);
        }
    }

    /** The index that evaluations use. */
    static SortedSet<Verdict> indexed(Rulebook rulebook, List<Sketch> sketches, List<Given> facts) {
        try (RuleSession session = indexing().compile(rulebook).newSession()) {
            return judged(session, sketches, facts);
        }
    }

    static RulebookCompiler indexing() {
        return new IndexingCompiler(() -> {
            throw new AssertionError("tables alone need no engine for rules");
        });
    }

    static SortedSet<Verdict> judged(RuleSession session, List<Sketch> sketches, List<Given> facts) {
        SortedSet<Verdict> first = judged(session, Stage.PITFALLS, numbered(facts));
        var all = new TreeSet<>(first);
        all.addAll(judged(session, Stage.RECOMMENDATIONS, Conclusions.findings(sketches, facts, first)));
        session.clear();
        return all;
    }

    private static SortedSet<Verdict> judged(RuleSession session, Stage stage, Map<String, Given> facts) {
        var names = new IdentityHashMap<Object, String>();
        facts.forEach((name, given) -> {
            Object fact = fact(given);
            names.put(fact, name);
            session.insert(fact);
        });
        var verdicts = new TreeSet<Verdict>();
        session.matchTables(stage, (table, fact, rows) -> {
            int above = -1;
            for (Row row : rows) {
                String name = Objects.requireNonNull(names.get(fact));
                if (!verdicts.add(new Verdict(table.name(), row.id(), name, LoadedSketches.outcome(row)))) {
                    throw new AssertionError("told twice: " + table.name() + " " + row.id() + " " + name);
                }
                if (row.position() <= above) {
                    throw new AssertionError("not in sheet order: " + table.name() + " " + rows);
                }
                above = row.position();
            }
        });
        return verdicts;
    }

    static Map<String, Given> numbered(List<Given> facts) {
        var numbered = new LinkedHashMap<String, Given>();
        for (int i = 0; i < facts.size(); i++) {
            numbered.put(Integer.toString(i), facts.get(i));
        }
        return numbered;
    }

    static Object fact(Given given) {
        return Objects.requireNonNull(Vocabulary.factTypesByName().get(given.factType()))
                .factOf(given.values());
    }
}
