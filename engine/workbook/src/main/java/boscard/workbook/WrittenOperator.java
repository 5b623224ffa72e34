package boscard.workbook;

import boscard.table.Operator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comparison that was typed into a cell, {@code >= 80%}, although the column already says how its cells compare.
 *
 * @param rest what follows the sign
 */
record WrittenOperator(Operator operator, String rest) {

    private static final Pattern FORM = Pattern.compile("(>=|=>|<=|=<|<>|!=|==|[=<>≥≤≠])(.*)", Pattern.DOTALL);

    private static final Map<String, Operator> BY_SIGN = Map.ofEntries(
            Map.entry(">=", Operator.AT_LEAST),
            Map.entry("=>", Operator.AT_LEAST),
            Map.entry("≥", Operator.AT_LEAST),
            Map.entry("<=", Operator.AT_MOST),
            Map.entry("=<", Operator.AT_MOST),
            Map.entry("≤", Operator.AT_MOST),
            Map.entry("<>", Operator.NOT_EQUAL),
            Map.entry("!=", Operator.NOT_EQUAL),
            Map.entry("≠", Operator.NOT_EQUAL),
            Map.entry("==", Operator.EQUAL),
            Map.entry("=", Operator.EQUAL),
            Map.entry(">", Operator.ABOVE),
            Map.entry("<", Operator.BELOW));

    static Optional<WrittenOperator> in(String text) {
        Matcher form = FORM.matcher(Spaces.strip(text));
        if (!form.matches() || Spaces.isBlank(form.group(2))) {
            return Optional.empty();
        }
        Operator operator = BY_SIGN.get(form.group(1));
        return operator == null
                ? Optional.empty()
                : Optional.of(new WrittenOperator(operator, Spaces.strip(form.group(2))));
    }
}
