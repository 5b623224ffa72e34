package boscard.intake;

import boscard.fact.FactKind;
import boscard.intake.format.RowSource;
import boscard.intake.layout.SkipReason;
import boscard.intake.mapping.Duplicates;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Counts the rows of one table while their fate is decided. */
final class TableTally {

    private final RowSource source;
    private final FactKind kind;
    private final TableProblems problems;
    private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
    private final Map<ProblemCode, Integer> rejectedByCode = new EnumMap<>(ProblemCode.class);
    private final Shared shared;
    private Duplicates duplicates = Duplicates.REJECT;
    private int read;
    private int rejectedRows;
    private final RejectedRows rejected;

    /**
     * What the tables of an import share.
     *
     * @param mostRejected rejected rows of one table that are kept
     */
    record Shared(Texts texts, RejectedSpool spool, int mostRejected) {

        Shared(int mostRejected) {
            this(new Texts(), new RejectedSpool(), mostRejected);
        }
    }

    TableTally(RowSource source, FactKind kind, TableProblems problems, Shared shared) {
        this.source = source;
        this.kind = kind;
        this.problems = problems;
        this.shared = shared;
        this.rejected = new RejectedRows(shared.spool());
    }

    /** What the mapping says about rows with the same key. */
    void duplicates(Duplicates rule) {
        duplicates = rule;
    }

    Duplicates duplicates() {
        return duplicates;
    }

    RowSource source() {
        return source;
    }

    FactKind kind() {
        return kind;
    }

    /** Of the import. */
    Texts texts() {
        return shared.texts();
    }

    TableProblems problems() {
        return problems;
    }

    void read() {
        read++;
    }

    /** Counts a rejected row. Whether its cells are to be kept, too, says {@link #keepsRejected}. */
    void reject(List<Problem> why) {
        rejectedRows++;
        EnumSet<ProblemCode> codes = EnumSet.noneOf(ProblemCode.class);
        why.forEach(problem -> codes.add(problem.code()));
        codes.forEach(code -> rejectedByCode.merge(code, 1, Integer::sum));
    }

    /** Whether there is room for one more. */
    boolean keepsRejected() {
        return rejected.size() < shared.mostRejected();
    }

    void keep(RejectedRow row) {
        rejected.keep(row);
    }

    RejectedRows rejected() {
        return rejected;
    }

    void skip(SkipReason reason) {
        skipped.merge(reason, 1, Integer::sum);
    }

    int rowsRead() {
        return read;
    }

    int rowsRejected() {
        return rejectedRows;
    }

    int rowsSkipped(SkipReason reason) {
        return skipped.getOrDefault(reason, 0);
    }

    /** What is neither rejected nor skipped is accepted. */
    FileAccount account(int accepted) {
        return new FileAccount(
                source.file(), source.table(), kind, read, accepted, rejectedRows, skipped, rejectedByCode);
    }
}
