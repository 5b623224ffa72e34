package boscard.intake.mapping;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FiscalCalendar;
import boscard.fact.Grain;
import boscard.intake.value.DateConvention;
import boscard.intake.value.DateReader;
import boscard.intake.value.NumberConvention;
import boscard.intake.value.PeriodFormat;
import boscard.intake.value.QuarterLabels;
import boscard.problem.Suggestion;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code files}. */
final class FileEntryReader {

    private static final List<String> KEYS = List.of(
            "match",
            "undecided",
            "sheet",
            "kind",
            "columns",
            "constants",
            "ignore",
            "values",
            "none",
            "scale",
            "period_formats",
            "date_formats",
            "time_zone",
            "two_digit_years",
            "decimal",
            "thousands",
            "magnitudes",
            "encoding",
            "delimiter",
            "widths",
            "header",
            "skip_rows",
            "quarter_labels",
            "header_rows",
            "header_fill",
            "rows",
            "unpivot",
            "measures",
            "split",
            "combine",
            "roles",
            "lookups",
            "period_grain",
            "aggregate",
            "database",
            "duplicates",
            "fiscal_year",
            "units");
    private static final List<String> LOOKUP_KEYS =
            List.of("file", "key", "value", "from", "to", "header", "delimiter", "encoding", "keep_unknown");
    private static final int MOST_ROWS_ABOVE = 1_000;
    private static final int WIDEST_COLUMN = 32_767; // as long as a cell may be

    private final NodeReader nodes;
    private Map<String, YamlNode> keys = Map.of();
    private Set<String> fieldNames = Set.of();

    FileEntryReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    /** The entry as far as it can be read; null when it does not say which files it is for. */
    @Nullable
    FileMapping read(YamlNode node) {
        keys = nodes.fields(node, "an entry of files", KEYS);
        String match = nodes.text(keys.get("match"), "match");
        if (match == null) {
            if (!keys.containsKey("match")) {
                nodes.problem(node.line(), "the entry does not say which files it is for", "write `match: \"*.csv\"`.");
            }
            return null;
        }
        if (!isGlob(match)) {
            nodes.problem(line("match"), "`" + match + "` is no pattern of file names", null);
            return null;
        }
        sayUndecided();
        FactKind kind = kind();
        fieldNames = fieldNames(kind);
        boolean header = nodes.yesNo(keys.get("header"), "header", true);
        var layoutReader = new LayoutReader(nodes, keys);
        TableLayout layout = layoutReader.read();
        Aggregation aggregation = new AggregationReader(nodes, layoutReader).read(keys.get("aggregate"));
        Grain grain = nodes.grain(keys.get("period_grain"), "period_grain");
        var entry = new FileMapping(
                match,
                nodes.text(keys.get("sheet"), "sheet"),
                kind,
                columns(header, layout.made()),
                texts("constants"),
                ignore(),
                values(),
                none(),
                scale(),
                periodFormats(),
                new DateConvention(dateFormats(), zone(), firstShortYear()),
                numbers(),
                encoding(keys.get("encoding")),
                delimiter(keys.get("delimiter")),
                widths(),
                header,
                number("skip_rows"),
                quarterLabels(),
                layout,
                lookups(),
                aggregation == null ? grain : aggregation.grain(),
                aggregation,
                database(),
                duplicates(layout),
                calendar(),
                units(),
                node.line());
        if (!header && kind == null) {
            nodes.problem(
                    node.line(), "without a header the entry must say which `kind` of facts the file holds", null);
        }
        if (aggregation != null && kind != FactKind.MEASUREMENTS) {
            nodes.problem(node.line(), "what `aggregate` computes are measurements", "write `kind: measurements`.");
        }
        return entry;
    }

    /** Rows of which each holds one role of a measurement belong together. */
    private Duplicates duplicates(TableLayout layout) {
        String text = nodes.text(keys.get("duplicates"), "duplicates");
        if (text == null) {
            return layout.roles() == null ? Duplicates.REJECT : Duplicates.MERGE;
        }
        for (Duplicates rule : Duplicates.values()) {
            if (rule.name().equalsIgnoreCase(text.strip())) {
                return rule;
            }
        }
        nodes.problem(line("duplicates"), "`duplicates` is reject, first, last or merge, not \"" + text + "\"", null);
        return Duplicates.REJECT;
    }

    private @Nullable FiscalCalendar calendar() {
        YamlNode node = keys.get("fiscal_year");
        if (node == null) {
            return null;
        }
        var parts = nodes.fields(node, "fiscal_year", List.of("start_month", "named_by"));
        YamlNode month = parts.get("start_month");
        if (month == null) {
            nodes.problem(node.line(), "`fiscal_year` needs its `start_month`", "write `{start_month: 7}`.");
            return null;
        }
        FiscalCalendar.NamedBy namedBy = FiscalCalendar.NamedBy.END;
        String named = nodes.text(parts.get("named_by"), "named_by");
        if (named != null && named.strip().equalsIgnoreCase("START")) {
            namedBy = FiscalCalendar.NamedBy.START;
        } else if (named != null && !named.strip().equalsIgnoreCase("END")) {
            nodes.problem(node.line(), "`named_by` is START or END, not \"" + named + "\"", null);
        }
        return new FiscalCalendar(nodes.whole(month, "start_month", 1, 12), namedBy);
    }

    private Units units() {
        YamlNode node = keys.get("units");
        if (node == null) {
            return Units.NONE;
        }
        var parts = nodes.fields(node, "units", List.of("kpi", "column", "words"));
        YamlNode column = parts.get("column");
        Map<String, Units.Meaning> words = meanings(parts.get("words"));
        if ((column == null) != words.isEmpty()) {
            nodes.problem(
                    node.line(),
                    "`units` has `column` and `words` together: where the unit stands, and what its words mean",
                    "write `{column: Unit, words: {\"%\": percent, \"USD k\": thousands}}`.");
        }
        return new Units(factorByKpi(parts.get("kpi")), column == null ? null : nodes.column(column, "column"), words);
    }

    private Map<String, BigDecimal> factorByKpi(@Nullable YamlNode node) {
        var factors = new LinkedHashMap<String, BigDecimal>();
        if (node != null) {
            nodes.fields(node, "kpi").forEach((kpi, unit) -> {
                String text = nodes.text(unit, "kpi");
                BigDecimal factor = text == null ? null : Units.factor(text);
                if (factor != null) {
                    factors.put(kpi, factor);
                } else if (text != null) {
                    nodes.problem(
                            unit.line(),
                            "a unit is one, percent, thousands, millions, billions or a number other than 0, not \""
                                    + text + "\"",
                            null);
                }
            });
        }
        return factors;
    }

    private Map<String, Units.Meaning> meanings(@Nullable YamlNode node) {
        var meanings = new LinkedHashMap<String, Units.Meaning>();
        if (node != null) {
            nodes.fields(node, "words").forEach((word, meant) -> {
                String text = nodes.text(meant, "words");
                Units.Meaning meaning = text == null ? null : Units.meaning(text);
                if (meaning != null) {
                    meanings.put(word.strip().toLowerCase(Locale.ROOT), meaning);
                } else if (text != null) {
                    nodes.problem(
                            meant.line(), "a word for units means " + Units.words() + "; not \"" + text + "\"", null);
                }
            });
        }
        return meanings;
    }

    private @Nullable String database() {
        String prefix = nodes.text(keys.get("database"), "database");
        if (prefix != null && !prefix.matches("[A-Z][A-Z0-9_]{0,50}")) {
            nodes.problem(
                    line("database"),
                    "`database` is the beginning of names in the environment, such as CRM for CRM_URL, CRM_USER and"
                            + " CRM_PASSWORD, not \"" + prefix + "\"",
                    null);
            return null;
        }
        return prefix;
    }

    /** A suggested mapping does not run before a person has decided what the file leaves open. */
    private void sayUndecided() {
        YamlNode node = keys.get("undecided");
        if (node != null) {
            List<String> open = nodes.texts(node, "undecided");
            if (!open.isEmpty()) {
                nodes.undecided(node.line(), open);
            }
        }
    }

    private static boolean isGlob(String match) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + match);
            return true;
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }

    private @Nullable FactKind kind() {
        String text = nodes.text(keys.get("kind"), "kind");
        if (text == null) {
            return null;
        }
        FactKind kind = FactKind.named(text).orElse(null);
        if (kind == null) {
            List<String> names = Arrays.stream(FactKind.values())
                    .map(FactKind::canonicalName)
                    .toList();
            refuse("kind", "`" + text + "` is no kind of fact; these are " + String.join(", ", names), text, names);
        }
        return kind;
    }

    private static Set<String> fieldNames(@Nullable FactKind kind) {
        var names = new LinkedHashSet<String>();
        for (FactKind each : FactKind.values()) {
            if (kind == null || kind == each) {
                FactSchema.of(each).fields().forEach(field -> names.add(field.name()));
            }
        }
        return names;
    }

    private Map<String, ColumnPick> columns(boolean header, List<String> made) {
        var columns = new LinkedHashMap<String, ColumnPick>();
        eachField("columns", (field, node) -> {
            if (header || node instanceof YamlNode.Fields) {
                ColumnPick pick = nodes.column(node, "columns");
                if (pick != null) {
                    columns.put(field, pick);
                }
                return;
            }
            String text = nodes.text(node, "columns");
            if (text == null) {
                return;
            }
            if (made.contains(text)) {
                columns.put(field, new ColumnPick.Heading(text));
                return;
            }
            int position = whole(text);
            if (position < 1 || position > NodeReader.MOST_COLUMNS) {
                nodes.problem(
                        node.line(),
                        "without a header the column of " + field + " is given by its place, from 1, not by \"" + text
                                + "\"",
                        null);
            } else {
                columns.put(field, new ColumnPick.Position(position));
            }
        });
        return columns;
    }

    private Map<String, String> texts(String key) {
        var texts = new LinkedHashMap<String, String>();
        eachField(key, (field, node) -> {
            String text = nodes.text(node, key);
            if (text != null) {
                texts.put(field, text);
            }
        });
        return texts;
    }

    private Set<String> ignore() {
        var ignored = new HashSet<String>();
        YamlNode node = keys.get("ignore");
        if (node != null) {
            nodes.texts(node, "ignore").forEach(heading -> ignored.add(FileMapping.plainHeading(heading)));
        }
        return ignored;
    }

    private Map<String, Map<String, String>> values() {
        var values = new LinkedHashMap<String, Map<String, String>>();
        eachField("values", (field, node) -> {
            var words = new LinkedHashMap<String, String>();
            nodes.fields(node, "values").forEach((word, meaning) -> {
                String text = nodes.text(meaning, "values");
                if (text != null) {
                    words.put(word, text);
                }
            });
            values.put(field, words);
        });
        return values;
    }

    private Map<String, Set<String>> none() {
        YamlNode node = keys.get("none");
        if (node == null) {
            return Map.of();
        }
        if (!(node instanceof YamlNode.Fields)) {
            return Map.of(FileMapping.EVERY_FIELD, Set.copyOf(nodes.texts(node, "none")));
        }
        var none = new LinkedHashMap<String, Set<String>>();
        eachField("none", (field, words) -> none.put(field, Set.copyOf(nodes.texts(words, "none"))));
        return none;
    }

    private Map<String, BigDecimal> scale() {
        var scale = new LinkedHashMap<String, BigDecimal>();
        eachField("scale", (field, node) -> {
            String text = nodes.text(node, "scale");
            if (text == null) {
                return;
            }
            try {
                BigDecimal factor = new BigDecimal(text.strip());
                if (factor.signum() == 0 || Math.abs((long) factor.scale()) > 30) {
                    throw new NumberFormatException();
                }
                scale.put(field, factor);
            } catch (NumberFormatException notANumber) {
                nodes.problem(
                        node.line(),
                        "the factor of " + field + " is a number other than 0, not \"" + text + "\"",
                        null);
            }
        });
        return scale;
    }

    private List<PeriodFormat> periodFormats() {
        var formats = new ArrayList<PeriodFormat>();
        YamlNode node = keys.get("period_formats");
        if (node != null) {
            for (String text : nodes.texts(node, "period_formats")) {
                PeriodFormat.of(text)
                        .ifPresentOrElse(
                                formats::add,
                                () -> nodes.problem(
                                        node.line(),
                                        "`" + text + "` is no period format",
                                        "it lacks a year; yyyy-MM, yyyyQn, MMM yyyy and FYyy Qn are formats."));
            }
        }
        return formats;
    }

    private List<String> dateFormats() {
        YamlNode node = keys.get("date_formats");
        if (node == null) {
            return List.of();
        }
        List<String> formats = nodes.texts(node, "date_formats");
        formats.stream()
                .filter(format -> !DateReader.isPattern(format))
                .forEach(format -> nodes.problem(
                        node.line(), "`" + format + "` is no date format", "dd/MM/yyyy and MMM d, yyyy are formats."));
        return formats.stream().filter(DateReader::isPattern).toList();
    }

    private @Nullable ZoneId zone() {
        YamlNode node = keys.get("time_zone");
        String name = nodes.text(node, "time_zone");
        if (node == null || name == null) {
            return null;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            nodes.problem(
                    node.line(),
                    "`" + name + "` is no time zone",
                    Suggestion.nearest(name, ZoneId.getAvailableZoneIds())
                            .map(near -> near + ".")
                            .orElse("Europe/Berlin and UTC are time zones."));
            return null;
        }
    }

    private @Nullable Integer firstShortYear() {
        YamlNode node = keys.get("two_digit_years");
        return node == null ? null : nodes.whole(node, "two_digit_years", 1900, 2100);
    }

    private NumberConvention numbers() {
        char decimal = character("decimal", '.');
        char thousands = character("thousands", NumberConvention.NO_THOUSANDS);
        try {
            boolean declared = keys.containsKey("decimal") || keys.containsKey("thousands");
            return new NumberConvention(decimal, thousands, declared, magnitudes());
        } catch (IllegalArgumentException contradiction) {
            nodes.problem(
                    line(keys.containsKey("decimal") ? "decimal" : "thousands"),
                    String.valueOf(contradiction.getMessage()),
                    null);
            return NumberConvention.CANONICAL;
        }
    }

    private Map<String, BigDecimal> magnitudes() {
        YamlNode node = keys.get("magnitudes");
        var magnitudes = new LinkedHashMap<String, BigDecimal>();
        if (node != null) {
            nodes.fields(node, "magnitudes").forEach((letters, meant) -> {
                String text = nodes.text(meant, "magnitudes");
                BigDecimal factor = text == null ? null : Units.factor(text);
                if (factor != null && letters.matches("\\p{L}{1,10}\\.?")) {
                    magnitudes.put(letters, factor);
                } else if (text != null) {
                    nodes.problem(
                            meant.line(),
                            "`magnitudes` says what letters behind a number multiply it by, such as {k: thousands},"
                                    + " not {" + letters + ": " + text + "}",
                            null);
                }
            });
        }
        return magnitudes;
    }

    private @Nullable Charset encoding(@Nullable YamlNode node) {
        String text = nodes.text(node, "encoding");
        if (node == null || text == null) {
            return null;
        }
        try {
            return Charset.forName(text);
        } catch (IllegalArgumentException unknown) {
            nodes.problem(
                    node.line(),
                    "`" + text + "` is no encoding",
                    Suggestion.nearest(text, List.of("utf-8", "windows-1252", "utf-16le"))
                            .map(near -> near + " is meant.")
                            .orElse(null));
            return null;
        }
    }

    private @Nullable Character delimiter(@Nullable YamlNode node) {
        String text = nodes.text(node, "delimiter");
        if (node == null || text == null) {
            return null;
        }
        if (text.equals("\\t") || text.equalsIgnoreCase("tab")) {
            return '\t';
        }
        if (text.length() != 1 || "\"\n\r".contains(text)) {
            nodes.problem(
                    node.line(),
                    "`delimiter` is one character other than a quote or a line end, not \"" + text + "\"",
                    null);
            return null;
        }
        return text.charAt(0);
    }

    private List<Integer> widths() {
        YamlNode node = keys.get("widths");
        if (node == null) {
            return List.of();
        }
        if (keys.containsKey("delimiter")) {
            nodes.problem(node.line(), "columns have `widths` or a `delimiter`, not both", null);
        }
        List<YamlNode> items = nodes.items(node, "widths");
        if (items.isEmpty() || items.size() > NodeReader.MOST_COLUMNS) {
            nodes.problem(
                    node.line(),
                    "`widths` says how many characters each column has, from the left",
                    "write `widths: [12, 8, 10]`.");
            return List.of();
        }
        return items.stream()
                .map(item -> nodes.whole(item, "widths", 1, WIDEST_COLUMN))
                .toList();
    }

    private Map<String, Lookup> lookups() {
        var lookups = new LinkedHashMap<String, Lookup>();
        eachField("lookups", (field, node) -> {
            var parts = nodes.fields(node, "lookups", LOOKUP_KEYS);
            String file = nodes.text(parts.get("file"), "file");
            boolean header = nodes.yesNo(parts.get("header"), "header", true);
            ColumnPick keyColumn = lookupColumn(parts.get("key"), header);
            ColumnPick valueColumn = lookupColumn(parts.get("value"), header);
            if (file == null || keyColumn == null || valueColumn == null) {
                nodes.problem(
                        node.line(),
                        "a lookup needs its `file`, and the columns `key` and `value` of it",
                        "write `{file: people.csv, key: Name, value: Id}`.");
                return;
            }
            if (isElsewhere(file)) {
                nodes.problem(
                        node.line(),
                        "a lookup file lies beside the facts or beside the mapping, or in a folder there; \"" + file
                                + "\" is elsewhere",
                        null);
                return;
            }
            lookups.put(
                    field,
                    new Lookup(
                            file,
                            keyColumn,
                            valueColumn,
                            lookupColumn(parts.get("from"), header),
                            lookupColumn(parts.get("to"), header),
                            header,
                            delimiter(parts.get("delimiter")),
                            encoding(parts.get("encoding")),
                            nodes.yesNo(parts.get("keep_unknown"), "keep_unknown", false),
                            node.line()));
        });
        return lookups;
    }

    private @Nullable ColumnPick lookupColumn(@Nullable YamlNode node, boolean header) {
        if (node == null) {
            return null;
        }
        if (!header && node instanceof YamlNode.Scalar scalar && whole(scalar.text()) > 0) {
            return new ColumnPick.Position(whole(scalar.text()));
        }
        return nodes.column(node, "lookups");
    }

    /** A mapping may come from anybody, and is not to read any file of this machine. */
    private static boolean isElsewhere(String file) {
        try {
            Path path = Path.of(file);
            return path.isAbsolute() || path.normalize().startsWith("..");
        } catch (InvalidPathException invalid) {
            return true;
        }
    }

    private @Nullable QuarterLabels quarterLabels() {
        String text = nodes.text(keys.get("quarter_labels"), "quarter_labels");
        if (text == null) {
            return null;
        }
        for (QuarterLabels labels : QuarterLabels.values()) {
            if (labels.name().equalsIgnoreCase(text.strip())) {
                return labels;
            }
        }
        nodes.problem(line("quarter_labels"), "`quarter_labels` is FISCAL or CALENDAR, not \"" + text + "\"", null);
        return null;
    }

    private int number(String key) {
        YamlNode node = keys.get(key);
        return node == null ? 0 : nodes.whole(node, key, 0, MOST_ROWS_ABOVE);
    }

    private char character(String key, char otherwise) {
        String text = nodes.text(keys.get(key), key);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (text.length() > 1) {
            nodes.problem(line(key), "`" + key + "` is one character, not \"" + text + "\"", null);
            return otherwise;
        }
        return text.charAt(0);
    }

    /** Every entry below the key, as long as it is under the name of a field. */
    private void eachField(String key, BiConsumer<String, YamlNode> use) {
        YamlNode node = keys.get(key);
        if (node == null) {
            return;
        }
        nodes.fields(node, key).forEach((field, value) -> {
            if (fieldNames.contains(field)) {
                use.accept(field, value);
            } else {
                nodes.problem(
                        value.line(),
                        "`" + field + "` under `" + key + "` is no field of these facts",
                        Suggestion.nearest(field, fieldNames)
                                .map(near -> near + " is meant.")
                                .orElse("the names are the other way round; the field stands first."));
            }
        });
    }

    private void refuse(String key, String message, String written, Collection<String> allowed) {
        nodes.problem(
                line(key),
                message,
                Suggestion.nearest(written, allowed)
                        .map(near -> near + " is meant.")
                        .orElse(null));
    }

    private int line(String key) {
        YamlNode node = keys.get(key);
        return node == null ? 0 : node.line();
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notWhole) {
            return -1;
        }
    }
}
