package boscard.workbook.report;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Takes entries in any order and gives them back sorted. Only {@code held} of them are in memory; the others wait in
 * sorted temporary files that are merged at the end. Not thread-safe.
 */
final class SortedSpool<E> implements Closeable {

    interface Writer<E> {
        void write(E entry, DataOutput out) throws IOException;
    }

    interface Reader<E> {
        E read(DataInput in) throws IOException;
    }

    private final Comparator<E> order;
    private final Writer<E> writer;
    private final Reader<E> reader;
    private final int held;
    private final List<E> waiting = new ArrayList<>();
    private final List<Spilled> files = new ArrayList<>();

    private record Spilled(Path file, int entries) {}

    SortedSpool(Comparator<E> order, Writer<E> writer, Reader<E> reader, int held) {
        this.order = order;
        this.writer = writer;
        this.reader = reader;
        this.held = held;
    }

    void add(E entry) throws IOException {
        waiting.add(entry);
        if (waiting.size() == held) {
            spill();
        }
    }

    /** Gives every entry, in order; equal ones in the order in which they came. */
    void forEach(Consumer<E> consumer) throws IOException {
        var runs = new ArrayList<Run>();
        try {
            for (Spilled file : files) {
                runs.add(new Run(file, runs.size()));
            }
            waiting.sort(order);
            merge(runs, consumer);
        } finally {
            for (Run run : runs) {
                run.in.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Spilled spilled : files) {
            Files.deleteIfExists(spilled.file());
        }
    }

    private void spill() throws IOException {
        waiting.sort(order);
        var spilled = new Spilled(Files.createTempFile("boscard-report-", ".tmp"), waiting.size());
        files.add(spilled);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(spilled.file()), 1 << 16))) {
            for (E entry : waiting) {
                writer.write(entry, out);
            }
        }
        waiting.clear();
    }

    private void merge(List<Run> runs, Consumer<E> consumer) throws IOException {
        var heads = new PriorityQueue<Run>(
                Comparator.comparing((Run run) -> run.head, order).thenComparingInt(run -> run.age));
        for (Run run : runs) {
            if (run.advance()) {
                heads.add(run);
            }
        }
        for (E last : waiting) {
            take(heads, last, consumer);
            consumer.accept(last);
        }
        take(heads, null, consumer);
    }

    /** Takes from the files whatever does not come after {@code limit}; everything when that is null. */
    private void take(PriorityQueue<Run> heads, @org.jspecify.annotations.Nullable E limit, Consumer<E> consumer)
            throws IOException {
        for (Run first = heads.peek();
                first != null && (limit == null || order.compare(first.head, limit) <= 0);
                first = heads.peek()) {
            heads.poll();
            consumer.accept(first.head);
            if (first.advance()) {
                heads.add(first);
            }
        }
    }

    /** A sorted file that is being read. */
    private final class Run {

        private final DataInputStream in;
        private final int age;
        private int left;
        private E head;

        @SuppressWarnings("NullAway.Init") // advance() comes before the first look at the head
        Run(Spilled spilled, int age) throws IOException {
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(spilled.file()), 1 << 16));
            this.left = spilled.entries();
            this.age = age;
        }

        boolean advance() throws IOException {
            if (left == 0) {
                return false;
            }
            left--;
            head = reader.read(in);
            return true;
        }
    }
}
