package boscard.benchmarks.drools;

import boscard.benchmarks.peer.PreparedFact;
import java.math.BigDecimal;

/** A fact as a Drools user would write one: the rules tell it which row fits, and the topmost stays. */
public final class Judged {

    private final PreparedFact fact;
    private int row = Integer.MAX_VALUE;
    private String status = "";

    Judged(PreparedFact fact) {
        this.fact = fact;
    }

    public String getScorecard() {
        return fact.scorecard();
    }

    public String getKpi() {
        return fact.kpi();
    }

    public BigDecimal getAttainment() {
        return fact.attainment();
    }

    String status() {
        return status;
    }

    /** Called by the rules. */
    public void fits(int position, String said) {
        if (position < row) {
            row = position;
            status = said;
        }
    }
}
