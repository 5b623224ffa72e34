package boscard.ledger;

import boscard.source.CellRef;
import boscard.source.Derived;
import boscard.source.LineRef;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as texts that people read and {@link #parse} turns into the same addresses again:
 *
 * <pre>
 * kpi-thresholds.xlsx!Thresholds!A18:H18   cells; without cells a whole sheet, ending in ! a whole workbook
 * measurements.csv:118                     a line; with its column measurements.csv:118:4 (actual); line 0 is the file
 * pitfalls.drl:42 "Red without action"     a rule
 * computed: revenue / target(revenue)
 * </pre>
 *
 * What would be taken for another part of the address, such as an exclamation mark in the name of a file, is written
 * with a percent sign, as in links: {@code %21}. One object remembers the last names of files, because most addresses
 * share a few. Not thread-safe.
 */
final class AddressText {

    private static final String DERIVED = "computed: ";
    private static final Pattern CELLS = Pattern.compile("(?:(\\d+):\\1)|([A-Z]{1,7})(\\d+)(?::([A-Z]{1,7})\\3)?");
    private static final int REMEMBERED = 8; // a power of two

    private final @Nullable String[] names = new @Nullable String[REMEMBERED];
    private final @Nullable String[] escaped = new @Nullable String[REMEMBERED];
    private final StringBuilder text = new StringBuilder();

    String of(SourceRef at) {
        text.setLength(0);
        if (at instanceof LineRef line) {
            text.append(file(line.file())).append(':').append(line.line());
            if (line.column() > 0) {
                text.append(':').append(line.column());
            }
            if (!line.columnName().isEmpty()) {
                text.append(" (").append(line.columnName()).append(')');
            }
        } else if (at instanceof CellRef cell) {
            text.append(file(cell.workbook())).append('!');
            if (!cell.sheet().isEmpty()) {
                text.append(sheet(cell.sheet()));
            }
            if (cell.row() > 0) {
                text.append(cell.sheet().isEmpty() ? "" : "!").append(cell.address());
            }
        } else if (at instanceof RuleRef rule) {
            text.append(file(rule.file())).append(':').append(rule.line()).append(" \"");
            text.append(rule.rule()).append('"');
        } else if (at instanceof Derived derived) {
            text.append(DERIVED).append(derived.how());
        }
        return text.toString();
    }

    private String file(String name) {
        int place = name.hashCode() & (REMEMBERED - 1);
        String known = names[place];
        String safe = escaped[place];
        if (safe == null || !name.equals(known)) {
            safe = escapedFile(name);
            names[place] = name;
            escaped[place] = safe;
        }
        return safe;
    }

    private static String escapedFile(String name) {
        var safe = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean taken = c == '!'
                    || c == '%' && isEscape(name, i)
                    || c == ':' && i + 1 < name.length() && isDigit(name.charAt(i + 1))
                    || c == ':' && i + 1 == name.length() // the line follows
                    || i == 0 && name.startsWith(DERIVED);
            append(c, taken, safe);
        }
        return safe.toString();
    }

    private static String sheet(String name) {
        var safe = new StringBuilder();
        boolean likeCells = CELLS.matcher(name).matches();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            append(c, c == '!' || c == '%' && isEscape(name, i) || i == 0 && likeCells, safe);
        }
        return safe.toString();
    }

    private static void append(char c, boolean taken, StringBuilder safe) {
        if (taken) {
            safe.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
            safe.append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
        } else {
            safe.append(c);
        }
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length() && isHexadecimal(text.charAt(at + 1)) && isHexadecimal(text.charAt(at + 2));
    }

    private static boolean isHexadecimal(char c) {
        return isDigit(c) || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String plain(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && isEscape(text, i)) {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    /**
     * The address that a text says.
     *
     * @throws IllegalArgumentException when it says none
     */
    static SourceRef parse(String text) {
        if (text.startsWith(DERIVED)) {
            return new Derived(text.substring(DERIVED.length()));
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '!') {
                return cells(plain(text.substring(0, i)), text.substring(i + 1));
            } else if (text.charAt(i) == ':' && i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
                return line(plain(text.substring(0, i)), text.substring(i + 1), text);
            }
        }
        throw none(text);
    }

    private static IllegalArgumentException none(String text) {
        return new IllegalArgumentException("\"" + text + "\" is no address");
    }

    private static SourceRef cells(String file, String rest) {
        int end = rest.indexOf('!');
        Matcher cells = CELLS.matcher(end < 0 ? rest : rest.substring(end + 1));
        boolean withCells = cells.matches();
        if (end >= 0 && !withCells) {
            throw none(file + "!" + rest);
        }
        String sheet = plain(end >= 0 ? rest.substring(0, end) : withCells ? "" : rest);
        if (!withCells) {
            return CellRef.ofSheet(file, sheet);
        }
        String wholeRow = cells.group(1);
        if (wholeRow != null) {
            return new CellRef(file, sheet, Integer.parseInt(wholeRow), 0, 0);
        }
        int row = Integer.parseInt(cells.group(3));
        int first = column(cells.group(2));
        String last = cells.group(4);
        return new CellRef(file, sheet, row, first, last == null ? first : column(last));
    }

    /** The number of a column: A is 1, AA is 27. */
    private static int column(String letters) {
        int number = 0;
        for (byte letter : letters.getBytes(StandardCharsets.US_ASCII)) {
            number = Math.addExact(Math.multiplyExact(number, 26), letter - 'A' + 1);
        }
        return number;
    }

    private static SourceRef line(String file, String rest, String whole) {
        int end = digits(rest, 0);
        int line = Integer.parseInt(rest.substring(0, end));
        int column = 0;
        if (end + 1 < rest.length() && rest.charAt(end) == ':' && isDigit(rest.charAt(end + 1))) {
            int from = end + 1;
            end = digits(rest, from);
            column = Integer.parseInt(rest.substring(from, end));
        }
        String name = rest.substring(end);
        if (name.isEmpty()) {
            return new LineRef(file, line, column, "");
        } else if (name.startsWith(" (") && name.endsWith(")")) {
            return new LineRef(file, line, column, name.substring(2, name.length() - 1));
        } else if (name.startsWith(" \"") && name.endsWith("\"") && name.length() > 2) {
            return new RuleRef(file, line, name.substring(2, name.length() - 1));
        }
        throw none(whole);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
