package boscard.indicator;

/** What has to be known about a number or a score before it is trusted. */
public enum Qualifier {
    /** The attainment is that of the green edge, since there is no target. */
    GREEN_EDGE,
    /** Only a part of what it is made of was there. */
    PARTIAL,
    /** It is of an earlier period, carried forward. */
    STALE,
    /** It counts a missing value as zero, because the KPI's null policy says so. */
    ZERO_FOR_MISSING,
    /** It counts a missing value with the score 0, because the KPI's null policy says so. */
    PENALISED,
    /** It is a mean of ratios, each counting alike. */
    UNWEIGHTED_MEAN,
    /** It is computed from the scorecard's units. */
    FROM_UNITS,
    /** It is the mean of the scores of the scorecard's units, since their values cannot be brought together. */
    MEAN_OF_UNITS,
    /** The scorecard's units report it in several currencies, so it has no total. */
    MIXED_CURRENCY,
    /** Somebody decided it, with a reason. */
    OVERRIDDEN
}
