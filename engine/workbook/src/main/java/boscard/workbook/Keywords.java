package boscard.workbook;

import boscard.problem.Suggestion;
import java.util.List;
import java.util.Optional;

/** The keywords of the stock decision table format. Case does not count; a misspelt one is recognised and reported. */
final class Keywords {

    static final String RULE_SET = "RuleSet";
    static final String RULE_TABLE = "RuleTable";
    static final String CONDITION = "CONDITION";
    static final String ACTION = "ACTION";
    static final String METADATA = "METADATA";

    /** The kinds of columns that boscard reads. */
    static final List<String> COLUMN_KINDS = List.of(CONDITION, ACTION, METADATA);

    static final String AGENDA_GROUP = "AGENDA-GROUP";
    static final String HIT_POLICY = "HitPolicy";

    /** Properties of the RuleSet area that boscard reads or that only stock Drools needs. */
    static final List<String> PROPERTIES = List.of(
            "Import",
            "Variables",
            AGENDA_GROUP,
            HIT_POLICY,
            "IgnoreNumericFormat",
            "Sequential",
            "SequentialMaxPriority",
            "SequentialMinPriority",
            "EscapeQuotes",
            "Notes");

    /** Properties of stock Drools that hold code. */
    static final List<String> CODE_PROPERTIES = List.of("Functions", "Queries", "Declare", "Unit");

    private Keywords() {}

    static boolean isRuleSet(String text) {
        return text.equalsIgnoreCase(RULE_SET);
    }

    /** Whether a cell starts a table; the table's name follows the keyword. */
    static boolean startsRuleTable(String text) {
        int length = RULE_TABLE.length();
        return text.regionMatches(true, 0, RULE_TABLE, 0, length)
                && (text.length() == length || Spaces.isSpace(text.charAt(length)));
    }

    /** What follows the keyword. */
    static String tableName(String text) {
        return Spaces.strip(text.substring(RULE_TABLE.length()));
    }

    /**
     * The name of a table whose keyword is misspelt: {@code Rule Table KPI thresholds}, {@code RuelTable KPI
     * thresholds}. Only to be asked about a cell that stands above a row of column kinds, for a sentence may begin like
     * this too.
     */
    static Optional<String> nameAfterMisspeltRuleTable(String text) {
        String[] words = text.split("[\\s\\u00a0_-]+", 3);
        if (words.length >= 2
                && Suggestion.nearest(words[0] + words[1], List.of(RULE_TABLE)).isPresent()) {
            return Optional.of(words.length == 3 ? words[2] : "");
        }
        if (Suggestion.nearest(words[0], List.of(RULE_TABLE)).isPresent()) {
            return Optional.of(Spaces.strip(text.substring(words[0].length())));
        }
        return Optional.empty();
    }

    static boolean isMisspeltRuleSet(String text) {
        return text.length() <= RULE_SET.length() + 2
                && Suggestion.nearest(text, List.of(RULE_SET)).isPresent();
    }

    static boolean isColumnKind(String text) {
        for (String kind : COLUMN_KINDS) {
            if (kind.equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }
}
