package boscard.ledger;

import boscard.evaluation.Derivation;
import boscard.evaluation.NamedValue;
import boscard.evaluation.Subject;
import boscard.fact.Decimals;
import boscard.fact.Reading;
import boscard.fact.Unit;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Struct;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RowBuffer} wrote, from the current row of a result. Not thread-safe. */
final class RowReader {

    private final ResultSet result;
    private final Map<String, Integer> positions = new HashMap<>();
    private @Nullable String exact;
    private boolean exactIsRead;

    RowReader(ResultSet result) throws SQLException {
        this.result = result;
        ResultSetMetaData columns = result.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            positions.put(columns.getColumnName(i), i);
        }
    }

    /** Goes to the next row; false after the last one. */
    boolean next() throws SQLException {
        exactIsRead = false;
        return result.next();
    }

    /** The exact texts of the row, read once however many numbers it has. */
    private @Nullable String exact() throws SQLException {
        if (!exactIsRead) {
            exact = textOrNull(RunTable.EXACT);
            exactIsRead = true;
        }
        return exact;
    }

    private int position(String name) throws SQLException {
        Integer position = positions.get(name);
        if (position == null) {
            throw new SQLException("has no column \"" + name + "\"");
        }
        return position;
    }

    @Nullable
    String textOrNull(String name) throws SQLException {
        return result.getString(position(name));
    }

    String text(String name) throws SQLException {
        return required(name, textOrNull(name));
    }

    private static <T> T required(String name, @Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("has no value in column \"" + name + "\"");
        }
        return value;
    }

    <E extends Enum<E>> @Nullable E choiceOrNull(String name, Class<E> type) throws SQLException {
        String text = textOrNull(name);
        return text == null ? null : Enum.valueOf(type, text);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(name));
    }

    int whole(String name) throws SQLException {
        return result.getInt(position(name));
    }

    @Nullable
    Integer wholeOrNull(String name) throws SQLException {
        int value = result.getInt(position(name));
        return result.wasNull() ? null : value;
    }

    boolean yesNo(String name) throws SQLException {
        return result.getBoolean(position(name));
    }

    @Nullable
    Boolean yesNoOrNull(String name) throws SQLException {
        boolean value = result.getBoolean(position(name));
        return result.wasNull() ? null : value;
    }

    @Nullable
    LocalDate dayOrNull(String name) throws SQLException {
        return result.getObject(position(name), LocalDate.class);
    }

    LocalDate day(String name) throws SQLException {
        return required(name, dayOrNull(name));
    }

    @Nullable
    BigDecimal numberOrNull(String name) throws SQLException {
        String texts = exact();
        if (texts != null) {
            for (String part : texts.split(" ")) {
                if (part.startsWith(name + "=")) {
                    return new BigDecimal(part.substring(name.length() + 1));
                }
            }
        }
        BigDecimal held = result.getBigDecimal(position(name));
        return held == null ? null : Decimals.canonical(held);
    }

    BigDecimal number(String name) throws SQLException {
        return required(name, numberOrNull(name));
    }

    Reading reading(String name) throws SQLException {
        String state = textOrNull(name + "_state");
        if (state == null) {
            return Reading.of(number(name));
        }
        return state.equals("NOT_APPLICABLE")
                ? Reading.NOT_APPLICABLE
                : new Reading.Missing(Reading.Reason.valueOf(state));
    }

    List<String> texts(String name) throws SQLException {
        var texts = new ArrayList<String>();
        for (Object item : items(name)) {
            texts.add((String) item);
        }
        return texts;
    }

    List<NamedValue> values(String name) throws SQLException {
        var values = new ArrayList<NamedValue>();
        for (Object item : items(name)) {
            @Nullable Object[] parts = ((Struct) item).getAttributes();
            BigDecimal held = (BigDecimal) parts[1];
            String exact = (String) parts[2];
            String unit = (String) parts[3];
            Object count = parts[4];
            values.add(new NamedValue(
                    required(name, (String) parts[0]),
                    exact != null ? new BigDecimal(exact) : held == null ? null : Decimals.canonical(held),
                    unit == null ? null : Unit.valueOf(unit),
                    count == null ? 0 : (Integer) count));
        }
        return values;
    }

    Subject subject() throws SQLException {
        return new Subject(
                text("scorecard"), textOrNull("kpi"), textOrNull("goal"), textOrNull("period"), textOrNull("other"));
    }

    Derivation derivation() throws SQLException {
        return required("rule_id", derivationOrNull());
    }

    @Nullable
    Derivation derivationOrNull() throws SQLException {
        String ruleId = textOrNull("rule_id");
        return ruleId == null
                ? null
                : new Derivation(ruleId, address("rule"), texts("lost_rows"), addresses("facts"), texts("builds_on"));
    }

    SourceRef address(String name) throws SQLException {
        return AddressText.parse(text(name));
    }

    List<SourceRef> addresses(String name) throws SQLException {
        var addresses = new ArrayList<SourceRef>();
        for (Object item : items(name)) {
            addresses.add(AddressText.parse((String) item));
        }
        return addresses;
    }

    /** The items of a list; none when it is null. */
    private Object[] items(String name) throws SQLException {
        Array array = result.getArray(position(name));
        return array == null ? new Object[0] : (Object[]) array.getArray();
    }
}
