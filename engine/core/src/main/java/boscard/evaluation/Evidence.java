package boscard.evaluation;

import boscard.fact.Unit;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conclusion rests on, whatever kind of fact it was drawn from.
 *
 * @param measure name of the property that the value is
 */
record Evidence(
        Subject subject,
        @Nullable Status status,
        @Nullable BigDecimal value,
        @Nullable Unit unit,
        List<NamedValue> values,
        List<SourceRef> sources,
        List<String> buildsOn,
        String measure) {

    static Evidence of(Object fact) {
        if (fact instanceof Indicator indicator) {
            return of(indicator);
        } else if (fact instanceof KpiStatus status) {
            return new Evidence(
                    status.subject(),
                    status.status(),
                    status.value(),
                    status.unit(),
                    List.of(NamedValue.of("attainment", status.attainment(), Unit.RATIO)),
                    List.of(status.at()),
                    List.of(status.key()),
                    "value");
        } else if (fact instanceof NodeScore node) {
            return new Evidence(
                    node.subject(), node.status(), node.score(), Unit.SCORE, List.of(), List.of(), List.of(), "score");
        } else if (fact instanceof FindingView view) {
            return of(view.about());
        } else if (fact instanceof Finding finding) {
            return new Evidence(
                    finding.subject(),
                    finding.status(),
                    finding.value(),
                    finding.unit(),
                    finding.values(),
                    finding.derivation().facts(),
                    List.of(finding.id()),
                    "value");
        } else if (fact instanceof Performance performance) {
            return new Evidence(
                    Subject.ofKpi(performance.scorecard(), performance.kpi(), performance.period()),
                    null,
                    performance.value(),
                    performance.unit(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "value");
        }
        throw new IllegalArgumentException(
                "Nothing can be concluded from a " + fact.getClass().getSimpleName());
    }

    private static Evidence of(Indicator indicator) {
        var values = new ArrayList<NamedValue>();
        values.add(new NamedValue(indicator.name(), indicator.value(), indicator.unit(), indicator.count()));
        if (indicator.reference() != null) {
            values.add(NamedValue.of("reference", indicator.reference(), null));
        }
        values.addAll(indicator.values());
        return new Evidence(
                indicator.subject(),
                null,
                indicator.value(),
                indicator.unit(),
                List.copyOf(values),
                indicator.inputs(),
                List.of(),
                "value");
    }
}
