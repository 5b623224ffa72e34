package boscard.indicator;

/** How the scores of its children make the score of a node (DOMAIN.md section 4.6). */
public enum RollUpMethod {
    /** The mean by weight. */
    WEIGHTED,
    /** The mean, each child counting alike. */
    AVERAGE,
    /** The worst band that a child has, and the lowest score in it. */
    WORST,
    /** The best band that a child has, and the highest score in it. */
    BEST,
    /** The band that most children have, the worse one of two as frequent; the mean of the scores in it. */
    MOST_FREQUENT_WORST,
    /** The band that most children have, the better one of two as frequent; the mean of the scores in it. */
    MOST_FREQUENT_BEST,
    /** The lowest score, whatever its band. */
    MIN,
    /** The highest score, whatever its band. */
    MAX,
    /** Not its children: the score of one KPI that stands for it. */
    SELF
}
