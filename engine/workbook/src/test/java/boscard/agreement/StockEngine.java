package boscard.agreement;

import boscard.agreement.Sketch.Given;
import boscard.evaluation.Conclude;
import boscard.rulebook.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** Drools as it comes: the workbook through its own decision-table compiler, every row a rule made of text. */
final class StockEngine {

    private static final AtomicInteger BUILDS = new AtomicInteger();

    private StockEngine() {}

    /**
     * Every match of the tables of the first stage, and of those that compare what these conclude; without those that
     * only a missing value explains.
     */
    static SortedSet<Verdict> judge(List<Sketch> sketches, List<Given> facts) {
        return judge(sketches, facts, true);
    }

    /** With the matches that a missing value passes, when {@code comparable} is false. */
    static SortedSet<Verdict> judge(List<Sketch> sketches, List<Given> facts, boolean comparable) {
        KieServices services = KieServices.Factory.get();
        var folder = services.newKieFileSystem();
        folder.generateAndWritePomXML(
                services.newReleaseId("boscard.test", "agreement", Integer.toString(BUILDS.incrementAndGet())));
        List<String> drls = drl(sketches);
        for (int i = 0; i < drls.size(); i++) {
            folder.write("src/main/resources/rules/table" + BUILDS.get() + "_" + i + ".drl", drls.get(i));
        }
        var built = services.newKieBuilder(folder).buildAll(ExecutableModelProject.class);
        List<Message> errors = built.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new AssertionError(
                    "stock Drools refuses: " + errors.subList(0, Math.min(3, errors.size())) + "\n" + sketches);
        }
        var releaseId = built.getKieModule().getReleaseId();
        KieSession session = services.newKieContainer(releaseId).newKieSession();
        try {
            return new Judging(session, sketches, comparable).judge(facts);
        } finally {
            session.dispose();
            services.getRepository().removeKieModule(releaseId);
        }
    }

    private static List<String> drl(List<Sketch> sketches) {
        try {
            Path file = Files.createTempFile("stock", ".xls");
            try {
                SketchBook.write(file, sketches);
                var drls = new ArrayList<String>();
                for (String sheet :
                        sketches.stream().map(SketchBook::sheetOf).distinct().toList()) {
                    try (var in = Files.newInputStream(file)) {
                        drls.add(new SpreadsheetCompiler().compile(in, sheet));
                    }
                }
                return drls;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One session: what fired for which fact, and what its consequence called. */
    private static final class Judging {

        private final KieSession session;
        private final List<Sketch> sketches;
        private final boolean comparable;
        private final Map<Object, String> names = new IdentityHashMap<>();
        private final List<String> called = new ArrayList<>();
        private SortedSet<Verdict> verdicts = new TreeSet<>();

        Judging(KieSession session, List<Sketch> sketches, boolean comparable) {
            this.session = session;
            this.sketches = sketches;
            this.comparable = comparable;
            session.setGlobal(
                    "conclude",
                    Proxy.newProxyInstance(
                            Conclude.class.getClassLoader(),
                            new Class<?>[] {Conclude.class},
                            (proxy, method, arguments) -> {
                                called.add(method.getName() + " " + arguments[0]);
                                return null;
                            }));
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    called.clear();
                }

                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    String row = String.valueOf(
                            event.getMatch().getRule().getMetaData().get("id"));
                    Object fact = event.getMatch().getObjects().get(0);
                    verdicts.add(new Verdict(
                            row.substring(0, row.indexOf('-')),
                            row,
                            Objects.requireNonNull(names.get(fact)),
                            String.join(", ", called.stream().sorted().toList())));
                }
            });
        }

        SortedSet<Verdict> judge(List<Given> facts) {
            SortedSet<Verdict> first = stage(Stage.PITFALLS, BoscardEngines.numbered(facts));
            var all = new TreeSet<>(first);
            all.addAll(stage(Stage.RECOMMENDATIONS, Conclusions.findings(sketches, facts, first)));
            return all;
        }

        private SortedSet<Verdict> stage(Stage stage, Map<String, Given> facts) {
            var told = new TreeSet<Verdict>();
            verdicts = told;
            facts.forEach((name, given) -> {
                Object fact = BoscardEngines.fact(given);
                names.put(fact, name);
                session.insert(fact);
            });
            session.getAgenda().getAgendaGroup(stage.agendaGroup()).setFocus();
            session.fireAllRules();
            return comparable ? withoutPassingMissing(sketches, facts, told) : told;
        }
    }

    /**
     * The one difference that tables cannot be written around: stock Drools lets a missing value pass != and not in,
     * where boscard says that nothing was compared. Such matches are taken out, and no others.
     */
    static SortedSet<Verdict> withoutPassingMissing(
            List<Sketch> sketches, Map<String, Given> facts, SortedSet<Verdict> verdicts) {
        var byName = new HashMap<String, Sketch>();
        sketches.forEach(sketch -> byName.put(sketch.name(), sketch));
        var kept = new TreeSet<Verdict>();
        for (Verdict verdict : verdicts) {
            Given fact = Objects.requireNonNull(facts.get(verdict.fact()));
            if (!Objects.requireNonNull(byName.get(verdict.table())).lacksNegative(verdict.row(), fact::isMissing)) {
                kept.add(verdict);
            }
        }
        return kept;
    }
}
