package boscard.source;

/**
 * A rule in a DRL file: {@code pitfalls.drl:42 "Red without action"}.
 *
 * @param file path of the file within the rulebook
 * @param line line on which the rule starts, from 1; 0 when it is not known
 * @param rule name of the rule
 */
public record RuleRef(String file, int line, String rule) implements SourceRef {

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public int row() {
        return line;
    }

    @Override
    public int column() {
        return 0;
    }

    @Override
    public String toString() {
        return (line == 0 ? file : file + ":" + line) + " \"" + rule + "\"";
    }
}
