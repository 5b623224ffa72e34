package boscard.drools;

import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.ArrayList;

/** A row of a table as a fact of one session. Public because the rules engine asks it for its shape. */
public final class PreparedRow {

    private final int shape;
    private final Object[] operands;
    private final DecisionTable table;
    private final Row row;
    private final Matches matches;

    PreparedRow(int shape, DecisionTable table, Row row, Matches matches) {
        this.shape = shape;
        this.table = table;
        this.row = row;
        this.matches = matches;
        var filled = new ArrayList<Object>();
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell cell = row.conditions().get(i);
            ConditionColumn column = table.conditions().get(i);
            for (int j = 0; cell != null && j < column.comparisons().size(); j++) {
                filled.add(cell.operands().get(j));
            }
        }
        this.operands = filled.toArray();
    }

    /** Number of the shape among all shapes of the rulebook. */
    public int getShape() {
        return shape;
    }

    Object operand(int index) {
        return operands[index];
    }

    void matched(Object fact) {
        matches.add(table, row, fact);
    }
}
