package boscard.rulebook.change;

import boscard.source.SourceRef;
import boscard.table.DecisionTable;
import boscard.table.Operator;
import boscard.table.Row;
import org.jspecify.annotations.Nullable;

/** One difference between two rulebooks. */
public sealed interface Change {

    /** Where it stands, for people: the later place, or the earlier one of what is gone. */
    SourceRef at();

    /** Whether results can differ because of it: notes and headings are for people only. */
    default boolean counts() {
        return true;
    }

    /** A table that is new, rows and all. */
    record TableAdded(DecisionTable table) implements Change {
        @Override
        public SourceRef at() {
            return table.at();
        }
    }

    /** A table that is gone. */
    record TableRemoved(DecisionTable table) implements Change {
        @Override
        public SourceRef at() {
            return table.at();
        }
    }

    /**
     * A table as a whole works differently.
     *
     * @param what such as {@code hit policy}
     */
    record TableChanged(DecisionTable before, DecisionTable after, String what, String from, String to)
            implements Change {

        /** Said of a column that does the same under another name. */
        static final String HEADING = "heading";

        @Override
        public SourceRef at() {
            return after.at();
        }

        @Override
        public boolean counts() {
            return !what.equals(HEADING);
        }
    }

    record RowAdded(DecisionTable table, Row row) implements Change {
        @Override
        public SourceRef at() {
            return row.at();
        }
    }

    record RowRemoved(DecisionTable table, Row row) implements Change {
        @Override
        public SourceRef at() {
            return row.at();
        }
    }

    /**
     * A row that stands elsewhere among the rows that both tables have.
     *
     * @param below id of the row above it now; null when it is the first
     */
    record RowMoved(
            DecisionTable table,
            Row before,
            Row after,
            @Nullable String below) implements Change {
        @Override
        public SourceRef at() {
            return after.at();
        }

        /** The order decides only where one of several rows does. */
        @Override
        public boolean counts() {
            return table.policy() == boscard.table.HitPolicy.FIRST;
        }
    }

    /**
     * A cell of a row.
     *
     * @param heading in the words of the later table
     * @param kind what the cell does
     * @param from null when it was empty
     * @param to null when it is empty
     * @param operator of a condition; null for an outcome, a note, or a column of another kind than before
     * @param direction 1 when a number or a day became greater, -1 when it became less, else 0
     * @param fromAt where it stood, also when it was empty
     * @param toAt where it stands, also when it is empty
     */
    record CellChanged(
            DecisionTable table,
            Row before,
            Row after,
            String heading,
            Kind kind,
            @Nullable String from,
            @Nullable String to,
            @Nullable Operator operator,
            int direction,
            SourceRef fromAt,
            SourceRef toAt)
            implements Change {

        /** What a cell does in its row. */
        public enum Kind {
            CONDITION,
            OUTCOME,
            NOTE
        }

        @Override
        public SourceRef at() {
            return toAt;
        }

        @Override
        public boolean counts() {
            return kind != Kind.NOTE;
        }
    }

    /**
     * A value outside the tables.
     *
     * @param id such as the name of a parameter or the id of a KPI
     * @param field such as {@code Weight}; empty when the whole thing is new or gone
     * @param from null when it is new
     * @param to null when it is gone
     * @param toAt where it stands, or stood when it is gone
     */
    record ValueChanged(
            Kind kind,
            String id,
            String field,
            @Nullable String from,
            @Nullable String to,
            @Nullable SourceRef fromAt,
            SourceRef toAt)
            implements Change {

        /** What has the value. */
        public enum Kind {
            PARAMETER("parameter"),
            KPI("KPI"),
            PERSPECTIVE("perspective"),
            WORD("word"),
            HOLIDAY("holiday");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            public String word() {
                return word;
            }
        }

        @Override
        public SourceRef at() {
            return toAt;
        }
    }

    /**
     * A rule of a rule file, or what stands in the file outside of its rules.
     *
     * @param rule its name; empty for what stands outside
     * @param from its text; null when it is new
     * @param to its text; null when it is gone
     */
    record RuleChanged(
            String path,
            String rule,
            @Nullable String from,
            @Nullable String to,
            SourceRef at) implements Change {}
}
