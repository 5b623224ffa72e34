package boscard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReadAheadTest {

    @Test
    void itemsComeInOrderAndAtMostOnePieceIsReadAhead() {
        List<List<String>> read = Collections.synchronizedList(new ArrayList<>());
        List<List<String>> pieces = List.of(List.of("a", "b"), List.of(), List.of("c"), List.of("d"));
        try (var ahead = ReadAhead.<String>of("letters", pieces, piece -> {
            read.add(piece);
            return piece.stream().map(String::toUpperCase).toList();
        })) {
            assertThat(ahead.next()).isEqualTo("A");
            assertThat(read).hasSizeLessThanOrEqualTo(2);
            assertThat(ahead.next()).isEqualTo("B");
            assertThat(ahead.next()).isEqualTo("C");
            assertThat(ahead.next()).isEqualTo("D");
            assertThatThrownBy(ahead::next).isInstanceOf(IllegalStateException.class);
        }
        assertThat(read).isEqualTo(pieces);
    }

    @Test
    void whatReadingThrewIsThrownWhereTheItemIsAskedFor() {
        try (var ahead = ReadAhead.<String>of("letters", List.of(List.of("a"), List.of("b")), piece -> {
            if (piece.contains("b")) {
                throw new IllegalArgumentException("no b");
            }
            return piece;
        })) {
            assertThat(ahead.next()).isEqualTo("a");
            assertThatThrownBy(ahead::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no b");
        }
    }

    @Test
    void aListOfTheItemsIsGoneThroughOnce() {
        List<List<String>> pieces =
                IntStream.range(0, 5).mapToObj(i -> List.of("x" + i, "y" + i)).toList();
        try (var ahead = ReadAhead.<String>of("letters", pieces, piece -> piece)) {
            List<String> all = ahead.all(10);
            assertThat(all.iterator())
                    .toIterable()
                    .containsExactlyElementsOf(
                            pieces.stream().flatMap(List::stream).toList());
            assertThatThrownBy(() -> all.get(0)).isInstanceOf(IllegalStateException.class);
        }
    }
}
