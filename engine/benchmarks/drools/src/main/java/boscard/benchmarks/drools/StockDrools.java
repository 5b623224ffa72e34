package boscard.benchmarks.drools;

import boscard.benchmarks.peer.Judge;
import boscard.benchmarks.peer.Peer;
import boscard.benchmarks.peer.PeerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** A workbook through Drools' own decision tables. One long-lived session; facts come and go in portions. */
public final class StockDrools implements Peer {

    private final boolean executable;

    private StockDrools(boolean executable) {
        this.executable = executable;
    }

    /**
     * Runs.
     *
     * @param arguments {@code classic} or {@code executable}, then those of {@link PeerProcess}
     */
    public static void main(String[] arguments) throws Exception {
        PeerProcess.run(
                new StockDrools(arguments[0].equals("executable")), Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    @Override
    public Judge load(Path table) throws IOException {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(services.newReleaseId("boscard.benchmarks", "table", "1"));
        files.write(
                "src/main/resources/rules/table.drl.xlsx",
                services.getResources()
                        .newByteArrayResource(Files.readAllBytes(table))
                        .setResourceType(ResourceType.DTABLE));
        KieBuilder builder = services.newKieBuilder(files);
        if (executable) {
            builder.buildAll(ExecutableModelProject.class);
        } else {
            builder.buildAll();
        }
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        KieContainer container = services.newKieContainer(builder.getKieModule().getReleaseId());
        KieSession session = container.newKieSession();
        return facts -> {
            var judged = new ArrayList<Judged>(facts.size());
            var handles = new ArrayList<FactHandle>(facts.size());
            facts.forEach(fact -> {
                var one = new Judged(fact);
                judged.add(one);
                handles.add(session.insert(one));
            });
            session.fireAllRules();
            handles.forEach(session::delete);
            List<String> statuses = new ArrayList<>(judged.size());
            judged.forEach(one -> statuses.add(one.status()));
            return statuses;
        };
    }
}
