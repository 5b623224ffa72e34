package boscard.intake;

import org.jspecify.annotations.Nullable;

/** Texts, held by their numbers. */
final class TextColumn extends ValueColumn {

    private static final int NONE = -1;

    private final Texts texts;
    private final IntList numbers = new IntList();
    private int same = NONE;

    TextColumn(Texts texts) {
        this.texts = texts;
    }

    @Override
    void add(@Nullable Object value) {
        addNumber(numberOf(value));
    }

    /** Adds a text by its number. */
    void addNumber(int number) {
        if (isUniform()) {
            if (size() == 0) {
                same = number;
            }
            if (number == same) {
                count();
                return;
            }
            spread();
        }
        numbers.add(number);
        count();
    }

    /** The number of a text; -1 for none. */
    int numberOf(@Nullable Object value) {
        return value == null ? NONE : texts.of((String) value);
    }

    @Override
    boolean isSame(@Nullable Object value) {
        return numberOf(value) == same;
    }

    @Override
    void appendSame() {
        numbers.add(same);
    }

    /** The number of the text of a row; -1 when it has none. */
    int number(int row) {
        return isUniform() ? same : numbers.get(row);
    }

    @Override
    int number(int row, ValueNumbers ofOthers) {
        return number(row) + 1;
    }

    @Override
    @Nullable
    Object get(int row) {
        int number = number(row);
        return number == NONE ? null : texts.get(number);
    }

    @Override
    void set(int row, @Nullable Object value) {
        int number = numberOf(value);
        if (!isUniform() || number != same) {
            spread();
            numbers.set(row, number);
        }
    }
}
