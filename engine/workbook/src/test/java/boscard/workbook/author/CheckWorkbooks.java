package boscard.workbook.author;

import boscard.rulebook.Stage;
import boscard.workbook.layout.ReadMe;
import boscard.workbook.layout.ReadMe.Section;
import boscard.workbook.layout.RuleTable;
import boscard.workbook.layout.WorkbookLayout;
import java.util.List;

/** smart.xlsx, balance.xlsx and pitfalls.xlsx: one check per row (DOMAIN.md sections 6 to 9). */
final class CheckWorkbooks {

    private static final String SMART = """
            S1_kpi_count | from 1 upto 1 | SMART_S1 | PASS | Goal {goal} has one KPI. | One goal, one measure | boscard default
            S1_kpi_count | from 2 upto 3 | SMART_S1 | WARN | Goal {goal} names {value KPIs}; one would say when it is reached. | Two or three measures blur a goal | boscard default
            S1_kpi_count | above 3 | SMART_S1 | FAIL | Goal {goal} names {value KPIs}; nobody can tell when it is reached. | More than three are a programme, not a goal | boscard default
            S1_kpi_count | below 1 | SMART_S1 | FAIL | Goal {goal} names no KPI. | What is not measured cannot be reached | boscard default
            M2_baseline_age_months | upto 12 | SMART_M2 | PASS | The baseline of goal {goal} is {value months} old at the start. | A year is fresh enough | boscard default
            M2_baseline_age_months | above 12 | SMART_M2 | WARN | The baseline of goal {goal} is {value months} old at its start; measure it again. | Older than a year | boscard default
            M2_baseline_state | word UNDATED | SMART_M2 | WARN | The baseline of goal {goal} has no date. | Without a date nobody knows what it compares with | boscard default
            M2_baseline_state | word NONE | SMART_M2 | FAIL | Goal {goal} has no baseline. | Without a start there is no progress | boscard default
            M3_periods | from 3 | SMART_M3 | PASS | {kpi}, the KPI of goal {goal}, has {value values}. | Three values show that it is measured | boscard default
            M3_periods | from 1 | SMART_M3 | WARN | {kpi}, the KPI of goal {goal}, has only {value values}. | One or two values | boscard default
            M3_periods | below 1 | SMART_M3 | FAIL | {kpi}, the KPI of goal {goal}, has no values at all. | A goal on a KPI that nobody measures | boscard default
            M3_recent | below 1 | SMART_M3 | WARN | {kpi}, the KPI of goal {goal}, lacks values for the last closed periods. | Measured once, but not now | boscard default
            M4_definition_count | from 2 | SMART_M4 | PASS | {kpi}, the KPI of goal {goal}, has a definition and a plain explanation. | Both are filled in kpi-catalogue.xlsx | KPI catalogue
            M4_definition_count | from 1 | SMART_M4 | WARN | {kpi}, the KPI of goal {goal}, has a definition or a plain explanation, not both. | One of them is empty in kpi-catalogue.xlsx | KPI catalogue
            M4_definition_count | below 1 | SMART_M4 | FAIL | {kpi}, the KPI of goal {goal}, has no definition. | Both are empty in kpi-catalogue.xlsx | KPI catalogue
            A2_level_ratio | above 1.5 | SMART_A2 | FAIL | The target of goal {goal}, {target}, is {value} times the best of the last {count values}, {reference}. | More than half above the best ever reached | boscard default
            A2_level_ratio | above 1.1 | SMART_A2 | WARN | The target of goal {goal}, {target}, is {value} times the best of the last {count values}, {reference}. | More than a tenth above the best ever reached | boscard default
            A2_level_ratio | upto 1.1 | SMART_A2 | PASS | The target of goal {goal}, {target}, has nearly been reached before; the best is {reference}. | Up to a tenth above the best | boscard default
            A2_below_median | from 1 | SMART_A2 | WARN | The target of goal {goal}, {target}, is below the usual level {reference}: it does not stretch. | Half of the last values already reach it | boscard default
            A3_peer_ratio | upto 1 | SMART_A3 | PASS | The target of goal {goal}, {target}, is within what peers reach ({reference}). | Up to what the best tenth of peers reach | boscard default
            A3_best_peer_ratio | upto 1.25 | SMART_A3 | WARN | The target of goal {goal}, {target}, is {value} times the best of {count peers} ({reference}); nearly all reach less. | Up to a quarter above the best peers | boscard default
            A3_best_peer_ratio | above 1.25 | SMART_A3 | FAIL | The target of goal {goal}, {target}, is {value} times the best of {count peers} ({reference}). | More than a quarter above the best peers | boscard default
            A6_reaching_share | from 50% upto 75% points 8 | SMART_A6 | PASS | {value} of {count units} reach their target. | A healthy share | Alexander Group
            A6_reaching_share | above 85% points 8 | SMART_A6 | WARN | {value} of {count units} reach their target: targets look too easy. | Nearly all reach it | Alexander Group
            A6_reaching_share | above 75% points 8 | SMART_A6 | WARN | {value} of {count units} reach their target; that is many. | More than three quarters | Alexander Group
            A6_reaching_share | from 40% points 8 | SMART_A6 | WARN | {value} of {count units} reach their target; that is few. | Less than half | Alexander Group
            A6_reaching_share | below 40% points 8 | SMART_A6 | FAIL | {value} of {count units} reach their target, {all_periods} over all periods: targets look too high. | Less than two of five | Alexander Group
            R3_weight | from 5% | SMART_R3 | PASS | Goal {goal} has a weight of {value}. | Enough to matter | boscard default
            R3_weight | above 0 | SMART_R3 | WARN | Goal {goal} has a weight of only {value}. | Too little to change what people do | boscard default
            R3_weight | upto 0 | SMART_R3 | FAIL | Goal {goal} has no weight. | A goal without weight is a wish | boscard default
            T2_checkpoints | from 3 | SMART_T2 | PASS | {value reporting periods} of {kpi} lie inside goal {goal}. | Time to see and to steer | boscard default
            T2_checkpoints | from 2 | SMART_T2 | WARN | Only {value reporting periods} of {kpi} lie inside goal {goal}. | Hardly time to steer | boscard default
            T2_checkpoints | below 2 | SMART_T2 | FAIL | Goal {goal} holds {value reporting periods} of {kpi}: the result comes too late to steer. | Seen only when it is over | boscard default
            T4_pace | from 99% | SMART_T4 | PASS | Goal {goal} is on pace: {value} of what is due by now. | On pace | Recruiterflow
            T4_pace | from 81% | SMART_T4 | WARN | Goal {goal} is a little behind pace: {value} of what is due by now. | A little behind | Recruiterflow
            T4_pace | below 81% | SMART_T4 | FAIL | Goal {goal} is far behind pace: {value} of what is due by now. | Far behind | Recruiterflow
            T5_overdue | from 1 | SMART_T5 | FAIL | Goal {goal} is overdue and still open. | Close it, or give it a new date and a reason | boscard default
            T5_overdue | below 1 | SMART_T5 | PASS | Goal {goal} is not overdue. | In time, or closed | boscard default
            A5_reached | from 1 | SMART_A5 | PASS | The target of goal {goal} is reached already. | Nothing is left to deliver | boscard default
            A5_coverage | from 100% | SMART_A5 | PASS | Capacity covers {value} of what goal {goal} still asks for. | Enough is planned | boscard default
            A5_coverage | from 80% | SMART_A5 | WARN | Capacity covers only {value} of what goal {goal} still asks for, {asked}. | Up to a fifth is missing | boscard default
            A5_coverage | below 80% | SMART_A5 | FAIL | Capacity covers only {value} of what goal {goal} still asks for, {asked}: nobody knows where the rest comes from. | More than a fifth is missing | boscard default
            """;

    private static final String BALANCE = """
            perspective_count | upto 0 | B1_PERSPECTIVE_COVERAGE | FAIL | {scorecard} has no KPI for the {other}. | A view without a KPI is a view without attention | boscard default
            perspective_share_financial | above 50% | B1_PERSPECTIVE_COVERAGE | FAIL | {value} of the weight of {scorecard} is financial. | Weights drift to finance when nobody looks | Ittner, Larcker and Meyer 2003
            perspective_share | above 50% | B1_PERSPECTIVE_COVERAGE | WARN | {value} of the weight of {scorecard} lies on the {other}. | One view has more than half of the weight | boscard default
            perspective_share | below 10% | B1_PERSPECTIVE_COVERAGE | WARN | Only {value} of the weight of {scorecard} lies on the {other}. | Less than a tenth changes nothing | boscard default
            scored_kpi_count | level REP above 7 | B2_KPI_COUNT | WARN | {scorecard} has {value scored KPIs}; a rep can steer about {threshold}. | A rep cannot steer more | boscard default
            scored_kpi_count | below 6 | B2_KPI_COUNT | WARN | {scorecard} has only {value scored KPIs}; four views need at least {threshold}. | Eight to twenty-five are ideal | boscard default
            scored_kpi_count | above 30 | B2_KPI_COUNT | WARN | {scorecard} has {value scored KPIs}; with more than {threshold} nothing is important. | Eight to twenty-five are ideal | boscard default
            objective_count | below 10 | B2_KPI_COUNT | INFO | {scorecard} has {value objectives}; {threshold} to 15 are usual. | Ten to fifteen objectives fit on one map | boscard default
            objective_count | above 15 | B2_KPI_COUNT | INFO | {scorecard} has {value objectives}; 10 to {threshold} are usual. | Ten to fifteen objectives fit on one map | boscard default
            lead_share | below 20% | B3_LEAD_LAG | WARN | Only {value} of the weight of {scorecard} is on leading KPIs: steering by the mirror. | Outcomes alone come too late | boscard default
            lead_share | above 80% | B3_LEAD_LAG | WARN | {value} of the weight of {scorecard} is on leading KPIs: activity without result. | Activity alone proves nothing | boscard default
            lead_share | below 30% | B3_LEAD_LAG | INFO | {value} of the weight of {scorecard} is on leading KPIs; 30 % to 70 % is balanced. | A little few leading KPIs | boscard default
            lead_share | above 70% | B3_LEAD_LAG | INFO | {value} of the weight of {scorecard} is on leading KPIs; 30 % to 70 % is balanced. | A little many leading KPIs | boscard default
            long_share | below 20% | B4_HORIZON | WARN | Only {value} of the weight of {scorecard} looks a year or more ahead. | The short term crowds out the long term | boscard default
            long_share | above 70% | B4_HORIZON | WARN | {value} of the weight of {scorecard} looks a year or more ahead; little shows this quarter. | The long term crowds out the short term | boscard default
            financial_share | below 20% | B5_KINDS | WARN | Only {value} of the weight of {scorecard} is financial. | Either side needs a fifth | boscard default
            financial_share | above 80% | B5_KINDS | WARN | {value} of the weight of {scorecard} is financial; less than a fifth is not. | Either side needs a fifth | boscard default
            survey_share | above 80% | B5_KINDS | WARN | {value} of the weight of {scorecard} rests on surveys. | Opinions alone are not results | boscard default
            survey_share | below 20% | B5_KINDS | WARN | Only {value} of the weight of {scorecard} rests on what people say in surveys. | Either side needs a fifth | boscard default
            outward_share | below 20% | B5_KINDS | WARN | Only {value} of the weight of {scorecard} is on finance and customers. | Either side needs a fifth | boscard default
            outward_share | above 80% | B5_KINDS | WARN | {value} of the weight of {scorecard} is on finance and customers; less than a fifth is on how the work is done. | Either side needs a fifth | boscard default
            common_share | above 90% | B7_COMMON_ONLY | WARN | {value} of the weight of {scorecard} is on KPIs that all units have. | Unique measures get ignored when there are none | Lipe and Salterio
            churned_to_new | from 1 | B11_LEAKY_GROWTH | FAIL | {scorecard} loses as much revenue as it wins: churned is {value} of new revenue in {period}; GRR {grr}, NRR {nrr}. | The bucket leaks as fast as it is filled | boscard default
            churned_to_new | above 0.5 | B11_LEAKY_GROWTH | WARN | {scorecard} loses much of what it wins: churned is {value} of new revenue in {period}; GRR {grr}, NRR {nrr}. | Half of the new revenue replaces lost revenue | boscard default
            link_rank_correlation | upto -0.5 points 8 | SM4_LINK_DOUBTFUL | WARN | The data of {scorecard} contradict the {other}: rank correlation {value} over {count periods}, the wrong way. | Links are drawn and seldom tested | Ittner and Larcker 2003
            heaviest_kpi_share | above 40% | B12_WEIGHT_EXTREME | WARN | {kpi} has {value} of the weight of {scorecard}. | One KPI decides alone | boscard default
            lightest_kpi_share | below 2% | B12_WEIGHT_EXTREME | WARN | {kpi} has only {value} of the weight of {scorecard}: it changes nothing. | Too little to notice | boscard default
            """;

    private static final String PITFALLS = """
            quarter_last_month_share | above 45% | G1_HOCKEY_STICK | WARN | {value} of the bookings of {scorecard} in {period} came in its last month. It looks like a quarter-end rush. | A third would be even | boscard default
            ratchet_correlation | above 0.7 points 8 | G5_RATCHET | WARN | Targets of {kpi} of {scorecard} follow the last overshoot (correlation {value} over {count periods}). It looks as if good years are punished with higher targets. | Targets that ratchet up teach people to hold back | Leone, Misra and Zimmerman
            bunching_ratio | above 3 points 30 | G7_THRESHOLD_BUNCHING | WARN | {value} times as many results of {kpi} lie just above the target as just below it ({count results}). It looks as if results are fitted to the threshold. | Without fitting both sides are about equal | boscard default
            heaping_share | above 50% points 12 | G11_HEAPING | WARN | {value} of {count values} of {kpi} of {scorecard} end in 0 or 5 or equal the target. They look estimated. | By chance about a fifth would | boscard default
            plan_milestone_slip_days | above 30 | PL2_MILESTONE_SLIP | FAIL | {other} of {scorecard} is {value days} late. | More than a month | boscard default
            plan_milestone_slip_days | above 0 | PL2_MILESTONE_SLIP | WARN | {other} of {scorecard} is {value days} late. | Late is late | boscard default
            plan_schedule_index | below 0.6 | PL3_SCHEDULE_INDEX | FAIL | {other} of {scorecard} has done {value} of the work that the elapsed time calls for. | Less than three fifths | boscard default
            plan_schedule_index | below 0.8 | PL3_SCHEDULE_INDEX | WARN | {other} of {scorecard} has done {value} of the work that the elapsed time calls for. | Less than four fifths | boscard default
            aligned_share | below 50% | AL1_ALIGNED_SHARE | FAIL | Only {value} of the logged work of {scorecard} serves an active objective. | Less than half | boscard default
            aligned_share | below 70% | AL1_ALIGNED_SHARE | WARN | Only {value} of the logged work of {scorecard} serves an active objective. | Less than seven tenths | boscard default
            effort_gap | above 30% | AL2_EFFORT_GAP | WARN | Effort and weight of the objectives of {scorecard} differ by {value}. | People work on other things than what counts | boscard default
            objective_idle_days | from 30 | AL4_IDLE_OBJECTIVE | WARN | Nobody has worked on {other} of {scorecard} for {value days}. | A month without activity | boscard default
            review_late | above 2 | CA1_REVIEW_LATE | FAIL | The last review of {scorecard} was {value review intervals} ago. | Two intervals were missed | boscard default
            review_late | above 1.5 | CA1_REVIEW_LATE | WARN | The last review of {scorecard} was {value review intervals} ago. | Half an interval late | boscard default
            updates_on_time | below 70% | CA2_UPDATES_LATE | FAIL | Only {value} of the KPIs of {scorecard} were updated in time. | Three of ten are late | Perdoo health
            updates_on_time | below 90% | CA2_UPDATES_LATE | WARN | Only {value} of the KPIs of {scorecard} were updated in time. | One of ten is late | Perdoo health
            ack_rate | below 70% | CM1_ACK_RATE | FAIL | Only {value} of the audience at {scorecard} confirmed that they know {other}. | Three of ten do not know | boscard default
            ack_rate | below 90% | CM1_ACK_RATE | WARN | Only {value} of the audience at {scorecard} confirmed that they know {other}. | One of ten does not know | boscard default
            silence_days | word NEVER | CM2_SILENCE | FAIL | {other} was never communicated at {scorecard}. | A plan that nobody was told | boscard default
            silence_days | above 180 | CM2_SILENCE | FAIL | {other} was last communicated at {scorecard} {value days} ago. | Half a year of silence | boscard default
            silence_days | above 90 | CM2_SILENCE | WARN | {other} was last communicated at {scorecard} {value days} ago. | A quarter of silence | boscard default
            comprehension | below 60% points 5 | CM4_COMPREHENSION | FAIL | Only {value} of {count answers} about {other} at {scorecard} were right. | Two of five do not know what is meant | MIT Sloan: 28 % of managers could name three priorities
            comprehension | below 80% points 5 | CM4_COMPREHENSION | WARN | Only {value} of {count answers} about {other} at {scorecard} were right. | One of five does not know what is meant | MIT Sloan: 28 % of managers could name three priorities
            glossary_share | below 90% | CM5_GLOSSARY | FAIL | Only {value} of the KPIs of {scorecard} have a definition, a formula or source, and an owner. | One of ten is unexplained | boscard default
            glossary_share | below 100% | CM5_GLOSSARY | WARN | Only {value} of the KPIs of {scorecard} have a definition, a formula or source, and an owner. | Some are unexplained | boscard default
            quarter_last_month_above_own | above 0 points 3 | G1_HOCKEY_STICK | WARN | {share} of the bookings of {scorecard} in {period} came in its last month, more than nine of ten of its own earlier quarters ({own_p90}, {count quarters}). It looks like a quarter-end rush. | Above its own 90th percentile, with three earlier quarters | boscard default
            quarter_last_weeks_share | above 35% points 5 | G1_HOCKEY_STICK | WARN | {value} of the {count deals} that {scorecard} won in {period}, by amount, closed in its last two weeks. It looks like a quarter-end rush. | Two weeks of thirteen are 15 %; below five deals one decides | boscard default
            discount_points_at_close | from 5% points 10 | G2_DISCOUNT_AT_CLOSE | WARN | The {count deals} won by {scorecard} in {period} had a discount of {before} before its last two weeks and of {at_close} in them. It looks as if the quarter is closed by discount. | Five points more than in the rest of the quarter | Larkin 2014
            discount_times_at_close | from 1.5 points 10 | G2_DISCOUNT_AT_CLOSE | WARN | The {count deals} won by {scorecard} in {period} had a discount of {before} before its last two weeks and of {at_close} in them, {value} times as much. It looks as if the quarter is closed by discount. | Half as much again as in the rest of the quarter | Larkin 2014
            beaten_forecasts | from 3 | G4_SANDBAGGING | WARN | {kpi} of {scorecard} beat its own forecast by far in {value} of {count periods}. It looks as if forecasts are kept low. | Three times is no luck | boscard default
            first_week_closes | above 0 points 3 | G4_SANDBAGGING | WARN | {scorecard} closed {closes deals} in the first week of {period}, more than in nine of ten of its {count} earlier quarters. It looks as if deals were held back. | Above its own 90th percentile, with three earlier quarters | boscard default
            target_above_prior | below 0 | G4_SANDBAGGING | WARN | The target of {kpi} of {scorecard} for {period} is {target}, easier than the {reference} of a year earlier. It looks low. | A target below what was reached | boscard default
            ratchet_times | above 1.5 points 8 | G5_RATCHET | WARN | Targets of {kpi} of {scorecard} rise by {raise} after a beat and fall by {cut} after a miss ({count changes}). It looks as if good years are punished with higher targets. | Raises half as large again as cuts | Leone, Misra and Zimmerman
            ratchet_times | word NEVER_CUT from 2% points 8 | G5_RATCHET | WARN | Targets of {kpi} of {scorecard} rise by {raise} after a beat, {value} more than after a miss, and are on average not lowered then ({count changes}). It looks as if good years are punished with higher targets. | Two percent or more up after a beat than after a miss, and not down after it | Leone, Misra and Zimmerman
            target_lowered_inside | from 1 | G6_QUOTA_RELIEF | WARN | The target of {kpi} of {scorecard} for {period} was lowered from {old} to {new} while the period ran. It looks like relief. | A target that moves while it is being missed | Benson 2015
            lowered_target_gap | upto 15% | G6_QUOTA_RELIEF | WARN | The target of {kpi} of {scorecard} for {period} was lowered from {old} to {new}, within {value} of the actual {actual}. It looks fitted to the result. | Within 15 % of the actual | Benson 2015
            quota_relief | above 2 points 10 | G6_QUOTA_RELIEF | WARN | Targets of {kpi} of reps below quota are lowered {value} times as often where the manager is near the own quota ({cuts} of {chances} rep periods, elsewhere {other_cuts} of {other_chances}). It looks as if relief follows the manager's bonus. | Twice as often as elsewhere, with ten changes | Benson 2015
            target_to_prior_spread | below 0.5% points 8 | G8_FORMULA_TARGET | WARN | The targets of {kpi} in {period} of {count scorecards} are all about {factor} times the year before. They look like one formula. | One factor for all knows nothing of any of them | boscard default
            top_rep_share | above 30% points 5 | G14_CONCENTRATION | WARN | {value} of what {scorecard} won in {period} came from one of {count reps} ({other}). | One rep, a third of the revenue; with fewer than five reps that is normal | boscard default
            top_accounts_share | above 50% points 25 | G14_CONCENTRATION | WARN | {value} of what {scorecard} won in {period} came from its ten largest of {count accounts}. | Ten accounts, half of the revenue; with few accounts that is normal | boscard default
            top_deal_share | above 25% points 8 | G14_CONCENTRATION | WARN | {value} of what {scorecard} won in {period} came from one of {count deals} ({other}). | One deal, a quarter of the revenue; with few deals that is normal | boscard default
            open_deal_age | above 2 points 5 | G15_PIPELINE_HYGIENE | WARN | {other} of {scorecard}, {amount}, has been open {value} times as long as a won deal takes (median {reference} days of {count deals}). It looks dead. | Twice the usual cycle | boscard default
            open_deal_moves | from 3 | G15_PIPELINE_HYGIENE | WARN | The close date of {other} of {scorecard}, {amount}, was moved {value times}. It looks unlikely to close as planned. | Moved three times | boscard default
            open_deal_idle_days | from 60 | G15_PIPELINE_HYGIENE | WARN | Nobody has worked on {other} of {scorecard}, {amount}, for {value days}. It looks dead. | Two months without activity | boscard default
            lost_without_reason | above 30% points 5 | G16_DENOMINATOR | WARN | {value} of the {count deals} that {scorecard} lost in the last twelve months have no reason. | Nobody learns from a loss without a reason | boscard default
            lost_share | upto 0 points 10 | G16_DENOMINATOR | WARN | None of the {count deals} that {scorecard} decided in the last twelve months was lost. It looks as if lost deals are never closed, and the win rate means nothing. | Nobody wins them all | boscard default
            jump_at_change | above 15% | G13_DEFINITION_DRIFT | WARN | {kpi} of {scorecard} went from {was} to {is} in {period}, after its definition or weight was changed: {value} apart. It looks like a new meaning rather than a new level. | More than usual from one period to the next | boscard default
            kpis_unchanged_days | above 548 | AD2_FROZEN_KPIS | WARN | No KPI was added or retired for {value days}. | Eighteen months | boscard default
            target_changes | above 2 | AD6_OVER_ADAPTATION | WARN | The target of {kpi} of {scorecard} for {period} was changed {value times}. | A target that always moves steers nothing | boscard default
            late_changes_down | from 100% points 2 | AD6_OVER_ADAPTATION | WARN | All {count changes} of the target of {kpi} of {scorecard} for {period} after it had begun made it easier. | Always downwards, and always late | boscard default
            kind_review_late | above 2 | CA1_REVIEW_LATE | FAIL | The last {other} of {scorecard} was {value} times its interval ago. | Two intervals were missed | boscard default
            kind_review_late | above 1.5 | CA1_REVIEW_LATE | WARN | The last {other} of {scorecard} was {value} times its interval ago. | Half an interval late | boscard default
            """;

    private CheckWorkbooks() {}

    static WorkbookLayout smart() {
        RuleTable table = CheckTable.tests(
                "Tests of goals",
                "SMART tests of goals",
                "What a number about a goal comes to: PASS, WARN or FAIL. The first row that fits, from"
                        + " the top, decides.",
                "SM",
                SMART);
        var readMe = new ReadMe(
                "SMART tests of goals",
                List.of(
                        Section.of(
                                "What this workbook decides",
                                "Which goals pass the SMART tests: specific, measurable, achievable, relevant, time-bound. A row"
                                        + " compares one number about a goal and gives PASS, WARN or FAIL.",
                                "A letter is as bad as its worst test. A test whose number is missing is not evaluated: it is"
                                        + " listed, and neither helps nor hurts. Tests that need more than one number (such as"
                                        + " clear words, dates, capacity) stand in rules/smart.drl; their numbers stand in"
                                        + " parameters.xlsx."),
                        ReadMeText.howRowsCompete("The rows of one test stand together."),
                        ReadMeText.howToAddARow(ReadMeText.nextFreeId(table)),
                        ReadMeText.EMPTY_CELLS,
                        ReadMeText.EDGES,
                        ReadMeText.MESSAGES,
                        ReadMeText.AFTERWARDS));
        return new WorkbookLayout("SMART tests of goals", List.of(readMe, table));
    }

    static WorkbookLayout balance() {
        RuleTable table = CheckTable.checks(
                "Checks",
                "Balance checks",
                "Whether the weights of a scorecard are balanced. The first row that fits, from the top," + " decides.",
                Stage.BALANCE,
                "BC",
                BALANCE);
        var readMe = new ReadMe(
                "Balance checks",
                List.of(
                        Section.of(
                                "What this workbook decides",
                                "Whether a scorecard is balanced: between the perspectives, between drivers and outcomes, between"
                                        + " short and long term, between finance and the rest. It judges the design of the"
                                        + " scorecard, not its results.",
                                "Shares are shares of weight of the KPIs measured on the scorecard."),
                        ReadMeText.howRowsCompete("The worse row of a check stands above the milder one."),
                        ReadMeText.howToAddARow(ReadMeText.nextFreeId(table)),
                        ReadMeText.EMPTY_CELLS,
                        ReadMeText.EDGES,
                        ReadMeText.MESSAGES,
                        ReadMeText.AFTERWARDS));
        return new WorkbookLayout("Balance checks", List.of(readMe, table));
    }

    static WorkbookLayout pitfalls() {
        RuleTable table = CheckTable.checks(
                "Checks",
                "Pitfall checks",
                "Which habits and gaps are reported. A signal is a question, not an accusation. The first"
                        + " row that fits, from the top, decides.",
                Stage.PITFALLS,
                "PC",
                PITFALLS);
        var readMe = new ReadMe(
                "Pitfalls and signals",
                List.of(
                        Section.of(
                                "What this workbook decides",
                                "Which habits and gaps are reported: numbers that look steered, late plans, work that serves no"
                                        + " objective, reviews that are not held, plans that nobody was told.",
                                "Signals that need several facts at once stand in rules/pitfalls.drl; their numbers stand in"
                                        + " parameters.xlsx."),
                        ReadMeText.howRowsCompete("The worse row of a check stands above the milder one."),
                        ReadMeText.howToAddARow(ReadMeText.nextFreeId(table)),
                        ReadMeText.EMPTY_CELLS,
                        ReadMeText.EDGES,
                        ReadMeText.MESSAGES,
                        ReadMeText.AFTERWARDS));
        return new WorkbookLayout("Pitfalls and signals", List.of(readMe, table));
    }
}
