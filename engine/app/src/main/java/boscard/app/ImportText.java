package boscard.app;

import boscard.fact.Period;
import boscard.intake.Coverage;
import boscard.intake.FileAccount;
import boscard.intake.ImportedFacts;
import boscard.intake.layout.SkipReason;
import boscard.problem.ProblemCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of the rows of an import, for people. */
final class ImportText {

    private static final int FILES_SHOWN = 20;
    private static final int GAPS_SHOWN = 10;
    private static final int PERIODS_SHOWN = 4;

    private final PrintWriter out;
    private final SummaryText text;
    private final boolean all;

    ImportText(PrintWriter out, boolean all) {
        this.out = out;
        this.text = new SummaryText(out, all);
        this.all = all;
    }

    void print(ImportedFacts imported, @Nullable Coverage coverage, List<Path> written) {
        text.account(imported);
        files(imported.accounts());
        reasons(imported);
        if (coverage != null) {
            coverage(coverage);
        }
        if (!written.isEmpty()) {
            out.println();
            out.println("Written");
            written.forEach(file -> out.println("  " + file));
        }
        text.problems(imported.problems(), "; --all shows them");
    }

    private void files(List<FileAccount> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("File", "Facts", "Read", "Accepted", "Rejected", "Skipped"));
        List<FileAccount> shown = all ? accounts : accounts.subList(0, Math.min(FILES_SHOWN, accounts.size()));
        for (FileAccount account : shown) {
            rows.add(List.of(
                    account.file() + (account.table().isEmpty() ? "" : "!" + account.table()),
                    account.kind().canonicalName(),
                    SummaryText.number(account.read()),
                    SummaryText.number(account.accepted()),
                    SummaryText.number(account.rejected()),
                    SummaryText.number(account.skippedRows())));
        }
        text.columns(rows);
        if (shown.size() < accounts.size()) {
            out.println("  ... and " + (accounts.size() - shown.size()) + " more; --all shows them");
        }
    }

    /** Why rows were skipped and rejected. */
    private void reasons(ImportedFacts imported) {
        Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
        imported.accounts()
                .forEach(account ->
                        account.skipped().forEach((reason, rows) -> skipped.merge(reason, rows, Integer::sum)));
        if (!skipped.isEmpty()) {
            out.println("Skipped   "
                    + skipped.entrySet().stream()
                            .map(entry -> SummaryText.number(entry.getValue()) + " "
                                    + entry.getKey().toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        Map<ProblemCode, Integer> rejected = imported.rejectedByCode();
        if (!rejected.isEmpty()) {
            out.println("Rejected  "
                    + rejected.entrySet().stream()
                            .map(entry -> SummaryText.number(entry.getValue()) + " " + entry.getKey())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void coverage(Coverage coverage) {
        out.println();
        out.println("Coverage of actuals as of " + coverage.asOf() + ": " + SummaryText.number(coverage.expected())
                + " expected = " + SummaryText.number(coverage.present()) + " present + "
                + SummaryText.number(coverage.missing()) + " missing + " + SummaryText.number(coverage.late())
                + " late");
        List<Coverage.Series> lacking =
                coverage.series().stream().filter(one -> !one.isComplete()).toList();
        List<Coverage.Series> shown = all ? lacking : lacking.subList(0, Math.min(GAPS_SHOWN, lacking.size()));
        if (shown.isEmpty()) {
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Scorecard", "KPI", "Expected", "Present", "Missing", "Late"));
        for (Coverage.Series one : shown) {
            rows.add(List.of(
                    one.scorecard(),
                    one.kpi(),
                    one.first() + " to " + one.last(),
                    SummaryText.number(one.present()),
                    periods(one.missing()),
                    periods(one.late())));
        }
        text.columns(rows);
        if (shown.size() < lacking.size()) {
            out.println("  ... and " + SummaryText.number(lacking.size() - shown.size()) + " more; --all shows them");
        }
    }

    private static String periods(List<Period> periods) {
        if (periods.isEmpty()) {
            return "-";
        }
        String first =
                periods.stream().limit(PERIODS_SHOWN).map(Period::toString).collect(Collectors.joining(", "));
        int more = periods.size() - PERIODS_SHOWN;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
