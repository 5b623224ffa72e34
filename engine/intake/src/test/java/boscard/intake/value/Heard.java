package boscard.intake.value;

import boscard.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remarks that a test can look at. */
final class Heard implements Remarks {

    final List<ProblemCode> codes = new ArrayList<>();
    final List<String> messages = new ArrayList<>();
    final List<String> currencies = new ArrayList<>();

    @Override
    public void problem(ProblemCode code, String message, @Nullable String advice) {
        codes.add(code);
        messages.add(advice == null ? message : message + " Maybe " + advice);
    }

    @Override
    public void currency(String sign) {
        currencies.add(sign);
    }
}
