package boscard.intake.value;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How days are written.
 *
 * @param formats patterns of {@link java.time.format.DateTimeFormatter}, tried in order; see
 *     {@link DateReader#isPattern}
 * @param zone in which the day of a moment with a time zone is taken; null for the day as it is written
 * @param firstShortYear the year from which on years of two digits count: with 1950, 49 is 2049 and 50 is 1950; null
 *     when nobody said, and then such a year is refused
 */
public record DateConvention(
        List<String> formats,
        @Nullable ZoneId zone,
        @Nullable Integer firstShortYear) {

    /** {@code yyyy-MM-dd} only. */
    public static final DateConvention CANONICAL = new DateConvention(List.of(), null, null);

    public DateConvention {
        formats = List.copyOf(formats);
    }

    public static DateConvention of(List<String> formats) {
        return new DateConvention(formats, null, null);
    }
}
