package boscard.intake.value;

import boscard.problem.ProblemCode;
import boscard.problem.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a constant of an enum, in any case, with spaces or hyphens for underscores. */
public final class ChoiceReader implements ValueReader {

    private static final int REMEMBERED = 1_000;

    private final Map<String, Object> constantsByName = new HashMap<>();
    private final Map<String, Object> known = new HashMap<>();
    private final List<String> choices;

    /**
     * @param choices names of the constants, in the order in which a message lists them
     * @param type the enum
     */
    public ChoiceReader(List<String> choices, Class<?> type) {
        this.choices = choices;
        for (Object constant : type.getEnumConstants()) {
            constantsByName.put(constant.toString(), constant);
        }
    }

    @Override
    public @Nullable Object read(String text, Remarks remarks) {
        Object constant = known.get(text);
        if (constant == null) {
            constant = constantsByName.get(
                    text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
            if (constant != null && known.size() < REMEMBERED) {
                known.put(text, constant);
            }
        }
        if (constant == null) {
            remarks.problem(
                    ProblemCode.CHOICE_INVALID,
                    "\"" + text + "\" is not one of " + String.join(", ", choices),
                    Suggestion.nearest(text, choices).map(near -> near + ".").orElse(null));
        }
        return constant;
    }
}
