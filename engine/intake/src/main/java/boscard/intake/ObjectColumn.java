package boscard.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that are held as they are: periods, days, choices. */
final class ObjectColumn extends ValueColumn {

    private static final int PIECE_BITS = 13;
    private static final int PIECE = 1 << PIECE_BITS;

    private @Nullable Object same;
    private final List<@Nullable Object[]> pieces = new ArrayList<>();
    private @Nullable Object[] latest = new @Nullable Object[0];
    private int appended;

    @Override
    void add(@Nullable Object value) {
        if (isUniform()) {
            if (size() == 0) {
                same = value;
            }
            if (value == same) {
                count();
                return;
            }
            spread();
        }
        append(value);
        count();
    }

    @Override
    boolean isSame(@Nullable Object value) {
        return value == same;
    }

    @Override
    void appendSame() {
        append(same);
    }

    private void append(@Nullable Object value) {
        int place = appended++ & PIECE - 1;
        if (place == 0) {
            latest = new @Nullable Object[PIECE];
            pieces.add(latest);
        }
        latest[place] = value;
    }

    @Override
    @Nullable
    Object get(int row) {
        return isUniform() ? same : pieces.get(row >>> PIECE_BITS)[row & PIECE - 1];
    }

    @Override
    void set(int row, @Nullable Object value) {
        if (!isUniform() || value != same) {
            spread();
            pieces.get(row >>> PIECE_BITS)[row & PIECE - 1] = value;
        }
    }
}
