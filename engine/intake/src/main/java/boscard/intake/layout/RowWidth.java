package boscard.intake.layout;

import boscard.intake.format.RawRow;
import boscard.intake.value.Spaces;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.SourceRef;

/**
 * How many cells a row of text must have: as many as the header. Empty cells behind the last column do not count.
 *
 * @param columns of the header; 0 when there is no header to say so
 * @param unnamed headings at the end that are empty: a delimiter behind the last column
 */
public record RowWidth(int columns, int unnamed) {

    /** Whether the row has as many cells as the header. */
    public boolean fits(RawRow row) {
        int size = row.size();
        if (columns == 0 || size == columns || !row.hasFixedWidth()) {
            return true;
        }
        int filled = size;
        while (filled > 0 && Spaces.isBlank(row.text(filled - 1))) {
            filled--;
        }
        return size > columns ? filled <= columns : size >= columns - unnamed;
    }

    /** What is to be said about a row that does not fit. */
    public Problem problem(RawRow row, SourceRef at) {
        return Problem.of(
                ProblemCode.ROW_RAGGED,
                at,
                "the row has " + row.size() + " cells, the header has " + columns,
                row.size() > columns
                        ? "a value with a delimiter in it needs quotes around it."
                        : "the row ends too early; write a delimiter for each empty cell.");
    }
}
