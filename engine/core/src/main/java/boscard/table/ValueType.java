package boscard.table;

/** The types a cell of a decision table can hold; a column gets its type from the property it compares. */
public enum ValueType {
    /** Text as it is. */
    TEXT,
    /** An exact decimal; a percent cell is its quotient. */
    NUMBER,
    DATE,
    YES_NO,
    /** One of the constants of an enumeration. */
    CHOICE
}
