package boscard.workbook;

import java.util.regex.Pattern;

/** The functions that Excel recalculates whenever anything changes. */
final class VolatileFunctions {

    private static final Pattern CALL = Pattern.compile(
            "(?<![A-Za-z0-9_.])(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|INFO|CELL)\\s*\\(",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private VolatileFunctions() {}

    static boolean occurIn(String formula) {
        return CALL.matcher(QUOTED.matcher(formula).replaceAll("\"\"")).find();
    }
}
