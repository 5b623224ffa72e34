package boscard.workbook;

import java.util.regex.Pattern;

/** References of a formula to other workbooks: {@code [1]Sheet1!A1}, {@code '[Plan 2026.xlsx]Q1'!B2}. */
final class OtherWorkbooks {

    private static final Pattern QUOTED_TEXT = Pattern.compile("\"[^\"]*\"");

    /** Brackets that follow a name belong to a table, {@code Sales[Amount]}, and no sheet follows them. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\w\\])])\\[[^\\[\\]]{1,255}\\](?:[\\w.]*|[^'\\[\\]\"]{0,255}')!");

    private OtherWorkbooks() {}

    static boolean areIn(String formula) {
        return formula.indexOf('[') >= 0
                && REFERENCE
                        .matcher(QUOTED_TEXT.matcher(formula).replaceAll(""))
                        .find();
    }
}
