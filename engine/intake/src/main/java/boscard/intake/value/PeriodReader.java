package boscard.intake.value;

import boscard.fact.FiscalCalendar;
import boscard.fact.Grain;
import boscard.fact.Period;
import boscard.problem.ProblemCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads periods: the formats that a mapping declares, then the canonical ones ({@code 2026-01}, {@code 2026-Q1},
 * {@code 2026Q1}, {@code 2026-W05}, {@code 2026}) and a few that cannot be misread ({@code FY26 Q1}, {@code Q1-2026},
 * {@code Jan 2026}). A label of a quarter or a year is refused when the fiscal year is not the calendar year and nobody
 * said whose quarters the file counts; {@code FY26 Q1} is always fiscal. {@code (p)} behind a period marks its numbers
 * as provisional.
 */
public final class PeriodReader implements ValueReader {

    private static final int REMEMBERED = 10_000;
    private static final String PROVISIONAL = "(p)";
    private static final List<PeriodFormat> PLAIN_FORMATS = Stream.of(
                    "FYyyyy Qn",
                    "FYyyyy-Qn",
                    "FYyy Qn",
                    "FYyy-Qn",
                    "FYyyyyQn",
                    "FYyyQn",
                    "FYyyyy",
                    "FYyy",
                    "Qn-yyyy",
                    "Qn yyyy",
                    "yyyy Qn",
                    "MMM yyyy",
                    "MMM-yyyy",
                    "yyyy-M")
            .map(pattern -> PeriodFormat.of(pattern).orElseThrow())
            .toList();

    private final FiscalCalendar calendar;
    private final @Nullable QuarterLabels labels;
    private final List<PeriodFormat> formats;
    private final Map<String, Period> known = new HashMap<>();

    /**
     * @param labels whose quarters and years the file counts; null when nobody said
     * @param formats tried first, in order
     */
    public PeriodReader(FiscalCalendar calendar, @Nullable QuarterLabels labels, List<PeriodFormat> formats) {
        this.calendar = calendar;
        this.labels = labels;
        this.formats = List.copyOf(formats);
    }

    @Override
    public @Nullable Period read(String text, Remarks remarks) {
        if (isProvisional(text)) {
            remarks.provisional();
            return read(Spaces.strip(text.substring(0, text.length() - PROVISIONAL.length())), remarks);
        }
        Period period = known.get(text);
        if (period == null) {
            period = parse(text, remarks);
            if (period != null && known.size() < REMEMBERED) {
                known.put(text, period);
            }
        }
        return period;
    }

    /** A date cell on the first of a month is that month: Excel turns a typed 2026-01 into 1 January. */
    @Override
    public @Nullable Period readTyped(RawValue value, Remarks remarks) {
        if (value instanceof RawValue.Moment moment) {
            LocalDate day = moment.value().toLocalDate();
            if (day.getDayOfMonth() == 1) {
                return calendar.month(day.getYear(), day.getMonthValue());
            }
        }
        return read(value.text(), remarks);
    }

    private static boolean isProvisional(String text) {
        int at = text.length() - PROVISIONAL.length();
        return at > 0 && text.charAt(text.length() - 1) == ')' && text.regionMatches(true, at, PROVISIONAL, 0, 3);
    }

    private @Nullable Period parse(String text, Remarks remarks) {
        for (PeriodFormat format : formats) {
            Period period = format.parse(text, calendar);
            if (period != null) {
                return format.isFiscal() ? period : inCalendarOfFile(period, text, remarks);
            }
        }
        Optional<Period> canonical = calendar.parse(text);
        if (canonical.isPresent()) {
            return inCalendarOfFile(canonical.get(), text, remarks);
        }
        for (PeriodFormat format : PLAIN_FORMATS) {
            Period period = format.parse(text, calendar);
            if (period != null) {
                return format.isFiscal() ? period : inCalendarOfFile(period, text, remarks);
            }
        }
        remarks.problem(
                ProblemCode.PERIOD_INVALID,
                "\"" + text + "\" is not a period such as 2026-01, 2026-Q1, 2026-W05 or 2026",
                formats.isEmpty() ? "declare `period_formats` for this file in a mapping." : null);
        return null;
    }

    private @Nullable Period inCalendarOfFile(Period period, String text, Remarks remarks) {
        boolean named = period.grain() == Grain.QUARTER || period.grain() == Grain.YEAR;
        if (!named || calendar.startMonth() == 1 || labels == QuarterLabels.FISCAL) {
            return period;
        }
        if (labels == null) {
            remarks.problem(
                    ProblemCode.PERIOD_AMBIGUOUS,
                    "\"" + text + "\" can be a fiscal or a calendar "
                            + (period.grain() == Grain.YEAR ? "year" : "quarter")
                            + ", since the fiscal year starts in month " + calendar.startMonth(),
                    "declare `quarter_labels: FISCAL` or `CALENDAR` in a mapping.");
            return null;
        }
        Period calendarPeriod = period.grain() == Grain.YEAR
                ? FiscalCalendar.CALENDAR_YEAR.year(period.year())
                : FiscalCalendar.CALENDAR_YEAR.quarter(period.year(), period.number());
        Period fiscal = calendar.containing(period.grain(), calendarPeriod.first());
        if (fiscal.first().equals(calendarPeriod.first())) {
            return fiscal;
        }
        remarks.problem(
                ProblemCode.PERIOD_INVALID,
                "\"" + text + "\" is a calendar " + (period.grain() == Grain.YEAR ? "year" : "quarter")
                        + " and no period of a fiscal year that starts in month " + calendar.startMonth(),
                "give the numbers by month.");
        return null;
    }
}
