package boscard.evaluation;

/** What a quality finding does to another finding (DOMAIN.md section 10). */
public enum Effect {
    QUALIFY,
    SUPPRESS
}
