package boscard.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as it was reported: present (a true zero is present), not applicable, or missing with a reason. A blank is
 * never zero.
 */
public sealed interface Reading {

    /** Why a value is not there. */
    enum Reason {
        /** The cell was empty. */
        BLANK,
        /** Something stood there that is not a number; a problem was reported. */
        UNREADABLE,
        /** A word for "not reported": NULL, TBD. */
        NOT_REPORTED,
        /** A division by zero. */
        ZERO_DENOMINATOR,
        /** Growth from zero. */
        ZERO_BASE,
        /** The row was rejected. */
        REJECTED
    }

    /** A value. Equal values compare as equal whatever their scale: 0.8 and 0.80 are one. */
    record Present(BigDecimal value) implements Reading {
        public Present {
            value = Decimals.canonical(value);
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** The question does not arise. */
    record NotApplicable() implements Reading {
        @Override
        public String toString() {
            return "not applicable";
        }
    }

    /** There should be a value, and there is none. */
    record Missing(Reason reason) implements Reading {
        @Override
        public String toString() {
            return "missing (" + reason + ")";
        }
    }

    Reading BLANK = new Missing(Reason.BLANK);
    Reading UNREADABLE = new Missing(Reason.UNREADABLE);
    Reading NOT_REPORTED = new Missing(Reason.NOT_REPORTED);
    Reading ZERO_DENOMINATOR = new Missing(Reason.ZERO_DENOMINATOR);
    Reading ZERO_BASE = new Missing(Reason.ZERO_BASE);
    Reading REJECTED = new Missing(Reason.REJECTED);
    Reading NOT_APPLICABLE = new NotApplicable();

    static Reading of(BigDecimal value) {
        return new Present(value);
    }

    static Reading of(String value) {
        return new Present(new BigDecimal(value));
    }

    /** Null becomes {@link #BLANK}. */
    static Reading ofNullable(@Nullable BigDecimal value) {
        return value == null ? BLANK : new Present(value);
    }

    default boolean isPresent() {
        return this instanceof Present;
    }

    default boolean isMissing() {
        return this instanceof Missing;
    }

    /** The number, or null when it is missing or not applicable. */
    default @Nullable BigDecimal valueOrNull() {
        return this instanceof Present present ? present.value() : null;
    }
}
