package boscard.evaluation;

/** Whether a finding stands: as it is, with low confidence, or withheld because the data behind it are doubted. */
public enum FindingState {
    ACTIVE,
    QUALIFIED,
    SUPPRESSED
}
