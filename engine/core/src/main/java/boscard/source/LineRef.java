package boscard.source;

/**
 * A line of a text file: {@code measurements.csv:118}, or with a column {@code measurements.csv:118 (actual)}.
 *
 * @param file file name as the user gave it
 * @param line line on which the record starts, from 1; 0 for the whole file
 * @param column position of the column, from 1; 0 for the whole line
 * @param columnName heading of the column; empty for the whole line
 */
public record LineRef(String file, int line, int column, String columnName) implements SourceRef {

    public static LineRef of(String file, int line) {
        return new LineRef(file, line, 0, "");
    }

    public static LineRef ofFile(String file) {
        return new LineRef(file, 0, 0, "");
    }

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public int row() {
        return line;
    }

    @Override
    public String toString() {
        String at = line == 0 ? file : file + ":" + line;
        return columnName.isEmpty() ? at : at + " (" + columnName + ")";
    }
}
