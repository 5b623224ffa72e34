package boscard.fact;

/** How often a KPI is reported. */
public enum Frequency {
    W(Grain.WEEK),
    M(Grain.MONTH),
    Q(Grain.QUARTER),
    Y(Grain.YEAR);

    private final Grain grain;

    Frequency(Grain grain) {
        this.grain = grain;
    }

    /** How long the periods are that it is reported for. */
    public Grain grain() {
        return grain;
    }
}
