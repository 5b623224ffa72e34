package boscard.given;

import boscard.evaluation.Vocabulary;
import boscard.rulebook.Stage;
import boscard.source.CellRef;
import boscard.table.Cell;
import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.FactType;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import boscard.table.OutcomeColumn;
import boscard.table.Row;
import boscard.table.ValueType;
import boscard.table.Verb;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A decision table in the making. A cell is an object of its column's type, or null when it is empty; a number may be
 * written as text; a set is written as a list, and so are the two bounds of a range column.
 */
public final class Tables {

    /** One type per fact, as tables of a rulebook share it. */
    private static final Map<Class<? extends Record>, FactType> TYPES = new ConcurrentHashMap<>();

    private final String name;
    private final Stage stage;
    private final HitPolicy policy;
    private final FactType type;
    private final List<ConditionColumn> conditions = new ArrayList<>();
    private final List<OutcomeColumn> outcomes = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private Tables(String name, Stage stage, HitPolicy policy, FactType type) {
        this.name = name;
        this.stage = stage;
        this.policy = policy;
        this.type = type;
    }

    public static Tables table(String name, Stage stage, HitPolicy policy, Class<? extends Record> fact) {
        return new Tables(name, stage, policy, TYPES.computeIfAbsent(fact, FactType::of));
    }

    /** Another condition column; with two operators a range column, whose cells have two bounds. */
    public Tables when(String property, Operator... operators) {
        var compared = Objects.requireNonNull(type.properties().get(property), property);
        conditions.add(new ConditionColumn(
                property,
                Arrays.stream(operators)
                        .map(operator -> new Comparison(compared, operator))
                        .toList(),
                cell(1, conditions.size() + 2)));
        return this;
    }

    /** Another outcome column. */
    public Tables then(String verb) {
        Verb known = Vocabulary.verbsByName().get(verb);
        outcomes.add(new OutcomeColumn(
                verb,
                known != null ? known : new Verb(verb, ValueType.TEXT, String.class, List.of()),
                cell(1, 20 + outcomes.size())));
        return this;
    }

    /** Another row: the cells of the conditions, then those of the outcomes. */
    public Tables row(String id, @Nullable Object... cells) {
        int line = rows.size() + 2;
        var tested = new ArrayList<@Nullable Cell>();
        for (int i = 0; i < conditions.size(); i++) {
            tested.add(conditionCell(conditions.get(i), cells[i], cell(line, i + 2)));
        }
        var concluded = new ArrayList<@Nullable Cell>();
        for (int i = 0; i < outcomes.size(); i++) {
            Object value = cells[conditions.size() + i];
            concluded.add(value == null ? null : new Cell(cell(line, 20 + i), value.toString(), List.of(value)));
        }
        rows.add(Row.of(
                id, rows.size(), new CellRef(workbook(), name, line, 1, 21), tested, outcomes, concluded, Map.of()));
        return this;
    }

    public DecisionTable build() {
        return new DecisionTable(name, stage.agendaGroup(), policy, type, conditions, outcomes, rows, cell(1, 1));
    }

    private static @Nullable Cell conditionCell(ConditionColumn column, @Nullable Object written, CellRef at) {
        if (written == null) {
            return null;
        }
        var operands = new ArrayList<Object>();
        for (int i = 0; i < column.comparisons().size(); i++) {
            Object one = column.comparisons().size() > 1 ? ((List<?>) written).get(i) : written;
            operands.add(operand(column.comparisons().get(i), one));
        }
        return new Cell(at, written.toString(), operands);
    }

    private static Object operand(Comparison comparison, Object written) {
        if (written instanceof List<?> several) {
            Set<Object> values = new LinkedHashSet<>();
            several.forEach(one -> values.add(operand(comparison, one)));
            return values;
        }
        return comparison.property().type() == ValueType.NUMBER && written instanceof String number
                ? new BigDecimal(number)
                : written;
    }

    private String workbook() {
        return stage.agendaGroup() + ".xlsx";
    }

    private CellRef cell(int row, int column) {
        return CellRef.of(workbook(), name, row, column);
    }
}
