package boscard.intake.mapping;

import boscard.fact.Grain;
import boscard.intake.mapping.TableLayout.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * KPIs that are computed from the rows of a file, such as deals or order lines, for each scorecard and period.
 *
 * @param grain how long the periods are
 * @param keepIncomplete whether a number is given although rows that belong to it were rejected; otherwise it is
 *     missing
 * @param kpis at least one
 */
public record Aggregation(Grain grain, boolean keepIncomplete, List<AggregateKpi> kpis) {

    public Aggregation {
        kpis = List.copyOf(kpis);
    }

    /** The headings that the terms name, other than those of scorecard and period. */
    public Set<String> headings() {
        var headings = new LinkedHashSet<String>();
        for (Term term : terms()) {
            term.columns().forEach(column -> headings.add(column.heading()));
            for (Condition condition : term.where()) {
                if (condition.column() instanceof ColumnPick.Heading heading) {
                    headings.add(heading.text());
                }
            }
        }
        return headings;
    }

    /** All terms, each KPI's numerator before its denominator. */
    public List<Term> terms() {
        var terms = new ArrayList<Term>();
        for (AggregateKpi kpi : kpis) {
            terms.add(kpi.of());
            if (kpi.to() != null) {
                terms.add(kpi.to());
            }
        }
        return terms;
    }

    /**
     * One KPI.
     *
     * @param field of the measurement that the number fills: {@code actual}, {@code target} …
     * @param of the number, or what is divided
     * @param to what it is divided by; null when it is no ratio
     */
    public record AggregateKpi(
            String kpi, String field, Term of, @Nullable Term to) {

        /** As people read it: {@code sum(Sales - Cost) / sum(Sales)}. */
        public String formula() {
            return to == null ? of.toString() : of + " / " + to;
        }
    }

    /** What is done with the rows. */
    public enum Operation {
        SUM,
        COUNT,
        DISTINCT,
        AVERAGE
    }

    /**
     * A number of a group of rows.
     *
     * @param columns that are added up, row by row; one for DISTINCT, none for COUNT
     * @param where conditions that its rows fit, all of them
     * @param skipBlank whether rows without a value are left out; otherwise such a row is rejected
     */
    public record Term(Operation operation, List<Signed> columns, List<Condition> where, boolean skipBlank) {

        public Term {
            columns = List.copyOf(columns);
            where = List.copyOf(where);
        }

        @Override
        public String toString() {
            var text = new StringBuilder();
            for (Signed column : columns) {
                text.append(text.isEmpty() ? (column.negative() ? "-" : "") : column.negative() ? " - " : " + ")
                        .append(column.heading());
            }
            String name = switch (operation) {
                case SUM -> "sum";
                case COUNT -> "count";
                case DISTINCT -> "count of distinct ";
                case AVERAGE -> "average";
            };
            String call = operation == Operation.COUNT
                    ? "count of rows"
                    : operation == Operation.DISTINCT ? name + text : name + "(" + text + ")";
            var filter = new StringBuilder();
            for (Condition condition : where) {
                filter.append(filter.isEmpty() ? " where " : " and ")
                        .append(
                                condition.column() instanceof ColumnPick.Heading heading
                                        ? heading.text()
                                        : condition.column().toString())
                        .append(" is ")
                        .append(String.join(
                                " or ",
                                condition.patterns().stream()
                                        .map(Wildcard::toString)
                                        .toList()));
            }
            return call + filter;
        }
    }

    /** A column that is added or subtracted. */
    public record Signed(String heading, boolean negative) {}
}
