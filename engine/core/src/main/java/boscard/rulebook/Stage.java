package boscard.rulebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The stages of an evaluation, in order. Conclusions of one are facts of the next. */
public enum Stage {
    QUALITY,
    STATUS,
    SMART,
    BALANCE,
    PITFALLS,
    RECOMMENDATIONS;

    /** As rules and workbooks write it: {@code status}. */
    public String agendaGroup() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stage> named(String name) {
        return Arrays.stream(values())
                .filter(stage -> stage.agendaGroup().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
