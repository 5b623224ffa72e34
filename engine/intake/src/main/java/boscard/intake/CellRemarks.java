package boscard.intake;

import boscard.intake.value.Remarks;

/** Remarks about a cell of a table. */
interface CellRemarks extends Remarks {

    /** Whether the file knows numbers and days from text, so that a number written as text is odd. */
    boolean knowsTypes();
}
