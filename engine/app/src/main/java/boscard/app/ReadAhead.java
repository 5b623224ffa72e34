package boscard.app;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Items that are read piece by piece, the next piece on a thread of its own while the items of the one before are in
 * use: so at most two pieces are held. Belongs to the one thread that asks for the items.
 *
 * @param <T> an item
 */
final class ReadAhead<T> implements AutoCloseable {

    private final String name;
    private final Iterator<List<String>> pieces;
    private final Function<List<String>, List<T>> read;
    private @Nullable Beside<List<T>> ahead;
    private Iterator<T> current = List.<T>of().iterator();

    private ReadAhead(String name, Iterator<List<String>> pieces, Function<List<String>, List<T>> read) {
        this.name = name;
        this.pieces = pieces;
        this.read = read;
        begin();
    }

    /**
     * Begins to read.
     *
     * @param pieces what to read together, in order
     * @param read gives the items of a piece; called by one thread at a time
     */
    static <T> ReadAhead<T> of(String name, List<List<String>> pieces, Function<List<String>, List<T>> read) {
        return new ReadAhead<>(name, pieces.iterator(), read);
    }

    private void begin() {
        List<String> piece = pieces.hasNext() ? pieces.next() : null;
        ahead = piece == null ? null : Beside.start(name, () -> read.apply(piece));
    }

    /**
     * The next item. What reading it threw is thrown here.
     *
     * @throws IllegalStateException when there is none
     */
    T next() {
        while (!current.hasNext()) {
            if (ahead == null) {
                throw new IllegalStateException("no more " + name);
            }
            try {
                current = ahead.result().iterator();
            } catch (RuntimeException known) {
                throw known;
            } catch (Exception interrupted) {
                throw new IllegalStateException("interrupted while reading " + name, interrupted);
            }
            begin();
        }
        return current.next();
    }

    /**
     * The items as a list that is gone through once, from the first on.
     *
     * @param size how many there are
     */
    List<T> all(int size) {
        return new AbstractList<>() {
            private int at;

            @Override
            public T get(int index) {
                if (index != at) {
                    throw new IllegalStateException("item " + index + " of " + name + ", after " + at);
                }
                at++;
                return next();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** Waits for the piece that is being read. */
    @Override
    public void close() {
        if (ahead != null) {
            ahead.close();
        }
    }
}
