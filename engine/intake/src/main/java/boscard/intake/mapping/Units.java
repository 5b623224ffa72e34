package boscard.intake.mapping;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units in which a file gives its numbers when they are not those of the KPIs.
 *
 * @param factorByKpi id of a KPI to what its numbers are multiplied by: 0.01 for percent
 * @param column that names the unit of each row; null when there is none
 * @param factorByWord word of that column, in lower case, to what the numbers of its rows are multiplied by
 */
public record Units(
        Map<String, BigDecimal> factorByKpi, @Nullable ColumnPick column, Map<String, BigDecimal> factorByWord) {

    /** Numbers are in the unit of their KPI. */
    public static final Units NONE = new Units(Map.of(), null, Map.of());

    private static final Map<String, BigDecimal> WORDS = Map.of(
            "one", BigDecimal.ONE,
            "percent", new BigDecimal("0.01"),
            "thousands", new BigDecimal("1000"),
            "millions", new BigDecimal("1000000"),
            "billions", new BigDecimal("1000000000"));

    public Units {
        factorByKpi = Map.copyOf(factorByKpi);
        factorByWord = Map.copyOf(factorByWord);
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
