package boscard.intake;

import boscard.fact.FactSchema.Field;
import org.jspecify.annotations.Nullable;

/**
 * The values of one field, row by row. As long as all rows have the same value, that is all it holds. Not thread-safe
 * while it grows.
 */
abstract class ValueColumn {

    private int size;
    private boolean uniform = true;

    /** @param texts of the import */
    static ValueColumn of(Field field, Texts texts) {
        return switch (field.type()) {
            case TEXT -> new TextColumn(texts);
            case READING -> new NumberColumn(true);
            case DECIMAL -> new NumberColumn(false);
            case INTEGER, DATE, PERIOD, YES_NO, LIST, CHOICE -> new ObjectColumn();
        };
    }

    final int size() {
        return size;
    }

    /** Whether all rows have the same value. */
    final boolean isUniform() {
        return uniform;
    }

    abstract void add(@Nullable Object value);

    @Nullable
    abstract Object get(int row);

    abstract void set(int row, @Nullable Object value);

    /** A number for the value, from 0: two values of columns of this kind are equal when their numbers are. */
    int number(int row, ValueNumbers numbers) {
        return numbers.of(get(row));
    }

    /** Adds a value many times. */
    final void add(@Nullable Object value, int times) {
        for (int i = 0; i < times; i++) {
            if (uniform && size > 0 && isSame(value)) {
                size += times - i;
                return;
            }
            add(value);
        }
    }

    /** Whether it is the value of all rows so far. */
    abstract boolean isSame(@Nullable Object value);

    /** Gives a row a place of its own, with the value that all rows have. */
    abstract void appendSame();

    /** One more row, with the value of all others or, in a column that is not uniform, with its own value. */
    final void count() {
        size++;
    }

    /** Every row gets a place of its own. */
    final void spread() {
        if (uniform) {
            uniform = false;
            for (int row = 0; row < size; row++) {
                appendSame();
            }
        }
    }
}
