package boscard.intake.value;

import boscard.fact.FiscalCalendar;
import boscard.fact.Period;
import boscard.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the quarters and years of a fiscal calendar that is not the one of the run. A period that the run's calendar
 * has, too, gets its name there; another cannot be used.
 */
public final class OtherCalendarReader implements ValueReader {

    private final ValueReader periods;
    private final FiscalCalendar calendar;

    /**
     * @param periods reads in the calendar of the file
     * @param calendar of the run
     */
    public OtherCalendarReader(ValueReader periods, FiscalCalendar calendar) {
        this.periods = periods;
        this.calendar = calendar;
    }

    @Override
    public @Nullable Period read(String text, Remarks remarks) {
        return ofRun(periods.read(text, remarks), text, remarks);
    }

    @Override
    public @Nullable Period readTyped(RawValue value, Remarks remarks) {
        return ofRun(periods.readTyped(value, remarks), value.text(), remarks);
    }

    private @Nullable Period ofRun(@Nullable Object read, String text, Remarks remarks) {
        if (!(read instanceof Period period)) {
            return null;
        }
        Period own = calendar.containing(period.grain(), period.first());
        if (own.first().equals(period.first()) && own.last().equals(period.last())) {
            return own;
        }
        remarks.problem(
                ProblemCode.PERIOD_INVALID,
                "\"" + text + "\" is " + period.first() + " to " + period.last()
                        + " by the calendar of the file, and no period of a fiscal year that starts in month "
                        + calendar.startMonth(),
                "give the numbers by month.");
        return null;
    }
}
