package boscard.table.example;

import boscard.table.ConditionColumn;
import boscard.table.ConditionColumn.Comparison;
import boscard.table.DecisionTable;
import boscard.table.FactType.Property;
import boscard.table.OutcomeColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the examples of a table name its inputs and outcomes: in the words of the table's own headings. {@code Value
 * from} and {@code Value below} compare one number, which an example calls {@code Value}; the outcome {@code Status} is
 * {@code Expected status}. Case and spaces do not count.
 */
public final class ExampleHeadings {

    /** The column with the ids of the rows that must count. */
    public static final String EXPECTED_ROWS = "Expected row";

    private static final String EXPECTED = "expected";
    private static final Pattern IGNORED = Pattern.compile("[\\s\\u00a0_-]+");
    private static final Pattern EDGE_WORDS = Pattern.compile(
            "\\s*\\b(from|above|below|up to|at least|at most|more than|less than|over|under|not below|not above)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Set<String> ROWS = Set.of("expectedrow", "expectedrows", "expectedrowid", "row", "rows");

    private final Map<String, String> shown = new LinkedHashMap<>();
    private final Map<String, Property> inputs = new LinkedHashMap<>();
    private final Map<String, OutcomeColumn> outcomes = new LinkedHashMap<>();

    public ExampleHeadings(DecisionTable table) {
        Map<Property, List<String>> headings = headingsByProperty(table);
        headings.forEach((property, written) -> {
            String heading = heading(property, written);
            shown.put(property.name(), heading);
            inputs.put(plain(heading), property);
        });
        headings.forEach((property, written) -> {
            written.forEach(each -> inputs.putIfAbsent(plain(each), property));
            inputs.putIfAbsent(plain(property.name()), property);
        });
        for (OutcomeColumn column : table.outcomes()) {
            outcomes.put(plain(expected(column)), column);
        }
        for (OutcomeColumn column : table.outcomes()) {
            if (!inputs.containsKey(plain(column.heading()))) {
                outcomes.putIfAbsent(plain(column.heading()), column);
            }
            outcomes.putIfAbsent(EXPECTED, column); // "Expected" alone is the first outcome
        }
    }

    /** What the examples call each input, by name of the property, in the order of the table's columns. */
    public Map<String, String> inputHeadings() {
        return Collections.unmodifiableMap(shown);
    }

    /** What the examples call an outcome: {@code Expected status}. */
    public static String expected(OutcomeColumn column) {
        String heading = column.heading();
        boolean acronym = heading.length() > 1 && Character.isUpperCase(heading.charAt(1));
        return "Expected "
                + (acronym || heading.isEmpty()
                        ? heading
                        : heading.substring(0, 1).toLowerCase(Locale.ROOT) + heading.substring(1));
    }

    /** The property that a heading means. */
    public Optional<Property> input(String heading) {
        Property exact = inputs.get(plain(heading));
        return Optional.ofNullable(exact != null ? exact : inputs.get(plain(stem(heading))));
    }

    /** The outcome that a heading means; an input of the same name stands above it. */
    public Optional<OutcomeColumn> outcome(String heading) {
        return input(heading).isPresent() ? Optional.empty() : Optional.ofNullable(outcomes.get(plain(heading)));
    }

    /** Whether ids of rows stand below a heading. */
    public boolean isRows(String heading) {
        return ROWS.contains(plain(heading)) && input(heading).isEmpty();
    }

    /** Every heading that would have been understood, to say which was meant. */
    public List<String> known() {
        var known = new ArrayList<>(shown.values());
        outcomes.values().stream().distinct().forEach(column -> known.add(expected(column)));
        known.add(EXPECTED_ROWS);
        return known;
    }

    private static Map<Property, List<String>> headingsByProperty(DecisionTable table) {
        var headings = new LinkedHashMap<Property, List<String>>();
        for (ConditionColumn column : table.conditions()) {
            for (Comparison comparison : column.comparisons()) {
                headings.computeIfAbsent(comparison.property(), property -> new ArrayList<>())
                        .add(column.heading());
            }
        }
        return headings;
    }

    /** A heading without the words that tell one edge from the other. */
    private static String stem(String heading) {
        return EDGE_WORDS.matcher(heading.strip()).replaceFirst("").strip();
    }

    private static String heading(Property property, List<String> written) {
        var stems = new LinkedHashSet<String>();
        written.forEach(each -> stems.add(stem(each)));
        String only = stems.size() == 1 ? stems.iterator().next() : "";
        return only.isEmpty() ? words(property.name()) : only;
    }

    private static String words(String property) {
        String spaced = HUMP.matcher(property).replaceAll(" ").toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private static String plain(String heading) {
        return IGNORED.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
