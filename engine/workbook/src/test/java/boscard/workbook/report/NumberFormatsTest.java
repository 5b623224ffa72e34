package boscard.workbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Unit;
import java.math.BigDecimal;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RATIO    | 0.241      | 24.1 %",
                "RATIO    | 0.8        | 80.0 %",
                "RATIO    | 0.79997    | 79.997 %",
                "RATIO    | 1.0003     | 100.03 %",
                "CURRENCY | 1250000    | 1,250,000",
                "CURRENCY | 1250000.49 | 1,250,000",
                "CURRENCY | 12.5       | 12.50",
                "COUNT    | 2          | 2",
                "COUNT    | 1.96       | 1.96",
                "DAYS     | 84         | 84 d",
                "DAYS     | 84.5       | 84.5 d",
                "MONTHS   | 6          | 6.0 mo",
                "MINUTES  | 60         | 60 min",
                "POINTS   | -12        | -12 pts",
                "MULTIPLE | 3.25       | 3.3×",
                "SCORE    | 4.5        | 4.5",
            })
    void valueIsShownInItsUnitAndNeverAsARoundNumberThatItIsNot(Unit unit, String value, String shown) {
        var number = new BigDecimal(value);
        var formatter = new DataFormatter(Locale.ROOT);
        assertThat(formatter.formatRawCellContents(number.doubleValue(), -1, NumberFormats.of(unit, number)))
                .isEqualTo(shown);
    }
}
