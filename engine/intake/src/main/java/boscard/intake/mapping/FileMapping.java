package boscard.intake.mapping;

import boscard.fact.FactKind;
import boscard.fact.FiscalCalendar;
import boscard.fact.Grain;
import boscard.intake.value.DateConvention;
import boscard.intake.value.NumberConvention;
import boscard.intake.value.PeriodFormat;
import boscard.intake.value.QuarterLabels;
import boscard.intake.value.Spaces;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one file, or the files of one name pattern, are read. Fields are named by their canonical names.
 *
 * @param match pattern of the file name: {@code kpi_facts*.csv}
 * @param sheet the sheet, in any case; null for every one
 * @param kind what the rows are; null when the name or the header tells
 * @param columns field to column; a field without an entry is looked for under its own name
 * @param constants field to the text that every row has there
 * @param ignore headings that are known and not needed, as {@link #plainHeading} makes them
 * @param values field to the words of its column and what they stand for
 * @param none words that mean no value, by field; those under {@link #EVERY_FIELD} count in every column
 * @param scale field to the factor its numbers are multiplied by
 * @param dates how days are written
 * @param numbers how numbers are written
 * @param encoding used when the file has no byte order mark; null for UTF-8
 * @param delimiter between cells; null to detect it
 * @param widths characters of each column of a text aligned by spaces; empty for delimited text
 * @param header whether a row of the file names the columns
 * @param skipRows rows above the header, or above the first row when there is no header
 * @param quarterLabels whose quarters the file counts; null when the setting of the import decides
 * @param layout how the table is laid out when it is not plain
 * @param lookups field to the file that says what its words mean
 * @param periodGrain how long the periods are of which the file gives a day; null when it gives periods
 * @param aggregation what is computed of the rows; null when they are facts themselves
 * @param database prefix of the variables that say where a query is asked; null for the usual one
 * @param duplicates what becomes of rows with the same key and other values
 * @param calendar when the fiscal year of the file starts; null for that of the run
 * @param units of numbers that are not in the unit of their KPI
 * @param line of the mapping file on which the entry starts, from 1
 */
public record FileMapping(
        String match,
        @Nullable String sheet,
        @Nullable FactKind kind,
        Map<String, ColumnPick> columns,
        Map<String, String> constants,
        Set<String> ignore,
        Map<String, Map<String, String>> values,
        Map<String, Set<String>> none,
        Map<String, BigDecimal> scale,
        List<PeriodFormat> periodFormats,
        DateConvention dates,
        NumberConvention numbers,
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        List<Integer> widths,
        boolean header,
        int skipRows,
        @Nullable QuarterLabels quarterLabels,
        TableLayout layout,
        Map<String, Lookup> lookups,
        @Nullable Grain periodGrain,
        @Nullable Aggregation aggregation,
        @Nullable String database,
        Duplicates duplicates,
        @Nullable FiscalCalendar calendar,
        Units units,
        int line) {

    /** Key of {@link #none} for words that count in every column. */
    public static final String EVERY_FIELD = "*";

    public FileMapping {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
        ignore = Set.copyOf(ignore);
        values = Map.copyOf(values);
        none = Map.copyOf(none);
        scale = Map.copyOf(scale);
        periodFormats = List.copyOf(periodFormats);
        lookups = Map.copyOf(lookups);
        widths = List.copyOf(widths);
    }

    /** What an unmapped file is read with. */
    public static final FileMapping CANONICAL = new FileMapping(
            "*",
            null,
            null,
            Map.of(),
            Map.of(),
            Set.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            DateConvention.CANONICAL,
            NumberConvention.CANONICAL,
            null,
            null,
            List.of(),
            true,
            0,
            null,
            TableLayout.PLAIN,
            Map.of(),
            null,
            null,
            null,
            Duplicates.REJECT,
            null,
            Units.NONE,
            0);

    /**
     * A heading as it is compared: outer spaces and case do not count, spaces (one or several) and hyphens are
     * underscores.
     */
    public static String plainHeading(String heading) {
        String plain = Spaces.strip(heading).toLowerCase(Locale.ROOT);
        var compared = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean space = c == '-' || Character.isWhitespace(c) || Character.isSpaceChar(c);
            boolean again = space && i > 0 && isSpace(plain.charAt(i - 1));
            if (!again) {
                compared.append(space ? '_' : c);
            }
        }
        return compared.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The same, with more headings that are known and not needed. */
    public FileMapping ignoring(Set<String> plainHeadings) {
        var ignored = new HashSet<>(ignore);
        ignored.addAll(plainHeadings);
        return with(constants, ignored);
    }

    /** The same, with one more constant. */
    public FileMapping withConstant(String field, String text) {
        var more = new HashMap<>(constants);
        more.put(field, text);
        return with(more, ignore);
    }

    private FileMapping with(Map<String, String> otherConstants, Set<String> otherIgnored) {
        return new FileMapping(
                match,
                sheet,
                kind,
                columns,
                otherConstants,
                otherIgnored,
                values,
                none,
                scale,
                periodFormats,
                dates,
                numbers,
                encoding,
                delimiter,
                widths,
                header,
                skipRows,
                quarterLabels,
                layout,
                lookups,
                periodGrain,
                aggregation,
                database,
                duplicates,
                calendar,
                units,
                line);
    }

    boolean fits(String file, String table) {
        PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + match);
        return pattern.matches(Path.of(file)) && (sheet == null || sheet.equalsIgnoreCase(table));
    }
}
