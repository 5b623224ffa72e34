package boscard.intake;

import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.intake.format.DelimitedRow;
import boscard.intake.layout.RowShape;
import boscard.intake.value.PlainNumber;
import boscard.problem.ProblemCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes plain rows of measurements straight from their characters: ids and periods that were read before without a
 * remark, numbers in their common form. A row with anything else is left to {@link TableReader}, which reads it with
 * all its remarks; so this decides nothing, and only the speed depends on it. Not thread-safe.
 */
final class QuickRows {

    private static final int MOST_DIGITS = 15; // as many as NumberReader takes without a remark

    private final TableRows rows;
    private final int width; // 0 when there is no header to say so
    private int fewestCells = 1;
    private final @Nullable LocalDate asOf;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();
    private int waiting; // rows whose constants are not yet added
    private @Nullable NumberCell actual;
    private @Nullable KnownCells period;
    private final Trial trial = new Trial();

    private record Constant(ValueColumn column, @Nullable Object value) {}

    /** @param asOf the day after which actuals are in the future; null when nobody gave one */
    QuickRows(TableRows rows, ColumnPlan plan, @Nullable LocalDate asOf) {
        this.rows = rows;
        this.width = plan.width().columns();
        this.asOf = asOf;
        for (FieldReader reader : plan.fields()) {
            Field field = reader.field();
            ValueColumn column = rows.column(field.position());
            fewestCells = Math.max(fewestCells, reader.index() + 1);
            if (reader.index() < 0) {
                constants.add(new Constant(column, reader.constant()));
            } else if (column instanceof NumberColumn numbers && reader.readsPlainNumbers()) {
                var cell = new NumberCell(reader, numbers);
                cells.add(cell);
                if (field.name().equals("actual")) {
                    actual = cell;
                }
            } else {
                var cell = new KnownCells(reader, column);
                cells.add(cell);
                if (field.type() == FieldType.PERIOD) {
                    period = cell;
                }
            }
        }
    }

    /** Takes the row, or leaves it and changes nothing. */
    boolean take(DelimitedRow row) {
        if (row.size() < fewestCells
                || width > 0 && row.size() != width
                || row.broken() != null
                || mayBeNoRecord(row)) {
            return false;
        }
        char[] characters = row.characters();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (!cell.read(row, characters, row.start(cell.index), row.end(cell.index))) {
                return false;
            }
        }
        if (asOf != null && isInFuture(asOf)) {
            return false;
        }
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).add();
        }
        waiting++;
        rows.addNumber(row.number());
        return true;
    }

    /** To be called before a row is added in another way, and at the end. */
    void settle() {
        if (waiting > 0) {
            for (Constant constant : constants) {
                constant.column.add(constant.value, waiting);
            }
            waiting = 0;
        }
    }

    /** Rows with all their ids are neither blank nor notes; so only totals are left. */
    private static boolean mayBeNoRecord(DelimitedRow row) {
        int start = row.start(0);
        int end = row.end(0);
        if (start == end) {
            return true;
        }
        char last = row.characters()[end - 1];
        return !RowShape.isCommonEnd(last) && (last <= ' ' || last > '~' || RowShape.isTotal(row));
    }

    private boolean isInFuture(LocalDate day) {
        return actual != null
                && actual.scale >= 0
                && period != null
                && period.value instanceof Period when
                && when.isFuture(day);
    }

    /** How the cells of one column are read. */
    private abstract static class Cell {

        final int index;
        final FieldReader reader;

        Cell(FieldReader reader) {
            this.reader = reader;
            this.index = reader.index();
        }

        /** Reads a cell and remembers what it says; false when it is no plain one. */
        abstract boolean read(DelimitedRow row, char[] characters, int start, int end);

        /** Adds what was read last to the column. */
        abstract void add();
    }

    private static final class NumberCell extends Cell {

        private static final byte BLANK = NumberColumn.scaleOf(Reading.BLANK);

        private final NumberColumn column;
        private final PlainNumber number = new PlainNumber();
        private final boolean mayPointGroup;
        private long digits;
        private byte scale;

        NumberCell(FieldReader reader, NumberColumn column) {
            super(reader);
            this.column = column;
            this.mayPointGroup = reader.mayPointGroup();
        }

        @Override
        boolean read(DelimitedRow row, char[] characters, int start, int end) {
            if (start == end) {
                digits = 0;
                scale = BLANK;
                return true;
            }
            if (end - start > MOST_DIGITS
                    || !number.read(characters, start, end)
                    || mayPointGroup && PlainNumber.mayBeGroup(characters, start, end)) {
                return false;
            }
            digits = number.digits();
            scale = (byte) number.scale();
            return true;
        }

        @Override
        void add() {
            column.add(digits, scale);
        }
    }

    /** Cells of which many are alike: what one said before it says again. */
    private final class KnownCells extends Cell {

        private static final int PLACES = 1 << 12;
        private static final int LONGEST = 100;

        private final ValueColumn column;
        private final @Nullable Known[] known = new @Nullable Known[PLACES];
        private @Nullable Known latest;
        private @Nullable Object value;

        KnownCells(FieldReader reader, ValueColumn column) {
            super(reader);
            this.column = column;
        }

        @Override
        boolean read(DelimitedRow row, char[] characters, int start, int end) {
            Known last = latest; // neighbours are often equal
            if (last != null && last.isOf(characters, start, end)) {
                return true;
            }
            if (end - start > LONGEST) {
                return false;
            }
            int hash = 0;
            for (int i = start; i < end; i++) {
                hash = hash * 31 + characters[i];
            }
            int place = (hash ^ hash >>> 12 ^ hash >>> 20) & PLACES - 1;
            Known found = known[place];
            if (found == null || !found.isOf(characters, start, end)) {
                found = learn(row, characters, start, end);
                if (found == null) {
                    return false;
                }
                known[place] = found;
            }
            latest = found;
            value = found.value;
            return true;
        }

        /** Reads a cell as it is read otherwise; null when there is something to be said about it. */
        private @Nullable Known learn(DelimitedRow row, char[] characters, int start, int end) {
            trial.said = false;
            Object read = reader.read(row, trial);
            if (trial.said) {
                return null;
            }
            var copy = new char[end - start];
            System.arraycopy(characters, start, copy, 0, copy.length);
            int number = column instanceof TextColumn texts ? texts.numberOf(read) : 0;
            return new Known(copy, read, number);
        }

        @Override
        void add() {
            Known read = latest;
            if (read == null) {
                throw new IllegalStateException("No cell was read");
            }
            if (column instanceof TextColumn texts) {
                texts.addNumber(read.number);
            } else {
                column.add(read.value);
            }
        }
    }

    /** What the characters of a cell say. */
    private record Known(char[] characters, @Nullable Object value, int number) {

        boolean isOf(char[] others, int start, int end) {
            if (characters.length != end - start) {
                return false;
            }
            for (int i = characters.length - 1; i >= 0; i--) { // ids mostly differ at their end
                if (characters[i] != others[start + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Only notes whether there is something to be said. */
    private static final class Trial implements CellRemarks {

        private boolean said;

        @Override
        public void problem(ProblemCode code, String message, @Nullable String advice) {
            said = true;
        }

        @Override
        public void provisional() {
            said = true;
        }

        @Override
        public void currency(String sign) {
            said = true;
        }

        @Override
        public void percent() {
            said = true;
        }

        @Override
        public boolean knowsTypes() {
            return false;
        }
    }
}
