package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.intake.format.RawRow;
import boscard.intake.format.RowSource;
import boscard.intake.layout.RowShape;
import boscard.intake.layout.SkipReason;
import boscard.intake.layout.StoredRow;
import boscard.intake.value.Spaces;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table: each becomes a candidate, or is rejected with all that is wrong with it, or skipped. */
final class TableReader {

    private final RowSource source;
    private final ColumnPlan plan;
    private final FactSchema schema;
    private final TableTally tally;
    private final TableProblems problems;
    private final ImportLimits limits;
    private final RowRemarks remarks;
    private final RowChecks checks;
    private final ImportProgress progress;
    private final List<Candidate> candidates = new ArrayList<>();

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
        this.checks = new RowChecks(schema, plan, settings.asOf());
    }

    /** @return the readable rows, in order */
    List<Candidate> read(HeaderSearch.Header header) {
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
                read(row);
            }
        } catch (IOException unreadable) {
            problems.add(
                    ProblemCode.FILE_UNREADABLE,
                    source.at(0, 0, ""),
                    "the file cannot be read to its end: " + unreadable.getMessage(),
                    null);
        }
        return candidates;
    }

    private void read(RawRow row) {
        Problem broken = row.broken();
        if (broken != null) {
            problems.add(broken);
            reject(row, List.of(broken));
        } else if (RowShape.isBlank(row)) {
            tally.skip(SkipReason.BLANK);
        } else if (RowShape.isTotal(row)) {
            tally.skip(SkipReason.TOTAL);
        } else if (RowShape.isNote(row)) {
            tally.skip(SkipReason.FOOTER);
        } else if (!plan.usable()) {
            reject(row, plan.missing()); // the missing column is the problem, not each of its rows
        } else if (hasWidth(row)) {
            convert(row);
        }
    }

    private void convert(RawRow row) {
        remarks.begin(row.number());
        List<FieldReader> fields = plan.fields();
        var values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            FieldReader field = fields.get(i);
            remarks.atColumn(field.index() + 1, field.heading());
            values[i] = field.read(row, remarks);
        }
        remarks.atRow();
        checks.check(values, remarks);
        if (remarks.hasFailed()) {
            reject(row, remarks.errors());
        } else {
            candidates.add(new Candidate(tally, source.origin(row.number(), plan.columns()), values));
        }
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
        var raw = new ArrayList<String>(row.size());
        for (int i = 0; i < row.size(); i++) {
            raw.add(row.text(i));
        }
        return new RejectedRow(schema.kind(), source.at(row.number(), 0, ""), cells, raw, why);
    }

    /**
     * A row of text must have as many cells as the header; empty ones behind the last column do not count. Rejects one
     * that has not.
     */
    private boolean hasWidth(RawRow row) {
        int width = plan.width();
        int size = row.size();
        if (width == 0 || size == width || !row.hasFixedWidth()) {
            return true;
        }
        int filled = size;
        while (filled > 0 && Spaces.isBlank(row.text(filled - 1))) {
            filled--;
        }
        if (size > width ? filled <= width : size >= width - plan.unnamed()) {
            return true;
        }
        Problem ragged = Problem.of(
                ProblemCode.ROW_RAGGED,
                source.at(row.number(), 0, ""),
                "the row has " + size + " cells, the header has " + width,
                size > width
                        ? "a value with a delimiter in it needs quotes around it."
                        : "the row ends too early; write a delimiter for each empty cell.");
        problems.add(ragged);
        reject(row, List.of(ragged));
        return false;
    }
}
