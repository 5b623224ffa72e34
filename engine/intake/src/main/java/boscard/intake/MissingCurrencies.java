package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Unit;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An amount has a currency: its own, or that of its scorecard. Amounts without one are counted and mentioned once for
 * each table, since they can be judged as long as all are in the same currency.
 */
final class MissingCurrencies {

    private static final int SCORECARD = position(FactKind.MEASUREMENTS, "scorecard");
    private static final int KPI = position(FactKind.MEASUREMENTS, "kpi");
    private static final int CURRENCY = position(FactKind.MEASUREMENTS, "currency");
    private static final int CURRENCY_OF_SCORECARD = position(FactKind.SCORECARDS, "currency");

    /** The first amount without a currency in a table, and how many there are. */
    private record Count(Candidate first, int amounts) {}

    private MissingCurrencies() {}

    private static int position(FactKind kind, String field) {
        return FactSchema.of(kind).field(field).orElseThrow().position();
    }

    static void check(List<Candidate> scorecards, List<Candidate> measurements, KpiCatalogue catalogue) {
        Set<Object> withCurrency = new HashSet<>();
        for (Candidate candidate : scorecards) {
            Object scorecard = candidate.value(0);
            if (candidate.isOpen() && scorecard != null && candidate.value(CURRENCY_OF_SCORECARD) != null) {
                withCurrency.add(scorecard);
            }
        }
        var counts = new LinkedHashMap<TableTally, Count>();
        for (Candidate candidate : measurements) {
            if (candidate.value(CURRENCY) == null
                    && candidate.isOpen()
                    && candidate.value(KPI) instanceof String id
                    && isAmount(catalogue.find(id))
                    && !withCurrency.contains(candidate.value(SCORECARD))) {
                counts.merge(
                        candidate.tally(),
                        new Count(candidate, 1),
                        (before, one) -> new Count(before.first(), before.amounts() + 1));
            }
        }
        counts.forEach(MissingCurrencies::report);
    }

    private static boolean isAmount(@Nullable Kpi kpi) {
        return kpi != null && kpi.unit() == Unit.CURRENCY;
    }

    private static void report(TableTally tally, Count count) {
        tally.problems()
                .add(new Problem(
                        ProblemCode.VALUE_REQUIRED,
                        ProblemSeverity.ADVICE,
                        count.first().origin().whole(),
                        count.amounts() + " amounts have no currency, and neither have their scorecards; this is the"
                                + " first",
                        "a column currency, or the constant of a mapping, says which it is."));
    }
}
