package boscard.evaluation;

import boscard.fact.FiscalCalendar;
import boscard.fact.Period;
import boscard.source.SourceRef;
import boscard.table.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Which findings the quality findings of one scorecard silence or qualify (DOMAIN.md section 10). Not thread-safe. */
final class Withholding {

    /**
     * One row of the suppressions table that a quality finding met.
     *
     * @param periods of the run that the finding is about, as text; empty unless the scope is {@link Scope#RUN}
     */
    record Cause(Finding finding, Effect effect, Scope scope, Row row, Set<String> periods) {}

    private final KpiFormulas formulas;
    private final FiscalCalendar calendar;
    private final BiPredicate<String, String> computed;
    private final Map<String, List<Cause>> byCode = new HashMap<>();

    /** @param computed whether the value of a KPI in a period was computed rather than reported */
    Withholding(KpiFormulas formulas, FiscalCalendar calendar, BiPredicate<String, String> computed) {
        this.formulas = formulas;
        this.computed = computed;
        this.calendar = calendar;
    }

    void add(String code, Cause cause) {
        byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(cause);
    }

    /**
     * The causes that reach a finding of this code on this subject, in a stable order.
     *
     * @param facts what the finding rests on; looked at where it names no KPI, as one about several does
     */
    List<Cause> causes(String code, @Nullable String kpi, @Nullable String period, List<SourceRef> facts) {
        List<Cause> candidates = byCode.get(code);
        if (candidates == null) {
            return List.of();
        }
        var reaching = new ArrayList<Cause>();
        for (Cause cause : candidates) {
            if (kpi == null && cause.scope() != Scope.SCORECARD ? restsOn(cause, facts) : reaches(cause, kpi, period)) {
                reaching.add(cause);
            }
        }
        reaching.sort(Comparator.comparing(Cause::finding)
                .thenComparing(cause -> cause.row().id()));
        return Collections.unmodifiableList(reaching);
    }

    /**
     * Whether something that was doubted is among the facts: the same row of the same file. Where a computed value is
     * doubted, what it was computed from is not: a growth of 2,000 % says nothing against the revenue of this year.
     */
    private boolean restsOn(Cause cause, List<SourceRef> facts) {
        List<SourceRef> doubted = cause.finding().derivation().facts();
        String kpi = cause.finding().kpi();
        String period = cause.finding().period();
        if (kpi != null && period != null && computed.test(kpi, period)) {
            return false;
        }
        return doubted.stream().anyMatch(one -> facts.stream().anyMatch(fact -> isSameRow(fact, one)));
    }

    private static boolean isSameRow(SourceRef one, SourceRef other) {
        return one.row() > 0
                && one.row() == other.row()
                && one.file().equals(other.file())
                && one.sheet().equals(other.sheet());
    }

    /** A KPI that is computed from a doubted one is doubted too. */
    private boolean reaches(Cause cause, @Nullable String kpi, @Nullable String period) {
        String doubted = cause.finding().kpi();
        boolean sameKpi = kpi != null && doubted != null && formulas.uses(kpi, doubted);
        return switch (cause.scope()) {
            case MEASUREMENT ->
                sameKpi
                        && period != null
                        && (period.equals(cause.finding().period())
                                || (!Objects.equals(kpi, doubted)
                                        && isPartOf(cause.finding().period(), period)));
            case SERIES -> sameKpi;
            case RUN -> sameKpi && (period == null || cause.periods().contains(period));
            case SCORECARD -> true;
        };
    }

    /** Whether a doubted month lies in the quarter that was computed from it. */
    private boolean isPartOf(@Nullable String part, String whole) {
        Period doubted = part == null ? null : calendar.parse(part).orElse(null);
        Period computed = calendar.parse(whole).orElse(null);
        return doubted != null
                && computed != null
                && doubted.grain().compareTo(computed.grain()) < 0
                && computed.contains(doubted.last());
    }

    static FindingState state(List<Cause> causes) {
        if (causes.isEmpty()) {
            return FindingState.ACTIVE;
        }
        return causes.stream().anyMatch(cause -> cause.effect() == Effect.SUPPRESS)
                ? FindingState.SUPPRESSED
                : FindingState.QUALIFIED;
    }
}
