package boscard.intake;

import boscard.fact.Period;
import boscard.source.SourceRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks an import for the rows that a computed measurement is made of, and keeps them. Not thread-safe. */
public final class RowListing {

    /**
     * A row.
     *
     * @param cells by heading, as they stand in the file
     */
    public record ListedRow(SourceRef at, Map<String, String> cells) {

        public ListedRow {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }
    }

    private final String scorecard;
    private final String kpi;
    private final String period;
    private final int most;
    private final List<ListedRow> rows = new ArrayList<>();
    private String formula = "";
    private int found;

    /**
     * @param period in canonical form
     * @param most rows that are kept; the rest are counted
     */
    public RowListing(String scorecard, String kpi, String period, int most) {
        this.scorecard = scorecard;
        this.kpi = kpi;
        this.period = period;
        this.most = most;
    }

    boolean asksFor(String id, Period when) {
        return scorecard.equals(id) && when.toString().equals(period);
    }

    String kpi() {
        return kpi;
    }

    void add(SourceRef at, Map<String, String> cells, String how) {
        formula = how;
        if (++found <= most) {
            rows.add(new ListedRow(at, cells));
        }
    }

    /** In reading order. */
    public List<ListedRow> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** How many rows there are, those that were not kept included. */
    public int found() {
        return found;
    }

    /** How the rows become the number; empty when there are none. */
    public String formula() {
        return formula;
    }
}
