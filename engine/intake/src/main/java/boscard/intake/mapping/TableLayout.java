package boscard.intake.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a table that is not plain is laid out: as records with one cell for each column. Steps are taken in the order of
 * the components; columns that one step makes, the next can name.
 *
 * @param headerRows rows that together name the columns, at least 1; their texts are joined with a space
 * @param headerFills whether an empty cell in a header row other than the last stands for the text on its left, as
 *     under a merged heading
 * @param rows which rows are records
 * @param unpivot columns that become records; null when none do
 * @param measures records that each row gives; empty when a row is one
 * @param splits labels that are taken apart, in order
 * @param combinations texts that are put together, in order
 * @param roles which field a value belongs to, by a word beside it; null when its column tells
 */
public record TableLayout(
        int headerRows,
        boolean headerFills,
        RowRules rows,
        @Nullable Unpivot unpivot,
        List<Measure> measures,
        List<LabelSplit> splits,
        List<Combination> combinations,
        @Nullable Roles roles) {

    /** One header row, one record for each row that looks like one. */
    public static final TableLayout PLAIN =
            new TableLayout(1, false, RowRules.USUAL, null, List.of(), List.of(), List.of(), null);

    public TableLayout {
        measures = List.copyOf(measures);
        splits = List.copyOf(splits);
        combinations = List.copyOf(combinations);
    }

    /** The names of the columns that the steps make, in the order in which they are made. */
    public List<String> made() {
        var made = new LinkedHashSet<String>();
        Sections sections = rows.sections();
        if (sections != null) {
            made.add(sections.into());
        }
        if (unpivot != null) {
            made.add(unpivot.heading());
            made.add(unpivot.value());
        }
        if (!measures.isEmpty()) {
            made.add("kpi");
        }
        for (Measure measure : measures) {
            made.addAll(new TreeSet<>(measure.columns().keySet()));
        }
        splits.forEach(
                split -> split.into().stream().filter(name -> !name.isEmpty()).forEach(made::add));
        combinations.forEach(combination -> made.add(combination.into()));
        if (roles != null) {
            made.addAll(new TreeSet<>(roles.fieldByWord().values()));
        }
        return List.copyOf(made);
    }

    /** Whether the table can be read as it is. */
    public boolean isPlain() {
        return equals(PLAIN);
    }

    /**
     * Which rows are records.
     *
     * @param keepTotals whether rows that look like totals are records like the others
     * @param totals rows that sum up others, besides those that look so
     * @param skip rows that are left out
     * @param only when not empty, a record fits all of these
     * @param footer the first row whose first filled cell fits ends the table
     * @param sections rows that say what the rows below them have in common; null when there are none
     * @param skipHidden whether rows that a spreadsheet does not show are left out, and those of hidden sheets
     */
    public record RowRules(
            boolean keepTotals,
            List<Condition> totals,
            List<Condition> skip,
            List<Condition> only,
            List<Wildcard> footer,
            @Nullable Sections sections,
            boolean skipHidden) {

        /** Rows are told by their look alone. */
        public static final RowRules USUAL =
                new RowRules(false, List.of(), List.of(), List.of(), List.of(), null, false);

        public RowRules {
            totals = List.copyOf(totals);
            skip = List.copyOf(skip);
            only = List.copyOf(only);
            footer = List.copyOf(footer);
        }
    }

    /** Whether the cell of a column fits one of several patterns; an empty pattern fits an empty cell. */
    public record Condition(ColumnPick column, List<Wildcard> patterns) {

        public Condition {
            patterns = List.copyOf(patterns);
        }

        public boolean isMet(String text) {
            for (Wildcard pattern : patterns) {
                if (pattern.fits(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Rows with one filled cell that name what follows.
     *
     * @param patterns of that cell
     * @param into the column that is made
     */
    public record Sections(List<Wildcard> patterns, String into) {

        public Sections {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * Columns that stand side by side and become records.
     *
     * @param columns patterns of their headings
     * @param except patterns of headings that are not among them
     * @param heading the column that is made of the headings
     * @param value the column that is made of the cells
     * @param keepEmpty whether an empty cell is a record; otherwise it is skipped as blank
     * @param keepNone whether a word for none is a record; otherwise it is skipped
     */
    public record Unpivot(
            List<Wildcard> columns,
            List<Wildcard> except,
            String heading,
            String value,
            boolean keepEmpty,
            boolean keepNone) {

        public Unpivot {
            columns = List.copyOf(columns);
            except = List.copyOf(except);
        }
    }

    /**
     * One of several measurements in a row.
     *
     * @param kpi its KPI
     * @param columns field of a number to the heading of its column
     */
    public record Measure(String kpi, Map<String, String> columns) {

        public Measure {
            columns = Map.copyOf(columns);
        }
    }

    /**
     * A label of several parts.
     *
     * @param column heading of the label
     * @param by what stands between the parts; empty when words tell
     * @param words at the beginning or the end of the label, which are one part; the rest is the other
     * @param wordsAtEnd where the words stand
     * @param into the columns that are made; an empty name leaves the part out
     */
    public record LabelSplit(ColumnPick column, String by, List<String> words, boolean wordsAtEnd, List<String> into) {

        public LabelSplit {
            words = List.copyOf(words);
            into = List.copyOf(into);
        }
    }

    /**
     * A text that is put together.
     *
     * @param into the column that is made
     * @param pattern in which <code>{Heading}</code> stands for a cell
     */
    public record Combination(String into, String pattern) {}

    /**
     * The field of a value, by a word.
     *
     * @param column where the word stands
     * @param value where the number stands
     * @param fieldByWord words in any case, in lower case here, and the fields they mean
     */
    public record Roles(ColumnPick column, ColumnPick value, Map<String, String> fieldByWord) {

        public Roles {
            fieldByWord = Map.copyOf(fieldByWord);
        }
    }
}
