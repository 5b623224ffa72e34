package boscard.intake.value;

import boscard.problem.ProblemCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers that an {@code int} can hold. {@code 3.0} is whole, {@code 3.5} is not. */
public final class WholeNumberReader implements ValueReader {

    private final NumberReader numbers;

    public WholeNumberReader(NumberReader numbers) {
        this.numbers = numbers;
    }

    @Override
    public @Nullable Integer read(String text, Remarks remarks) {
        return whole(numbers.read(text, remarks), text, remarks);
    }

    @Override
    public @Nullable Integer readTyped(RawValue value, Remarks remarks) {
        return whole(numbers.readTyped(value, remarks), value.text(), remarks);
    }

    private static @Nullable Integer whole(@Nullable BigDecimal number, String text, Remarks remarks) {
        if (number == null) {
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException notWhole) {
            remarks.problem(
                    ProblemCode.NUMBER_INVALID, "\"" + text + "\" is not a whole number of at most ten digits", null);
            return null;
        }
    }
}
