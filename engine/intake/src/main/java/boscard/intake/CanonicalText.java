package boscard.intake;

import boscard.fact.Reading;
import boscard.fact.SpreadsheetText;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as the canonical files write them, and as the import reads them again without a mapping. */
final class CanonicalText {

    private static final String NOT_APPLICABLE = "N/A";
    private static final String NOT_REPORTED = "NULL";

    private CanonicalText() {}

    /** As a cell of a file that a spreadsheet may open; only texts need care, numbers stay numbers. */
    static String cell(@Nullable Object value) {
        return value instanceof String || value instanceof List ? SpreadsheetText.escaped(of(value)) : of(value);
    }

    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Reading reading) {
            return of(reading);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Boolean yes) {
            return yes ? "Y" : "N";
        } else if (value instanceof List<?> several) {
            return several.stream().map(Object::toString).collect(Collectors.joining(";"));
        } else if (value instanceof String text) {
            return text;
        }
        return value.toString();
    }

    private static String of(Reading reading) {
        if (reading instanceof Reading.Missing missing) {
            return missing.reason() == Reading.Reason.BLANK ? "" : NOT_REPORTED;
        }
        BigDecimal number = reading.valueOrNull();
        return number == null ? NOT_APPLICABLE : number.toPlainString();
    }
}
