package boscard.fact;

/** What about a KPI was changed. */
public enum KpiChangeKind {
    /** It is new on the scorecards. */
    ADDED,
    /** It is no longer looked at. */
    RETIRED,
    /** How it is computed, its denominator included. */
    FORMULA,
    /** What counts, with the same formula. */
    DEFINITION,
    /** Where its values come from. */
    SOURCE,
    /** How much it weighs. */
    WEIGHT;

    /** Whether values from before and after the change may mean different things. */
    public boolean changesMeaning() {
        return this == FORMULA || this == DEFINITION || this == SOURCE || this == WEIGHT;
    }
}
