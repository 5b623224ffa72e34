package boscard.intake.layout;

import boscard.intake.format.RawRow;
import boscard.intake.format.RowSource;
import boscard.intake.mapping.ColumnPick;
import boscard.intake.mapping.FileMapping;
import boscard.intake.mapping.TableLayout;
import boscard.intake.mapping.TableLayout.Combination;
import boscard.intake.mapping.TableLayout.Condition;
import boscard.intake.mapping.TableLayout.LabelSplit;
import boscard.intake.mapping.TableLayout.Measure;
import boscard.intake.mapping.TableLayout.Roles;
import boscard.intake.mapping.TableLayout.RowRules;
import boscard.intake.mapping.TableLayout.Sections;
import boscard.intake.mapping.TableLayout.Unpivot;
import boscard.intake.mapping.Wildcard;
import boscard.intake.value.NoneWords;
import boscard.intake.value.RawValue;
import boscard.intake.value.Spaces;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.Suggestion;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as its mapping lays it out, as a plain one: each row of the file gives one or several records, and the cells
 * that the mapping makes stand behind the columns of the file. Addresses are always those of the file. Read once, from
 * top to bottom, by one thread.
 */
public final class LaidOutTable implements RowSource {

    private static final int LONGEST_TEXT = 32_767;

    private final RowSource source;
    private final TableLayout layout;
    private final NoneWords none;
    private final Deque<StoredRow> above;
    private final Deque<StoredRow> below;
    private final int headerRow;
    private final List<String> headings; // of the file
    private final List<@Nullable RawValue> typedHeadings;
    private final List<String> columns; // of the file, then the made ones
    private final Map<String, Integer> indexByName = new HashMap<>();
    private final Set<String> named = new LinkedHashSet<>(); // plain headings that the layout uses up
    private final List<Problem> missing = new ArrayList<>();
    private final Set<String> saidMissing = new HashSet<>();
    private final List<Integer> unpivoted = new ArrayList<>();
    private final RowWidth width;
    private final List<Step> steps = new ArrayList<>();
    private final List<Test> rowTests = new ArrayList<>();
    private final List<Test> recordTests = new ArrayList<>();
    private final Map<List<Integer>, Map<String, Origin.Column>> origins = new HashMap<>(); // by places of made cells
    private final LaidOutRow record;

    private @Nullable RawRow row; // whose records are given out
    private int variant;
    private String section = "";
    private boolean ended;

    /** Fills made cells of the record; says what is wrong when it cannot. */
    private interface Step {
        @Nullable
        Problem take(LaidOutRow record);
    }

    /** What a row or a record must have, or must not have, to count. */
    private record Test(int column, Condition condition, boolean mustHold, SkipReason otherwise) {}

    private LaidOutTable(RowSource source, FileMapping mapping, NoneWords none) throws IOException {
        this.source = source;
        this.layout = mapping.layout();
        this.none = none;
        if (layout.rows().skipHidden()) {
            source.leaveOutHidden();
        }
        List<String> made = layout.made();
        Set<String> names = namesInFile(mapping, made);
        Unpivot unpivot = layout.unpivot();
        HeaderRows header =
                HeaderRows.find(source, mapping, names, unpivot == null ? List.of() : List.of(unpivot.columns()));
        this.above = new ArrayDeque<>(header.above());
        this.below = header.below();
        this.headerRow = header.row();
        this.headings = header.headings();
        this.typedHeadings = header.typed();
        this.columns = new ArrayList<>(headings);
        boolean hasNames = mapping.header() || !source.columns().isEmpty();
        for (int i = 0; i < headings.size(); i++) {
            String plain = FileMapping.plainHeading(headings.get(i));
            boolean hidden = made.stream()
                    .anyMatch(name -> FileMapping.plainHeading(name).equals(plain));
            if (hidden) {
                columns.set(i, ""); // a made column hides one of the same name
            }
            indexByName.putIfAbsent(hasNames ? plain : Integer.toString(i + 1), i);
        }
        for (String name : made) {
            indexByName.put(FileMapping.plainHeading(name), columns.size());
            columns.add(name);
        }
        this.width = new RowWidth(hasNames && source.columns().isEmpty() ? headings.size() : 0, unnamedAtEnd());
        this.record = new LaidOutRow(NoRow.INSTANCE, headings.size(), made.size());
        if (unpivot != null) {
            findUnpivoted(unpivot);
        }
        prepareTests(layout.rows());
        prepareSteps();
        for (String name : names) {
            if (!indexByName.containsKey(name)) {
                sayMissing(name);
            }
        }
        named.forEach(this::sayDuplicate);
    }

    /**
     * Looks for the header. The rows are read by {@link #next()}.
     *
     * @param none words that stand for no number
     */
    public static LaidOutTable open(RowSource source, FileMapping mapping, NoneWords none) throws IOException {
        return new LaidOutTable(source, mapping, none);
    }

    /** Plain headings of the file that the layout and the columns of the mapping name. */
    private Set<String> namesInFile(FileMapping mapping, List<String> made) {
        var names = new LinkedHashSet<String>();
        var madeBefore = new LinkedHashSet<String>();
        made.forEach(name -> madeBefore.add(FileMapping.plainHeading(name)));
        var picks = new ArrayList<ColumnPick>();
        RowRules rows = layout.rows();
        List.of(rows.totals(), rows.skip(), rows.only())
                .forEach(conditions -> conditions.forEach(condition -> picks.add(condition.column())));
        for (Measure measure : layout.measures()) {
            measure.columns().values().forEach(heading -> picks.add(new ColumnPick.Heading(heading)));
        }
        layout.splits().forEach(split -> picks.add(split.column()));
        layout.combinations()
                .forEach(combination ->
                        placeholders(combination.pattern()).forEach(name -> picks.add(new ColumnPick.Heading(name))));
        Roles roles = layout.roles();
        if (roles != null) {
            picks.add(roles.column());
            picks.add(roles.value());
        }
        for (ColumnPick pick : picks) {
            if (pick instanceof ColumnPick.Heading heading) {
                named.add(FileMapping.plainHeading(heading.text()));
            }
        }
        picks.addAll(mapping.columns().values());
        for (ColumnPick pick : picks) {
            if (pick instanceof ColumnPick.Heading heading) {
                names.add(FileMapping.plainHeading(heading.text()));
            }
        }
        for (Measure measure : layout.measures()) { // it may be named like the field it becomes
            measure.columns().forEach((field, heading) -> madeBefore.remove(FileMapping.plainHeading(heading)));
        }
        names.removeAll(madeBefore);
        return names;
    }

    private int unnamedAtEnd() {
        int count = 0;
        while (count < headings.size() && Spaces.isBlank(headings.get(headings.size() - 1 - count))) {
            count++;
        }
        return count;
    }

    private void findUnpivoted(Unpivot unpivot) {
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            if (!Spaces.isBlank(heading)
                    && fits(unpivot.columns(), heading)
                    && !fits(unpivot.except(), heading)
                    && !named.contains(FileMapping.plainHeading(heading))) {
                unpivoted.add(i);
            }
        }
        if (unpivoted.isEmpty()) {
            missing.add(Problem.of(
                    ProblemCode.COLUMN_MISSING,
                    source.at(headerRow, 0, ""),
                    "there is no column "
                            + String.join(
                                    " or ",
                                    unpivot.columns().stream()
                                            .map(Wildcard::toString)
                                            .toList()) + ", which the mapping unpivots",
                    "the patterns are written otherwise in the file, or the header is another row."));
        }
    }

    private static boolean fits(List<Wildcard> patterns, String text) {
        for (Wildcard pattern : patterns) {
            if (pattern.fits(text)) {
                return true;
            }
        }
        return false;
    }

    private void sayMissing(String plainName) {
        if (!saidMissing.add(plainName)) {
            return;
        }
        String near = Suggestion.nearest(
                        plainName,
                        headings.stream()
                                .map(Spaces::strip)
                                .filter(text -> !text.isEmpty())
                                .toList())
                .map(heading -> "the column " + heading + " is meant.")
                .orElse(null);
        missing.add(Problem.of(
                ProblemCode.COLUMN_MISSING,
                source.at(headerRow, 0, ""),
                "there is no column " + plainName + ", which the mapping names",
                near));
    }

    private void sayDuplicate(String plainName) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < headings.size(); i++) {
            if (FileMapping.plainHeading(headings.get(i)).equals(plainName)) {
                places.add(i + 1);
            }
        }
        if (places.size() > 1) {
            missing.add(Problem.of(
                    ProblemCode.COLUMN_DUPLICATE,
                    source.at(headerRow, places.get(1), heading(places.get(1) - 1)),
                    "the column " + heading(places.get(0) - 1) + ", which the mapping names, is there twice, as column "
                            + places.get(0) + " and column " + places.get(1),
                    "rename or remove one of them."));
        }
    }

    private void prepareTests(RowRules rules) {
        rules.totals().forEach(condition -> addTest(condition, false, SkipReason.TOTAL));
        rules.skip().forEach(condition -> addTest(condition, false, SkipReason.FILTERED));
        rules.only().forEach(condition -> addTest(condition, true, SkipReason.FILTERED));
    }

    private void addTest(Condition condition, boolean mustHold, SkipReason otherwise) {
        int column = index(condition.column());
        if (column >= 0) {
            (column < headings.size() ? rowTests : recordTests).add(new Test(column, condition, mustHold, otherwise));
        }
    }

    private void prepareSteps() {
        Sections sections = layout.rows().sections();
        if (sections != null) {
            int into = made(sections.into());
            steps.add(each -> {
                each.put(into, section, LaidOutRow.NOWHERE);
                return null;
            });
        }
        Unpivot unpivot = layout.unpivot();
        if (unpivot != null) {
            int heading = made(unpivot.heading());
            int value = made(unpivot.value());
            steps.add(each -> {
                int at = unpivoted.get(variant);
                each.put(heading, headings.get(at), typedHeadings.get(at), at);
                each.copy(value, at);
                return null;
            });
        }
        if (!layout.measures().isEmpty()) {
            prepareMeasures();
        }
        layout.splits().forEach(this::prepareSplit);
        layout.combinations().forEach(this::prepareCombination);
        if (layout.roles() != null) {
            prepareRoles(layout.roles());
        }
    }

    private void prepareMeasures() {
        int kpi = made("kpi");
        var fields = new LinkedHashSet<String>();
        layout.measures().forEach(measure -> fields.addAll(measure.columns().keySet()));
        var fromByMeasure = new ArrayList<Map<Integer, Integer>>();
        for (Measure measure : layout.measures()) {
            var from = new HashMap<Integer, Integer>();
            measure.columns().forEach((field, heading) -> {
                int index = inFile(heading);
                if (index >= 0) {
                    from.put(made(field), index);
                } else {
                    sayMissing(FileMapping.plainHeading(heading));
                }
            });
            fromByMeasure.add(from);
        }
        List<Integer> targets = fields.stream().map(this::made).toList();
        steps.add(each -> {
            each.put(kpi, layout.measures().get(variant).kpi(), LaidOutRow.NOWHERE);
            Map<Integer, Integer> from = fromByMeasure.get(variant);
            for (int target : targets) {
                Integer index = from.get(target);
                if (index == null) {
                    each.put(target, "", LaidOutRow.NOWHERE);
                } else {
                    each.copy(target, index);
                }
            }
            return null;
        });
    }

    private void prepareSplit(LabelSplit split) {
        int column = index(split.column());
        var into = split.into().stream()
                .map(name -> name.isEmpty() ? -1 : made(name))
                .toList();
        if (column < 0) {
            return;
        }
        steps.add(each -> {
            List<String> parts = parts(Spaces.strip(each.text(column)), split);
            int place = each.place(column);
            for (int i = 0; i < into.size(); i++) {
                if (into.get(i) >= 0) {
                    each.put(into.get(i), i < parts.size() ? parts.get(i) : "", place);
                }
            }
            return parts.size() == into.size() ? null : unsplit(each, column, split, parts.size());
        });
    }

    /** The parts of a label; another number of them than there should be when it cannot be taken apart. */
    private static List<String> parts(String label, LabelSplit split) {
        if (!split.by().isEmpty()) {
            var parts = new ArrayList<String>();
            int from = 0;
            int at;
            while ((at = label.indexOf(split.by(), from)) >= 0) {
                parts.add(Spaces.strip(label.substring(from, at)));
                from = at + split.by().length();
            }
            String last = Spaces.strip(label.substring(from));
            if (!last.isEmpty() || parts.size() < split.into().size()) {
                parts.add(last); // a delimiter behind the last part begins no other
            }
            return parts;
        }
        String longest = null;
        for (String word : split.words()) {
            boolean there = split.wordsAtEnd()
                    ? label.regionMatches(true, label.length() - word.length(), word, 0, word.length())
                    : label.regionMatches(true, 0, word, 0, word.length());
            if (there && (longest == null || word.length() > longest.length())) {
                longest = word;
            }
        }
        if (longest == null) {
            return List.of(label);
        }
        return split.wordsAtEnd()
                ? List.of(Spaces.strip(label.substring(0, label.length() - longest.length())), longest)
                : List.of(longest, Spaces.strip(label.substring(longest.length())));
    }

    private Problem unsplit(LaidOutRow each, int column, LabelSplit split, int found) {
        String how = split.by().isEmpty()
                ? (split.wordsAtEnd() ? "does not end with " : "does not begin with ")
                        + String.join(" or ", split.words())
                : "has " + found + " parts between \"" + split.by() + "\", not "
                        + split.into().size();
        return Problem.of(
                ProblemCode.LABEL_UNSPLIT,
                at(each.number(), column + 1, columns.get(column)),
                "the label \"" + Spaces.strip(each.text(column)) + "\" " + how,
                "the mapping lacks a word under `split`, or the row is no record: then name it under `rows: skip`.");
    }

    private void prepareCombination(Combination combination) {
        int into = made(combination.into());
        var literals = new ArrayList<String>();
        var indexes = new ArrayList<Integer>();
        String pattern = combination.pattern();
        int from = 0;
        int open;
        while ((open = pattern.indexOf('{', from)) >= 0) {
            int close = pattern.indexOf('}', open);
            literals.add(pattern.substring(from, open));
            int index = indexOf(pattern.substring(open + 1, close));
            if (index < 0) {
                return; // reported as missing
            }
            indexes.add(index);
            from = close + 1;
        }
        String end = pattern.substring(from);
        steps.add(each -> {
            var text = new StringBuilder();
            for (int i = 0; i < indexes.size(); i++) {
                text.append(literals.get(i)).append(Spaces.strip(each.text(indexes.get(i))));
            }
            text.append(end);
            int place = each.place(indexes.get(0));
            each.put(into, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT + 1) : text.toString(), place);
            return null;
        });
    }

    private void prepareRoles(Roles roles) {
        int column = index(roles.column());
        int value = index(roles.value());
        var targets = new HashMap<String, Integer>();
        roles.fieldByWord().forEach((word, field) -> targets.put(word, made(field)));
        if (column < 0 || value < 0) {
            return;
        }
        steps.add(each -> {
            targets.values().forEach(target -> each.put(target, "", LaidOutRow.NOWHERE));
            String word = Spaces.strip(each.text(column));
            Integer target = targets.get(word.toLowerCase(Locale.ROOT));
            if (target == null) {
                return Problem.of(
                        ProblemCode.CHOICE_INVALID,
                        at(each.number(), column + 1, columns.get(column)),
                        "\"" + word + "\" is no word for a role; these are "
                                + String.join(
                                        ", ", targets.keySet().stream().sorted().toList()),
                        Suggestion.nearest(word, targets.keySet())
                                .map(near -> near + ".")
                                .orElse("it is missing under `roles` in the mapping."));
            }
            each.copy(target, value);
            return null;
        });
    }

    static List<String> placeholders(String pattern) {
        var names = new ArrayList<String>();
        int open = pattern.indexOf('{');
        while (open >= 0) {
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                break;
            }
            names.add(pattern.substring(open + 1, close));
            open = pattern.indexOf('{', close);
        }
        return names;
    }

    /** The index of a column that a step made. */
    private int made(String name) {
        Integer index = indexByName.get(FileMapping.plainHeading(name));
        if (index == null) {
            throw new IllegalStateException("made columns are known: " + name);
        }
        return index;
    }

    private int indexOf(String name) {
        return indexByName.getOrDefault(FileMapping.plainHeading(name), -1);
    }

    /** The index of a column of the file, even when a made one hides it. */
    private int inFile(String heading) {
        String plain = FileMapping.plainHeading(heading);
        for (int i = 0; i < headings.size(); i++) {
            if (FileMapping.plainHeading(headings.get(i)).equals(plain)) {
                return i;
            }
        }
        return -1;
    }

    private int index(ColumnPick pick) {
        if (pick instanceof ColumnPick.Position position) {
            return position.number() <= headings.size() ? position.number() - 1 : -1;
        }
        return pick instanceof ColumnPick.Heading heading ? indexOf(heading.text()) : -1;
    }

    /** The last row of the header; 0 when no row names the columns. */
    public int headerRow() {
        return headerRow;
    }

    /** Whether there is no row that could name the columns. */
    public boolean isEmpty() {
        return headings.isEmpty();
    }

    /** What the header lacks; the table cannot be read unless this is empty. */
    public List<Problem> missing() {
        return missing;
    }

    /** Plain headings that the layout uses, and that are therefore known. */
    public Set<String> used() {
        var used = new LinkedHashSet<>(named);
        unpivoted.forEach(index -> used.add(FileMapping.plainHeading(headings.get(index))));
        Unpivot unpivot = layout.unpivot();
        if (unpivot != null) {
            for (String heading : headings) {
                if (fits(unpivot.except(), heading)) {
                    used.add(FileMapping.plainHeading(heading));
                }
            }
        }
        layout.made().forEach(name -> used.add(FileMapping.plainHeading(name)));
        return used;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        if (row != null && ++variant < variants()) {
            return record();
        }
        row = null;
        StoredRow title = above.poll();
        if (title != null) {
            record.begin(title);
            return record.skipped(RowShape.isBlank(title) ? SkipReason.BLANK : SkipReason.TITLE);
        }
        RawRow read = below.isEmpty() ? source.next() : below.poll();
        if (read == null) {
            return null;
        }
        record.begin(read);
        if (read.broken() != null) {
            return record;
        }
        SkipReason reason = skip(read);
        if (reason != null) {
            return record.skipped(reason);
        }
        if (!width.fits(read)) {
            return record.rejected(width.problem(read, source.at(read.number(), 0, "")));
        }
        if (!missing.isEmpty()) {
            return record; // the missing column is the problem, and the reader rejects the row
        }
        row = read;
        variant = 0;
        return record();
    }

    private int variants() {
        if (layout.unpivot() != null) {
            return unpivoted.size();
        }
        return Math.max(1, layout.measures().size());
    }

    private @Nullable SkipReason skip(RawRow read) {
        int first = RowShape.firstFilled(read, 0);
        if (first < 0) {
            return SkipReason.BLANK;
        }
        RowRules rules = layout.rows();
        if (ended || fits(rules.footer(), read.text(first))) {
            ended = true;
            return SkipReason.FOOTER;
        }
        if (rules.skipHidden() && read.isHidden()) {
            return SkipReason.HIDDEN;
        }
        Sections sections = rules.sections();
        if (sections != null
                && RowShape.firstFilled(read, first + 1) < 0
                && fits(sections.patterns(), read.text(first))) {
            section = Spaces.strip(read.text(first));
            return SkipReason.SECTION;
        }
        if (!rules.keepTotals() && RowShape.isTotal(read)) {
            return SkipReason.TOTAL;
        }
        if (RowShape.isNote(read)) {
            return SkipReason.FOOTER;
        }
        return failed(rowTests, read);
    }

    private static @Nullable SkipReason failed(List<Test> tests, RawRow row) {
        for (Test test : tests) {
            if (test.condition().isMet(row.text(test.column())) != test.mustHold()) {
                return test.otherwise();
            }
        }
        return null;
    }

    private RawRow record() {
        RawRow of = row;
        if (of == null) {
            throw new IllegalStateException("There is a row");
        }
        record.begin(of);
        Problem problem = null;
        for (Step step : steps) {
            Problem found = step.take(record);
            problem = problem == null ? found : problem;
        }
        SkipReason reason = skipOfRecord();
        if (reason != null) {
            return record.skipped(reason);
        }
        return problem == null ? record : record.rejected(problem);
    }

    private @Nullable SkipReason skipOfRecord() {
        Unpivot unpivot = layout.unpivot();
        if (unpivot != null) {
            String text = Spaces.strip(record.text(unpivoted.get(variant)));
            if (text.isEmpty() && !unpivot.keepEmpty()) {
                return SkipReason.BLANK;
            }
            if (!unpivot.keepNone() && !text.isEmpty() && none.of(text) != null) {
                return SkipReason.NO_VALUE;
            }
        } else if (!layout.measures().isEmpty()
                && layout.measures().get(variant).columns().values().stream()
                        .mapToInt(this::inFile)
                        .allMatch(index -> Spaces.isBlank(record.text(index)))) {
            return SkipReason.BLANK;
        }
        return failed(recordTests, record);
    }

    @Override
    public String file() {
        return source.file();
    }

    @Override
    public String table() {
        return source.table();
    }

    /** The place in the file of a cell of the record that was given last. */
    @Override
    public SourceRef at(int number, int position, String heading) {
        if (position <= headings.size()) {
            return source.at(number, position, heading);
        }
        int place = record.place(position - 1);
        return place == LaidOutRow.NOWHERE ? source.at(number, 0, "") : source.at(number, place + 1, heading(place));
    }

    /** The origin of the record that was given last; the columns are the same for all records. */
    @Override
    public Origin origin(int number, Map<String, Origin.Column> fields) {
        var places = new Integer[columns.size() - headings.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = record.place(headings.size() + i);
        }
        return source.origin(number, origins.computeIfAbsent(Arrays.asList(places), key -> inFile(fields, places)));
    }

    private Map<String, Origin.Column> inFile(Map<String, Origin.Column> fields, Integer[] places) {
        var inFile = new HashMap<String, Origin.Column>();
        fields.forEach((field, column) -> {
            int made = column.position() - 1 - headings.size();
            if (made < 0) {
                inFile.put(field, column);
            } else if (places[made] != LaidOutRow.NOWHERE) {
                inFile.put(field, new Origin.Column(places[made] + 1, heading(places[made])));
            }
        });
        int cell = cellOfRecord();
        if (cell != LaidOutRow.NOWHERE) {
            inFile.put(Origin.CELL, new Origin.Column(cell + 1, heading(cell)));
        }
        return Map.copyOf(inFile);
    }

    /** Where the record stands in its row when it is one of several; else {@link LaidOutRow#NOWHERE}. */
    private int cellOfRecord() {
        if (layout.unpivot() != null) {
            return unpivoted.get(variant);
        }
        return layout.measures().stream()
                .skip(variant)
                .limit(1)
                .flatMap(measure -> measure.columns().values().stream())
                .mapToInt(this::inFile)
                .min()
                .orElse(LaidOutRow.NOWHERE);
    }

    private String heading(int place) {
        String heading = Spaces.strip(headings.get(place));
        return heading.isEmpty() ? "column " + (place + 1) : heading;
    }

    @Override
    public boolean knowsTypes() {
        return source.knowsTypes();
    }

    @Override
    public int textFormulaIn(int number) {
        return source.textFormulaIn(number);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Before the first row there is none. */
    private enum NoRow implements RawRow {
        INSTANCE;

        @Override
        public int number() {
            return 0;
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public String text(int index) {
            return "";
        }

        @Override
        public boolean hasFixedWidth() {
            return false;
        }
    }
}
