package boscard.ledger;

import boscard.ledger.parquet.ParquetField;
import boscard.ledger.parquet.ParquetType;
import java.util.List;

/**
 * A column of a stored table.
 *
 * @param isAside whether it stays out of the digest: it says where something stood and not what was known or concluded,
 *     and the same facts from a file in another order are the same facts
 */
record Column(String name, Type type, boolean isAside) {

    /** What its values are. */
    enum Type {
        TEXT,
        TEXTS,
        /**
         * 20 digits before the point, 18 after it: what nearly every number fits into (see {@link RowBuffer#number}).
         */
        NUMBER,
        WHOLE,
        YES_NO,
        DAY,
        /** See {@link AddressText}. */
        ADDRESS,
        ADDRESSES,
        /** Structures of {@link #PARTS_OF_VALUE}. */
        VALUES
    }

    /** Of each item of a column of values. */
    static final List<ParquetField> PARTS_OF_VALUE = List.of(
            ParquetField.of("name", ParquetType.TEXT),
            ParquetField.of("value", ParquetType.DECIMAL),
            ParquetField.of("exact", ParquetType.TEXT),
            ParquetField.of("unit", ParquetType.TEXT),
            ParquetField.of("count", ParquetType.INTEGER));

    static Column text(String name) {
        return new Column(name, Type.TEXT, false);
    }

    static Column texts(String name) {
        return new Column(name, Type.TEXTS, false);
    }

    static Column number(String name) {
        return new Column(name, Type.NUMBER, false);
    }

    static Column whole(String name) {
        return new Column(name, Type.WHOLE, false);
    }

    static Column yesNo(String name) {
        return new Column(name, Type.YES_NO, false);
    }

    static Column day(String name) {
        return new Column(name, Type.DAY, false);
    }

    static Column address(String name) {
        return new Column(name, Type.ADDRESS, true);
    }

    static Column addresses(String name) {
        return new Column(name, Type.ADDRESSES, true);
    }

    static Column values(String name) {
        return new Column(name, Type.VALUES, false);
    }

    /** The same outside the digest. */
    Column aside() {
        return new Column(name, type, true);
    }

    ParquetField field() {
        return switch (type) {
            case TEXT, ADDRESS -> ParquetField.of(name, ParquetType.TEXT);
            case TEXTS, ADDRESSES -> ParquetField.listOf(name, ParquetType.TEXT);
            case NUMBER -> ParquetField.of(name, ParquetType.DECIMAL);
            case WHOLE -> ParquetField.of(name, ParquetType.INTEGER);
            case YES_NO -> ParquetField.of(name, ParquetType.YES_NO);
            case DAY -> ParquetField.of(name, ParquetType.DATE);
            case VALUES -> ParquetField.listOf(name, PARTS_OF_VALUE);
        };
    }
}
