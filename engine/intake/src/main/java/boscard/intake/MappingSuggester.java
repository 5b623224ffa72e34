package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
import boscard.fact.Kpi;
import boscard.intake.format.RawRow;
import boscard.intake.format.RowSource;
import boscard.intake.layout.RowShape;
import boscard.intake.layout.StoredRow;
import boscard.intake.mapping.FileMapping;
import boscard.intake.value.DateReader;
import boscard.intake.value.NoneWords;
import boscard.intake.value.PeriodFormat;
import boscard.intake.value.PeriodReader;
import boscard.intake.value.Remarks;
import boscard.intake.value.Spaces;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the head of a file and writes a mapping for it, with a comment on what is sure and what is a guess. What can
 * be read in two ways is never chosen: it stands under {@code undecided}, and the mapping does not run before a person
 * has decided. Stateless; safe for any thread.
 */
public final class MappingSuggester {

    private static final int ROWS = 500;
    private static final int HEADER_ROWS = 30;
    private static final int WORDS = 200;
    private static final Map<String, List<String>> SYNONYMS = synonyms();
    private static final List<String> PERIOD_FORMATS = List.of(
            "yyyyQn", "MM/yyyy", "M/yyyy", "MM.yyyy", "yyyy/MM", "yyyyMM", "MMM yy", "MMM-yy", "yyyy-MM-dd", "yyyy");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})( \\d.*)?");
    private static final Remarks UNHEARD = new Remarks() {
        @Override
        public void problem(ProblemCode code, String message, @Nullable String advice) {}

        @Override
        public void currency(String sign) {}
    };

    /** Looks at the file; of a workbook at each sheet. */
    public MappingSuggestion suggest(Path file, ImportSettings settings) {
        var problems = new Problems();
        List<InputFile> files = InputFiles.find(List.of(file), problems);
        var entries = new ArrayList<String>();
        var undecided = new ArrayList<String>();
        for (InputFile input : files) {
            var opening = new FileOpening(input, settings, problems);
            try {
                for (RowSource source : opening.tables()) {
                    try (source) {
                        String entry =
                                new Look(input.name(), source, opening.kindByName(source), settings, undecided).entry();
                        if (entry != null) {
                            opening.known();
                            entries.add(entry);
                        }
                    }
                }
            } catch (IOException unreadable) {
                problems.add(
                        ProblemCode.FILE_UNREADABLE,
                        boscard.source.LineRef.ofFile(input.shown()),
                        "the file cannot be read: " + unreadable.getMessage());
            } finally {
                opening.finish();
            }
        }
        String yaml = entries.isEmpty()
                ? ""
                : "# Suggested by boscard from the first rows of the file. \"sure\" follows from the file, \"guess\" does not:"
                        + " look at it.\n# Every key is explained in docs/mapping.md.\nfiles:\n"
                        + String.join("", entries);
        return new MappingSuggestion(yaml, undecided, problems.sorted());
    }

    /** One table. */
    private static final class Look {

        private final String file;
        private final RowSource source;
        private final ImportSettings settings;
        private final List<String> undecided;
        private final List<String> open = new ArrayList<>();
        private final StringBuilder yaml = new StringBuilder();
        private final Map<String, Integer> indexByField = new LinkedHashMap<>();
        private @Nullable FactKind kind;
        private List<String> headings = List.of();
        private final List<StoredRow> rows = new ArrayList<>();

        Look(String file, RowSource source, @Nullable FactKind named, ImportSettings settings, List<String> undecided) {
            this.file = file;
            this.source = source;
            this.kind = named;
            this.settings = settings;
            this.undecided = undecided;
        }

        @Nullable
        String entry() throws IOException {
            readHead();
            if (headings.isEmpty()) {
                return null;
            }
            FactKind known = kind != null ? kind : KindOfTable.byHeader(headings, FileMapping.CANONICAL);
            FactKind taken = known != null ? known : FactKind.MEASUREMENTS;
            kind = taken;
            line("  - match: " + quoted(file));
            if (!source.table().isEmpty()) {
                line("    sheet: " + quoted(source.table()));
            }
            line("    kind: " + taken.canonicalName()
                    + (known == null ? "                # guess: nothing says otherwise" : ""));
            columns();
            periods();
            dates();
            numbers();
            words();
            ignored();
            if (!open.isEmpty()) {
                line("    undecided: [" + String.join(", ", open) + "]   # delete this line when you have decided");
            }
            return yaml.toString();
        }

        private void readHead() throws IOException {
            var read = new ArrayList<StoredRow>();
            RawRow row;
            while (read.size() < ROWS && (row = source.next()) != null) {
                if (row.broken() == null) {
                    read.add(new StoredRow(row));
                }
            }
            if (!source.columns().isEmpty()) {
                headings = source.columns();
                rows.addAll(read);
                return;
            }
            int best = -1;
            int most = 1;
            for (int i = 0; i < Math.min(HEADER_ROWS, read.size()); i++) {
                int names = names(read.get(i));
                if (names > most) {
                    most = names;
                    best = i;
                }
            }
            if (best >= 0) {
                headings = read.get(best).texts();
                rows.addAll(read.subList(best + 1, read.size()));
            }
        }

        /** How many cells can be headings: texts that are neither numbers nor days; known ones count more. */
        private int names(StoredRow row) {
            int names = 0;
            for (int i = 0; i < row.size(); i++) {
                String text = Spaces.strip(row.text(i));
                if (!text.isEmpty() && row.typed(i) == null && Character.isLetter(text.charAt(0))) {
                    names += fieldNamed(text) == null ? 1 : 10;
                }
            }
            return names;
        }

        private void columns() {
            var parts = new ArrayList<String>();
            var notes = new ArrayList<String>();
            for (int i = 0; i < headings.size(); i++) {
                String heading = Spaces.strip(headings.get(i));
                String field = fieldNamed(heading);
                if (field != null && isNumber(field) && !looksNumeric(i)) {
                    field = null;
                }
                if (field != null && indexByField.putIfAbsent(field, i) == null) {
                    boolean same = FileMapping.plainHeading(heading).equals(field);
                    if (!same) {
                        parts.add("      " + field + ": " + quoted(heading) + "   # guess: by its name");
                    }
                }
            }
            if (!indexByField.containsKey("actual")
                    && !indexByField.containsKey("target")
                    && kind == FactKind.MEASUREMENTS) {
                onlyNumber().ifPresent(index -> {
                    indexByField.put("actual", index);
                    parts.add("      actual: " + quoted(Spaces.strip(headings.get(index)))
                            + "   # guess: the only column of numbers");
                });
            }
            if (!parts.isEmpty()) {
                line("    columns:");
                parts.forEach(this::line);
            }
            for (Field field : FactSchema.of(kind()).fields()) {
                if (field.required() && !indexByField.containsKey(field.name())) {
                    notes.add(field.name());
                }
            }
            for (String missing : notes) {
                line("    # DECIDE: no column was recognised for " + missing
                        + ", which is required. Name it under columns, or write" + " constants: {" + missing + ": …}");
                decide(missing, "which column is " + missing);
            }
        }

        private Optional<Integer> onlyNumber() {
            var numeric = new ArrayList<Integer>();
            for (int i = 0; i < headings.size(); i++) {
                if (!indexByField.containsValue(i) && looksNumeric(i)) {
                    numeric.add(i);
                }
            }
            return numeric.size() == 1 ? Optional.of(numeric.get(0)) : Optional.empty();
        }

        private @Nullable String fieldNamed(String heading) {
            String plain = FileMapping.plainHeading(heading);
            FactKind of = kind == null ? FactKind.MEASUREMENTS : kind;
            if (FactSchema.of(of).field(plain).isPresent()) {
                return plain;
            }
            for (var entry : SYNONYMS.entrySet()) {
                if (entry.getValue().contains(plain)
                        && FactSchema.of(of).field(entry.getKey()).isPresent()) {
                    return entry.getKey();
                }
            }
            return null;
        }

        private boolean isNumber(String field) {
            FieldType type = FactSchema.of(kind()).field(field).orElseThrow().type();
            return type == FieldType.READING || type == FieldType.DECIMAL;
        }

        /** Whether most filled cells have a digit and no more than a few letters. */
        private boolean looksNumeric(int index) {
            int filled = 0;
            int numeric = 0;
            for (StoredRow row : rows) {
                String text = Spaces.strip(row.text(index));
                if (!text.isEmpty()) {
                    filled++;
                    boolean digit = text.chars().anyMatch(Character::isDigit);
                    long letters = text.chars().filter(Character::isLetter).count();
                    numeric += digit && letters <= 3 && !DAY.matcher(text).matches() || letters == 0 || isNone(text)
                            ? 1
                            : 0;
                }
            }
            return filled > 0 && numeric * 10 >= filled * 8;
        }

        private boolean isNone(String text) {
            return new NoneWords(settings.notReported(), settings.notApplicable()).of(text) != null;
        }

        /** The texts of a column, each once; cells whose type the file knows, totals and notes are left out. */
        private Set<String> texts(int index) {
            var texts = new LinkedHashSet<String>();
            for (StoredRow row : rows) {
                String text = Spaces.strip(row.text(index));
                if (!text.isEmpty() && row.typed(index) == null && RowShape.skip(row) == null && texts.size() < WORDS) {
                    texts.add(text);
                }
            }
            return texts;
        }

        private void periods() {
            Integer index = indexByField.get("period");
            if (index == null) {
                return;
            }
            Set<String> texts = texts(index);
            if (texts.isEmpty() || readsAll(texts, List.of())) {
                return;
            }
            if (texts.stream().allMatch(text -> DAY.matcher(text).matches())) {
                days("period_formats", "period", texts);
                return;
            }
            for (String pattern : PERIOD_FORMATS) {
                PeriodFormat format = PeriodFormat.of(pattern).orElse(null);
                if (format != null && readsAll(texts, List.of(format))) {
                    line("    period_formats: [" + quoted(pattern) + "]   # sure: it reads "
                            + texts.iterator().next() + " and all others");
                    return;
                }
            }
            line("    # DECIDE: how the periods are written, such as "
                    + quoted(texts.iterator().next()) + ": period_formats: [\"…\"]");
            decide("period_formats", "how " + texts.iterator().next() + " is read as a period");
        }

        private boolean readsAll(Set<String> texts, List<PeriodFormat> formats) {
            var reader = new PeriodReader(settings.calendar(), boscard.intake.value.QuarterLabels.FISCAL, formats);
            return texts.stream().allMatch(text -> reader.read(text, UNHEARD) != null);
        }

        private void dates() {
            var texts = new LinkedHashSet<String>();
            indexByField.forEach((field, index) -> {
                if (FactSchema.of(kind()).field(field).orElseThrow().type() == FieldType.DATE) {
                    texts.addAll(texts(index));
                }
            });
            var iso = new DateReader(List.of());
            texts.removeIf(text -> isNone(text) || iso.read(text, UNHEARD) != null);
            if (!texts.isEmpty()) {
                days("date_formats", "day", texts);
            }
        }

        /** Days with digits: only a number above 12 tells the day from the month. */
        private void days(String key, String what, Set<String> texts) {
            String dayFirst = null;
            String monthFirst = null;
            Matcher shape = null;
            for (String text : texts) {
                Matcher day = DAY.matcher(text);
                if (day.matches()) {
                    shape = shape == null ? day : shape;
                    dayFirst = Integer.parseInt(day.group(1)) > 12 ? text : dayFirst;
                    monthFirst = Integer.parseInt(day.group(3)) > 12 ? text : monthFirst;
                }
            }
            if (shape == null) {
                line("    # DECIDE: how the " + what + "s are written, such as "
                        + quoted(texts.iterator().next()) + ": " + key + ": [\"…\"]");
                decide(key, "how " + texts.iterator().next() + " is read");
                return;
            }
            String separator = shape.group(2);
            String year = shape.group(4).length() == 4 ? "yyyy" : "yy";
            String time = shape.group(5) == null ? "" : " H:mm";
            if (year.equals("yy")) {
                line("    # DECIDE: " + quoted(shape.group())
                        + " has a year of two digits. From which year on do they count?");
                line("    # two_digit_years: 1970");
                decide("two_digit_years", "the century of " + shape.group());
            }
            String european = "d" + separator + "M" + separator + year + time;
            String american = "M" + separator + "d" + separator + year + time;
            if (dayFirst != null && monthFirst == null) {
                line("    " + key + ": [" + quoted(european) + "]   # sure: " + dayFirst + " begins with a day");
            } else if (monthFirst != null && dayFirst == null) {
                line("    " + key + ": [" + quoted(american) + "]   # sure: " + monthFirst + " begins with a month");
            } else {
                line("    # DECIDE: " + quoted(shape.group()) + " can be two days. Keep one of these lines:");
                line("    # " + key + ": [" + quoted(european) + "]");
                line("    # " + key + ": [" + quoted(american) + "]");
                decide(key, "whether " + shape.group() + " begins with the day or the month");
            }
        }

        private void numbers() {
            var habit = new NumberHabit();
            var odd = new LinkedHashMap<String, Set<String>>();
            indexByField.forEach((field, index) -> {
                if (isNumber(field)) {
                    for (String text : texts(index)) {
                        habit.see(text);
                        if (text.chars().noneMatch(Character::isDigit) && !isNone(text)) {
                            odd.computeIfAbsent(field, key -> new LinkedHashSet<>())
                                    .add(text);
                        }
                    }
                    String heading = Spaces.strip(headings.get(index));
                    if (heading.toLowerCase(Locale.ROOT).matches(".*(in thousands|\\(0{3}s?\\)|in tsd).*")) {
                        line("    scale: {" + field + ": 1000}                # sure: the heading says so");
                    }
                }
            });
            String ambiguous = habit.undecided();
            if (ambiguous != null) {
                line("    # DECIDE: " + ambiguous + " can be two numbers. Keep two of these lines:");
                line("    # decimal: \".\"");
                line("    # thousands: \",\"");
                line("    # decimal: \",\"");
                line("    # thousands: \".\"");
                decide("decimal", "which number " + ambiguous + " is");
            } else {
                habit.lines().forEach(found -> line("    " + found));
            }
            if (!odd.isEmpty()) {
                line(
                        "    none:                          # guess: these are no numbers, so the value is taken as missing");
                odd.forEach((field, words) -> line("      " + field + ": ["
                        + String.join(
                                ", ", words.stream().limit(20).map(Look::quoted).toList()) + "]"));
            }
        }

        /** The names of KPIs in the file and those of the catalogue. */
        private void words() {
            Integer index = indexByField.get("kpi");
            if (index == null || kind != FactKind.MEASUREMENTS) {
                return;
            }
            var known = new ArrayList<String>();
            var unknown = new ArrayList<String>();
            for (String text : texts(index)) {
                if (settings.catalogue().find(text) == null) {
                    String id = idOf(text);
                    if (id == null) {
                        unknown.add("      # " + quoted(text) + ": no KPI of the catalogue is called so"
                                + Suggestion.nearest(
                                                text.toLowerCase(Locale.ROOT),
                                                settings.catalogue().ids())
                                        .map(near -> "; " + near + "?")
                                        .orElse(""));
                    } else {
                        known.add("        " + quoted(text) + ": " + id + "   # sure: its name in the catalogue");
                    }
                }
            }
            if (!known.isEmpty()) {
                line("    values:");
                line("      kpi:");
                known.forEach(this::line);
            }
            unknown.forEach(this::line);
        }

        private @Nullable String idOf(String text) {
            String plain = FileMapping.plainHeading(text);
            for (Kpi kpi : settings.catalogue().kpis()) {
                if (kpi.id().equals(plain)
                        || FileMapping.plainHeading(kpi.name()).equals(plain)) {
                    return kpi.id();
                }
            }
            return null;
        }

        private void ignored() {
            var ignored = new ArrayList<String>();
            for (int i = 0; i < headings.size(); i++) {
                String heading = Spaces.strip(headings.get(i));
                if (!heading.isEmpty() && !indexByField.containsValue(i)) {
                    ignored.add(quoted(heading));
                }
            }
            if (!ignored.isEmpty()) {
                line("    ignore: [" + String.join(", ", ignored) + "]   # guess: nothing that boscard reads");
            }
        }

        private FactKind kind() {
            return kind == null ? FactKind.MEASUREMENTS : kind;
        }

        private void decide(String key, String question) {
            open.add(key);
            undecided.add(question);
        }

        private void line(String text) {
            yaml.append(text).append('\n');
        }

        private static String quoted(String text) {
            return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
        }
    }

    private static Map<String, List<String>> synonyms() {
        var synonyms = new LinkedHashMap<String, List<String>>();
        synonyms.put(
                "scorecard",
                List.of(
                        "team",
                        "rep",
                        "entity",
                        "unit",
                        "region",
                        "salesperson",
                        "sales_rep",
                        "employee",
                        "employeeid",
                        "employee_id",
                        "territory",
                        "owner_id",
                        "mitarbeiter",
                        "einheit"));
        synonyms.put("kpi", List.of("metric", "measure", "indicator", "kpi_name", "kpi_id", "kennzahl", "item"));
        synonyms.put(
                "period",
                List.of("month", "quarter", "date", "year", "week", "monat", "quartal", "periode", "zeitraum"));
        synonyms.put("actual", List.of("value", "result", "ist", "wert", "actual_value", "actuals", "amount"));
        synonyms.put(
                "target",
                List.of("plan", "budget", "quota", "goal", "soll", "ziel", "target_value", "objective_value"));
        synonyms.put("prior", List.of("prior_year", "last_year", "previous_year", "vorjahr", "py"));
        synonyms.put("forecast", List.of("prognose", "outlook", "estimate"));
        synonyms.put("baseline", List.of("base", "start_value"));
        synonyms.put("currency", List.of("curr", "ccy", "currency_code", "währung", "waehrung"));
        synonyms.put("note", List.of("comment", "comments", "remark", "remarks", "bemerkung"));
        return synonyms;
    }
}
