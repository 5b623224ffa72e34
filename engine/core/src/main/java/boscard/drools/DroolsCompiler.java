package boscard.drools;

import boscard.problem.InvalidRulebook;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.RuleDocument;
import boscard.rulebook.Rulebook;
import boscard.rulebook.RulebookCompiler;
import boscard.rulebook.Stage;
import boscard.source.RuleRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.impl.InternalRuleBase;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * Compiles rulebooks with Drools. Rule files are compiled when their text is new to the cache; the structure of tables
 * is built each time it is new to this compiler; cells are never compiled. Safe for any thread.
 */
public final class DroolsCompiler implements RulebookCompiler {

    private static final int KEPT_STRUCTURES = 8;

    private final CompilationCache cache;
    private final Map<String, KieBase> byStructure = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KieBase> eldest) {
            return size() > KEPT_STRUCTURES;
        }
    };

    private int structures;

    public DroolsCompiler(CompilationCache cache) {
        this.cache = cache;
    }

    /**
     * Loads Drools by having it decide about one small fact, so that a later compilation and evaluation find it loaded.
     * Needs no rulebook; for a thread that has nothing else to do.
     */
    public static void prepare() {
        Rehearsal.play();
    }

    @Override
    public CompiledRulebook compile(Rulebook rulebook) {
        var index = new Shape.Index(rulebook.tables());
        String documents = digest(rulebook.documents());
        KieBase base;
        synchronized (byStructure) {
            String key = documents + "\n" + index.structure();
            base = byStructure.get(key);
            if (base == null) {
                var models = new ArrayList<Model>();
                models.add(PreparedTables.model(index.shapes()));
                models.addAll(rules(rulebook.documents(), documents));
                base = KieBaseBuilder.createKieBaseFromModel(models);
                byStructure.put(key, base);
                structures++;
            }
        }
        return new DroolsRulebook(
                rulebook, base, new FactFilter((InternalRuleBase) base), index.byRow(), ruleRefs(rulebook.documents()));
    }

    /**
     * Compiles rule files alone; the tables beside them need not be sound.
     *
     * @throws InvalidRulebook naming file, line and rule
     */
    public void check(List<RuleDocument> documents) {
        rules(documents, digest(documents));
    }

    /** How many different structures of tables and rules this compiler has built, those it has forgotten too. */
    public int structures() {
        synchronized (byStructure) {
            return structures;
        }
    }

    /** How many times rule files were compiled by this process. */
    public static int compilations() {
        return RuleFileCompiler.builds();
    }

    private List<Model> rules(List<RuleDocument> documents, String digest) {
        if (documents.isEmpty()) {
            return List.of();
        }
        Map<String, byte[]> files = cache.find(digest).orElse(null);
        if (files == null) {
            files = RuleFileCompiler.compile(documents, digest);
            cache.keep(digest, files);
        }
        List<Model> models = new ModelLoader(files).models();
        checkStages(models, documents);
        return models;
    }

    /** A rule outside the stages would fire at a time of Drools' choosing. */
    private static void checkStages(List<Model> models, List<RuleDocument> documents) {
        var problems = new Problems();
        Map<String, RuleRef> refs = ruleRefs(documents);
        for (Model model : models) {
            for (Rule rule : model.getRules()) {
                String group = (String) rule.getAttribute(Rule.Attribute.AGENDA_GROUP);
                if (group == null || Stage.named(group).isEmpty()) {
                    problems.add(
                            ProblemCode.RULE_INVALID,
                            refs.getOrDefault(
                                    RuleText.key(rule.getPackage(), rule.getName()),
                                    new RuleRef(model.getName(), 0, rule.getName())),
                            "the rule has "
                                    + (group == null || group.equals("MAIN")
                                            ? "no agenda-group"
                                            : "agenda-group \"" + group + "\"")
                                    + "; it must name a stage",
                            "agenda-group \"pitfalls\" is meant.");
                }
            }
        }
        problems.throwIfErrors(InvalidRulebook::new);
    }

    /** By {@link RuleText#key}: rules of different packages may have the same name. */
    private static Map<String, RuleRef> ruleRefs(List<RuleDocument> documents) {
        var refs = new HashMap<String, RuleRef>();
        for (RuleDocument document : documents) {
            String packageName = RuleText.packageOf(document);
            for (RuleText.Part part : RuleText.parts(document)) {
                refs.put(
                        RuleText.key(packageName, part.name()), new RuleRef(document.path(), part.line(), part.name()));
            }
        }
        return refs;
    }

    private static String digest(List<RuleDocument> documents) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(org.drools.base.rule.Declaration.class
                    .getPackage()
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
            sha.update(engineVersion().getBytes(StandardCharsets.UTF_8));
            for (RuleDocument document : documents) {
                sha.update(document.path().getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(document.text().getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /**
     * Rules are compiled against the engine's own records. A change of their shape makes old classes wrong, so the
     * shape is part of the digest.
     */
    private static String engineVersion() {
        var text = new StringBuilder();
        for (Class<?> type : RuleVocabulary.TYPES) {
            text.append(type.getName());
            Arrays.stream(type.getMethods())
                    .filter(method -> method.getDeclaringClass() == type)
                    .map(method -> method.getName()
                            + Arrays.toString(method.getParameterTypes())
                            + method.getReturnType().getName())
                    .sorted()
                    .forEach(text::append);
        }
        return text.toString();
    }
}
