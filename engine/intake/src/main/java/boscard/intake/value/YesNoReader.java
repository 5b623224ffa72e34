package boscard.intake.value;

import boscard.problem.ProblemCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads Y or N; also yes, no, true, false, 1 and 0, in any case. */
public final class YesNoReader implements ValueReader {

    @Override
    public @Nullable Boolean read(String text, Remarks remarks) {
        switch (text.toUpperCase(Locale.ROOT)) {
            case "Y", "YES", "TRUE", "T", "1":
                return Boolean.TRUE;
            case "N", "NO", "FALSE", "F", "0":
                return Boolean.FALSE;
            default:
                remarks.problem(ProblemCode.CHOICE_INVALID, "\"" + text + "\" is not Y or N", null);
                return null;
        }
    }
}
