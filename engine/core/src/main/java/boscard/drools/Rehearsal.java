package boscard.drools;

import boscard.rulebook.Parameter;
import boscard.rulebook.Stage;
import boscard.source.CellRef;
import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.FactType;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import boscard.table.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drools.core.impl.InternalRuleBase;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** Decides about one made-up fact with one made-up row, for nothing but the classes that this loads. */
final class Rehearsal {

    private static final CellRef NOWHERE = CellRef.ofWorkbook("rehearsal");
    private static final String STAGE = Stage.QUALITY.agendaGroup();

    private Rehearsal() {}

    static void play() {
        FactType type = FactType.of(Parameter.class);
        var name = new Comparison(Objects.requireNonNull(type.properties().get("name")), Operator.EQUAL);
        var number = new Comparison(Objects.requireNonNull(type.properties().get("number")), Operator.AT_LEAST);
        List<ConditionColumn> columns = List.of(
                new ConditionColumn("Name", List.of(name), NOWHERE),
                new ConditionColumn("From", List.of(number), NOWHERE));
        Row row = Row.of(
                "R-1",
                0,
                NOWHERE,
                List.of(new Cell(NOWHERE, "x", List.of("x")), new Cell(NOWHERE, "1", List.of(BigDecimal.ONE))),
                List.of(),
                List.of(),
                Map.of());
        var table =
                new DecisionTable("rehearsal", STAGE, HitPolicy.FIRST, type, columns, List.of(), List.of(row), NOWHERE);

        var index = new Shape.Index(List.of(table));
        Shape shape = Objects.requireNonNull(index.byRow().get(row));
        KieBase base = KieBaseBuilder.createKieBaseFromModel(List.of(PreparedTables.model(index.shapes())));
        var session = new DroolsSession(base, new FactFilter((InternalRuleBase) base), Map.of());
        session.keep(new PreparedRow(shape.number(), table, row, session.matches()));
        session.insert(new Parameter("x", BigDecimal.ONE, "1", "", NOWHERE));
        session.matchTables(Stage.QUALITY, (matched, by, fact) -> {});
        session.fireRules(Stage.QUALITY, session, (rule, facts) -> {});
        session.clear();
        session.close();
    }
}
