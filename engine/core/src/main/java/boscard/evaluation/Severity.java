package boscard.evaluation;

/** How much a finding matters, from mildest to worst: context, look, act, act now. */
public enum Severity {
    INFO,
    WARN,
    FAIL,
    CRITICAL
}
