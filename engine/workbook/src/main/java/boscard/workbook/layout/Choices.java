package boscard.workbook.layout;

import java.util.Arrays;
import java.util.List;

/**
 * A drop-down list.
 *
 * @param name its heading on the hidden sheet of lists; one list per name in a workbook
 * @param closed whether Excel refuses anything else; otherwise it only asks back, since new ids come into being
 */
public record Choices(String name, List<String> values, boolean closed) {

    public Choices {
        values = List.copyOf(values);
    }

    /** Every constant of an enumeration, and nothing else. */
    public static Choices of(Class<? extends Enum<?>> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return new Choices(type.getSimpleName(), names, true);
    }

    /** A list that people extend; another value is accepted after a question. */
    public static Choices open(String name, List<String> values) {
        return new Choices(name, values, false);
    }
}
