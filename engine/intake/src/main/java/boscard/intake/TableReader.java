package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.Period;
import boscard.intake.format.DelimitedFile;
import boscard.intake.format.DelimitedRow;
import boscard.intake.format.RawRow;
import boscard.intake.format.RowSource;
import boscard.intake.layout.LaidOutRow;
import boscard.intake.layout.LaidOutTable;
import boscard.intake.layout.RowShape;
import boscard.intake.layout.SkipReason;
import boscard.intake.layout.StoredRow;
import boscard.intake.value.Spaces;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table: each becomes a candidate, or is rejected with all that is wrong with it, or skipped. */
final class TableReader {

    private static final int REQUIRED_WITHOUT_SECTION = 2;

    private final RowSource source;
    private final ColumnPlan plan;
    private final FactSchema schema;
    private final TableTally tally;
    private final TableProblems problems;
    private final ImportLimits limits;
    private final RowRemarks remarks;
    private final RowChecks checks;
    private final ImportProgress progress;
    private final boolean needsDay;
    private final boolean mayHaveSections;
    private final int provisional; // position of the field; -1 when the kind has none
    private final TableRows candidates;
    private final @Nullable Object[] values;
    private final @Nullable QuickRows quick; // null when the rows of the table have to be read in full

    TableReader(
            RowSource source,
            FactKind kind,
            ColumnPlan plan,
            TableTally tally,
            ImportSettings settings,
            ImportProgress progress) {
        this.progress = progress;
        this.source = source;
        this.plan = plan;
        this.schema = FactSchema.of(kind);
        this.tally = tally;
        this.problems = tally.problems();
        this.limits = settings.limits();
        this.remarks = new RowRemarks(source, problems);
        this.needsDay = plan.fields().stream().anyMatch(FieldReader::needsDay);
        this.mayHaveSections = !(source instanceof LaidOutTable) && plan.requiredColumns() > REQUIRED_WITHOUT_SECTION;
        this.provisional =
                schema.field("provisional").map(FactSchema.Field::position).orElse(-1);
        this.candidates = new TableRows(tally, plan.columns());
        this.values = new @Nullable Object[plan.fields().size()];
        this.checks = new RowChecks(schema, plan, settings);
        this.quick = kind == FactKind.MEASUREMENTS
                        && source instanceof DelimitedFile
                        && plan.usable()
                        && plan.units() == null
                        && !needsDay
                ? new QuickRows(candidates, plan, settings.asOf())
                : null;
    }

    /** @return the readable rows, in order */
    TableRows read(HeaderSearch.Header header) {
        header.above().forEach(row -> {
            tally.read();
            Problem broken = row.broken();
            if (broken != null) {
                problems.add(broken);
                reject(row, List.of(broken));
            } else {
                tally.skip(RowShape.isBlank(row) ? SkipReason.BLANK : SkipReason.TITLE);
            }
        });
        try {
            Deque<StoredRow> below = header.below();
            RawRow row;
            while ((row = below.isEmpty() ? source.next() : below.poll()) != null) {
                if (tally.rowsRead() == limits.rows()) {
                    tally.read();
                    Problem tooMany = Problem.of(
                            ProblemCode.FILE_TOO_LARGE,
                            source.at(row.number(), 0, ""),
                            "the table has more than " + limits.rows() + " rows; it is not read beyond this one",
                            "split the file.");
                    problems.add(tooMany);
                    reject(row, List.of(tooMany));
                    break;
                }
                tally.read();
                if (tally.rowsRead() % ImportProgress.STEP == 0) {
                    progress.read(source.file(), ImportProgress.STEP);
                }
                if (quick == null || !(row instanceof DelimitedRow plain) || !quick.take(plain)) {
                    read(row);
                }
            }
        } catch (IOException unreadable) {
            problems.add(
                    ProblemCode.FILE_UNREADABLE,
                    source.at(0, 0, ""),
                    "the file cannot be read to its end: " + unreadable.getMessage(),
                    null);
        }
        if (quick != null) {
            quick.settle();
        }
        return candidates;
    }

    private void read(RawRow row) {
        Problem broken = row.broken();
        if (broken != null) {
            problems.add(broken);
            reject(row, List.of(broken));
            return;
        }
        SkipReason skipped = row instanceof LaidOutRow laidOut ? laidOut.skip() : RowShape.skip(row);
        if (skipped != null) {
            tally.skip(skipped);
        } else if (!plan.usable()) {
            reject(row, plan.missing()); // the missing column is the problem, not each of its rows
        } else if (plan.width().fits(row)) {
            if (isSection(row)) {
                sayAndSkipSection(row);
            } else {
                convert(row);
            }
        } else {
            Problem ragged = plan.width().problem(row, source.at(row.number(), 0, ""));
            problems.add(ragged);
            reject(row, List.of(ragged));
        }
    }

    /**
     * Whether the row has only its first cell, so that two or more of what is required are not there: it says what the
     * rows below it have in common. A record of a laid out table is one, whatever its cells are.
     */
    private boolean isSection(RawRow row) {
        return mayHaveSections && row.typed(0) == null && !Spaces.isBlank(row.text(0)) && RowShape.isBlankFrom(row, 1);
    }

    private void sayAndSkipSection(RawRow row) {
        tally.skip(SkipReason.SECTION);
        problems.addOnce(
                0,
                Problem.of(
                        ProblemCode.SECTION_SKIPPED,
                        source.at(row.number(), 0, ""),
                        "the row has only its first cell, \"" + Spaces.strip(row.text(0))
                                + "\", and reads like the heading of a section; it is skipped",
                        "what it says belongs to the rows below it: declare `rows: {sections: …}` in a mapping."));
    }

    private void convert(RawRow row) {
        remarks.begin(row.number());
        List<FieldReader> fields = plan.fields();
        for (int i = 0; i < values.length; i++) {
            if (!fields.get(i).needsDay()) {
                values[i] = value(fields.get(i), row);
            }
        }
        if (needsDay) {
            remarks.on(day(values));
            for (int i = 0; i < values.length; i++) {
                if (fields.get(i).needsDay()) {
                    values[i] = value(fields.get(i), row);
                }
            }
        }
        RowUnits units = plan.units();
        if (units != null) {
            units.convert(values, row, remarks);
        }
        if (remarks.isProvisional() && provisional >= 0) {
            values[provisional] = Boolean.TRUE;
        }
        remarks.atRow();
        checks.check(values, remarks);
        if (remarks.hasFailed()) {
            reject(row, remarks.errors());
        } else {
            if (quick != null) {
                quick.settle();
            }
            candidates.add(row.number(), values);
        }
    }

    private @Nullable Object value(FieldReader field, RawRow row) {
        remarks.atColumn(field.index() + 1, field.heading());
        return field.read(row, remarks);
    }

    /** The last day of the period, or the first day that is given. */
    private static @Nullable LocalDate day(@Nullable Object[] values) {
        for (Object value : values) {
            if (value instanceof Period period) {
                return period.last();
            } else if (value instanceof LocalDate day) {
                return day;
            }
        }
        return null;
    }

    private void reject(RawRow row, List<Problem> why) {
        tally.reject(why);
        if (tally.keepsRejected()) {
            tally.keep(asRejected(row, why));
        }
    }

    private RejectedRow asRejected(RawRow row, List<Problem> why) {
        var cells = new LinkedHashMap<String, String>();
        for (FieldReader field : plan.fields()) {
            if (field.index() >= 0) {
                cells.put(field.field().name(), Spaces.strip(row.text(field.index())));
            }
        }
        RawRow inFile = row instanceof LaidOutRow laidOut ? laidOut.asInFile() : row;
        var raw = new ArrayList<String>(inFile.size());
        for (int i = 0; i < inFile.size(); i++) {
            raw.add(inFile.text(i));
        }
        return new RejectedRow(schema.kind(), source.at(row.number(), 0, ""), cells, raw, why);
    }
}
