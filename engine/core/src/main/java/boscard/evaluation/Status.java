package boscard.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * The status of a KPI or of a node of the roll-up. The first five are no bands and are never green. Five-band schemes
 * use OUTSTANDING to CRITICAL; they count as GREEN, AMBER and RED by {@link #family()}.
 */
public enum Status {
    NOT_APPLICABLE(null),
    NOT_STARTED(null),
    NO_DATA(null),
    SUSPECT(null),
    NO_TARGET(null),
    OUTSTANDING("GREEN"),
    ON_TARGET("GREEN"),
    GREEN("GREEN"),
    WATCH("AMBER"),
    AMBER("AMBER"),
    OFF("RED"),
    RED("RED"),
    CRITICAL("RED");

    private final @Nullable String family;

    Status(@Nullable String family) {
        this.family = family;
    }

    /** GREEN, AMBER or RED for a band; the status itself when it is none. */
    public Status family() {
        return family == null ? this : Status.valueOf(family);
    }

    public boolean isBand() {
        return family != null;
    }

    public boolean isRed() {
        return "RED".equals(family);
    }

    public boolean isGreen() {
        return "GREEN".equals(family);
    }

    public boolean isAmber() {
        return "AMBER".equals(family);
    }
}
