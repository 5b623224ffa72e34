package boscard.ledger.parquet;

/** The types of values, with their numbers in the format and the bytes in which a value is handed over. */
public enum ParquetType {
    /** UTF-8, any number of bytes. */
    TEXT(6, 0, 0),
    /** Four bytes, the least first. */
    INTEGER(1, 4, -1),
    /** Days since 1970, as an integer. */
    DATE(1, 4, 6),
    /** One byte, 0 or 1. */
    YES_NO(0, 1, -1),
    /** {@code DECIMAL(38,18)}: 16 bytes, the sign first. */
    DECIMAL(7, 16, 5);

    /** Digits of a decimal. */
    public static final int DIGITS = 38;

    /** Of them after the point. */
    public static final int SCALE = 18;

    final int physical;
    final int width;
    final int converted;

    /**
     * @param physical number of the physical type
     * @param width bytes of a value; 0 when they differ
     * @param converted number of the converted type; -1 for none
     */
    ParquetType(int physical, int width, int converted) {
        this.physical = physical;
        this.width = width;
        this.converted = converted;
    }
}
