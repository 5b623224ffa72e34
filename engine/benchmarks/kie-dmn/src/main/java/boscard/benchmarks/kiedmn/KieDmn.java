package boscard.benchmarks.kiedmn;

import boscard.benchmarks.peer.Judge;
import boscard.benchmarks.peer.Peer;
import boscard.benchmarks.peer.PeerProcess;
import boscard.benchmarks.peer.PreparedFact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** A decision table in DMN. */
public final class KieDmn implements Peer {

    public static void main(String[] arguments) throws Exception {
        PeerProcess.run(new KieDmn(), arguments);
    }

    @Override
    public Judge load(Path table) {
        Resource resource = ResourceFactory.newFileResource(table.toFile());
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        DMNModel model = runtime.getModels().get(0);
        return facts -> {
            var statuses = new ArrayList<String>(facts.size());
            for (PreparedFact fact : facts) {
                DMNContext context = runtime.newContext();
                context.set("scorecard", fact.scorecard());
                context.set("kpi", fact.kpi());
                context.set("attainment", fact.attainment());
                Object status = runtime.evaluateAll(model, context)
                        .getDecisionResultByName("status")
                        .getResult();
                statuses.add(status == null ? "" : status.toString());
            }
            return statuses;
        };
    }
}
