package boscard.fact;

import java.util.Locale;
import java.util.Optional;

/**
 * What a missing value of a scored KPI does to the roll-up (DOMAIN.md section 4.7).
 *
 * @param kind the policy
 * @param periods how many periods an old value may be carried forward; 0 for the other policies
 */
public record NullPolicy(Kind kind, int periods) {

    /** The policies. */
    public enum Kind {
        /** Leave it out; the others share its weight. */
        EXCLUDE_REDISTRIBUTE,
        /** The parent has no data either. */
        NO_DATA_PARENT,
        /** Use the newest value of the last n periods. */
        CARRY_FORWARD,
        /** Count it as zero, and say so each time. */
        TREAT_AS_ZERO,
        /** Score 0; the status stays NO_DATA. */
        PENALISE
    }

    public static final NullPolicy EXCLUDE = new NullPolicy(Kind.EXCLUDE_REDISTRIBUTE, 0);

    /** Reads {@code EXCLUDE_REDISTRIBUTE} or {@code CARRY_FORWARD:2}; empty when it is neither. */
    public static Optional<NullPolicy> parse(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT);
        int colon = plain.indexOf(':');
        String name = colon < 0 ? plain : plain.substring(0, colon);
        try {
            Kind kind = Kind.valueOf(name);
            int periods =
                    colon < 0 ? 0 : Integer.parseInt(plain.substring(colon + 1).strip());
            boolean fits = kind == Kind.CARRY_FORWARD ? periods > 0 : colon < 0;
            return fits ? Optional.of(new NullPolicy(kind, periods)) : Optional.empty();
        } catch (IllegalArgumentException neither) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return kind == Kind.CARRY_FORWARD ? kind + ":" + periods : kind.toString();
    }
}
