package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.Grain;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Period;
import boscard.fact.Reading;
import boscard.intake.layout.SkipReason;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.SourceRef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Measurements of periods longer than those in which their KPI is reported (DOMAIN.md section 13, cases 79 and 82).
 * Nothing can say which part of a quarter belongs to a month, so they are never split: a row with a target is kept at
 * its length, where alone it is compared, and one without is skipped. Both are said once for each KPI and length.
 */
final class LongerPeriods {

    private static final FactSchema SCHEMA = FactSchema.of(FactKind.MEASUREMENTS);
    private static final int KPI = position("kpi");
    private static final int PERIOD = position("period");
    private static final int TARGET = position("target");

    private record Like(String kpi, Grain grain, boolean withTarget) {}

    private record Rows(Kpi kpi, Period first, SourceRef at, int count) {

        Rows andOneMore() {
            return new Rows(kpi, first, at, count + 1);
        }
    }

    private final TableRows rows;
    private final KpiCatalogue catalogue;
    private final Map<String, Kpi> kpisById = new HashMap<>();
    private final Map<Like, Rows> found = new LinkedHashMap<>();

    private LongerPeriods(TableRows rows, KpiCatalogue catalogue) {
        this.rows = rows;
        this.catalogue = catalogue;
    }

    static void check(TableRows rows, KpiCatalogue catalogue) {
        if (rows.schema().kind() == FactKind.MEASUREMENTS && !rows.isEmpty()) {
            new LongerPeriods(rows, catalogue).check();
        }
    }

    private static int position(String field) {
        return SCHEMA.field(field).orElseThrow().position();
    }

    private void check() {
        ValueColumn kpis = rows.column(KPI);
        ValueColumn periods = rows.column(PERIOD);
        Object lastId = null;
        Kpi kpi = null;
        for (int row = 0; row < rows.size(); row++) {
            Object id = kpis.get(row);
            if (id != lastId) { // texts are shared, and rows of one KPI mostly stand together
                lastId = id;
                kpi = id == null ? null : kpisById.computeIfAbsent((String) id, catalogue::find);
            }
            if (kpi != null
                    && periods.get(row) instanceof Period period
                    && period.grain().compareTo(kpi.frequency().grain()) > 0
                    && rows.isOpen(row)) {
                take(rows.get(row), kpi, period);
            }
        }
        found.forEach(this::say);
    }

    private void take(Candidate row, Kpi kpi, Period period) {
        boolean withTarget = row.value(TARGET) instanceof Reading.Present;
        var like = new Like(kpi.id(), period.grain(), withTarget);
        Rows before = found.get(like);
        found.put(like, before == null ? new Rows(kpi, period, row.origin().of("period"), 1) : before.andOneMore());
        if (!withTarget) {
            row.skip(SkipReason.FREQUENCY_TOO_COARSE);
        }
    }

    private void say(Like like, Rows these) {
        String usual = name(these.kpi().frequency().grain());
        String longer = name(like.grain());
        String length = "the period " + these.first() + " is a " + longer + ", and " + like.kpi()
                + " is reported by the " + usual;
        String others = these.count() == 1 ? "" : "; " + (these.count() - 1) + " more rows are like it";
        rows.tally()
                .problems()
                .add(
                        like.withTarget()
                                ? Problem.of(
                                        ProblemCode.TARGET_OF_LONGER_PERIOD,
                                        these.at(),
                                        length + ": the target is kept for the whole " + longer
                                                + " and compared only there" + others,
                                        null)
                                : Problem.of(
                                        ProblemCode.FREQUENCY_TOO_COARSE,
                                        these.at(),
                                        length + ", and is not split: the row is skipped" + others,
                                        "report it by the " + usual
                                                + ", or change the frequency of the KPI in the catalogue."));
    }

    private static String name(Grain grain) {
        return grain.name().toLowerCase(Locale.ROOT);
    }
}
