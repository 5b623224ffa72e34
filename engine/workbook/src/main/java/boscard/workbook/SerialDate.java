package boscard.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Days counted as spreadsheets count them: from 1900, with a 29 February 1900 that never was, or from 1904. */
final class SerialDate {

    private static final LocalDate BEFORE_MARCH_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate SINCE_MARCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int INVENTED_LEAP_DAY = 60;
    private static final int LAST_DAY = 2_958_465; // 9999-12-31
    private static final BigDecimal MILLIS_OF_DAY = BigDecimal.valueOf(86_400_000L);

    private SerialDate() {}

    /** The day and time, to the millisecond; null when there is no such day. */
    static @Nullable LocalDateTime of(BigDecimal serial, boolean from1904) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
            return null;
        }
        int day = serial.intValue();
        long millis = serial.subtract(BigDecimal.valueOf(day))
                .multiply(MILLIS_OF_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDate start = from1904 ? START_OF_1904 : day < INVENTED_LEAP_DAY ? BEFORE_MARCH_1900 : SINCE_MARCH_1900;
        return start.plusDays(day).atStartOfDay().plusNanos(millis * 1_000_000);
    }
}
