package boscard.explanation.comparison;

import boscard.rulebook.change.Change;

/** What a difference of two evaluations comes from. */
public sealed interface Cause {

    /** A changed cell, row, value or rule of the rulebook. */
    record OfRulebook(Change change) implements Cause {}

    /** A fact that is new, gone or different. */
    record OfFact(FactChange change) implements Cause {}

    /**
     * Something about the evaluation as a whole.
     *
     * @param what such as {@code as-of date}
     */
    record OfSetting(String what, String from, String to) implements Cause {}

    /** Other scorecards differ, and this one is compared with them. */
    record OfOthers() implements Cause {}
}
