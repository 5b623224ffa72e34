package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.Period;
import boscard.intake.layout.SkipReason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Measurements of periods that do not lie within those of the import are passed over, and counted. */
final class OutOfRange {

    private static final int PERIOD =
            FactSchema.of(FactKind.MEASUREMENTS).field("period").orElseThrow().position();

    private OutOfRange() {}

    /**
     * @param from first day; null for no bound
     * @param to last day; null for no bound
     */
    static void check(JoinedRows measurements, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return;
        }
        for (Candidate candidate : measurements) {
            if (candidate.isOpen()
                    && candidate.value(PERIOD) instanceof Period period
                    && (from != null && period.first().isBefore(from)
                            || to != null && period.last().isAfter(to))) {
                candidate.skip(SkipReason.OUT_OF_RANGE);
            }
        }
    }
}
