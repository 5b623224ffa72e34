package boscard.benchmarks.harness;

import boscard.benchmarks.peer.Judge;
import boscard.benchmarks.peer.Peer;
import boscard.benchmarks.peer.PeerProcess;
import boscard.benchmarks.peer.PreparedFact;
import boscard.drools.DroolsCompiler;
import boscard.evaluation.Performance;
import boscard.fact.Direction;
import boscard.fact.Frequency;
import boscard.fact.Grain;
import boscard.fact.Horizon;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.IndexingCompiler;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.table.Row;
import boscard.workbook.RulebookFolder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * boscard's tables alone, in the part of a peer: the same workbook reader, compiler and session as the product, without
 * its import, its other stages, its audit trail and its ledger.
 */
public final class BoscardTables implements Peer {

    public static void main(String[] arguments) throws Exception {
        PeerProcess.run(new BoscardTables(), arguments);
    }

    /** Reads a rulebook folder. */
    @Override
    public Judge load(Path table) {
        Rulebook rulebook = RulebookFolder.load(table).rulebook();
        RuleSession session = new IndexingCompiler(() -> new DroolsCompiler(CompilationCache.NONE))
                .compile(rulebook)
                .newSession();
        return facts -> judge(facts, session);
    }

    private static List<String> judge(List<PreparedFact> facts, RuleSession session) {
        var performances = new ArrayList<Performance>(facts.size());
        for (PreparedFact fact : facts) {
            Performance performance = performance(fact);
            performances.add(performance);
            session.insert(performance);
        }
        Map<Object, Row> best = new IdentityHashMap<>();
        session.matchTables(Stage.STATUS, (table, fact, rows) -> best.put(fact, rows.get(0)));
        session.clear();
        var statuses = new ArrayList<String>(facts.size());
        for (Performance performance : performances) {
            Row row = best.get(performance);
            statuses.add(row == null ? "" : String.valueOf(row.outcome().get("status")));
        }
        return statuses;
    }

    private static Performance performance(PreparedFact fact) {
        @Nullable BigDecimal none = null;
        return new Performance(
                fact.scorecard(),
                null,
                fact.kpi(),
                "FINANCIAL",
                Unit.COUNT,
                Direction.HIGHER,
                Horizon.SHORT,
                Timing.LAGGING,
                Frequency.M,
                null,
                Grain.MONTH,
                fact.period(),
                none,
                none,
                fact.attainment(),
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                null,
                null,
                false,
                false,
                false);
    }
}
