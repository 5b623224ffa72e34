package boscard.intake;

import boscard.fact.Decimals;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
import boscard.fact.Kpi;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.intake.format.RawRow;
import boscard.intake.format.RowSource;
import boscard.intake.layout.LaidOutRow;
import boscard.intake.layout.RowShape;
import boscard.intake.layout.SkipReason;
import boscard.intake.layout.StoredRow;
import boscard.intake.mapping.Aggregation;
import boscard.intake.mapping.Aggregation.AggregateKpi;
import boscard.intake.mapping.Aggregation.Operation;
import boscard.intake.mapping.Aggregation.Signed;
import boscard.intake.mapping.Aggregation.Term;
import boscard.intake.mapping.ColumnPick;
import boscard.intake.mapping.Duplicates;
import boscard.intake.mapping.FileMapping;
import boscard.intake.mapping.TableLayout.Condition;
import boscard.intake.query.RowStore;
import boscard.intake.value.Spaces;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.LineRef;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes KPIs from the rows of all files that one entry of the mapping describes. Each row belongs to a group, its
 * scorecard, period and currency; the rows of a group are added up by the database in exact decimals. A row that cannot
 * be read is rejected, and the numbers of its group are then missing, unless the mapping says otherwise. Not
 * thread-safe. Close it.
 */
final class RowAggregates implements Closeable {

    private static final FactSchema SCHEMA = FactSchema.of(FactKind.MEASUREMENTS);
    private static final int SCORECARD = position("scorecard");
    private static final int KPI = position("kpi");
    private static final int PERIOD = position("period");
    private static final int CURRENCY = position("currency");
    private static final int PROVISIONAL = position("provisional");

    private record GroupKey(
            String scorecard, Period period, @Nullable String currency) {}

    /** A row of a group that was rejected. */
    private record Gap(SourceRef first, int rows) {}

    private final Aggregation aggregation;
    private final ImportSettings settings;
    private final TableTally.Shared shared;
    private final @Nullable RowListing listing;
    private final RowStore store;
    private final Set<String> refusedSums = new HashSet<>();
    private int line; // of the mapping
    private final List<String> numberHeadings;
    private final List<String> textHeadings;
    private final List<List<Condition>> filters;
    private final Map<GroupKey, Integer> groups = new LinkedHashMap<>();
    private final Map<GroupKey, Gap> gaps = new HashMap<>();
    private final List<RowSource> sources = new ArrayList<>();
    private final List<TableTally> tallies = new ArrayList<>();
    private @Nullable TableProblems problems;
    private Duplicates duplicates = Duplicates.REJECT;

    /** @param listing told the rows that belong to what it asks for; null when nobody asks */
    RowAggregates(
            Aggregation aggregation, ImportSettings settings, TableTally.Shared shared, @Nullable RowListing listing)
            throws IOException {
        this.shared = shared;
        this.aggregation = aggregation;
        this.settings = settings;
        this.listing = listing;
        var numbers = new LinkedHashSet<String>();
        var texts = new LinkedHashSet<String>();
        var conditions = new LinkedHashSet<List<Condition>>();
        for (Term term : aggregation.terms()) {
            for (Signed column : term.columns()) {
                (term.operation() == Operation.DISTINCT ? texts : numbers).add(column.heading());
            }
            if (!term.where().isEmpty()) {
                conditions.add(term.where());
            }
        }
        this.numberHeadings = List.copyOf(numbers);
        this.textHeadings = List.copyOf(texts);
        this.filters = List.copyOf(conditions);
        this.store = new RowStore(numberHeadings.size(), textHeadings.size(), filters.size());
    }

    private static int position(String field) {
        return SCHEMA.field(field).orElseThrow().position();
    }

    /** The mapping with which a table of rows is read: every row would be one of the first KPI. */
    static FileMapping rowMapping(FileMapping mapping, Aggregation aggregation) {
        Set<String> known = new LinkedHashSet<>();
        aggregation.headings().forEach(heading -> known.add(FileMapping.plainHeading(heading)));
        return mapping.ignoring(known)
                .withConstant("kpi", aggregation.kpis().get(0).kpi());
    }

    /**
     * Reads the rows of a table.
     *
     * @return how many rows were taken up
     */
    int read(
            RowSource source,
            HeaderSearch.Header header,
            ColumnPlan plan,
            TableTally tally,
            FileMapping mapping,
            IntConsumer progress)
            throws IOException {
        problems = tally.problems();
        duplicates = mapping.duplicates();
        line = mapping.line();
        tallies.add(tally);
        var table = new Table(source, header, plan, tally, mapping);
        return table.read(progress);
    }

    /** One table whose rows are being read. */
    private final class Table {

        private final RowSource source;
        private final HeaderSearch.Header header;
        private final ColumnPlan plan;
        private final TableTally tally;
        private final RowRemarks remarks;
        private final FieldReader scorecard;
        private final FieldReader period;
        private final FieldReader currency;
        private final List<FieldReader> numbers = new ArrayList<>();
        private final List<Boolean> numberMayLack = new ArrayList<>();
        private final List<Integer> texts = new ArrayList<>();
        private final List<Boolean> textMayLack = new ArrayList<>();
        private final List<List<Integer>> filterColumns = new ArrayList<>();
        private final List<Problem> missing = new ArrayList<>();
        private final int file = sources.size();

        Table(RowSource source, HeaderSearch.Header header, ColumnPlan plan, TableTally tally, FileMapping mapping) {
            this.source = source;
            this.header = header;
            this.plan = plan;
            this.tally = tally;
            this.remarks = new RowRemarks(source, tally.problems());
            this.scorecard = plan.fields().get(SCORECARD);
            this.period = plan.fields().get(PERIOD);
            this.currency = plan.fields().get(CURRENCY);
            this.missing.addAll(plan.missing());
            sources.add(source);
            var readers = new ValueReaders(settings, mapping);
            for (String heading : numberHeadings) {
                int index = index(new ColumnPick.Heading(heading), heading);
                var field = new Field(heading, FieldType.READING, false, List.of(), null, 0, Reading.class);
                numbers.add(new FieldReader(
                        field,
                        index,
                        heading,
                        readers.ofNumbers(),
                        Map.of(),
                        readers.noneOfNumbers(),
                        Reading.BLANK,
                        null,
                        settings.limits().cellLength(),
                        false));
                numberMayLack.add(mayLack(heading));
            }
            for (String heading : textHeadings) {
                texts.add(index(new ColumnPick.Heading(heading), heading));
                textMayLack.add(mayLack(heading));
            }
            for (List<Condition> conditions : filters) {
                filterColumns.add(conditions.stream()
                        .map(condition -> index(
                                condition.column(),
                                condition.column() instanceof ColumnPick.Heading heading
                                        ? heading.text()
                                        : condition.column().toString()))
                        .toList());
            }
        }

        private boolean mayLack(String heading) {
            return aggregation.terms().stream()
                    .filter(term -> term.columns().stream()
                            .anyMatch(column -> column.heading().equals(heading)))
                    .allMatch(Term::skipBlank);
        }

        private int index(ColumnPick pick, String shown) {
            List<String> headings = header.headings();
            if (pick instanceof ColumnPick.Position position) {
                return position.number() - 1;
            }
            String plain = FileMapping.plainHeading(shown);
            int found = -1;
            int count = 0;
            for (int i = 0; i < headings.size(); i++) {
                if (FileMapping.plainHeading(headings.get(i)).equals(plain)) {
                    found = i;
                    count++;
                }
            }
            if (count == 1) {
                return found;
            }
            Problem problem = Problem.of(
                    count == 0 ? ProblemCode.COLUMN_MISSING : ProblemCode.COLUMN_DUPLICATE,
                    source.at(header.row(), 0, ""),
                    count == 0
                            ? "there is no column " + shown + ", of which the mapping makes a KPI"
                            : "the column " + shown + ", of which the mapping makes a KPI, is there " + count
                                    + " times",
                    boscard.problem.Suggestion.nearest(shown, headings)
                            .filter(near -> count(shown) == 0)
                            .map(near -> "the column " + Spaces.strip(near) + " is meant.")
                            .orElse(null));
            missing.add(problem);
            tally.problems().add(problem);
            return 0;
        }

        private long count(String shown) {
            return header.headings().stream()
                    .filter(heading -> FileMapping.plainHeading(heading).equals(FileMapping.plainHeading(shown)))
                    .count();
        }

        int read(IntConsumer progress) throws IOException {
            int taken = 0;
            for (StoredRow row : header.above()) {
                tally.read();
                Problem broken = row.broken();
                if (broken != null) {
                    problems().add(broken);
                    reject(row, List.of(broken));
                } else {
                    tally.skip(RowShape.isBlank(row) ? SkipReason.BLANK : SkipReason.TITLE);
                }
            }
            Deque<StoredRow> below = header.below();
            RawRow row;
            while ((row = below.isEmpty() ? source.next() : below.poll()) != null) {
                if (tally.rowsRead() == settings.limits().rows()) {
                    Problem tooMany = Problem.of(
                            ProblemCode.FILE_TOO_LARGE,
                            source.at(row.number(), 0, ""),
                            "the table has more than " + settings.limits().rows()
                                    + " rows; it is not read beyond this one",
                            "split the file.");
                    problems().add(tooMany);
                    tally.read();
                    reject(row, List.of(tooMany));
                    break;
                }
                tally.read();
                if (take(row)) {
                    taken++;
                }
                if (tally.rowsRead() % 10_000 == 0) {
                    progress.accept(10_000);
                }
            }
            progress.accept(tally.rowsRead() % 10_000);
            return taken;
        }

        private TableProblems problems() {
            return tally.problems();
        }

        private boolean take(RawRow row) {
            Problem broken = row.broken();
            if (broken != null) {
                problems().add(broken);
                return reject(row, List.of(broken));
            }
            SkipReason skipped = row instanceof LaidOutRow laidOut ? laidOut.skip() : RowShape.skip(row);
            if (skipped != null) {
                tally.skip(skipped);
                return false;
            }
            if (!missing.isEmpty()) {
                return reject(row, missing);
            }
            if (!plan.width().fits(row)) {
                Problem ragged = plan.width().problem(row, source.at(row.number(), 0, ""));
                problems().add(ragged);
                return reject(row, List.of(ragged));
            }
            return add(row);
        }

        private boolean add(RawRow row) {
            remarks.begin(row.number());
            Object when = read(period, row);
            remarks.on(when instanceof Period known ? known.last() : null);
            Object who = read(scorecard, row);
            Object money = read(currency, row);
            boolean[] fits = fits(row);
            var values = new @Nullable BigDecimal[numbers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = number(numbers.get(i), row, numberMayLack.get(i));
            }
            var words = new @Nullable String[texts.size()];
            for (int i = 0; i < words.length; i++) {
                String word = Spaces.strip(row.text(texts.get(i)));
                words[i] = word.isEmpty() ? null : word;
                if (word.isEmpty() && !textMayLack.get(i)) {
                    remarks.atColumn(texts.get(i) + 1, textHeadings.get(i));
                    lacks(textHeadings.get(i));
                }
            }
            remarks.atRow();
            GroupKey group = who instanceof String id && when instanceof Period known
                    ? new GroupKey(id, known, money instanceof String code ? code : null)
                    : null;
            if (remarks.hasFailed() || group == null) {
                if (group != null) {
                    gaps.merge(
                            group,
                            new Gap(source.at(row.number(), 0, ""), 1),
                            (gap, one) -> new Gap(gap.first(), gap.rows() + 1));
                }
                return reject(row, List.copyOf(remarks.errors()));
            }
            int number = groups.computeIfAbsent(group, key -> groups.size());
            store.add(number, file, row.number(), values, words, fits);
            if (listing != null && listing.asksFor(group.scorecard(), group.period())) {
                list(row, fits);
            }
            return true;
        }

        private void list(RawRow row, boolean[] fits) {
            RowListing wanted = listing;
            for (AggregateKpi kpi : aggregation.kpis()) {
                if (wanted != null
                        && kpi.kpi().equals(wanted.kpi())
                        && (fits(kpi.of(), fits) || fits(kpi.to(), fits))) {
                    var cells = new LinkedHashMap<String, String>();
                    List<String> headings = header.headings();
                    for (int i = 0; i < headings.size(); i++) {
                        cells.put(Spaces.strip(headings.get(i)), Spaces.strip(row.text(i)));
                    }
                    wanted.add(source.at(row.number(), 0, ""), cells, kpi.formula());
                    return;
                }
            }
        }

        private boolean fits(@Nullable Term term, boolean[] fits) {
            return term != null && (term.where().isEmpty() || fits[filters.indexOf(term.where())]);
        }

        private boolean[] fits(RawRow row) {
            var fits = new boolean[filters.size()];
            for (int i = 0; i < fits.length; i++) {
                fits[i] = true;
                for (int j = 0; j < filters.get(i).size(); j++) {
                    fits[i] &= filters.get(i)
                            .get(j)
                            .isMet(row.text(filterColumns.get(i).get(j)));
                }
            }
            return fits;
        }

        private @Nullable Object read(FieldReader field, RawRow row) {
            remarks.atColumn(field.index() + 1, field.heading());
            return field.read(row, remarks);
        }

        private @Nullable BigDecimal number(FieldReader column, RawRow row, boolean mayLack) {
            Object value = read(column, row);
            if (value instanceof Reading.Present present) {
                if (!RowStore.fits(present.value())) {
                    remarks.problem(
                            ProblemCode.NUMBER_INVALID,
                            present + " has more than " + RowStore.DECIMALS + " decimals or more than "
                                    + RowStore.DIGITS + " digits before them, and cannot be added up exactly",
                            null);
                    return null;
                }
                return present.value();
            }
            if (value instanceof Reading.Missing && !mayLack) {
                lacks(column.heading());
            }
            return null; // not applicable is left out
        }

        private void lacks(String heading) {
            remarks.problem(
                    ProblemCode.VALUE_REQUIRED,
                    heading + " has no value, and a KPI is made of it",
                    "say `blank: skip` in the mapping when such rows are to be left out.");
        }

        private boolean reject(RawRow row, List<Problem> why) {
            tally.reject(why);
            if (tally.keepsRejected()) {
                RawRow inFile = row instanceof LaidOutRow laidOut ? laidOut.asInFile() : row;
                var raw = new ArrayList<String>(inFile.size());
                for (int i = 0; i < inFile.size(); i++) {
                    raw.add(inFile.text(i));
                }
                tally.keep(new RejectedRow(FactKind.MEASUREMENTS, source.at(row.number(), 0, ""), Map.of(), raw, why));
            }
            return false;
        }
    }

    /** The measurements of all rows that were read; null when there are none. */
    @Nullable
    TableContent measurements() throws IOException {
        TableProblems told = problems;
        if (told == null || sources.isEmpty()) {
            return null;
        }
        var made = new AggregatedTable(sources);
        var tally = new TableTally(made, FactKind.MEASUREMENTS, told, shared);
        tally.duplicates(duplicates);
        var keys = new ArrayList<>(groups.keySet());
        TableRows candidates = TableRows.withOrigins(tally);
        List<RowStore.Term> terms = storeTerms();
        for (RowStore.Group group : store.groups(terms)) {
            GroupKey key = keys.get(group.number());
            Gap gap = gaps.remove(key);
            if (gap != null) {
                sayIncomplete(key, gap, group.rows(), told);
            }
            boolean lost = gap != null && !aggregation.keepIncomplete();
            int at = 0;
            for (AggregateKpi kpi : aggregation.kpis()) {
                Value of = new Value(kpi.of(), group.values(), at);
                at += 2;
                Value to = null;
                if (kpi.to() != null) {
                    to = new Value(kpi.to(), group.values(), at);
                    at += 2;
                }
                Reading reading = lost || cannotBeSummed(kpi, told) ? Reading.REJECTED : reading(of, to);
                candidates.add(new Origin.Computed(how(kpi, key, group)), values(key, kpi, reading));
            }
        }
        for (Map.Entry<GroupKey, Gap> rest : gaps.entrySet()) { // no row of the group could be read
            sayIncomplete(rest.getKey(), rest.getValue(), 0, told);
            for (AggregateKpi kpi : aggregation.kpis()) {
                candidates.add(
                        new Origin.Computed(kpi.formula() + " of no row that could be read"),
                        values(rest.getKey(), kpi, Reading.REJECTED));
            }
        }
        candidates.forEach(candidate -> tally.read());
        Problem refused = refused();
        if (refused != null) {
            told.add(refused);
            candidates.forEach(candidate -> candidate.reject(refused));
        }
        return new TableContent(tally, candidates);
    }

    /** Whether a KPI is a sum of what cannot be added up, such as ratios; said once. */
    private boolean cannotBeSummed(AggregateKpi kpi, TableProblems told) {
        Kpi known = settings.catalogue().find(kpi.kpi());
        boolean summed = kpi.to() == null && kpi.of().operation() == Operation.SUM;
        if (!summed || known == null) {
            return false;
        }
        boolean additive = switch (known.unit()) {
            case RATIO, POINTS, SCORE, MULTIPLE -> false;
            case COUNT, CURRENCY, DAYS, MONTHS, MINUTES -> true;
        };
        if (!additive && refusedSums.add(kpi.kpi())) {
            told.add(
                    ProblemCode.NON_ADDITIVE_SUM,
                    LineRef.of(settings.mapping().file(), line),
                    kpi.kpi() + " is computed as " + kpi.formula() + ", and a " + known.unit()
                            + " cannot be added up; the numbers are missing",
                    "it is a ratio of two sums: `ratio: {of: {sum: …}, to: {sum: …}}`.");
        }
        return !additive;
    }

    /** Why nothing is computed: too many rows of a table failed. Null when that is not so. */
    private @Nullable Problem refused() {
        for (TableTally tally : tallies) {
            int rows = tally.rowsRead() - RejectedTables.skipped(tally);
            if (tally.rowsRejected() > 0 && settings.limits().rejection().isExceededBy(tally.rowsRejected(), rows)) {
                return Problem.of(
                        ProblemCode.FILE_REJECTED,
                        tally.source().at(0, 0, ""),
                        tally.rowsRejected() + " of " + rows + " rows cannot be used, more than "
                                + settings.limits().rejection() + "; nothing is computed of them",
                        "the layout is another one than expected; the mapping can describe it.");
            }
        }
        return null;
    }

    private void sayIncomplete(GroupKey key, Gap gap, long rows, TableProblems told) {
        told.add(
                ProblemCode.AGGREGATE_INCOMPLETE,
                gap.first(),
                gap.rows() + " of " + (rows + gap.rows()) + " rows of " + key.scorecard() + " in " + key.period()
                        + " are rejected, this is the first; "
                        + (aggregation.keepIncomplete()
                                ? "the KPIs are computed of the others"
                                : "the KPIs computed of them are missing"),
                null);
    }

    /** For each term its number and, beside it, of how many rows it is. */
    private List<RowStore.Term> storeTerms() {
        var terms = new ArrayList<RowStore.Term>();
        for (Term term : aggregation.terms()) {
            int filter = term.where().isEmpty() ? -1 : filters.indexOf(term.where());
            List<Integer> columns = term.columns().stream()
                    .map(column -> (term.operation() == Operation.DISTINCT ? textHeadings : numberHeadings)
                            .indexOf(column.heading()))
                    .toList();
            List<Boolean> negative =
                    term.columns().stream().map(Signed::negative).toList();
            RowStore.Operation operation = switch (term.operation()) {
                case SUM, AVERAGE -> RowStore.Operation.SUM;
                case COUNT -> RowStore.Operation.COUNT;
                case DISTINCT -> RowStore.Operation.DISTINCT;
            };
            terms.add(new RowStore.Term(operation, columns, negative, filter));
            terms.add(
                    operation == RowStore.Operation.SUM
                            ? new RowStore.Term(RowStore.Operation.COUNT, columns, negative, filter)
                            : new RowStore.Term(operation, columns, negative, filter));
        }
        return terms;
    }

    /** A term's number of one group. */
    private record Value(Term term, List<@Nullable BigDecimal> values, int at) {

        /** Null for an average of no rows. */
        @Nullable
        BigDecimal number() {
            BigDecimal number = values.get(at);
            BigDecimal rows = values.get(at + 1);
            BigDecimal sum = number == null ? BigDecimal.ZERO : number; // a sum of no rows
            if (term.operation() != Operation.AVERAGE) {
                return sum;
            }
            return rows == null || rows.signum() == 0 ? null : Decimals.ratio(sum, rows);
        }
    }

    private static Reading reading(Value of, @Nullable Value to) {
        BigDecimal number = of.number();
        if (number == null) {
            return Reading.ZERO_DENOMINATOR;
        }
        if (to == null) {
            return Reading.of(number);
        }
        BigDecimal below = to.number();
        return below == null || below.signum() == 0
                ? Reading.ZERO_DENOMINATOR
                : Reading.of(Decimals.ratio(number, below));
    }

    private String how(AggregateKpi kpi, GroupKey key, RowStore.Group group) {
        SourceRef first = sources.get(group.firstFile()).at(group.firstRow(), 0, "");
        SourceRef last = sources.get(group.lastFile()).at(group.lastRow(), 0, "");
        return kpi.formula() + " over " + group.rows() + (group.rows() == 1 ? " row" : " rows") + " of "
                + key.scorecard() + " in " + key.period() + ", " + first + (group.rows() == 1 ? "" : " to " + last);
    }

    private static @Nullable Object[] values(GroupKey key, AggregateKpi kpi, Reading reading) {
        var values = new @Nullable Object[SCHEMA.fields().size()];
        for (Field field : SCHEMA.fields()) {
            values[field.position()] = FieldReader.blankOf(field.type());
        }
        values[SCORECARD] = key.scorecard();
        values[KPI] = kpi.kpi();
        values[PERIOD] = key.period();
        values[CURRENCY] = key.currency();
        values[PROVISIONAL] = Boolean.FALSE;
        values[position(kpi.field())] = reading;
        return values;
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
