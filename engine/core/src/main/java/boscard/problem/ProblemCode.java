package boscard.problem;

/**
 * The catalogue of problems. A code never changes its meaning and is never reused. docs/problems.md has a section per
 * code, and a test holds the two together.
 */
public enum ProblemCode {
    // Files and containers
    FILE_MISSING(ProblemSeverity.ERROR),
    FILE_UNREADABLE(ProblemSeverity.ERROR),
    FILE_EMPTY(ProblemSeverity.ERROR),
    FILE_TOO_LARGE(ProblemSeverity.ERROR),
    NO_FACTS(ProblemSeverity.ERROR),
    HEADER_ONLY(ProblemSeverity.WARNING),
    FORMAT_UNKNOWN(ProblemSeverity.ERROR),
    FORMAT_MISMATCH(ProblemSeverity.WARNING),
    ENCODING_INVALID(ProblemSeverity.ERROR),
    WORKBOOK_PROTECTED(ProblemSeverity.ERROR),
    WORKBOOK_BROKEN(ProblemSeverity.ERROR),
    LFS_POINTER(ProblemSeverity.ERROR),
    QUERY_FAILED(ProblemSeverity.ERROR),

    // Columns and rows of facts
    COLUMN_MISSING(ProblemSeverity.ERROR),
    COLUMN_UNKNOWN(ProblemSeverity.WARNING),
    COLUMN_UNNAMED(ProblemSeverity.WARNING),
    COLUMN_HIDDEN(ProblemSeverity.WARNING),
    SHEET_HIDDEN(ProblemSeverity.WARNING),
    SCALE_UNDECLARED(ProblemSeverity.ERROR),
    COLUMN_DUPLICATE(ProblemSeverity.ERROR),
    SHEET_UNKNOWN(ProblemSeverity.WARNING),
    ROW_RAGGED(ProblemSeverity.ERROR),
    SECTION_SKIPPED(ProblemSeverity.WARNING),
    QUOTE_UNCLOSED(ProblemSeverity.ERROR),
    VALUE_REQUIRED(ProblemSeverity.ERROR),
    VALUE_TOO_LONG(ProblemSeverity.ERROR),
    VALUE_ADJUSTED(ProblemSeverity.WARNING),
    TEXT_GARBLED(ProblemSeverity.WARNING),
    NUMBER_LARGE(ProblemSeverity.WARNING),
    NUMBER_INVALID(ProblemSeverity.ERROR),
    NUMBER_AMBIGUOUS(ProblemSeverity.ERROR),
    DATE_INVALID(ProblemSeverity.ERROR),
    DATE_AMBIGUOUS(ProblemSeverity.ERROR),
    PERIOD_INVALID(ProblemSeverity.ERROR),
    PERIOD_AMBIGUOUS(ProblemSeverity.ERROR),
    CHOICE_INVALID(ProblemSeverity.ERROR),
    UNIT_MISMATCH(ProblemSeverity.ERROR),
    AGGREGATE_INCOMPLETE(ProblemSeverity.WARNING),
    LOOKUP_UNKNOWN(ProblemSeverity.ERROR),
    LABEL_UNSPLIT(ProblemSeverity.ERROR),
    CELL_ERROR(ProblemSeverity.ERROR),
    FORMULA_UNCACHED(ProblemSeverity.ERROR),
    KEY_DUPLICATE(ProblemSeverity.ERROR),
    KPI_UNKNOWN(ProblemSeverity.ERROR),
    SCORECARD_UNKNOWN(ProblemSeverity.ERROR),
    REFERENCE_UNKNOWN(ProblemSeverity.WARNING),
    PARENT_CYCLE(ProblemSeverity.ERROR),
    DATES_REVERSED(ProblemSeverity.WARNING),
    ACTUAL_IN_FUTURE(ProblemSeverity.ERROR),
    FREQUENCY_TOO_COARSE(ProblemSeverity.WARNING),
    TARGET_OF_LONGER_PERIOD(ProblemSeverity.WARNING),
    FILE_REJECTED(ProblemSeverity.ERROR),

    // Mapping
    MAPPING_INVALID(ProblemSeverity.ERROR),
    MAPPING_UNDECIDED(ProblemSeverity.ERROR),

    // Rulebook: workbooks
    RULEBOOK_MISSING(ProblemSeverity.ERROR),
    RULEBOOK_INCOMPLETE(ProblemSeverity.ERROR),
    TABLE_STRUCTURE(ProblemSeverity.ERROR),
    SNIPPET_REFUSED(ProblemSeverity.ERROR),
    PROPERTY_UNKNOWN(ProblemSeverity.ERROR),
    TYPE_UNKNOWN(ProblemSeverity.ERROR),
    VERB_UNKNOWN(ProblemSeverity.ERROR),
    CELL_TYPE(ProblemSeverity.ERROR),
    CELL_CHOICE(ProblemSeverity.ERROR),
    CELL_MERGED(ProblemSeverity.ERROR),
    CELL_OPERATOR(ProblemSeverity.ERROR),
    CELL_WILDCARD(ProblemSeverity.ADVICE),
    ROW_WITHOUT_ID(ProblemSeverity.ERROR),
    ROW_ID_DUPLICATE(ProblemSeverity.ERROR),
    ROW_WITHOUT_OUTCOME(ProblemSeverity.ERROR),
    ROW_AFTER_BLANK(ProblemSeverity.WARNING),
    ROW_HIDDEN(ProblemSeverity.WARNING),
    ROW_STRUCK_OUT(ProblemSeverity.WARNING),
    NOTE_IN_TABLE(ProblemSeverity.ADVICE),
    FORMULA_VOLATILE(ProblemSeverity.WARNING),
    FORMULA_EXTERNAL(ProblemSeverity.WARNING),
    FORMULA_STALE(ProblemSeverity.WARNING),
    CHARACTER_INVISIBLE(ProblemSeverity.WARNING),
    NUMBER_AS_TEXT(ProblemSeverity.WARNING),
    TABLE_DUPLICATE(ProblemSeverity.ERROR),
    TABLE_EMPTY(ProblemSeverity.WARNING),
    RANGE_REVERSED(ProblemSeverity.ERROR),
    HIT_POLICY_UNKNOWN(ProblemSeverity.ERROR),
    HIT_POLICY_VIOLATED(ProblemSeverity.ERROR),
    CATALOGUE_INVALID(ProblemSeverity.ERROR),
    NON_ADDITIVE_SUM(ProblemSeverity.ERROR),
    FORMULA_INVALID(ProblemSeverity.ERROR),
    FORMULA_CYCLE(ProblemSeverity.ERROR),
    PARAMETER_MISSING(ProblemSeverity.ERROR),

    // Rulebook: tables as a whole
    ROW_NEVER_MATCHES(ProblemSeverity.ERROR),
    ROWS_OVERLAP(ProblemSeverity.ERROR),
    ROWS_CONTRADICT(ProblemSeverity.ERROR),
    ROW_DUPLICATE(ProblemSeverity.WARNING),
    ROW_UNREACHABLE(ProblemSeverity.WARNING),
    ROW_REDUNDANT(ProblemSeverity.ADVICE),
    VALUES_UNCOVERED(ProblemSeverity.WARNING),
    TABLE_ENTANGLED(ProblemSeverity.ADVICE),
    EDGE_IMPLAUSIBLE(ProblemSeverity.WARNING),
    KPI_WITHOUT_THRESHOLDS(ProblemSeverity.WARNING),
    FINDING_UNPRODUCED(ProblemSeverity.ADVICE),
    FINDING_UNANSWERED(ProblemSeverity.ADVICE),
    STATUS_UNPRODUCED(ProblemSeverity.WARNING),
    INDICATOR_UNKNOWN(ProblemSeverity.WARNING),

    // Rulebook: tests
    TEST_TABLE_UNKNOWN(ProblemSeverity.ERROR),
    TEST_STRUCTURE(ProblemSeverity.ERROR),
    TEST_WITHOUT_OUTCOME(ProblemSeverity.ERROR),
    TEST_ROW_UNKNOWN(ProblemSeverity.ERROR),
    TEST_FAILED(ProblemSeverity.ERROR),
    CASE_INVALID(ProblemSeverity.ERROR),
    CASE_FAILED(ProblemSeverity.ERROR),

    // Rulebook: rules
    RULE_INVALID(ProblemSeverity.ERROR),

    // Evaluation
    EVALUATION_FAILED(ProblemSeverity.ERROR),
    WEIGHTS_ZERO(ProblemSeverity.WARNING),
    /** A KPI cannot be scored between two points: one is missing, or they are in the wrong order. */
    SCORE_POINTS(ProblemSeverity.ERROR),
    /** Somebody decided the status of a KPI in a period in which it has none. */
    OVERRIDE_UNUSED(ProblemSeverity.WARNING),

    // Runs
    RUN_UNKNOWN(ProblemSeverity.ERROR),
    RUN_BROKEN(ProblemSeverity.ERROR),
    RUN_DIFFERS(ProblemSeverity.ERROR),
    RUN_FOLDER(ProblemSeverity.ERROR);

    private final ProblemSeverity severity;

    ProblemCode(ProblemSeverity severity) {
        this.severity = severity;
    }

    /** The severity that a problem with this code has unless it says otherwise. */
    public ProblemSeverity severity() {
        return severity;
    }
}
