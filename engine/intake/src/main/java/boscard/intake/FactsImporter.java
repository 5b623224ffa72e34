package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.Facts;
import boscard.intake.format.RowSource;
import boscard.intake.layout.LaidOutTable;
import boscard.intake.layout.SkipReason;
import boscard.intake.mapping.Aggregation;
import boscard.intake.mapping.FileMapping;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.source.LineRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads facts from files and folders. Nothing is thrown for what stands in the files: every problem is in the result,
 * and what can be read is read. The order of the paths changes nothing. Stateless; safe for any thread.
 *
 * <p>Numbers are read with a decimal point and without thousands separators unless a mapping says otherwise: then
 * {@code 1.234} is a little more than one, and {@code 1,234} is refused as ambiguous.
 */
public final class FactsImporter {

    /**
     * Reads the files, and of each folder the files that can hold facts.
     *
     * @param paths files and folders; a folder is read without its subfolders
     */
    public ImportedFacts importFacts(List<Path> paths, ImportSettings settings) {
        return importFacts(paths, settings, ImportProgress.UNSEEN);
    }

    /** As {@link #importFacts(List, ImportSettings)}, and says on the way how far it has come. */
    public ImportedFacts importFacts(List<Path> paths, ImportSettings settings, ImportProgress progress) {
        return new Import(settings, progress, null).of(paths);
    }

    /** Imports to find the rows of a computed measurement; they are in the listing afterwards. */
    public ImportedFacts listRows(List<Path> paths, ImportSettings settings, RowListing listing) {
        return new Import(settings, ImportProgress.UNSEEN, listing).of(paths);
    }

    /** One import: what it was told, and what it has found so far. */
    private static final class Import {

        private final ImportSettings settings;
        private final ImportProgress progress;
        private final TableTally.Shared shared;
        private final Problems problems = new Problems();
        private final List<TableContent> tables = new ArrayList<>();
        private final Lookups lookups;
        private final @Nullable RowListing listing;
        private final Map<FileMapping, RowAggregates> aggregates = new LinkedHashMap<>();
        private long rows;

        Import(ImportSettings settings, ImportProgress progress, @Nullable RowListing listing) {
            this.listing = listing;
            this.settings = settings;
            this.shared = new TableTally.Shared(settings.limits().rejectedKept());
            this.progress = progress;
            this.lookups = new Lookups(settings.mapping());
        }

        ImportedFacts of(List<Path> paths) {
            List<InputFile> files = InputFiles.find(paths, problems);
            files.forEach(this::read);
            addUp();
            ScorecardNames.check(of(FactKind.SCORECARDS), rows(table -> true));
            RejectedTables.check(tables, settings.limits()); // before the rows of a wrong layout contradict good ones
            OutOfRange.check(of(FactKind.MEASUREMENTS), settings.from(), settings.to());
            tables.forEach(table -> LongerPeriods.check(table.candidates(), settings.catalogue()));
            var sorted = new EnumMap<FactKind, SortedRows>(FactKind.class);
            var contested = new EnumMap<FactKind, BitSet>(FactKind.class);
            for (FactKind kind : FactKind.values()) {
                SortedRows rowsOfKind = SortedRows.of(kind, of(kind), shared.texts());
                if (rowsOfKind.size() > 0) {
                    sorted.put(kind, rowsOfKind);
                    contested.put(kind, DuplicateKeys.check(rowsOfKind));
                }
            }
            RejectedTables.check(tables, settings.limits());
            References.check(notOf(FactKind.MEASUREMENTS), settings.catalogue());
            ParentCycles.check(of(FactKind.SCORECARDS));
            MissingCurrencies.check(of(FactKind.SCORECARDS), of(FactKind.MEASUREMENTS), settings.catalogue());
            tables.forEach(table ->
                    table.tally().problems().summarise(table.tally().source().at(0, 0, "")));
            Facts facts = AcceptedFacts.of(sorted, contested);
            if (facts.isEmpty() && !problems.hasErrors()) {
                problems.add(
                        ProblemCode.NO_FACTS,
                        LineRef.ofFile(files.isEmpty() ? "facts" : files.get(0).shown()),
                        "no fact was read",
                        "measurements.csv is missing.");
            }
            return new ImportedFacts(
                    facts,
                    problems.sorted(),
                    tables.stream().map(TableContent::account).toList(),
                    RejectedRows.joined(tables.stream()
                            .map(TableContent::tally)
                            .sorted(Comparator.comparing(tally -> tally.source().at(0, 0, "")))
                            .map(TableTally::rejected)
                            .toList()));
        }

        private void read(InputFile file) {
            var opening = new FileOpening(file, settings, problems);
            try {
                for (RowSource source : opening.tables()) {
                    try (source) {
                        TableContent content = readTable(source, opening);
                        if (content != null) {
                            tables.add(content);
                        }
                    } catch (IOException unreadable) {
                        problems.add(
                                ProblemCode.FILE_UNREADABLE,
                                LineRef.ofFile(file.shown()),
                                "the file cannot be read: " + unreadable.getMessage());
                    }
                }
            } finally {
                opening.finish();
            }
        }

        private JoinedRows of(FactKind kind) {
            return rows(table -> table.tally().kind() == kind);
        }

        private JoinedRows notOf(FactKind kind) {
            return rows(table -> table.tally().kind() != kind);
        }

        private JoinedRows rows(Predicate<TableContent> which) {
            return new JoinedRows(
                    tables.stream().filter(which).map(TableContent::candidates).toList());
        }

        private int addRows(
                FileMapping entry,
                Aggregation aggregation,
                RowSource source,
                HeaderSearch.Header header,
                ColumnPlan plan,
                TableTally tally)
                throws IOException {
            RowAggregates rows = aggregates.get(entry);
            if (rows == null) {
                rows = new RowAggregates(aggregation, settings, shared, listing);
                aggregates.put(entry, rows);
            }
            return rows.read(source, header, plan, tally, entry, more -> count(source.file(), more));
        }

        /** Once the rows of all files are there, since a quarter may be in three of them. */
        private void addUp() {
            aggregates.forEach((mapping, rows) -> {
                try (rows) {
                    TableContent computed = rows.measurements();
                    if (computed != null) {
                        tables.add(computed);
                    }
                } catch (IOException failed) {
                    problems.add(
                            ProblemCode.FILE_UNREADABLE,
                            LineRef.of(settings.mapping().file(), mapping.line()),
                            String.valueOf(failed.getMessage()));
                }
            });
        }

        private void count(String file, long more) {
            rows += more;
            progress.read(file, rows);
        }

        private @Nullable TableContent readTable(RowSource table, FileOpening opening) throws IOException {
            FileMapping mapping =
                    settings.mapping().of(opening.name(), table.table()).orElse(FileMapping.CANONICAL);
            FileMapping entry = mapping;
            Aggregation aggregation = mapping.aggregation();
            if (aggregation != null) {
                mapping = RowAggregates.rowMapping(mapping, aggregation);
            }
            FactKind named = mapping.kind() != null ? mapping.kind() : opening.kindByName(table);
            LaidOutTable laidOut = mapping.layout().isPlain()
                    ? null
                    : LaidOutTable.open(table, mapping, new ValueReaders(settings, mapping).noneOfNumbers());
            RowSource source = laidOut == null ? table : laidOut;
            HeaderSearch.Header header =
                    laidOut == null ? HeaderSearch.find(source, named, mapping) : HeaderSearch.Header.of(laidOut);
            if (laidOut != null) {
                mapping = mapping.ignoring(laidOut.used());
            }
            FactKind kind = named != null ? named : KindOfTable.byHeader(header.headings(), mapping);
            if (kind != null
                    && kind == mapping.kind()
                    && mapping.sheet() == null
                    && opening.hasSeveralSheets()
                    && (laidOut == null
                            ? !KindOfTable.hasRequired(kind, header.headings(), mapping)
                            : !laidOut.missing().isEmpty())) {
                kind = null;
            }
            if (header.isMissing() || kind == null) {
                problems.addAll(header.problems());
                if (header.isMissing()
                        && header.problems().isEmpty()
                        && source.table().isEmpty()) {
                    problems.add(
                            ProblemCode.FILE_EMPTY,
                            source.at(0, 0, ""),
                            "there is no row in it",
                            "an export failed: repeat it, or remove the file.");
                } else if (!header.isMissing()) {
                    opening.unknownKind(source, header);
                }
                return null;
            }
            opening.known();
            var tableProblems = new TableProblems(problems, settings.limits().problemsPerCode());
            if (header.broken() != null) {
                tableProblems.add(header.broken());
            }
            ColumnPlan plan = ColumnPlan.of(kind, header, source, mapping, settings, lookups, tableProblems);
            if (laidOut != null) {
                laidOut.missing().forEach(tableProblems::add);
                plan = plan.lacking(laidOut.missing());
            }
            int formula = source.textFormulaIn(header.row());
            if (formula > 0) {
                tableProblems.add(
                        ProblemCode.VALUE_ADJUSTED,
                        source.at(header.row(), formula, ""),
                        "the heading is a formula; it is read as the text that was stored",
                        "type the heading as text, so that it cannot change.");
            }
            var tally = new TableTally(source, kind, tableProblems, shared);
            tally.duplicates(mapping.duplicates());
            TableContent content = aggregation == null
                    ? new TableContent(
                            tally, new TableReader(source, kind, plan, tally, settings, this::count).read(header))
                    : new TableContent(tally, addRows(entry, aggregation, source, header, plan, tally));
            if (!plan.usable()) {
                tableProblems.add(
                        ProblemCode.FILE_REJECTED,
                        source.at(0, 0, ""),
                        "a required column is missing; " + tally.rowsRejected() + " rows are rejected",
                        null);
            } else if (tally.rowsRead() == tally.rowsSkipped(SkipReason.BLANK) + tally.rowsSkipped(SkipReason.TITLE)) {
                tableProblems.add(
                        ProblemCode.HEADER_ONLY, source.at(0, 0, ""), "there is a header and no row below it", null);
            }
            return content;
        }
    }
}
