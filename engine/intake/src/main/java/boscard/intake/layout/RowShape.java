package boscard.intake.layout;

import boscard.intake.format.RawRow;
import boscard.intake.value.Spaces;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells rows that are no facts by their look: blank ones, totals, notes below the table. */
public final class RowShape {

    private static final int LONGEST_LABEL = 60;
    private static final List<String> TOTALS = List.of(
            "total",
            "totals",
            "sum",
            "grand total",
            "sub total",
            "sub-total",
            "subtotal",
            "subtotals",
            "overall total");
    private static final List<String> NOTES = List.of(
            "note:",
            "notes:",
            "note ",
            "source:",
            "sources:",
            "source ",
            "footnote",
            "*",
            "†",
            "generated ",
            "applied filters",
            "printed ",
            "©",
            "confidential",
            "end of report");

    private RowShape() {}

    /** Why the row is no record, by its look; null when it may be one. */
    public static @Nullable SkipReason skip(RawRow row) {
        if (isBlank(row)) {
            return SkipReason.BLANK;
        }
        if (isTotal(row)) {
            return SkipReason.TOTAL;
        }
        return isNote(row) ? SkipReason.FOOTER : null;
    }

    public static boolean isBlank(RawRow row) {
        return firstFilled(row, 0) < 0;
    }

    /** Whether the first filled cell says that the row sums up others: {@code Total}, {@code EMEA Total}. */
    public static boolean isTotal(RawRow row) {
        int first = firstFilled(row, 0);
        String text = row.text(first);
        if (text.length() > LONGEST_LABEL || !mayEndInTotal(text)) {
            return false;
        }
        String label = Spaces.strip(text).toLowerCase(Locale.ROOT);
        if (label.endsWith(":")) {
            label = Spaces.strip(label.substring(0, label.length() - 1));
        }
        return TOTALS.contains(label) || label.endsWith(" total") || label.endsWith(" subtotal");
    }

    /** Spares nearly every row of a table the work on its first text. */
    private static boolean mayEndInTotal(String text) {
        int at = text.length() - 1;
        while (at > 0 && (text.charAt(at) <= ' ' || text.charAt(at) == ':' || text.charAt(at) == '\u00a0')) {
            at--;
        }
        return isEndOfTotal(text.charAt(at));
    }

    private static boolean isEndOfTotal(char last) {
        return last == 'l' || last == 'L' || last == 's' || last == 'S' || last == 'm' || last == 'M';
    }

    /** Whether a text that ends so is neither blank nor the label of a total. */
    public static boolean isCommonEnd(char last) {
        return last > ' ' && last < '\u007f' && last != ':' && !isEndOfTotal(last);
    }

    /** Whether the row has one filled cell, and that begins like a note. */
    public static boolean isNote(RawRow row) {
        int first = firstFilled(row, 0);
        if (firstFilled(row, first + 1) >= 0) {
            return false;
        }
        String label = Spaces.strip(row.text(first)).toLowerCase(Locale.ROOT);
        return NOTES.stream().anyMatch(label::startsWith);
    }

    /** Whether all cells from a place on, from 0, are blank. */
    public static boolean isBlankFrom(RawRow row, int from) {
        return firstFilled(row, from) < 0;
    }

    /** The first cell from a place on that is not blank, both from 0; -1 when there is none. */
    static int firstFilled(RawRow row, int from) {
        for (int i = from; i < row.size(); i++) {
            if (!Spaces.isBlank(row.text(i))) {
                return i;
            }
        }
        return -1;
    }
}
