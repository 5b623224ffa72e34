package boscard.indicator;

/** Whether a process as it is reaches its target. */
public enum Assurance {
    /** Every value within its limits reaches the target. */
    WILL_HIT,
    /** Some do, some do not, by chance. */
    HIT_OR_MISS,
    /** No value within its limits reaches the target: only a change of the process can. */
    WILL_MISS
}
