package boscard.drools;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.betaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import boscard.table.ConditionColumn.Comparison;
import boscard.table.FactType.Property;
import boscard.table.Operator;
import boscard.table.ValueType;
import java.util.List;
import org.drools.model.Declaration;
import org.drools.model.Index.ConstraintType;
import org.drools.model.Model;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.functions.Function1;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.impl.ModelImpl;

/**
 * The structure of decision tables as a Drools model: one rule per shape, which joins a fact with the rows of that
 * shape. Built from objects, not from text: nothing is generated, parsed or compiled, and no cell can become code. See
 * docs/adr/0004-prepared-tables.md.
 */
final class PreparedTables {

    /** Package of the rules that stand for tables. */
    static final String PACKAGE = "boscard.tables";

    private PreparedTables() {}

    /** The agenda group in which the tables of a stage are matched. */
    static String agendaGroup(String stage) {
        return "tables " + stage;
    }

    static Model model(List<Shape> shapes) {
        var model = new ModelImpl(PACKAGE);
        shapes.forEach(shape -> model.addRule(ruleOf(shape)));
        return model;
    }

    @SuppressWarnings("unchecked")
    private static Rule ruleOf(Shape shape) {
        Declaration<Object> fact = declarationOf((Class<Object>) shape.factClass(), "$fact");
        Declaration<PreparedRow> row = declarationOf(PreparedRow.class, "$row");
        PatternDef<PreparedRow> rows = pattern(row)
                .expr(
                        "shape " + shape.number(),
                        new OfShape(shape.number()),
                        alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, ShapeNumber.INSTANCE, shape.number()));
        for (int i = 0; i < shape.comparisons().size(); i++) {
            Comparison comparison = shape.comparisons().get(i);
            Predicate2<PreparedRow, Object> test = new CellTest(comparison, i);
            String id = ((CellTest) test).getExpressionHash();
            rows = isIndexed(comparison)
                    ? rows.expr(
                            id,
                            fact,
                            test,
                            betaIndexedBy(
                                    Object.class,
                                    ConstraintType.EQUAL,
                                    i + 1,
                                    new OperandOf(i),
                                    new ValueOf(comparison.property())))
                    : rows.expr(id, fact, test);
        }
        return rule(PACKAGE, "shape " + shape.number())
                .attribute(Rule.Attribute.AGENDA_GROUP, agendaGroup(shape.stage()))
                .build(
                        pattern(fact),
                        rows,
                        on(fact, row).execute((matchedFact, matchedRow) -> matchedRow.matched(matchedFact)));
    }

    /** A hash index needs equal values to be equal objects, which decimals of different scale are not. */
    private static boolean isIndexed(Comparison comparison) {
        return comparison.operator() == Operator.EQUAL && comparison.property().type() != ValueType.NUMBER;
    }

    // Drools shares nodes between equal constraints and asks each for a hash of its expression. Lambdas would be read
    // back
    // from their bytecode for that, and two that capture different cells would look alike; these classes say it
    // themselves.

    private record OfShape(int number) implements Predicate1<PreparedRow>, HashedExpression {
        @Override
        public boolean test(PreparedRow row) {
            return row.getShape() == number;
        }

        @Override
        public String getExpressionHash() {
            return "shape " + number;
        }
    }

    private enum ShapeNumber implements Function1<PreparedRow, Integer>, HashedExpression {
        INSTANCE;

        @Override
        public Integer apply(PreparedRow row) {
            return row.getShape();
        }

        @Override
        public String getExpressionHash() {
            return "shape number";
        }
    }

    private record CellTest(Comparison comparison, int index)
            implements Predicate2<PreparedRow, Object>, HashedExpression {
        @Override
        public boolean test(PreparedRow row, Object fact) {
            Object value = comparison.property().valueOf(fact);
            return value != null && comparison.operator().test(value, row.operand(index));
        }

        @Override
        public String getExpressionHash() {
            return comparison.property().name() + " " + comparison.operator() + " operand " + index;
        }
    }

    private record OperandOf(int index) implements Function1<PreparedRow, Object>, HashedExpression {
        @Override
        public Object apply(PreparedRow row) {
            return row.operand(index);
        }

        @Override
        public String getExpressionHash() {
            return "operand " + index;
        }
    }

    private record ValueOf(Property property) implements Function1<Object, Object>, HashedExpression {
        @Override
        @SuppressWarnings("NullAway") // Drools looks a missing value up in the index and finds nothing
        public Object apply(Object fact) {
            return property.valueOf(fact);
        }

        @Override
        public String getExpressionHash() {
            return property.javaType().getName() + " " + property.name();
        }
    }
}
