package boscard.intake;

import boscard.fact.FactKind;
import boscard.intake.format.RowSource;
import boscard.intake.layout.SkipReason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the rows of one table while their fate is decided. */
final class TableTally {

    private final RowSource source;
    private final FactKind kind;
    private final TableProblems problems;
    private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
    private int read;
    private final List<RejectedRow> rejected = new ArrayList<>();

    TableTally(RowSource source, FactKind kind, TableProblems problems) {
        this.source = source;
        this.kind = kind;
        this.problems = problems;
    }

    RowSource source() {
        return source;
    }

    FactKind kind() {
        return kind;
    }

    TableProblems problems() {
        return problems;
    }

    void read() {
        read++;
    }

    void reject(RejectedRow row) {
        rejected.add(row);
    }

    List<RejectedRow> rejected() {
        return rejected;
    }

    void skip(SkipReason reason) {
        skipped.merge(reason, 1, Integer::sum);
    }

    int rowsRead() {
        return read;
    }

    int rowsRejected() {
        return rejected.size();
    }

    int rowsSkipped(SkipReason reason) {
        return skipped.getOrDefault(reason, 0);
    }

    /** What is neither rejected nor skipped is accepted. */
    FileAccount account(int accepted) {
        return new FileAccount(source.file(), source.table(), kind, read, accepted, rejected.size(), skipped);
    }
}
