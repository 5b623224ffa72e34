package boscard.workbook.report;

import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import boscard.evaluation.TestResult;

/**
 * The colours of the report, RGB in hexadecimal. Good, middling and bad differ in lightness too, after Okabe and Ito's
 * palette, so that colour-blind readers and grey printers can tell them; a mark beside each word says it once more.
 */
enum Palette {
    GOOD("CFEDE3", "00523B", "●"),
    BEST("93D3BF", "003D2C", "●"),
    MIDDLING("FFE08A", "553F00", "▲"),
    BAD("BF4114", "FFFFFF", "■"),
    WORST("8A2A0B", "FFFFFF", "■"),
    UNKNOWN("E6E9EC", "4A545D", "○"),
    NONE("", "222B33", ""),
    MUTED("", "6B7780", ""),
    LINK("", "0B5CAD", ""),
    TITLE("", "173042", ""),
    HEADING("1F3A4D", "FFFFFF", ""),
    BLOCK("E3EAF0", "173042", "");

    static final String GRID = "D5DCE2";
    /** Ends and middle of the heat map. */
    static final String HEAT_LOW = "DB6A3C";

    static final String HEAT_MIDDLE = "FFF1C9";
    static final String HEAT_HIGH = "86CBB6";

    private final String fill;
    private final String ink;
    private final String mark;

    Palette(String fill, String ink, String mark) {
        this.fill = fill;
        this.ink = ink;
        this.mark = mark;
    }

    /** Empty for no fill. */
    String fill() {
        return fill;
    }

    String ink() {
        return ink;
    }

    /** A sign that says the same without colour; may be empty. */
    String mark() {
        return mark;
    }

    boolean isBold() {
        return this == BAD || this == WORST || this == HEADING || this == BLOCK || this == TITLE;
    }

    static Palette of(Status status) {
        return switch (status) {
            case OUTSTANDING -> BEST;
            case GREEN, ON_TARGET -> GOOD;
            case AMBER, WATCH -> MIDDLING;
            case RED, OFF -> BAD;
            case CRITICAL -> WORST;
            case NO_DATA, NO_TARGET, NOT_APPLICABLE, NOT_STARTED, SUSPECT -> UNKNOWN;
        };
    }

    static Palette of(Severity severity) {
        return switch (severity) {
            case INFO -> UNKNOWN;
            case WARN -> MIDDLING;
            case FAIL -> BAD;
            case CRITICAL -> WORST;
        };
    }

    static Palette of(TestResult result) {
        return switch (result) {
            case PASS -> GOOD;
            case WARN -> MIDDLING;
            case FAIL -> BAD;
            case NOT_EVALUATED -> UNKNOWN;
        };
    }
}
