package boscard.intake.mapping;

import boscard.fact.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units in which a file gives its numbers when they are not those of the KPIs.
 *
 * @param factorByKpi id of a KPI to what its numbers are multiplied by: 0.01 for percent
 * @param column that names the unit of each row; null when there is none
 * @param meaningByWord word of that column, in lower case, to what it says about the numbers of its rows
 */
public record Units(
        Map<String, BigDecimal> factorByKpi, @Nullable ColumnPick column, Map<String, Meaning> meaningByWord) {

    /** Numbers are in the unit of their KPI. */
    public static final Units NONE = new Units(Map.of(), null, Map.of());

    /**
     * What a word says about numbers.
     *
     * @param factor what they are multiplied by
     * @param unit what they count once they are; null when the word does not say
     */
    public record Meaning(BigDecimal factor, @Nullable Unit unit) {}

    private static final Map<String, BigDecimal> WORDS = Map.of(
            "one", BigDecimal.ONE,
            "percent", new BigDecimal("0.01"),
            "thousands", new BigDecimal("1000"),
            "millions", new BigDecimal("1000000"),
            "billions", new BigDecimal("1000000000"));

    public Units {
        factorByKpi = Map.copyOf(factorByKpi);
        meaningByWord = Map.copyOf(meaningByWord);
    }

    /** The words of {@link #meaning}, for people. */
    static String words() {
        return "one, percent, thousands, millions, billions, a number other than 0, or the unit of a KPI: "
                + String.join(
                        ", ", Arrays.stream(Unit.values()).map(Unit::toString).toList());
    }

    /** What a word such as {@code percent} or {@code CURRENCY}, or a factor, says; null when it is none of these. */
    static @Nullable Meaning meaning(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        for (Unit unit : Unit.values()) {
            if (unit.name().equals(word)) {
                return new Meaning(BigDecimal.ONE, unit);
            }
        }
        BigDecimal factor = factor(text);
        return factor == null ? null : new Meaning(factor, word.equals("PERCENT") ? Unit.RATIO : null);
    }

    /** What a word such as {@code percent}, or a number other than 0, multiplies by; null when it is neither. */
    static @Nullable BigDecimal factor(String text) {
        BigDecimal word = WORDS.get(text.strip().toLowerCase(Locale.ROOT));
        if (word != null) {
            return word;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return number.signum() == 0 || Math.abs((long) number.scale()) > 30 ? null : number;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
