package boscard.table.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * About what a table is expected to say something, whatever the numbers are.
 *
 * @param subject the property that names what is judged: {@code kpi}
 * @param subjects the names that are expected; a name that no row has means the rows for any
 * @param alwaysPresent properties that every fact has that comes to this table
 * @param bounds between which numbers of a property lie for a subject; without one they may be any
 * @param fixed what is known of a subject beforehand, so that no fact about it says otherwise
 * @param ends whether the table has to say something about the smallest and the largest numbers too, or only must not
 *     leave out numbers between two rows
 */
public record Expectation(
        String subject,
        List<String> subjects,
        Set<String> alwaysPresent,
        List<Bounds> bounds,
        List<Fixed> fixed,
        boolean ends) {

    /** The one value of a property; null when it is always missing. */
    public record Fixed(
            String subject, String property, @Nullable Object value) {}

    /** Nothing is known beforehand. */
    public Expectation(
            String subject, List<String> subjects, Set<String> alwaysPresent, List<Bounds> bounds, boolean ends) {
        this(subject, subjects, alwaysPresent, bounds, List.of(), ends);
    }

    /** The smallest and the largest number; null where there is no bound. */
    public record Bounds(
            String subject,
            String property,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {}

    public Expectation {
        subjects = List.copyOf(subjects);
        alwaysPresent = Set.copyOf(alwaysPresent);
        bounds = List.copyOf(bounds);
        fixed = List.copyOf(fixed);
    }
}
