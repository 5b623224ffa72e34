package boscard.evaluation;

/** What a SMART test came to, from best to worst; NOT_EVALUATED is none of these. */
public enum TestResult {
    PASS,
    WARN,
    FAIL,
    NOT_EVALUATED
}
