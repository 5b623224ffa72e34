package boscard.workbook.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The words that are coloured wherever they stand in a column of their kind. */
final class Signals {

    /** Colours of a word's cell, as six hexadecimal digits. */
    record Paint(String fill, String ink) {}

    private static final Paint GOOD = new Paint("C6EFCE", "006100");
    private static final Paint WATCH = new Paint("FFEB9C", "7F5200");
    private static final Paint BAD = new Paint("FFC7CE", "9C0006");
    private static final Paint WORST = new Paint("C00000", "FFFFFF");
    private static final Paint NEUTRAL = new Paint("DDEBF7", "1F4E78");

    private static final Set<String> COLOURED_LISTS = Set.of("Status", "Severity", "TestResult", "Effect");

    private Signals() {}

    /** The colours by word for a column with this drop-down; empty for most. */
    static Map<String, Paint> of(Choices choices) {
        var paints = new LinkedHashMap<String, Paint>();
        if (COLOURED_LISTS.contains(choices.name())) {
            for (String word : choices.values()) {
                switch (word) {
                    case "GREEN", "OUTSTANDING", "ON_TARGET", "PASS" -> paints.put(word, GOOD);
                    case "AMBER", "WATCH", "WARN", "QUALIFY" -> paints.put(word, WATCH);
                    case "RED", "OFF", "FAIL", "SUPPRESS" -> paints.put(word, BAD);
                    case "CRITICAL" -> paints.put(word, WORST);
                    case "INFO" -> paints.put(word, NEUTRAL);
                    default -> {
                        // other words stay as they are
                    }
                }
            }
        }
        return paints;
    }
}
