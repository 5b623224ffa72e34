package boscard.intake.value;

import boscard.fact.FiscalCalendar;
import boscard.fact.Grain;
import boscard.fact.Period;
import boscard.problem.ProblemCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a day as the period that it lies in; a period is read as it is. */
public final class DayPeriodReader implements ValueReader {

    private final PeriodReader periods;
    private final DateReader days;
    private final FiscalCalendar calendar;
    private final Grain grain;

    /** @param grain how long the periods of days are */
    public DayPeriodReader(PeriodReader periods, DateReader days, FiscalCalendar calendar, Grain grain) {
        this.periods = periods;
        this.days = days;
        this.calendar = calendar;
        this.grain = grain;
    }

    @Override
    public @Nullable Period read(String text, Remarks remarks) {
        LocalDate day = days.read(text, Unheard.REMARKS);
        if (day != null) {
            return calendar.containing(grain, day);
        }
        if (DateReader.isShapedLikeDate(text)) {
            days.read(text, remarks); // says what is wrong with it
            return null;
        }
        return periods.read(text, remarks);
    }

    @Override
    public @Nullable Period readTyped(RawValue value, Remarks remarks) {
        return value instanceof RawValue.Moment moment
                ? calendar.containing(grain, moment.value().toLocalDate())
                : read(value.text(), remarks);
    }

    /** Whether the text is a day is only asked. */
    private enum Unheard implements Remarks {
        REMARKS;

        @Override
        public void problem(ProblemCode code, String message, @Nullable String advice) {}

        @Override
        public void currency(String sign) {}
    }
}
