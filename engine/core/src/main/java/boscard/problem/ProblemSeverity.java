package boscard.problem;

/** How much a problem matters. Ordered from worst to mildest. */
public enum ProblemSeverity {
    /** Something was left out or could not be done; a command that met one exits with 1. */
    ERROR,
    /** Done, but a person should look. */
    WARNING,
    /** A hint. */
    ADVICE
}
