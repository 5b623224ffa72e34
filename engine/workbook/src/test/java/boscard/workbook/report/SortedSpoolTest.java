package boscard.workbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedSpoolTest {

    private record Entry(int key, int number) {

        static Entry read(DataInput in) throws IOException {
            return new Entry(in.readInt(), in.readInt());
        }
    }

    @ParameterizedTest(name = "{0} entries")
    @ValueSource(ints = {0, 1, 9, 10, 11, 20, 1_234})
    void entriesComeBackSortedAndEqualOnesInTheOrderOfTheirComing(int size) throws IOException {
        var random = new SplittableRandom(size);
        Comparator<Entry> byKey = Comparator.comparingInt(Entry::key);
        var expected = new ArrayList<Entry>();
        var sorted = new ArrayList<Entry>();
        try (var spool = new SortedSpool<Entry>(
                byKey,
                (entry, out) -> {
                    out.writeInt(entry.key());
                    out.writeInt(entry.number());
                },
                Entry::read,
                10)) {
            for (int i = 0; i < size; i++) {
                var entry = new Entry(random.nextInt(50), i);
                expected.add(entry);
                spool.add(entry);
            }
            spool.forEach(sorted::add);
        }
        expected.sort(byKey);
        assertThat(sorted).as("seed %d", size).isEqualTo(expected);
    }
}
