package boscard.ledger.parquet;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column, or of one part of the items of a list, since the last group of rows was written. Levels are
 * Parquet's: the repetition is 0 for the first value of a row and 1 for every further item of its list; the definition
 * says how much of the path to the value is there. Not thread-safe.
 */
public final class ParquetColumn {

    private static final int SMALLEST = 16;

    /** A longer text says nothing that helps to pass over a group of rows. */
    private static final int LONGEST_BOUND = 64;

    private final ParquetType type;
    private final List<String> path;
    private final int greatestDefinition;
    private final boolean isRepeated;
    private final Dictionary dictionary;
    private int[] definitions = new int[SMALLEST];
    private int[] repetitions;
    private int[] numbers = new int[SMALLEST];
    private int levels;
    private int present;

    ParquetColumn(ParquetType type, List<String> path, int greatestDefinition, boolean isRepeated) {
        this.type = type;
        this.path = path;
        this.greatestDefinition = greatestDefinition;
        this.isRepeated = isRepeated;
        this.dictionary = new Dictionary(type);
        this.repetitions = new int[isRepeated ? SMALLEST : 0];
    }

    /** A value that is missing, in a column that is no list. */
    public void missing() {
        level(0, 0);
    }

    /** Only levels: the path to the value ends before it. */
    public void missing(int repetition, int definition) {
        level(repetition, definition);
    }

    /** A value of a column that is no list, in the bytes that its type names. */
    public void value(byte[] bytes, int from, int length) {
        value(0, bytes, from, length);
    }

    /** A value with its repetition. */
    public void value(int repetition, byte[] bytes, int from, int length) {
        level(repetition, greatestDefinition);
        if (present == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * present);
        }
        numbers[present++] = type == ParquetType.YES_NO ? bytes[from] : dictionary.numberOf(bytes, from, length);
    }

    private void level(int repetition, int definition) {
        if (levels == definitions.length) {
            definitions = Arrays.copyOf(definitions, 2 * levels);
            if (isRepeated) {
                repetitions = Arrays.copyOf(repetitions, 2 * levels);
            }
        }
        if (isRepeated) {
            repetitions[levels] = repetition;
        }
        definitions[levels++] = definition;
    }

    /** Writes what there is and forgets it. */
    Chunk write(PageWriter pages) throws IOException {
        boolean withDictionary = present > 0 && type != ParquetType.YES_NO;
        GrowingBytes body = pages.body();
        if (isRepeated) {
            levels(repetitions, 1, body);
        }
        levels(definitions, greatestDefinition, body);
        if (withDictionary) {
            int width = RunLengths.width(dictionary.size() - 1);
            body.put(width);
            RunLengths.put(numbers, present, width, body);
        } else {
            bits(body);
        }
        long begin = pages.position();
        pages.begin(body.size + (withDictionary ? dictionary.page().size : 0));
        if (withDictionary) {
            pages.dictionary(dictionary.page(), dictionary.size());
        }
        long data = pages.position();
        pages.data(levels, withDictionary);
        byte @Nullable [] least = isRepeated ? null : dictionary.extreme(false, LONGEST_BOUND);
        byte @Nullable [] greatest = isRepeated ? null : dictionary.extreme(true, LONGEST_BOUND);
        var chunk = new Chunk(
                type,
                path,
                pages.isCompressed(),
                withDictionary,
                levels,
                levels - present,
                pages.uncompressed(),
                begin,
                data,
                pages.position(),
                greatest == null ? null : least,
                least == null ? null : greatest);
        dictionary.clear();
        levels = 0;
        present = 0;
        return chunk;
    }

    private void levels(int[] of, int greatest, GrowingBytes body) {
        int at = body.size;
        body.putInt(0);
        RunLengths.put(of, levels, RunLengths.width(greatest), body);
        int length = body.size - at - Integer.BYTES;
        for (int i = 0; i < Integer.BYTES; i++) {
            body.array[at + i] = (byte) (length >>> Byte.SIZE * i);
        }
    }

    /** Yes and no, a bit each. */
    private void bits(GrowingBytes body) {
        for (int i = 0; i < present; i += Byte.SIZE) {
            int bits = 0;
            for (int k = i; k < Math.min(present, i + Byte.SIZE); k++) {
                bits |= numbers[k] << k - i;
            }
            body.put(bits);
        }
    }

    /** What the end of the file says of the values of one column in one group of rows. */
    record Chunk(
            ParquetType type,
            List<String> path,
            boolean isCompressed,
            boolean withDictionary,
            int values,
            int missing,
            long uncompressed,
            long begin,
            long data,
            long end,
            byte @Nullable [] least,
            byte @Nullable [] greatest) {

        private static final int PLAIN = 0;
        private static final int RUN_LENGTHS = 3;
        private static final int NUMBERS_OF_DICTIONARY = 8;
        private static final int GZIP = 2;

        void describe(Thrift file) {
            file.beginItem().number(2, begin).begin(3).number(1, type.physical);
            file.list(2, Thrift.I32, withDictionary ? 3 : 2).item(PLAIN).item(RUN_LENGTHS);
            if (withDictionary) {
                file.item(NUMBERS_OF_DICTIONARY);
            }
            file.list(3, Thrift.BINARY, path.size());
            path.forEach(file::item);
            file.number(4, isCompressed ? GZIP : 0)
                    .number(5, (long) values)
                    .number(6, uncompressed)
                    .number(7, end - begin)
                    .number(9, data);
            if (withDictionary) {
                file.number(11, begin);
            }
            file.begin(12).number(3, (long) missing);
            if (least != null && greatest != null) {
                file.bytes(5, greatest).bytes(6, least);
            }
            file.end().end().end();
        }
    }
}
