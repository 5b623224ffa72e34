package boscard.ledger;

/**
 * A column of a stored table.
 *
 * @param type as SQL writes it
 */
record Column(String name, String type) {

    /** 20 digits before the point, 18 after it: what nearly every number fits into (see {@link RowWriter#number}). */
    static final int DIGITS = 38;

    static final int SCALE = 18;

    private static final String NUMBER = "DECIMAL(" + DIGITS + "," + SCALE + ")";

    private static final String ADDRESS =
            "STRUCT(address VARCHAR, kind VARCHAR, file VARCHAR, sheet VARCHAR, \"row\" INTEGER, \"column\" INTEGER, "
                    + "last_column INTEGER, \"name\" VARCHAR)";

    private static final String VALUE =
            "STRUCT(\"name\" VARCHAR, \"value\" " + NUMBER + ", exact VARCHAR, unit VARCHAR, \"count\" INTEGER)";

    static Column text(String name) {
        return new Column(name, "VARCHAR");
    }

    static Column texts(String name) {
        return new Column(name, "VARCHAR[]");
    }

    static Column number(String name) {
        return new Column(name, NUMBER);
    }

    static Column whole(String name) {
        return new Column(name, "INTEGER");
    }

    static Column yesNo(String name) {
        return new Column(name, "BOOLEAN");
    }

    static Column day(String name) {
        return new Column(name, "DATE");
    }

    static Column address(String name) {
        return new Column(name, ADDRESS);
    }

    static Column addresses(String name) {
        return new Column(name, ADDRESS + "[]");
    }

    static Column values(String name) {
        return new Column(name, VALUE + "[]");
    }
}
