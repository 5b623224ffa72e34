package boscard.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which currencies (ISO 4217) a sign beside a number can mean. */
final class CurrencySigns {

    private static final Map<String, Set<String>> CURRENCIES_BY_SIGN = Map.ofEntries(
            Map.entry("$", Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "CLP", "COP", "ARS")),
            Map.entry("US$", Set.of("USD")),
            Map.entry("A$", Set.of("AUD")),
            Map.entry("C$", Set.of("CAD")),
            Map.entry("R$", Set.of("BRL")),
            Map.entry("€", Set.of("EUR")),
            Map.entry("£", Set.of("GBP", "EGP")),
            Map.entry("¥", Set.of("JPY", "CNY")),
            Map.entry("₹", Set.of("INR")),
            Map.entry("₩", Set.of("KRW")),
            Map.entry("₽", Set.of("RUB")),
            Map.entry("₺", Set.of("TRY")),
            Map.entry("₴", Set.of("UAH")),
            Map.entry("₪", Set.of("ILS")),
            Map.entry("฿", Set.of("THB")),
            Map.entry("₫", Set.of("VND")),
            Map.entry("KR", Set.of("SEK", "NOK", "DKK", "ISK")),
            Map.entry("ZŁ", Set.of("PLN")),
            Map.entry("KČ", Set.of("CZK")),
            Map.entry("FT", Set.of("HUF")));

    private CurrencySigns() {}

    /** Whether a number written with this sign or code can be an amount in the currency. */
    static boolean canMean(String sign, String currency) {
        String plain = sign.toUpperCase(Locale.ROOT);
        return CURRENCIES_BY_SIGN.getOrDefault(plain, Set.of(plain)).contains(currency.toUpperCase(Locale.ROOT));
    }
}
