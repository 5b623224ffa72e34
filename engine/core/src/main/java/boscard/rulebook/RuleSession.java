package boscard.rulebook;

import boscard.source.RuleRef;
import boscard.table.DecisionTable;
import boscard.table.Row;
import java.util.List;

/**
 * A long-lived working memory: facts go in, tables and rules are matched stage by stage, and everything inserted is
 * taken out again before the next scorecard. Not thread-safe.
 */
public interface RuleSession extends AutoCloseable {

    /** Told which rows match a fact, in no particular order of tables and facts; each pair of these once. */
    @FunctionalInterface
    interface MatchListener {
        /**
         * A fact matches.
         *
         * @param rows all of the table that match it, in sheet order; at least one
         */
        void matched(DecisionTable table, Object fact, List<Row> rows);
    }

    /** Told of each rule just before its consequence runs, with the facts it joined in the order of its patterns. */
    @FunctionalInterface
    interface RuleListener {
        void firing(RuleRef rule, List<Object> facts);
    }

    /** Puts a fact in; it stays until {@link #clear}. */
    void insert(Object fact);

    /** Whether any table or rule looks at facts of this class; one that nobody looks at need not be inserted. */
    boolean isUsed(Class<?> factClass);

    /** Matches the tables of a stage with every fact not matched before. */
    void matchTables(Stage stage, MatchListener listener);

    /**
     * Fires the rules of a stage.
     *
     * @param conclude the global of this name
     */
    void fireRules(Stage stage, Object conclude, RuleListener listener);

    /** Takes out everything that was inserted, ready for the next scorecard. */
    void clear();

    @Override
    void close();
}
