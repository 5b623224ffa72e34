package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The open rows of a kind, sorted by the ids of their facts; of one id, in reading order. Sorted part by part of the
 * key, the last part first, each by counting: the order is that of the ids, which are the parts with bars between them,
 * as long as no part has a bar in it.
 */
final class SortedRows {

    private static final char BAR = '|';
    private static final int NO_END = -1;

    private final FactKind kind;
    private final JoinedRows rows;
    private final Texts texts;
    private final int[] order;
    private final int[] keyPositions;
    private final boolean byParts;

    private SortedRows(FactKind kind, JoinedRows rows, Texts texts) {
        this.kind = kind;
        this.rows = rows;
        this.texts = texts;
        FactSchema schema = FactSchema.of(kind);
        this.keyPositions = kind.key().stream()
                .mapToInt(name -> schema.field(name).orElseThrow().position())
                .toArray();
        this.order = open();
        this.byParts = sortByParts(schema.fields());
        if (!byParts) {
            Arrays.sort(order);
            Sorting.sort(order, (one, other) -> id(one).compareTo(id(other)));
        }
    }

    /** @param texts of all rows */
    static SortedRows of(FactKind kind, JoinedRows rows, Texts texts) {
        return new SortedRows(kind, rows, texts);
    }

    private int[] open() {
        var open = new int[rows.size()];
        int count = 0;
        for (int row = 0; row < open.length; row++) {
            if (rows.isOpen(row)) {
                open[count++] = row;
            }
        }
        return count == open.length ? open : Arrays.copyOf(open, count);
    }

    FactKind kind() {
        return kind;
    }

    int size() {
        return order.length;
    }

    /** The number of the row at a place, as of {@link #candidate}. */
    int row(int place) {
        return order[place];
    }

    Candidate candidate(int row) {
        return rows.get(row);
    }

    boolean isOpen(int row) {
        return rows.isOpen(row);
    }

    /** The number of a text of a row, among the texts of the import. */
    int textNumber(int row, int position) {
        return rows.number(row, position, compared[0]) - 1;
    }

    /** The rows whose id is not theirs alone, in reading order. */
    int[] repeated() {
        var found = new int[order.length];
        int count = 0;
        boolean asBefore = false;
        for (int place = 0; place < order.length; place++) {
            boolean asNext = place + 1 < order.length && isSameId(order[place], order[place + 1]);
            if (asBefore || asNext) {
                found[count++] = order[place];
            }
            asBefore = asNext;
        }
        int[] repeated = Arrays.copyOf(found, count);
        Arrays.sort(repeated);
        return repeated;
    }

    /** Whether the facts of two rows have the same id. */
    boolean isSameId(int one, int other) {
        if (!byParts) {
            return id(one).equals(id(other));
        }
        var numbers = compared;
        for (int i = keyPositions.length - 1; i >= 0; i--) {
            if (rows.number(one, keyPositions[i], numbers[i]) != rows.number(other, keyPositions[i], numbers[i])) {
                return false;
            }
        }
        return true;
    }

    private ValueNumbers[] compared = new ValueNumbers[0];

    private String id(int row) {
        return rows.get(row).toFact().id();
    }

    /** @return whether it could */
    private boolean sortByParts(List<Field> fields) {
        compared = new ValueNumbers[keyPositions.length];
        for (int part = keyPositions.length - 1; part >= 0; part--) {
            int position = keyPositions[part];
            var numbers = new ValueNumbers();
            compared[part] = numbers;
            var ranks = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                ranks[i] = rows.number(order[i], position, numbers);
            }
            int end = part == keyPositions.length - 1 ? NO_END : BAR;
            int count = fields.get(position).type() == FieldType.TEXT
                    ? rankTexts(ranks, end)
                    : rankOthers(ranks, numbers, end);
            if (count < 0) {
                return false;
            }
            Sorting.sortByCounting(order, ranks, count);
        }
        return true;
    }

    /**
     * Puts for each number of a text, counted from 1, its place among all that occur.
     *
     * @return how many occur; -1 when a text is missing or has a bar in it
     */
    private int rankTexts(int[] numbers, int end) {
        var rankByNumber = new int[texts.size() + 1];
        int count = 0;
        for (int number : numbers) {
            if (rankByNumber[number] == 0) {
                if (number == 0 || texts.contains(number - 1, BAR)) {
                    return -1;
                }
                rankByNumber[number] = 1;
                count++;
            }
        }
        var occurring = new int[count];
        int next = 0;
        for (int number = 1; number < rankByNumber.length; number++) {
            if (rankByNumber[number] != 0) {
                occurring[next++] = number - 1;
            }
        }
        Sorting.sort(occurring, (one, other) -> texts.compare(one, other, end));
        for (int rank = 0; rank < count; rank++) {
            rankByNumber[occurring[rank] + 1] = rank;
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rankByNumber[numbers[i]];
        }
        return count;
    }

    /** The same for values of other kinds. */
    private static int rankOthers(int[] numbers, ValueNumbers values, int end) {
        var text = new String[values.size()];
        for (int number = 0; number < text.length; number++) {
            if (values.isNull(number)) {
                return -1;
            }
            text[number] = end == NO_END ? values.text(number) : values.text(number) + (char) end;
            if (values.text(number).indexOf(BAR) >= 0) {
                return -1;
            }
        }
        var occurring = new int[text.length];
        Arrays.setAll(occurring, i -> i);
        Sorting.sort(
                occurring, (one, other) -> Objects.requireNonNull(text[one]).compareTo(text[other]));
        var rankByNumber = new int[text.length];
        for (int rank = 0; rank < text.length; rank++) {
            rankByNumber[occurring[rank]] = rank;
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rankByNumber[numbers[i]];
        }
        return text.length;
    }
}
