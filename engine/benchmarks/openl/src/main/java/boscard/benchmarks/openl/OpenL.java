package boscard.benchmarks.openl;

import boscard.benchmarks.peer.Judge;
import boscard.benchmarks.peer.Peer;
import boscard.benchmarks.peer.PeerProcess;
import boscard.benchmarks.peer.PreparedFact;
import java.nio.file.Path;
import java.util.ArrayList;
import org.openl.rules.runtime.RulesEngineFactory;

/** A Rules table of OpenL Tablets; its columns are written so that OpenL can index them. */
public final class OpenL implements Peer {

    /** What the workbook offers. */
    public interface Table {
        String status(String scorecard, String kpi, Double attainment);
    }

    public static void main(String[] arguments) throws Exception {
        PeerProcess.run(new OpenL(), arguments);
    }

    @Override
    public Judge load(Path table) throws Exception {
        Table rules = new RulesEngineFactory<>(table.toUri().toURL(), Table.class).newEngineInstance();
        rules.status("", "", 0d); // OpenL compiles at the first call
        return facts -> {
            var statuses = new ArrayList<String>(facts.size());
            for (PreparedFact fact : facts) {
                String status = rules.status(
                        fact.scorecard(), fact.kpi(), fact.attainment().doubleValue());
                statuses.add(status == null ? "" : status);
            }
            return statuses;
        };
    }
}
