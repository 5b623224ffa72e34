package boscard.intake.format;

import boscard.intake.value.RawValue;
import boscard.problem.Problem;
import org.jspecify.annotations.Nullable;

/** One row as the file holds it. Valid until the next one is read. */
public interface RawRow {

    /** The line on which the row starts, or the row as Excel shows it; from 1. */
    int number();

    /** How many cells the row has; a sheet may leave out the empty ones at the end. */
    int size();

    /** The text of a cell, from 0, outer spaces included; empty for a cell that is not there. */
    String text(int index);

    /** The value of a cell when the file knows its type; null when it is only text. */
    default @Nullable RawValue typed(int index) {
        return null;
    }

    /** Why the row cannot be read at all, such as a quote that never closes; null for a row that can. */
    default @Nullable Problem broken() {
        return null;
    }

    /** Whether a spreadsheet does not show the row, or the sheet on which it stands. */
    default boolean isHidden() {
        return false;
    }

    /** Whether a row with too few or too many cells is a mistake, as it is in a text file. */
    boolean hasFixedWidth();
}
