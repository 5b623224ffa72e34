package boscard.intake.value;

import boscard.fact.Reading;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a number as it was reported. Words for none are handled before, by {@link NoneWords}. */
public final class ReadingReader implements ValueReader {

    private final NumberReader numbers;

    public ReadingReader(NumberReader numbers) {
        this.numbers = numbers;
    }

    @Override
    public @Nullable Reading read(String text, Remarks remarks) {
        return reading(numbers.read(text, remarks));
    }

    @Override
    public @Nullable Reading readTyped(RawValue value, Remarks remarks) {
        return reading(numbers.readTyped(value, remarks));
    }

    /** Whether a number in its common form is that number. */
    public boolean readsPlainNumbers() {
        return numbers.readsPlainNumbers();
    }

    /** Whether a point can stand between thousands: see {@link NumberConvention#declared}. */
    public boolean mayPointGroup() {
        return numbers.mayPointGroup();
    }

    private static @Nullable Reading reading(@Nullable BigDecimal number) {
        return number == null ? null : Reading.of(number);
    }
}
