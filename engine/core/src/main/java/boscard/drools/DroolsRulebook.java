package boscard.drools;

import boscard.fact.KpiCatalogue;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.Parameters;
import boscard.rulebook.RuleSession;
import boscard.rulebook.Rulebook;
import boscard.source.RuleRef;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.Map;
import java.util.Objects;
import org.kie.api.KieBase;

/** A rulebook bound to its compiled structure. */
final class DroolsRulebook implements CompiledRulebook {

    private final Rulebook rulebook;
    private final KieBase base;
    private final FactFilter filter;
    private final Map<Row, Shape> shapes;
    private final Map<String, RuleRef> rules;

    DroolsRulebook(
            Rulebook rulebook, KieBase base, FactFilter filter, Map<Row, Shape> shapes, Map<String, RuleRef> rules) {
        this.rulebook = rulebook;
        this.base = base;
        this.filter = filter;
        this.shapes = shapes;
        this.rules = rules;
    }

    @Override
    public Rulebook rulebook() {
        return rulebook;
    }

    @Override
    public CompiledRulebook with(KpiCatalogue catalogue, Parameters parameters) {
        return new DroolsRulebook(rulebook.with(catalogue, parameters), base, filter, shapes, rules);
    }

    @Override
    public RuleSession newSession() {
        var session = new DroolsSession(base, filter, rules);
        for (DecisionTable table : rulebook.tables()) {
            for (Row row : table.rows()) {
                Shape shape = Objects.requireNonNull(shapes.get(row));
                session.keep(new PreparedRow(shape.number(), table, row, session.matches()));
            }
        }
        return session;
    }
}
