package boscard.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stream of rows sorted by scorecard, taken scorecard by scorecard in that order. Not thread-safe. */
final class Grouped<T> implements AutoCloseable {

    private final Stream<T> rows;
    private final Iterator<T> iterator;
    private final Function<T, String> scorecard;
    private @Nullable T next;

    private Grouped(Stream<T> rows, Function<T, String> scorecard) {
        this.rows = rows;
        this.iterator = rows.iterator();
        this.scorecard = scorecard;
        advance();
    }

    static <T> Grouped<T> by(Stream<T> rows, Function<T, String> scorecard) {
        return new Grouped<>(rows, scorecard);
    }

    private void advance() {
        next = iterator.hasNext() ? iterator.next() : null;
    }

    /** The rows of a scorecard; it must be asked for in the order of the rows. */
    List<T> of(String id) {
        var own = new ArrayList<T>();
        for (T row = next; row != null && scorecard.apply(row).equals(id); row = next) {
            own.add(row);
            advance();
        }
        return own;
    }

    @Override
    public void close() {
        rows.close();
    }
}
