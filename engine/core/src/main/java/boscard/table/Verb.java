package boscard.table;

import java.util.List;

/**
 * Something a row can conclude: a method of the {@code conclude} global with one argument.
 *
 * @param name of the method
 * @param type of its argument
 * @param javaType of its argument
 * @param choices the constants when the type is CHOICE, else empty
 */
public record Verb(String name, ValueType type, Class<?> javaType, List<Object> choices) {

    public Verb {
        choices = List.copyOf(choices);
    }
}
