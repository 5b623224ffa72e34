package boscard.table.check;

import boscard.problem.Problems;

/** One thing that can be wrong with a table. One small class per check; none has state. */
sealed interface TableCheck
        permits RowNeverMatches,
                RowsOverlap,
                RowDuplicate,
                RowsContradict,
                RowUnreachable,
                RowRedundant,
                ValuesUncovered {

    /** Collects problems, does not throw. */
    void inspect(AnalysedTable table, InWords words, Problems problems);
}
