package boscard.fact;

/** Where a target comes from. */
public enum Provenance {
    AGREED,
    DEFAULT,
    PLACEHOLDER,
    DERIVED
}
