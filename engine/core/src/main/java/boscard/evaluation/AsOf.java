package boscard.evaluation;

import boscard.fact.Facts;
import boscard.fact.Measurement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * The day an evaluation looks from. An argument, never the clock.
 *
 * @param date the day itself counts as elapsed
 */
public record AsOf(LocalDate date) {

    /**
     * The default: the last day of the newest complete period, that is the newest period for which an actual was
     * reported that is not provisional.
     *
     * @return empty when no measurement has such an actual
     */
    public static Optional<AsOf> newestCompletePeriod(Facts facts) {
        return facts.of(Measurement.class).stream()
                .filter(m -> m.actual().isPresent() && !m.provisional())
                .map(m -> m.period().last())
                .max(Comparator.naturalOrder())
                .map(AsOf::new);
    }
}
