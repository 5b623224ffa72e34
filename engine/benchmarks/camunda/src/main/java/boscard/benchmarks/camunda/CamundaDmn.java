package boscard.benchmarks.camunda;

import boscard.benchmarks.peer.Judge;
import boscard.benchmarks.peer.Peer;
import boscard.benchmarks.peer.PeerProcess;
import boscard.benchmarks.peer.PreparedFact;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;

/** A decision table in DMN. */
public final class CamundaDmn implements Peer {

    public static void main(String[] arguments) throws Exception {
        PeerProcess.run(new CamundaDmn(), arguments);
    }

    @Override
    public Judge load(Path table) throws Exception {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        DmnDecision decision;
        try (InputStream in = Files.newInputStream(table)) {
            decision = engine.parseDecision("status", in);
        }
        return facts -> {
            var statuses = new ArrayList<String>(facts.size());
            for (PreparedFact fact : facts) {
                DmnDecisionTableResult result = engine.evaluateDecisionTable(
                        decision,
                        Variables.createVariables()
                                .putValue("scorecard", fact.scorecard())
                                .putValue("kpi", fact.kpi())
                                .putValue("attainment", fact.attainment().doubleValue()));
                statuses.add(result.isEmpty() ? "" : result.getFirstResult().getSingleEntry());
            }
            return statuses;
        };
    }
}
