package boscard.intake;

import boscard.fact.DealStatus;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.fact.Unit;
import boscard.problem.ProblemCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the values of one row must have to do with each other. */
final class RowChecks {

    /** Days that come one after the other, by name; a kind has those whose fields it has. */
    private static final List<List<String>> IN_ORDER = List.of(
            List.of("start_date", "due_date"),
            List.of("active_from", "active_to"),
            List.of("effective_from", "effective_to"),
            List.of("created_on", "closed_on"),
            List.of("created_on", "due_date"),
            List.of("baseline_date", "due_date"));

    private static final String UNIT_ADVICE = "another KPI is meant, or the catalogue gives it another unit.";

    private record DatePair(Field from, Field to) {}

    private final List<DatePair> datePairs = new ArrayList<>();
    private final List<Field> oneOf = new ArrayList<>();
    private final ColumnPlan plan;
    private final int status;
    private final int closedOn;
    private final int currency;
    private final @Nullable LocalDate asOf;
    private final @Nullable Field actual;
    private final int period;
    private final int kpi; // of a measurement; -1 in other facts
    private final KpiCatalogue catalogue;

    RowChecks(FactSchema schema, ColumnPlan plan, ImportSettings settings) {
        this.plan = plan;
        this.asOf = settings.asOf();
        this.catalogue = settings.catalogue();
        this.kpi = schema.kind() == FactKind.MEASUREMENTS ? position(schema, "kpi") : -1;
        for (List<String> pair : IN_ORDER) {
            Field from = schema.field(pair.get(0)).orElse(null);
            Field to = schema.field(pair.get(1)).orElse(null);
            if (from != null && to != null) {
                datePairs.add(new DatePair(from, to));
            }
        }
        schema.oneOf().forEach(name -> schema.field(name).ifPresent(oneOf::add));
        boolean deals = schema.kind() == FactKind.DEALS;
        this.status = deals ? position(schema, "status") : -1;
        this.closedOn = deals ? position(schema, "closed_on") : -1;
        this.currency = position(schema, "currency");
        this.actual = schema.field("actual").orElse(null);
        this.period = position(schema, "period");
    }

    private static int position(FactSchema schema, String name) {
        return schema.field(name).map(Field::position).orElse(-1);
    }

    void check(@Nullable Object[] values, RowRemarks remarks) {
        if (!oneOf.isEmpty() && oneOf.stream().allMatch(field -> values[field.position()] == null)) {
            remarks.problem(
                    ProblemCode.VALUE_REQUIRED,
                    "one of "
                            + String.join(", ", oneOf.stream().map(Field::name).toList())
                            + " is required, and none is filled",
                    null);
        }
        if (status >= 0 && values[status] != null && values[status] != DealStatus.OPEN && values[closedOn] == null) {
            remarks.problem(
                    ProblemCode.VALUE_REQUIRED,
                    "closed_on is required, since the deal is " + values[status] + ", and empty",
                    null);
        }
        for (DatePair pair : datePairs) {
            if (values[pair.from().position()] instanceof LocalDate from
                    && values[pair.to().position()] instanceof LocalDate to
                    && to.isBefore(from)) {
                at(pair.to(), remarks);
                remarks.problem(
                        ProblemCode.DATES_REVERSED,
                        pair.to().name() + " " + to + " is before "
                                + pair.from().name() + " " + from,
                        "the two are swapped.");
                remarks.atRow();
            }
        }
        checkCurrency(values, remarks);
        checkUnit(values, remarks);
        checkFuture(values, remarks);
    }

    /** Targets are set for the future, actuals are not. */
    private void checkFuture(@Nullable Object[] values, RowRemarks remarks) {
        if (asOf != null
                && actual != null
                && values[actual.position()] instanceof Reading.Present value
                && values[period] instanceof Period when
                && when.isFuture(asOf)) {
            at(actual, remarks);
            remarks.problem(
                    ProblemCode.ACTUAL_IN_FUTURE,
                    "there is an actual, " + value + ", for " + when + ", which has not begun on " + asOf,
                    "it is a forecast or a target.");
            remarks.atRow();
        }
    }

    private void checkCurrency(@Nullable Object[] values, RowRemarks remarks) {
        String sign = remarks.currency();
        if (sign == null
                || currency < 0
                || !(values[currency] instanceof String code)
                || CurrencySigns.canMean(sign, code)) {
            return;
        }
        remarks.atCurrency();
        remarks.problem(
                ProblemCode.NUMBER_INVALID,
                "an amount in " + sign + " stands in a row whose currency is " + code,
                "correct the currency; amounts are not converted.");
        remarks.atRow();
    }

    /** A sign beside a number says what it counts; a KPI that counts something else is meant otherwise. */
    private void checkUnit(@Nullable Object[] values, RowRemarks remarks) {
        if (kpi < 0 || remarks.currency() == null && !remarks.hasPercent() || !(values[kpi] instanceof String id)) {
            return;
        }
        Kpi known = catalogue.find(id);
        if (known == null) {
            return;
        }
        if (remarks.hasPercent() && known.unit() != Unit.RATIO) {
            remarks.atPercent();
            remarks.problem(
                    ProblemCode.UNIT_MISMATCH,
                    "the number is a percentage, and " + id + " is counted in " + known.unit(),
                    UNIT_ADVICE);
            remarks.atRow();
        }
        if (remarks.currency() != null && known.unit() != Unit.CURRENCY) {
            remarks.atCurrency();
            remarks.problem(
                    ProblemCode.UNIT_MISMATCH,
                    "the number is an amount in " + remarks.currency() + ", and " + id + " is counted in "
                            + known.unit(),
                    UNIT_ADVICE);
            remarks.atRow();
        }
    }

    private void at(Field field, RowRemarks remarks) {
        var column = plan.columns().get(field.name());
        if (column != null) {
            remarks.atColumn(column.position(), column.heading());
        }
    }
}
