package boscard.cases;

import boscard.drools.DroolsCompiler;
import boscard.evaluation.ScorecardEvaluation;
import boscard.fact.Fact;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.IndexingCompiler;
import boscard.rulebook.Rulebook;
import boscard.table.DecisionTable;
import boscard.table.Row;
import boscard.workbook.RulebookFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rulebook of this repository, loaded and compiled once for all cases. Safe for one thread. */
final class ShippedRules {

    private static final Pattern RULE = Pattern.compile("(?m)^rule\\s+\"([^\"]+)\"");
    private static final Pattern CODE_IN_RULE = Pattern.compile("\"((?:REC-\\d+)|(?:[A-Z]+\\d+_[A-Z_]+))\"");
    private static final Pattern TEST_IN_RULE = Pattern.compile("conclude\\.test\\(\"(\\w+)\"");

    private final Rulebook rulebook;
    private final CompiledRulebook compiled;

    ShippedRules(Path home) {
        this(new IndexingCompiler(() -> new DroolsCompiler(CompilationCache.NONE))
                .compile(RulebookFolder.load(home).rulebook()));
    }

    private ShippedRules(CompiledRulebook compiled) {
        this.rulebook = compiled.rulebook();
        this.compiled = compiled;
    }

    /** The same rules with other KPIs and parameters, as an analyst would change them. */
    ShippedRules with(RulebookChanges changes) {
        return new ShippedRules(changes.of(compiled));
    }

    Rulebook rulebook() {
        return rulebook;
    }

    /** Evaluates facts as one batch, every scorecard after the other. */
    List<ScorecardEvaluation> evaluate(List<Fact> list, LocalDate day) {
        return RulebookCases.evaluate(compiled, list, day);
    }

    /** Where each table row and each rule stands, by id or name, in the order of the rulebook. */
    Map<String, String> rowsAndRules() {
        var all = new LinkedHashMap<String, String>();
        for (DecisionTable table : rulebook.tables()) {
            for (Row row : table.rows()) {
                all.put(row.id(), row.at().toString());
            }
        }
        rulebook.documents().forEach(document -> {
            Matcher rule = RULE.matcher(document.text());
            while (rule.find()) {
                all.put(rule.group(1), document.path());
            }
        });
        return all;
    }

    /** Every code that a row or a rule can conclude. */
    TreeSet<String> codes() {
        var codes = new TreeSet<String>();
        codes.add("ST1_OFF_TARGET"); // the engine's own, for every AMBER or RED status
        for (DecisionTable table : rulebook.tables()) {
            for (Row row : table.rows()) {
                for (String verb : List.of("finding", "recommend")) {
                    if (row.outcome().get(verb) instanceof String code) {
                        codes.add(code);
                    }
                }
            }
        }
        rulebook.documents().forEach(document -> {
            CODE_IN_RULE.matcher(document.text()).results().forEach(found -> codes.add(found.group(1)));
            TEST_IN_RULE.matcher(document.text()).results().forEach(found -> codes.add("SMART_" + found.group(1)));
        });
        return codes;
    }
}
