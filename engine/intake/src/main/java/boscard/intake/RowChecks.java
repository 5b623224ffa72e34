package boscard.intake;

import boscard.fact.DealStatus;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
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

    private record DatePair(Field from, Field to) {}

    private final List<DatePair> datePairs = new ArrayList<>();
    private final List<Field> oneOf = new ArrayList<>();
    private final ColumnPlan plan;
    private final int status;
    private final int closedOn;
    private final int currency;

    RowChecks(FactSchema schema, ColumnPlan plan) {
        this.plan = plan;
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

    private void at(Field field, RowRemarks remarks) {
        var column = plan.columns().get(field.name());
        if (column != null) {
            remarks.atColumn(column.position(), column.heading());
        }
    }
}
