package boscard.evaluation;

import boscard.fact.Decimals;
import boscard.fact.Direction;
import boscard.fact.Kpi;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What actual would reach each better band: the inverse of the number that the bands lie on. Pure. */
final class BetterBands {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private BetterBands() {}

    /**
     * One better band.
     *
     * @param actual from which (or up to which, when less is better) the band is reached, in the KPI's unit
     * @param edge on the scale of the bands
     */
    record Reach(Status band, BigDecimal actual, BigDecimal edge) {}

    /** Better bands, nearest first; empty when the scale has no edges to say. */
    static List<Reach> of(
            Kpi kpi, Performance performance, Status band, BandScale scale, @Nullable BigDecimal baseline) {
        var reaches = new ArrayList<Reach>();
        List<Status> bands = scale.bands();
        for (int i = bands.indexOf(band) - 1; i >= 0; i--) {
            BigDecimal edge = scale.edgeOf(bands.get(i));
            BigDecimal actual = edge == null
                    ? null
                    : actualFor(kpi, performance, scale.property().name(), edge, baseline);
            if (edge != null && actual != null) {
                reaches.add(new Reach(bands.get(i), Decimals.canonical(actual), edge));
            }
        }
        return List.copyOf(reaches);
    }

    static @Nullable BigDecimal actualFor(
            Kpi kpi, Performance performance, String property, BigDecimal edge, @Nullable BigDecimal baseline) {
        BigDecimal sign = BigDecimal.valueOf(kpi.sign());
        BigDecimal target = performance.target();
        return switch (property) {
            case "value" -> edge;
            case "attainment" ->
                target == null || kpi.direction() == Direction.IN_RANGE
                        ? null
                        : target.multiply(kpi.direction() == Direction.LOWER ? TWO.subtract(edge) : edge);
            case "gap" -> target == null ? null : target.add(sign.multiply(edge));
            case "growth" ->
                baseline == null ? null : baseline.add(sign.multiply(edge).multiply(baseline.abs()));
            case "rise" -> baseline == null ? null : baseline.add(sign.multiply(edge));
            case "pace" -> null; // tomorrow more is due
            case "deviation" -> target == null ? null : nearer(performance, target, edge);
            case "deviationShare" -> target == null ? null : nearer(performance, target, edge.multiply(target.abs()));
            case "zscore" ->
                performance.usual() == null || performance.spread() == null
                        ? null
                        : performance.usual().add(sign.multiply(edge).multiply(performance.spread()));
            default -> null;
        };
    }

    /** The end of the tolerance on the side of the value. */
    private static BigDecimal nearer(Performance performance, BigDecimal target, BigDecimal tolerance) {
        BigDecimal value = performance.value();
        return value != null && value.compareTo(target) < 0 ? target.subtract(tolerance) : target.add(tolerance);
    }

    /** {@code AMBER from 27.0 % (+2.9 points); GREEN from 30.0 % (+5.9 points)}; null without better bands. */
    static @Nullable String words(List<Reach> reaches, Kpi kpi, BigDecimal value) {
        if (reaches.isEmpty()) {
            return null;
        }
        var words = new StringBuilder();
        for (Reach reach : reaches) {
            BigDecimal change = reach.actual().subtract(value);
            words.append(words.isEmpty() ? "" : "; ")
                    .append(reach.band())
                    .append(change.signum() < 0 ? " up to " : " from ")
                    .append(Display.besides(reach.actual(), value, kpi.unit()))
                    .append(" (")
                    .append(change.signum() >= 0 ? "+" : "-")
                    .append(Display.difference(change.abs(), kpi.unit()))
                    .append(')');
        }
        return words.toString();
    }
}
