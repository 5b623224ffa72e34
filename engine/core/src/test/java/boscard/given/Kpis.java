package boscard.given;

import boscard.fact.Aggregation;
import boscard.fact.Direction;
import boscard.fact.Frequency;
import boscard.fact.Horizon;
import boscard.fact.Kpi;
import boscard.fact.NullPolicy;
import boscard.fact.Perspective;
import boscard.fact.Scheme;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.source.Origin;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A KPI in the making: quarterly, a count, higher is better, weight 1, unless said otherwise. */
public final class Kpis {

    private final String id;
    private String perspective = Perspective.FINANCIAL;
    private @Nullable String formula;
    private Unit unit = Unit.COUNT;
    private Direction direction = Direction.HIGHER;
    private Frequency frequency = Frequency.Q;
    private Aggregation timeAggregation = Aggregation.SUM;
    private BigDecimal weight = BigDecimal.ONE;
    private @Nullable BigDecimal low;
    private @Nullable BigDecimal high;
    private @Nullable BigDecimal worst;
    private @Nullable BigDecimal stretch;
    private @Nullable BigDecimal plausibleMin;
    private @Nullable BigDecimal plausibleMax;
    private NullPolicy nullPolicy = NullPolicy.EXCLUDE;
    private @Nullable Scheme scheme;
    private boolean seasonal;

    private Kpis(String id) {
        this.id = id;
    }

    public static Kpis kpi(String id) {
        return new Kpis(id);
    }

    /** A higher-is-better KPI. */
    public static Kpi higher(String id) {
        return kpi(id).build();
    }

    /** A lower-is-better KPI. */
    public static Kpi lower(String id) {
        return kpi(id).direction(Direction.LOWER).build();
    }

    /** A KPI that is best between two edges. */
    public static Kpi inRange(String id, String low, String high) {
        return kpi(id).range(low, high).build();
    }

    /** A yes-or-no KPI. */
    public static Kpi binary(String id) {
        return kpi(id).direction(Direction.BINARY).build();
    }

    public Kpis perspective(String other) {
        perspective = other;
        return this;
    }

    public Kpis formula(String text) {
        formula = text;
        return this;
    }

    public Kpis unit(Unit other) {
        unit = other;
        return this;
    }

    public Kpis direction(Direction other) {
        direction = other;
        return this;
    }

    public Kpis range(String from, String to) {
        direction = Direction.IN_RANGE;
        low = new BigDecimal(from);
        high = new BigDecimal(to);
        return this;
    }

    public Kpis frequency(Frequency other) {
        frequency = other;
        return this;
    }

    public Kpis timeAggregation(Aggregation other) {
        timeAggregation = other;
        return this;
    }

    public Kpis weight(String number) {
        weight = new BigDecimal(number);
        return this;
    }

    public Kpis worst(String number) {
        worst = new BigDecimal(number);
        return this;
    }

    public Kpis stretch(String number) {
        stretch = new BigDecimal(number);
        return this;
    }

    public Kpis plausible(@Nullable String from, @Nullable String to) {
        plausibleMin = from == null ? null : new BigDecimal(from);
        plausibleMax = to == null ? null : new BigDecimal(to);
        return this;
    }

    public Kpis whenMissing(String policy) {
        nullPolicy = NullPolicy.parse(policy).orElseThrow();
        return this;
    }

    public Kpis scheme(Scheme other) {
        scheme = other;
        return this;
    }

    public Kpis seasonal() {
        seasonal = true;
        return this;
    }

    public Kpi build() {
        return new Kpi(
                id,
                Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('_', ' '),
                perspective,
                null,
                null,
                formula,
                unit,
                direction,
                low,
                high,
                Horizon.SHORT,
                Timing.LAGGING,
                frequency,
                timeAggregation,
                timeAggregation,
                weight,
                null,
                worst,
                stretch,
                plausibleMin,
                plausibleMax,
                nullPolicy,
                scheme,
                seasonal,
                null,
                null,
                new Origin.SheetRow(
                        "kpi-catalogue.xlsx", "KPIs", 2, Map.of("formula", new Origin.Column(6, "Formula"))));
    }
}
