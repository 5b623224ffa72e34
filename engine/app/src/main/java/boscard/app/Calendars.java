package boscard.app;

import boscard.fact.FiscalCalendar;
import boscard.problem.InvalidRulebook;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.rulebook.Parameter;
import boscard.rulebook.Parameters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The fiscal calendar that the parameters table sets. */
final class Calendars {

    private Calendars() {}

    static FiscalCalendar of(Parameters parameters) {
        Parameter start = parameters.find("fiscal_year_start_month");
        Parameter named = parameters.find("fiscal_year_named_by");
        try {
            int month =
                    start == null || start.number() == null ? 1 : start.number().intValueExact();
            var by = named == null
                    ? FiscalCalendar.NamedBy.END
                    : FiscalCalendar.NamedBy.valueOf(named.text().strip().toUpperCase(Locale.ROOT));
            return new FiscalCalendar(month, by);
        } catch (ArithmeticException | IllegalArgumentException wrong) {
            Parameter at = start == null ? Objects.requireNonNull(named) : start;
            throw new InvalidRulebook(List.of(Problem.of(
                    ProblemCode.CATALOGUE_INVALID,
                    at.at(),
                    "the fiscal year starts in month 1 to 12 and is named by START or END, not by \"" + at.text() + "\""
                            + (named == null ? "" : " and \"" + named.text() + "\""))));
        }
    }
}
