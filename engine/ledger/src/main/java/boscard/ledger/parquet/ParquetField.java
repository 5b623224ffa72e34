package boscard.ledger.parquet;

import java.util.List;

/**
 * A column of a file, by name. Every value may be missing; the items of a list may not, but the parts of an item may.
 *
 * @param parts of each item of a list of structures; empty for every other type
 */
public record ParquetField(String name, ParquetType type, boolean isList, List<ParquetField> parts) {

    public ParquetField {
        parts = List.copyOf(parts);
    }

    public static ParquetField of(String name, ParquetType type) {
        return new ParquetField(name, type, false, List.of());
    }

    /** A list of values of one type. */
    public static ParquetField listOf(String name, ParquetType type) {
        return new ParquetField(name, type, true, List.of());
    }

    /** A list of structures, each with the same parts. */
    public static ParquetField listOf(String name, List<ParquetField> parts) {
        return new ParquetField(name, ParquetType.TEXT, true, parts);
    }

    boolean isStructured() {
        return !parts.isEmpty();
    }
}
