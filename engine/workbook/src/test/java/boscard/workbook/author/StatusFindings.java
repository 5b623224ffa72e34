package boscard.workbook.author;

import boscard.rulebook.Stage;
import boscard.workbook.layout.RuleTable;

/** The second sheet of kpi-thresholds.xlsx: what is reported about a KPI beside its colour. */
final class StatusFindings {

    private StatusFindings() {}

    static RuleTable table() {
        return CheckTable.checks(
                "Status findings",
                "Status findings",
                "What is reported about a KPI beside its colour. That a KPI is off target needs no row here: every AMBER"
                        + " and RED is reported.",
                Stage.STATUS,
                "SF",
                """
                trend | word DECLINING | ST2_DECLINING | WARN | {kpi} of {scorecard} is declining: from {first} to {last} over the last {count periods}, a trend of {value}. | Six periods, at least four of five pairs going the same way | Theil-Sen trend
                coverage | from 60% below 100% | ST8_PARTIAL_COVERAGE | INFO | {other} of {scorecard} in {period} rests on {value} of its weight; the rest has no value. | Below 60 % there is no score at all (parameter coverage_min) | boscard default
                no_data_periods | from 1 | ST5_NO_DATA | WARN | {kpi} of {scorecard} has no value in {count} of its closed periods. | Missing is not zero | boscard default
                no_target_periods | from 1 | ST6_NO_TARGET | WARN | {kpi} of {scorecard} has no target in {count} of its closed periods. | Without a target there is no colour | Perdoo shows it as healthy; boscard does not
                xmr_signal | word SPECIAL_CONCERN points 12 | ST3_XMR_CONCERN | WARN | {kpi} of {scorecard} in {period} is {actual}: a change for the worse against its usual {reference}, limits {lower_limit} to {upper_limit} from {count periods}. | More than chance | Wheeler, Understanding Variation
                xmr_signal | word SPECIAL_CONCERN | ST3_XMR_CONCERN | INFO | {kpi} of {scorecard} in {period} is {actual}: perhaps a change for the worse against its usual {reference}; provisional limits {lower_limit} to {upper_limit} from only {count periods}. | Limits from 6 to 11 periods are provisional | Wheeler, Understanding Variation
                xmr_assurance | word WILL_MISS points 12 | ST4_WILL_MISS | WARN | {kpi} of {scorecard} will miss its target {target}: as it works now it stays within {lower_limit} to {upper_limit} ({count periods}). | Only a change of the process reaches it | NHS Making Data Count
                xmr_assurance | word WILL_MISS | ST4_WILL_MISS | INFO | {kpi} of {scorecard} would miss its target {target} by the provisional limits {lower_limit} to {upper_limit} of only {count periods}. | Limits from 6 to 11 periods are provisional | NHS Making Data Count
                standard_score | from 2 | ST9_UNUSUAL_GAIN | INFO | {kpi} of {scorecard} in {period} is {actual}, {value} standard deviations better than its usual {reference}. | Good news is worth a question too | boscard default
                zero_for_missing | upto 0 | ST10_ZERO_FOR_MISSING | INFO | {kpi} of {scorecard} has no value in {period} and counts as {value}. | Its null policy in kpi-catalogue.xlsx is TREAT_AS_ZERO | Each use is reported; DOMAIN.md section 4.7
                """);
    }
}
