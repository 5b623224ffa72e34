package boscard.intake.value;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** A value whose type the file itself knows: a number cell, a date cell, a JSON number or truth value. */
public sealed interface RawValue {

    /** The value as canonical text: {@code 1234.5}, {@code 2026-01-31}, {@code Y}. */
    String text();

    /** An exact number. */
    record Number(BigDecimal value) implements RawValue {
        @Override
        public String text() {
            return Decimals.canonical(value).toPlainString();
        }
    }

    /** A number that the sheet shows as a date, perhaps with a time of day. */
    record Moment(LocalDateTime value) implements RawValue {
        @Override
        public String text() {
            return value.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? value.toLocalDate().toString()
                    : value.toString();
        }
    }

    /** True or false. */
    record YesNo(boolean value) implements RawValue {
        @Override
        public String text() {
            return value ? "Y" : "N";
        }
    }

    /**
     * A cell that holds an error instead of a value.
     *
     * @param text as the sheet shows it: {@code #DIV/0!}
     */
    record Fault(String text) implements RawValue {}

    /** A formula whose result was never stored. */
    record Uncalculated(String formula) implements RawValue {
        @Override
        public String text() {
            return "=" + formula;
        }
    }
}
