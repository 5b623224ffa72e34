package boscard.workbook.author;

import boscard.evaluation.Effect;
import boscard.evaluation.Scope;
import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import boscard.workbook.layout.Choices;
import boscard.workbook.layout.Column;
import boscard.workbook.layout.Entry;
import boscard.workbook.layout.ReadMe;
import boscard.workbook.layout.ReadMe.Section;
import boscard.workbook.layout.RuleTable;
import boscard.workbook.layout.WorkbookLayout;
import java.util.ArrayList;
import java.util.List;

/** quality.xlsx: which numbers to doubt, and what doubt does to other findings (DOMAIN.md sections 8 and 10). */
final class QualityWorkbook {

    private static final String CHECKS = """
            target_outlier | above 4 | G9_TARGET_OUTLIER | FAIL | The target of {kpi} of {scorecard} for {period} is {target}; the targets beside it have a median of {reference}. It looks like a typing error. | More than four times its neighbours | Seen in a public sales sample: 7 cells 9 to 12 times too high
            target_outlier | below 0.25 | G9_TARGET_OUTLIER | FAIL | The target of {kpi} of {scorecard} for {period} is {target}; the targets beside it have a median of {reference}. It looks like a typing error. | Less than a quarter of its neighbours | Seen in a public sales sample: 3 cells at a tenth
            actual_copied_periods | from 6 | G10_ACTUAL_COPIED | FAIL | {kpi} of {scorecard} equals its target or last year's value in {value periods} in a row from {period}. It looks copied. | Six equal numbers in a row do not happen by chance | boscard default
            period_partial | from 1 | G17_PARTIAL_PERIOD | INFO | {period} is not complete for {kpi} of {scorecard}; its value can still change. | A running period says little about a trend | boscard default
            missing_share | above 20% | P7_DATA_ROT | FAIL | {scorecard} lacks {value} of its {count expected values}, or they are stale. | Above a fifth the scorecard cannot be trusted | boscard default
            implausible | from 1 | Q1_IMPLAUSIBLE | FAIL | {kpi} of {scorecard} in {period} is {actual}, outside what is plausible. | The plausible range stands in kpi-catalogue.xlsx | KPI catalogue
            ratio_size | above 1.5 | Q3_UNIT_MISMATCH | WARN | {kpi} of {scorecard} in {period} is {value}. It looks like a percentage typed as a whole number. | A share above 150 % is rarely meant; a KPI whose plausible_max allows the value is excepted | boscard default
            stale_periods | above 2 | Q5_STALE | WARN | The newest value of {kpi} of {scorecard} is {value reporting intervals} old. | Older than two reporting intervals | boscard default
            provisional | from 1 | Q6_PROVISIONAL | INFO | {kpi} of {scorecard} in {period} is provisional. | Marked so in the facts | Facts
            stand_in_target | from 1 | Q8_STAND_IN_TARGET | WARN | The target of {kpi} of {scorecard} for {period}, {target}, is a stand-in: a default or a placeholder that nobody agreed to. | A colour against a placeholder says nothing | Target changes
            one_sided | word TARGET_WITHOUT_ACTUAL | Q10_ONE_SIDED | WARN | {kpi} of {scorecard} has targets without actuals in {count periods}. | Somebody expects a value that nobody reports | Measurements
            one_sided | word ACTUAL_WITHOUT_TARGET | Q10_ONE_SIDED | INFO | {kpi} of {scorecard} has actuals without targets in {count periods}. | A value that nobody has judged | Measurements
            period_covered | below 90% | G17_PARTIAL_PERIOD | INFO | {period} is not complete for {kpi} of {scorecard}: only {value} of its days lie in the time in which {scorecard} is active. | The first or last period of a unit says little | boscard default
            target_total_jump | above 3 | G9_TARGET_OUTLIER | FAIL | The targets of {count units} for {period}, {target} in all, are {value} times those of the period before ({other}). It looks like a typing error. | A plan for all does not triple from one period to the next | boscard default
            conflicting_rows | from 1 | Q2_CONFLICTING_DUPLICATE | FAIL | Two rows give different values of {kpi} of {scorecard} for {period}; neither is used. | Two values for one key: one of them is wrong | Import
            foreign_currency | from 1 | Q4_MIXED_CURRENCY | FAIL | {kpi} of {scorecard} in {period} is in another currency than the rest, and no rate was given. | Amounts in two currencies do not add up | Measurements
            summary_difference | above 1% | Q7_SUMMARY_MISMATCH | WARN | {kpi} of {scorecard} in {period} was reported as {actual}, and its parts give {reference}: {value} apart. The reported value is kept. | Rounding explains one percent, not more | boscard default
            unweighted_mean | from 1 | Q9_UNWEIGHTED_MEAN | INFO | {kpi} of {scorecard} uses a plain mean of ratios ({other}) in {count periods} from {period}; small periods weigh like large ones. | A mean of ratios is not the ratio of the whole | KPI catalogue
            """;

    /**
     * Causes, codes withheld, effect, reach, reason; a row for each cause and code. A code with a colon has a reach of
     * its own: {@code P5_RED_WITHOUT_ACTION:MEASUREMENT} is about one period.
     */
    private static final String SUPPRESSIONS = """
            G9_TARGET_OUTLIER | ST1_OFF_TARGET | SUPPRESS | MEASUREMENT | The target is probably a typing error
            G9_TARGET_OUTLIER | ST4_WILL_MISS:MEASUREMENT SMART_A1 SMART_A2 SMART_A3 SMART_A4 SMART_T4 G4_SANDBAGGING G5_RATCHET G6_QUOTA_RELIEF G7_THRESHOLD_BUNCHING G8_FORMULA_TARGET P5_RED_WITHOUT_ACTION:MEASUREMENT AD4_RED_NO_CHANGE:MEASUREMENT | SUPPRESS | SERIES | It rests on a target that is probably a typing error
            G9_TARGET_OUTLIER | SMART_A6 | QUALIFY | SERIES | One of the targets that are counted looks like a typing error
            G9_TARGET_OUTLIER | B9_SHORT_GREEN_LONG_DOWN | QUALIFY | SCORECARD | One of the inputs is left out
            G10_ACTUAL_COPIED | ST1_OFF_TARGET ST2_DECLINING ST3_XMR_CONCERN ST4_WILL_MISS SMART_A1 SMART_A2 SMART_A3 SMART_A4 G4_SANDBAGGING G8_FORMULA_TARGET G12_SURROGATION P5_RED_WITHOUT_ACTION P6_ACTION_WITHOUT_EFFECT | SUPPRESS | RUN | The actuals look copied, so they measure nothing
            G10_ACTUAL_COPIED | B9_SHORT_GREEN_LONG_DOWN | SUPPRESS | SCORECARD | The actuals look copied, so they measure nothing
            G17_PARTIAL_PERIOD | ST2_DECLINING ST3_XMR_CONCERN ST4_WILL_MISS SMART_A1 SMART_A2 B10_GROWTH_WITHOUT_VALUE G1_HOCKEY_STICK G2_DISCOUNT_AT_CLOSE G3_PULL_FORWARD G4_SANDBAGGING G5_RATCHET | SUPPRESS | MEASUREMENT | The period is not complete
            G17_PARTIAL_PERIOD | ST1_OFF_TARGET | QUALIFY | MEASUREMENT | The period is not complete
            G17_PARTIAL_PERIOD | SMART_T4 | QUALIFY | SERIES | The period is not complete
            Q1_IMPLAUSIBLE Q2_CONFLICTING_DUPLICATE Q3_UNIT_MISMATCH Q4_MIXED_CURRENCY | ST1_OFF_TARGET | SUPPRESS | MEASUREMENT | The value is doubted
            Q1_IMPLAUSIBLE Q2_CONFLICTING_DUPLICATE Q3_UNIT_MISMATCH Q4_MIXED_CURRENCY | ST2_DECLINING ST3_XMR_CONCERN ST4_WILL_MISS SMART_A1 SMART_A2 SMART_A3 SMART_A4 SMART_A6 SMART_T4 B10_GROWTH_WITHOUT_VALUE B11_LEAKY_GROWTH G1_HOCKEY_STICK G4_SANDBAGGING G5_RATCHET G8_FORMULA_TARGET G12_SURROGATION P5_RED_WITHOUT_ACTION:MEASUREMENT P6_ACTION_WITHOUT_EFFECT AD1_STALE_TARGET AD4_RED_NO_CHANGE:MEASUREMENT | SUPPRESS | SERIES | It rests on a value that is doubted
            Q5_STALE | ST1_OFF_TARGET ST2_DECLINING ST4_WILL_MISS SMART_A1 SMART_A2 SMART_A3 SMART_T4 B11_LEAKY_GROWTH | QUALIFY | SERIES | The newest value is old
            Q6_PROVISIONAL | ST1_OFF_TARGET | QUALIFY | MEASUREMENT | The value can still change
            Q6_PROVISIONAL | ST2_DECLINING ST4_WILL_MISS SMART_A1 SMART_A2 SMART_A3 SMART_T4 B11_LEAKY_GROWTH | QUALIFY | SERIES | It rests on a value that can still change
            Q7_SUMMARY_MISMATCH | ST1_OFF_TARGET | QUALIFY | MEASUREMENT | Imported and computed value differ
            Q7_SUMMARY_MISMATCH | ST2_DECLINING ST4_WILL_MISS SMART_A1 SMART_A2 SMART_A3 SMART_T4 B11_LEAKY_GROWTH | QUALIFY | SERIES | Imported and computed value differ
            Q8_STAND_IN_TARGET | ST1_OFF_TARGET | QUALIFY | MEASUREMENT | Nobody agreed to the target
            Q8_STAND_IN_TARGET | ST4_WILL_MISS SMART_A1 SMART_A2 SMART_A3 SMART_T4 | QUALIFY | SERIES | Nobody agreed to the target
            Q9_UNWEIGHTED_MEAN | ST1_OFF_TARGET | QUALIFY | RUN | A mean of ratios, without their weights
            Q9_UNWEIGHTED_MEAN | ST2_DECLINING ST4_WILL_MISS SMART_A1 SMART_A2 SMART_A3 SMART_T4 B11_LEAKY_GROWTH | QUALIFY | SERIES | A mean of ratios, without their weights
            P7_DATA_ROT | ST1_OFF_TARGET ST2_DECLINING ST3_XMR_CONCERN ST4_WILL_MISS SMART_A1 SMART_A2 SMART_A3 SMART_A4 SMART_A6 SMART_T4 B9_SHORT_GREEN_LONG_DOWN B10_GROWTH_WITHOUT_VALUE B11_LEAKY_GROWTH G1_HOCKEY_STICK G4_SANDBAGGING G5_RATCHET G8_FORMULA_TARGET G12_SURROGATION P5_RED_WITHOUT_ACTION P6_ACTION_WITHOUT_EFFECT AD1_STALE_TARGET AD4_RED_NO_CHANGE | QUALIFY | SCORECARD | Too many values of the scorecard are missing
            Q1_IMPLAUSIBLE Q2_CONFLICTING_DUPLICATE Q3_UNIT_MISMATCH Q4_MIXED_CURRENCY | ST9_UNUSUAL_GAIN G3_PULL_FORWARD G11_HEAPING G13_DEFINITION_DRIFT G16_DENOMINATOR AD3_NO_RESPONSE | SUPPRESS | SERIES | It rests on a value that is doubted
            Q1_IMPLAUSIBLE Q2_CONFLICTING_DUPLICATE Q3_UNIT_MISMATCH Q4_MIXED_CURRENCY | B9_SHORT_GREEN_LONG_DOWN | QUALIFY | SCORECARD | One of the inputs is left out
            G10_ACTUAL_COPIED | ST9_UNUSUAL_GAIN | SUPPRESS | RUN | The actuals look copied, so they measure nothing
            G17_PARTIAL_PERIOD | ST9_UNUSUAL_GAIN AD3_NO_RESPONSE | SUPPRESS | MEASUREMENT | The period is not complete
            Q5_STALE Q6_PROVISIONAL Q7_SUMMARY_MISMATCH Q9_UNWEIGHTED_MEAN | ST3_XMR_CONCERN ST9_UNUSUAL_GAIN SMART_A4 B10_GROWTH_WITHOUT_VALUE | QUALIFY | SERIES | It rests on a value that is doubted
            Q5_STALE Q6_PROVISIONAL Q7_SUMMARY_MISMATCH Q8_STAND_IN_TARGET Q9_UNWEIGHTED_MEAN | B9_SHORT_GREEN_LONG_DOWN | QUALIFY | SCORECARD | One of the inputs is doubted
            P7_DATA_ROT | ST9_UNUSUAL_GAIN G3_PULL_FORWARD G11_HEAPING G13_DEFINITION_DRIFT G16_DENOMINATOR AD3_NO_RESPONSE | QUALIFY | SCORECARD | Too many values of the scorecard are missing
            Q1_IMPLAUSIBLE Q2_CONFLICTING_DUPLICATE Q3_UNIT_MISMATCH Q4_MIXED_CURRENCY | SMART_A5 G6_QUOTA_RELIEF | SUPPRESS | SERIES | It rests on a value that is doubted
            Q1_IMPLAUSIBLE Q2_CONFLICTING_DUPLICATE Q3_UNIT_MISMATCH Q4_MIXED_CURRENCY | SM4_LINK_DOUBTFUL | QUALIFY | SCORECARD | One of the inputs is doubted
            Q5_STALE Q6_PROVISIONAL Q7_SUMMARY_MISMATCH Q9_UNWEIGHTED_MEAN | SMART_A5 SMART_A6 | QUALIFY | SERIES | It rests on a value that is doubted
            Q8_STAND_IN_TARGET | SMART_A6 | QUALIFY | SERIES | Nobody agreed to one of the targets that are counted
            Q5_STALE Q6_PROVISIONAL Q7_SUMMARY_MISMATCH Q9_UNWEIGHTED_MEAN | SM4_LINK_DOUBTFUL | QUALIFY | SCORECARD | One of the inputs is doubted
            P7_DATA_ROT | SMART_A5 G6_QUOTA_RELIEF SM4_LINK_DOUBTFUL | QUALIFY | SCORECARD | Too many values of the scorecard are missing
            """;

    private QualityWorkbook() {}

    static WorkbookLayout layout() {
        return new WorkbookLayout("Data quality", List.of(readMe(), checks(), suppressions()));
    }

    private static ReadMe readMe() {
        return new ReadMe(
                "Data quality",
                List.of(
                        Section.of(
                                "What this workbook decides",
                                "The sheet Checks says which numbers look wrong before anything is judged by them. The sheet"
                                        + " Suppressions says which findings are then withheld or marked as doubtful."),
                        ReadMeText.howRowsCompete("In the sheet Suppressions every row that fits counts."),
                        ReadMeText.howToAddARow(
                                ReadMeText.nextFreeId(checks()) + " or " + ReadMeText.nextFreeId(suppressions())),
                        ReadMeText.EMPTY_CELLS,
                        ReadMeText.EDGES,
                        Section.of(
                                "Effect and reach",
                                "SUPPRESS: the finding is kept in the records with its numbers, but it does not count, and the"
                                        + " measurement becomes SUSPECT. QUALIFY: the finding counts, with low confidence.",
                                "MEASUREMENT reaches findings of the same scorecard, KPI and period; SERIES those of the same"
                                        + " scorecard and KPI in any period; a finding that names no KPI is reached when it rests"
                                        + " on the doubted value; RUN those in the periods that the doubt names, and"
                                        + " those without a period; SCORECARD all of the same scorecard. When several rows"
                                        + " reach a finding, SUPPRESS wins."),
                        ReadMeText.MESSAGES,
                        ReadMeText.AFTERWARDS));
    }

    private static RuleTable checks() {
        return CheckTable.checks(
                "Checks",
                "Data quality checks",
                "Which numbers look wrong, before anything is judged by them. The first row that fits, from the top,"
                        + " decides.",
                Stage.QUALITY,
                "QC",
                CHECKS);
    }

    private static RuleTable suppressions() {
        List<Column> columns = List.of(
                RuleColumns.id("QS"),
                Column.condition("code == \"$param\"", "Cause", "The data-quality finding that raises the doubt.")
                        .wide(31),
                Column.outcome(
                                "conclude.withhold(\"$param\");",
                                "Finding withheld",
                                "The finding that the doubt concerns.")
                        .wide(35),
                Column.outcome(
                                "conclude.how(Effect.$param);",
                                "Effect",
                                "SUPPRESS: the finding does not count. QUALIFY: it counts with low confidence.")
                        .wide(13)
                        .choosing(Choices.of(Effect.class)),
                Column.outcome(
                                "conclude.scope(Scope.$param);",
                                "Reach",
                                "MEASUREMENT: same scorecard, KPI and period. SERIES: same scorecard and KPI, any period."
                                        + " RUN: the periods that the doubt names, and findings without a period. SCORECARD: same scorecard.")
                        .wide(19)
                        .choosing(Choices.of(Scope.class)),
                RuleColumns.reason().wide(52));
        var rows = new ArrayList<List<Entry>>();
        for (List<String> line : TextRows.cells(SUPPRESSIONS)) {
            for (String cause : line.get(0).split(" ")) {
                for (String code : line.get(1).split(" ")) {
                    int colon = code.indexOf(':');
                    var cells = List.of(
                            "QS-%03d".formatted(rows.size() + 1),
                            cause,
                            colon < 0 ? code : code.substring(0, colon),
                            line.get(2),
                            colon < 0 ? line.get(3) : code.substring(colon + 1),
                            line.get(4));
                    rows.add(TextRows.entries(columns, cells));
                }
            }
        }
        return new RuleTable(
                "Suppressions",
                "Suppressions",
                "What doubt about a number does to findings that rest on it. Every row that fits counts; SUPPRESS wins.",
                Stage.QUALITY,
                HitPolicy.COLLECT,
                "$f : FindingView",
                List.of("boscard.evaluation.FindingView", "boscard.evaluation.Effect", "boscard.evaluation.Scope"),
                columns,
                2,
                "Cause",
                rows);
    }
}
