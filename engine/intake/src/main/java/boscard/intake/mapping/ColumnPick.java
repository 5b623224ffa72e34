package boscard.intake.mapping;

/** The column of a file that a field is read from. */
public sealed interface ColumnPick {

    /** By its heading; case and outer spaces do not count. */
    record Heading(String text) implements ColumnPick {}

    /** By its place, from 1. */
    record Position(int number) implements ColumnPick {}
}
