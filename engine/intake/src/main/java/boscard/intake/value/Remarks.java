package boscard.intake.value;

import boscard.problem.ProblemCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a reader has to say about a value besides the value itself. The listener knows the address. */
public interface Remarks {

    /**
     * Something is wrong with the value, or worth a look when the code is only a warning.
     *
     * @param message what, with the value; one line, no full stop, so that it can stand behind an address
     * @param advice what can follow the word "Maybe"; null when there is nothing to add
     */
    void problem(ProblemCode code, String message, @Nullable String advice);

    /**
     * Something about the column that a person should know once, however many of its cells are like this one; the code
     * is a warning.
     *
     * @param message as of {@link #problem}
     */
    default void once(ProblemCode code, String message, @Nullable String advice) {
        problem(code, message, advice);
    }

    /** The last day that the record is about, as far as it was read; null when it is not known. */
    default @Nullable LocalDate day() {
        return null;
    }

    /** The period was marked as provisional: {@code Feb. 2026(p)}. */
    default void provisional() {}

    /** The number was written with a currency: a sign such as {@code €} or a code such as {@code EUR}. */
    void currency(String sign);

    /** The number was written as a percentage. */
    default void percent() {}
}
