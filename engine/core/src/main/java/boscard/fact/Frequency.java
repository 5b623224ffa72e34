package boscard.fact;

/** How often a KPI is reported. */
public enum Frequency {
    W,
    M,
    Q,
    Y
}
