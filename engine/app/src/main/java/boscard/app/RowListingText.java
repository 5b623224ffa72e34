package boscard.app;

import boscard.fact.Measurement;
import boscard.intake.ImportedFacts;
import boscard.intake.RowListing;
import boscard.intake.RowListing.ListedRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** The rows behind a computed number, as text. */
final class RowListingText {

    private final PrintWriter out;

    RowListingText(PrintWriter out) {
        this.out = out;
    }

    /** @param id scorecard, KPI and period */
    void print(RowListing listing, ImportedFacts imported, List<String> id) {
        Measurement measurement = imported.facts().of(Measurement.class).stream()
                .filter(m -> m.id().equals(String.join("|", id)))
                .findFirst()
                .orElse(null);
        String shown = String.join(" ", id);
        if (listing.found() == 0) {
            out.println(
                    measurement == null
                            ? "No rows: there is no measurement " + shown
                            : shown + " was not computed from rows; it stands at "
                                    + measurement.origin().whole());
            return;
        }
        out.println(shown + ": " + listing.formula() + (measurement == null ? "" : " = " + measurement.actual()));
        for (ListedRow row : listing.rows()) {
            out.println("  " + row.at() + "  "
                    + row.cells().entrySet().stream()
                            .filter(cell ->
                                    !cell.getKey().isEmpty() && !cell.getValue().isEmpty())
                            .map(cell -> cell.getKey() + "=" + cell.getValue())
                            .collect(Collectors.joining(", ")));
        }
        int more = listing.found() - listing.rows().size();
        out.println(listing.found()
                + (listing.found() == 1 ? " row" : " rows")
                + (more > 0 ? ", " + more + " not listed" : ""));
    }
}
