package boscard.indicator;

import boscard.fact.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One score from several (DOMAIN.md section 4.6, after Oracle scorecards and BSC Designer). Pure; safe for any thread.
 *
 * @param score 0 to 100, rounded as a computed number
 * @param band that of the children, when the method chooses a band and not a number; null when the score's own counts
 */
public record Combination(BigDecimal score, @Nullable Integer band) {

    /**
     * A child that has a score.
     *
     * @param weight relative, at least 0
     * @param score 0 to 100
     * @param band its colour as a number, larger is better
     */
    public record Part(BigDecimal weight, BigDecimal score, int band) {}

    private static final Comparator<Part> BY_SCORE = Comparator.comparing(Part::score);

    /**
     * Combines the scores of children.
     *
     * @param parts only those that have a score; one without a score never counts as 0
     * @return empty without parts, when the weights that the method needs add up to 0, and for SELF, which looks at no
     *     child
     */
    public static Optional<Combination> of(RollUpMethod method, List<Part> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return switch (method) {
            case WEIGHTED -> weighted(parts);
            case AVERAGE -> Optional.of(new Combination(mean(parts), null));
            case WORST -> {
                List<Part> worst =
                        inBand(parts, parts.stream().mapToInt(Part::band).min().orElseThrow());
                yield Optional.of(
                        in(worst, worst.stream().min(BY_SCORE).orElseThrow().score()));
            }
            case BEST -> {
                List<Part> best =
                        inBand(parts, parts.stream().mapToInt(Part::band).max().orElseThrow());
                yield Optional.of(
                        in(best, best.stream().max(BY_SCORE).orElseThrow().score()));
            }
            case MOST_FREQUENT_WORST -> Optional.of(mostFrequent(parts, false));
            case MOST_FREQUENT_BEST -> Optional.of(mostFrequent(parts, true));
            case MIN ->
                Optional.of(new Combination(
                        parts.stream().min(BY_SCORE).orElseThrow().score(), null));
            case MAX ->
                Optional.of(new Combination(
                        parts.stream().max(BY_SCORE).orElseThrow().score(), null));
            case SELF -> Optional.empty();
        };
    }

    private static Optional<Combination> weighted(List<Part> parts) {
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (Part part : parts) {
            weights = weights.add(part.weight());
            sum = sum.add(part.weight().multiply(part.score()));
        }
        return weights.signum() == 0
                ? Optional.empty()
                : Optional.of(new Combination(Decimals.ratio(sum, weights), null));
    }

    private static BigDecimal mean(List<Part> parts) {
        BigDecimal sum = parts.stream().map(Part::score).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Decimals.ratio(sum, BigDecimal.valueOf(parts.size()));
    }

    private static Combination mostFrequent(List<Part> parts, boolean betterOfEqual) {
        var byBand = new TreeMap<Integer, List<Part>>(parts.stream().collect(Collectors.groupingBy(Part::band)));
        Map<Integer, List<Part>> inOrder = betterOfEqual ? byBand.descendingMap() : byBand;
        List<Part> most = List.of();
        for (List<Part> some : inOrder.values()) {
            most = some.size() > most.size() ? some : most;
        }
        return in(most, mean(most));
    }

    private static List<Part> inBand(List<Part> parts, int band) {
        return parts.stream().filter(part -> part.band() == band).toList();
    }

    private static Combination in(List<Part> alike, BigDecimal score) {
        return new Combination(score, alike.get(0).band());
    }
}
