package boscard.drools;

import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.RuleDocument;
import boscard.source.LineRef;
import boscard.source.RuleRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles DRL to classes of Drools' executable model. One build at a time: Drools' builders share state by path, so
 * each build also has a release id of its own and takes its module out again.
 */
final class RuleFileCompiler {

    private static final Object ONE_BUILD_AT_A_TIME = new Object();
    private static final int LONGEST_MESSAGE = 300;
    private static int builds;

    private RuleFileCompiler() {}

    /** How many times rule files were compiled by this process; for the test that data edits compile nothing. */
    static int builds() {
        synchronized (ONE_BUILD_AT_A_TIME) {
            return builds;
        }
    }

    /**
     * Compiles all rule files together.
     *
     * @param digest of their content; part of the path, because Drools caches by path
     * @return class files and the model's index by name
     * @throws InvalidRulebook naming file, line and rule
     */
    static Map<String, byte[]> compile(List<RuleDocument> documents, String digest) {
        var files = new HashMap<String, byte[]>();
        List<Fault> errors = build(documents, digest, files);
        if (!errors.isEmpty()) {
            throw new InvalidRulebook(explain(documents, digest));
        }
        return files;
    }

    /** What the build said, and on which line of the rule file if it knew; 0 if not. */
    private record Fault(int line, String text) {}

    private static List<Fault> build(List<RuleDocument> documents, String digest, Map<String, byte[]> files) {
        synchronized (ONE_BUILD_AT_A_TIME) {
            builds++;
            KieServices services = KieServices.get();
            ReleaseId release = services.newReleaseId("boscard", "rulebook", digest + "-" + builds);
            KieFileSystem sources = services.newKieFileSystem();
            sources.generateAndWritePomXML(release);
            for (RuleDocument document : documents) {
                sources.write("src/main/resources/" + digest + "/" + document.path(), document.text());
            }
            KieBuilder builder = services.newKieBuilder(sources);
            try {
                builder.buildAll(ExecutableModelProject.class);
                List<Fault> errors = builder.getResults().getMessages(Message.Level.ERROR).stream()
                        .map(message -> new Fault(message.getLine(), message.getText()))
                        .toList();
                if (errors.isEmpty()) {
                    var module = (InternalKieModule) builder.getKieModule();
                    for (String name : module.getFileNames()) {
                        if (name.endsWith(".class") || name.endsWith("/drools-model")) {
                            files.put(name, module.getBytes(name));
                        }
                    }
                }
                return errors;
            } catch (RuntimeException unreadable) { // Drools' code generator throws at some conditions
                String reason = unreadable.getMessage() == null ? unreadable.toString() : unreadable.getMessage();
                return List.of(new Fault(0, "a condition cannot be read: " + reason));
            } finally {
                services.getRepository().removeKieModule(release);
            }
        }
    }

    /** Finds the file and the rule that are wrong by compiling them one by one: only done when something is. */
    private static List<Problem> explain(List<RuleDocument> documents, String digest) {
        var problems = new Problems();
        for (RuleDocument document : documents) {
            List<Fault> errors = build(List.of(document), digest + "-alone", new HashMap<>());
            if (!errors.isEmpty()) {
                int before = problems.sorted().size();
                for (RuleText.Part part : RuleText.parts(document)) {
                    RuleDocument alone = new RuleDocument(document.path(), part.withHeader());
                    List<Fault> own = build(List.of(alone), digest + "-rule", new HashMap<>());
                    if (!own.isEmpty()) {
                        problems.add(
                                ProblemCode.RULE_INVALID,
                                new RuleRef(document.path(), part.line(), part.name()),
                                firstLine(own));
                    }
                }
                if (problems.sorted().size() == before) { // the fault is outside any rule
                    int line = Math.max(0, errors.get(0).line());
                    problems.add(ProblemCode.RULE_INVALID, LineRef.of(document.path(), line), firstLine(errors));
                }
            }
        }
        if (problems.isEmpty()) { // each file is fine alone: two files clash
            problems.add(
                    ProblemCode.RULE_INVALID,
                    LineRef.ofFile(documents.get(0).path()),
                    "the rule files do not compile together",
                    "two files have the same package and a rule of the same name.");
        }
        return problems.sorted();
    }

    /** The first line of the most useful message; generated sources that Drools appends are left out. */
    private static String firstLine(List<Fault> errors) {
        String text = errors.stream()
                .map(Fault::text)
                .filter(message -> !message.startsWith("Java source of"))
                .findFirst()
                .orElse(errors.get(0).text());
        String line = text.lines().findFirst().orElse(text).strip();
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
    }
}
