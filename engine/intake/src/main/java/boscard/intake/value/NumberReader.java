package boscard.intake.value;

import boscard.fact.Decimals;
import boscard.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads exact decimals. Canonical is {@code -1234.56} or {@code 1.2E+05}; also read are {@code 12%} as 0.12,
 * {@code (5)} and {@code 5-} as negative, a currency sign or code before or after, and grouped thousands when the
 * convention has them and the groups are of three digits. A text that two conventions would read as two numbers is
 * refused, not guessed; so are {@code NaN}, {@code Infinity} and {@code 1.5k}.
 */
public final class NumberReader implements ValueReader {

    private static final int LONGEST_PLAIN = 20; // a sign, a point and as many digits as a long has for certain
    private static final int DIGITS_OF_SPREADSHEETS = 15;
    private static final BigDecimal LARGEST_OF_SPREADSHEETS = BigDecimal.valueOf(1_000_000_000_000_000L);
    private static final int LONGEST = 100;
    private static final int LARGEST_EXPONENT = 100;
    private static final String SIGNS = "$€£¥₹₩₽₺₴₪฿₫";
    private static final Set<String> SIGN_WORDS = Set.of("kr", "zł", "kč", "ft", "r$", "us$", "a$", "c$", "chf");
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity", "∞");

    private final NumberConvention convention;
    private final @Nullable BigDecimal factor;
    private final PlainNumber common = new PlainNumber();
    private final char[] characters = new char[LONGEST_PLAIN];

    public NumberReader(NumberConvention convention) {
        this(convention, null);
    }

    /** @param factor what every number is multiplied by, such as 1000 for a column in thousands; null for none */
    public NumberReader(NumberConvention convention, @Nullable BigDecimal factor) {
        this.convention = convention;
        this.factor = factor;
    }

    @Override
    public @Nullable BigDecimal read(String text, Remarks remarks) {
        BigDecimal plain = convention.decimal() == '.' ? plain(text) : null;
        if (plain != null && mayPointGroup() && isGroupedByPoint(text)) {
            return ambiguous(text, remarks);
        }
        if (plain != null && factor == null && text.length() <= DIGITS_OF_SPREADSHEETS) {
            return plain;
        }
        if (plain == null) {
            plain = written(text, remarks);
        }
        return plain == null ? null : checked(scaled(plain), remarks);
    }

    @Override
    public @Nullable BigDecimal readTyped(RawValue value, Remarks remarks) {
        if (value instanceof RawValue.Number number) {
            return checked(scaled(number.value()), remarks);
        }
        if (value instanceof RawValue.Moment moment) {
            remarks.problem(
                    ProblemCode.NUMBER_INVALID,
                    "a number is expected, and the cell holds the date " + moment.text(),
                    "Excel turned a number into a date; format the cell as a number and type it again.");
            return null;
        }
        return read(value.text(), remarks);
    }

    private static BigDecimal checked(BigDecimal number, Remarks remarks) {
        if (isBeyondSpreadsheets(number)) {
            remarks.once(
                    ProblemCode.NUMBER_LARGE,
                    "the number " + number.toPlainString() + " is larger than 15 digits; it is read",
                    "the unit is a smaller one than meant, or two numbers stand in one cell.");
        }
        return number;
    }

    /** Whether the number is so large that a spreadsheet would not keep all its digits. */
    static boolean isBeyondSpreadsheets(BigDecimal number) {
        return number.precision() - number.scale() > 15 && number.abs().compareTo(LARGEST_OF_SPREADSHEETS) > 0;
    }

    private BigDecimal scaled(BigDecimal number) {
        return Decimals.canonical(factor == null ? number : number.multiply(factor));
    }

    /** Whether a number in its common form is that number. */
    boolean readsPlainNumbers() {
        return convention.decimal() == '.' && factor == null;
    }

    /** Whether a point can stand between thousands, since nobody said that it does not. */
    boolean mayPointGroup() {
        return !convention.declared();
    }

    /** {@code 1.234}: one to three digits, the first of them no 0, and a point before three more. */
    private static boolean isGroupedByPoint(String text) {
        return PlainNumber.mayBeGroup(text.toCharArray(), 0, text.length());
    }

    /** The common form; null for anything else. */
    private @Nullable BigDecimal plain(String text) {
        int length = text.length();
        if (length > characters.length) {
            return null;
        }
        text.getChars(0, length, characters, 0);
        return common.read(characters, 0, length) ? BigDecimal.valueOf(common.digits(), common.scale()) : null;
    }

    /** Everything else that people write. */
    private @Nullable BigDecimal written(String text, Remarks remarks) {
        if (text.length() > LONGEST) {
            return invalid(text.substring(0, 40) + "…", remarks, null);
        }
        if (text.charAt(0) == '#' && (text.endsWith("!") || text.endsWith("?") || text.endsWith("A"))) {
            remarks.problem(
                    ProblemCode.CELL_ERROR,
                    "the value is the spreadsheet error " + text,
                    "the formula behind it divides by zero or has lost a cell.");
            return null;
        }
        if (text.charAt(0) == '\'' && text.length() > 1) {
            String plainText = text.substring(1);
            BigDecimal plain = convention.decimal() == '.' ? plain(plainText) : null;
            BigDecimal behind = plain == null ? written(plainText, remarks) : plain;
            if (behind != null) {
                remarks.once(
                        ProblemCode.NUMBER_AS_TEXT,
                        "the number " + text + " has an apostrophe in front; it is read without it",
                        "the export marks numbers as text.");
            }
            return behind;
        }
        String rest = text;
        boolean negative = false;
        if (rest.startsWith("(") && rest.endsWith(")") && rest.length() > 2) {
            negative = true;
            rest = strip(rest.substring(1, rest.length() - 1));
        }
        BigDecimal magnitude = BigDecimal.ONE;
        for (var letters : convention.magnitudes().entrySet()) {
            int end = rest.length() - letters.getKey().length();
            if (end > 0 && rest.endsWith(letters.getKey()) && isBehindNumber(rest.charAt(end - 1))) {
                magnitude = letters.getValue();
                rest = strip(rest.substring(0, end));
                break;
            }
        }
        String unsigned = withoutCurrency(rest, remarks);
        boolean percent = unsigned.endsWith("%");
        if (percent) {
            unsigned = strip(unsigned.substring(0, unsigned.length() - 1));
        }
        if (unsigned.length() > 1 && (unsigned.endsWith("-") || unsigned.endsWith("−")) && !negative) {
            negative = true;
            unsigned = strip(unsigned.substring(0, unsigned.length() - 1));
        } else if (unsigned.startsWith("−")) {
            unsigned = "-" + unsigned.substring(1);
        }
        if (NOT_FINITE.contains(unsigned.toLowerCase(Locale.ROOT).replaceFirst("^[+-]", ""))) {
            return invalid(text, remarks, "leave the cell empty when there is no value.");
        }
        String digits = ungrouped(unsigned);
        BigDecimal number = digits == null ? null : scientific(digits);
        if (number == null) {
            return isGroupedSomehow(unsigned) ? ambiguous(text, remarks) : invalid(text, remarks, adviceFor(unsigned));
        }
        if (mayPointGroup() && isGroupedByPoint(unsigned)) {
            return ambiguous(text, remarks);
        }
        number = number.multiply(magnitude);
        if (negative) {
            if (number.signum() < 0) {
                return invalid(text, remarks, "it is marked as negative twice.");
            }
            number = number.negate();
        }
        if (percent) {
            remarks.percent();
            return number.movePointLeft(2);
        }
        return number;
    }

    private static boolean isBehindNumber(char c) {
        return isDigit(c) || Character.isSpaceChar(c);
    }

    /** Takes a sign or a three-letter code off either end, and says which. */
    private static String withoutCurrency(String text, Remarks remarks) {
        int first = firstNumberCharacter(text);
        if (first < 0) {
            return text;
        }
        int last = lastNumberCharacter(text);
        String before = strip(text.substring(0, first));
        String after = strip(text.substring(last + 1));
        String sign = "";
        if (before.startsWith("-") || before.startsWith("+")) {
            sign = before.substring(0, 1);
            before = strip(before.substring(1));
        } else if (before.endsWith("-") || before.endsWith("+")) {
            sign = before.substring(before.length() - 1);
            before = strip(before.substring(0, before.length() - 1));
        }
        String currency = before.isEmpty() ? after : before;
        if (currency.isEmpty() || (!before.isEmpty() && !after.isEmpty()) || !isCurrency(currency)) {
            return text;
        }
        remarks.currency(currency);
        return sign + text.substring(first, last + 1);
    }

    private static boolean isCurrency(String text) {
        if (text.length() == 1) {
            return SIGNS.indexOf(text.charAt(0)) >= 0;
        }
        if (text.length() == 3
                && text.chars().allMatch(c -> c >= 'A' && c <= 'Z')
                && !text.equals("INF")
                && !text.equals("NAN")) {
            return true;
        }
        return SIGN_WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static int firstNumberCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c) || ((c == '.' || c == ',') && i + 1 < text.length() && isDigit(text.charAt(i + 1)))) {
                return i;
            }
        }
        return -1;
    }

    private static int lastNumberCharacter(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (isDigit(c) || c == '%' || c == '-') {
                return i;
            }
        }
        return text.length() - 1;
    }

    /** The text with a decimal point and without groups; null when a group is not of three digits. */
    private @Nullable String ungrouped(String text) {
        char decimal = convention.decimal();
        char thousands = convention.thousands();
        var plain = new StringBuilder(text.length());
        int sinceGroup = -1; // digits since the last separator; -1 before the first
        int digits = 0;
        boolean fraction = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!fraction && thousands != NumberConvention.NO_THOUSANDS && isThousands(c, thousands)) {
                if (digits == 0 || digits > 3 && sinceGroup < 0 || sinceGroup >= 0 && sinceGroup != 3) {
                    return null;
                }
                sinceGroup = 0;
            } else if (c == decimal) {
                if (fraction || sinceGroup >= 0 && sinceGroup != 3) {
                    return null;
                }
                fraction = true;
                plain.append('.');
            } else if (c == '.' || c == ',') {
                return null;
            } else {
                plain.append(c);
                if (!fraction && isDigit(c)) {
                    digits++;
                    if (sinceGroup >= 0) {
                        sinceGroup++;
                    }
                }
            }
        }
        return !fraction && sinceGroup >= 0 && sinceGroup != 3 ? null : plain.toString();
    }

    private static boolean isThousands(char c, char thousands) {
        return c == thousands
                || thousands == ' ' && (c == '\u00a0' || c == '\u202f' || c == '\u2009')
                || thousands == '\'' && c == '’';
    }

    private static @Nullable BigDecimal scientific(String text) {
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = (c == '+' || c == '-') && (i == 0 || i == exponent + 1);
            if (!isDigit(c) && c != '.' && !sign && i != exponent) {
                return null; // BigDecimal would take digits of other scripts
            }
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > LARGEST_EXPONENT ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** Whether only separators keep the text from being a number. */
    private static boolean isGroupedSomehow(String text) {
        boolean digit = false;
        boolean separator = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digit = true;
            } else if (c == ',' || c == '.' || c == '\'' || c == '’' || Character.isSpaceChar(c)) {
                separator = true;
            } else if (i > 0 || c != '-' && c != '+') {
                return false;
            }
        }
        return digit && separator && isDigit(text.charAt(text.length() - 1));
    }

    private @Nullable BigDecimal ambiguous(String text, Remarks remarks) {
        remarks.problem(
                ProblemCode.NUMBER_AMBIGUOUS,
                "\"" + text + "\" can be read as different numbers; "
                        + (convention.declared()
                                ? "numbers are read with '" + convention.decimal() + "' before the decimals and "
                                : "nobody said how this file writes numbers; they are read "
                                        + "with '.' before the decimals and ")
                        + (convention.thousands() == NumberConvention.NO_THOUSANDS
                                ? "without thousands separators"
                                : "'" + convention.thousands() + "' between thousands"),
                "declare `decimal` and `thousands` for this file in a mapping.");
        return null;
    }

    private static @Nullable BigDecimal invalid(String text, Remarks remarks, @Nullable String advice) {
        remarks.problem(ProblemCode.NUMBER_INVALID, "\"" + text + "\" is not a number", advice);
        return null;
    }

    private static @Nullable String adviceFor(String text) {
        char last = text.isEmpty() ? ' ' : Character.toLowerCase(text.charAt(text.length() - 1));
        if ((last == 'k' || last == 'm' || last == 'b') && text.length() > 1 && isDigit(text.charAt(0))) {
            return "write the number in full, without " + text.charAt(text.length() - 1)
                    + ", or declare it under `magnitudes` in a mapping.";
        }
        return "leave the cell empty when there is no value, or declare the word under `none` in a mapping.";
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String strip(String text) {
        return Spaces.strip(text);
    }
}
