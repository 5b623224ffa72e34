package boscard.workbook.author;

/**
 * What to do about a finding, specific rows above general ones. A line each: finding; its severities (only, before one,
 * keeps the row to it; a dash for any); narrowing (kpi, perspective, horizon or level and a value); action; owner role;
 * expected effect; reason. The action codes count up from REC-01 in the order of the lines.
 */
final class RecommendationText {

    private RecommendationText() {}

    static final String ROWS = """
            # Off target, by KPI: financial
            ST1_OFF_TARGET | - | kpi quota_attainment | Inspect the pipeline of {scorecard} deal by deal and commit the deals that close {missing} of attainment | SALES_MANAGER | Attainment of {kpi} back to the next better band | Few large deals usually decide a quota
            ST1_OFF_TARGET | - | kpi revenue_growth | Agree on the two segments with most room to grow and plan {missing} more growth in them | SALES_DIRECTOR | Growth in line with its target | Growth comes from segments, not from averages
            ST1_OFF_TARGET | - | kpi gross_margin | Review price and mix of the ten largest deals and win back {missing} of margin | SALES_DIRECTOR | Margin back to its target | A few deals make most of the margin
            ST1_OFF_TARGET | - | kpi avg_discount | Require approval for discounts above the limit until the average falls by {missing} | SALES_MANAGER | Average discount within the limit | Discounts fall when somebody asks why
            ST1_OFF_TARGET | - | kpi avg_deal_size | Practise selling the full offer in the next three team meetings; {missing} to the next band | SALES_MANAGER | Deal size back to its baseline | Deals shrink when the offer is cut
            ST1_OFF_TARGET | - | kpi cac | Stop the channel with the highest cost per new customer; {missing} to the next band | MARKETING | Acquisition cost back within 10 % of its baseline | Channels differ by factors
            ST1_OFF_TARGET | - | kpi win_rate | Coach discovery calls of every rep until {kpi} gains {missing} | SALES_MANAGER | Win rate up to the next better band | Deals are lost early, in discovery
            ST1_OFF_TARGET | - | kpi revenue_per_rep | Take administrative work from reps and rebalance territories; {missing} per rep to the next band | SALES_OPS | Revenue per rep back to its baseline | Time to sell is the scarce good
            ST1_OFF_TARGET | - | kpi reps_at_quota | Review quota setting and territories with the managers; {value} of reps reach quota | SALES_OPS | Between half and three quarters of reps at quota | A quota nearly nobody or everybody reaches steers nothing
            ST1_OFF_TARGET | - | kpi cost_of_sales | List the five largest cost items and cut {missing} | FINANCE | Cost ratio back to its target | Few items make most of the cost
            ST1_OFF_TARGET | - | kpi cac_payback | Move effort to customers with higher margin until payback shortens by {missing} | SALES_DIRECTOR | Payback within the limit | Margin pays back, revenue does not
            ST1_OFF_TARGET | - | kpi ltv_cac | Decide whether to invest more or to win cheaper; {value} is outside 3 to 5 | SALES_DIRECTOR | Ratio within 3 to 5 | Too low burns money, too high leaves growth to others
            ST1_OFF_TARGET | - | kpi dso | Call the ten largest overdue accounts and collect; {missing} to the next band | FINANCE | Debtor days back to target | Few accounts hold most of the debt
            ST1_OFF_TARGET | - | kpi new_revenue_share | Reserve selling time for new customers or for existing ones; the share is {value} | SALES_DIRECTOR | Share between 20 % and 60 % | Time follows comfort when nobody reserves it
            ST1_OFF_TARGET | - | kpi magic_number | Hold sales and marketing spend until {kpi} gains {missing} | FINANCE | Each unit spent brings back at least half a unit a year | Growth that costs more than it brings
            # Off target, by KPI: customer
            ST1_OFF_TARGET | - | kpi csat | Call ten dissatisfied customers and fix the cause named most; {missing} to the next band | CUSTOMER_SUCCESS | Satisfaction up to the next better band | One cause often explains most complaints
            ST1_OFF_TARGET | - | kpi nps | Call every detractor of the last survey within two weeks; {missing} to the next band | CUSTOMER_SUCCESS | Score up to the next better band | Detractors who are called often stay
            ST1_OFF_TARGET | - | kpi logo_churn | Review the accounts at risk with their owners and save {missing} of churn | CUSTOMER_SUCCESS | Churn down to the next better band | Customers announce that they leave
            ST1_OFF_TARGET | - | kpi retention | Contact every account without an order for 90 days; {missing} to the next band | CUSTOMER_SUCCESS | Retention up to the next better band | Silence comes before leaving
            ST1_OFF_TARGET | - | kpi grr | Plan a save offer for each renewal of the next quarter; {missing} to the next band | CUSTOMER_SUCCESS | Retention of revenue up to the next better band | Revenue is kept at renewal
            ST1_OFF_TARGET | - | kpi nrr | Plan one expansion offer for each of the twenty largest accounts; {missing} to the next band | CUSTOMER_SUCCESS | Existing customers grow again | Expansion needs an offer
            ST1_OFF_TARGET | - | kpi repeat_rate | Start a second-order offer within 60 days of the first; {missing} to the next band | MARKETING | More customers come back | The second order decides about the third
            ST1_OFF_TARGET | - | kpi market_share | Compare lost deals by competitor and choose one to beat; {missing} to the next band | SALES_DIRECTOR | Share back to its baseline | Share is lost to somebody
            ST1_OFF_TARGET | - | kpi top10_share | Open five accounts of the second tier; ten customers make {value} of revenue | SALES_DIRECTOR | Less dependence on ten customers | One cancellation must not break the year
            ST1_OFF_TARGET | - | kpi return_rate | Sort the returns of {period} by cause and fix the first; {missing} to the next band | CUSTOMER_SUCCESS | Fewer returns and complaints | One cause often explains most returns
            # Off target, by KPI: internal process
            ST1_OFF_TARGET | - | kpi forecast_accuracy | Hold a weekly forecast call with written reasons for each change; {missing} to the next band | SALES_MANAGER | Forecast within 15 % of the result | A forecast improves when it is explained
            ST1_OFF_TARGET | - | kpi lead_conversion | Agree with marketing what a qualified lead is; {missing} to the next band | MARKETING | Conversion back to its baseline | Quarrels about leads are about definitions
            ST1_OFF_TARGET | - | kpi stage_conversion | Write down the exit criteria of the weakest stage; {missing} to the next band | SALES_OPS | Conversion back to its baseline | Deals stall where nobody knows what comes next
            ST1_OFF_TARGET | - | kpi pipeline_coverage | Plan prospecting until open deals cover 3 to 5 times what is still to be sold; now {value} | SALES_MANAGER | Coverage between 3 and 5 | At a usual win rate three to four times are needed
            ST1_OFF_TARGET | - | kpi weighted_pipeline | Add or advance deals worth {missing} | SALES_MANAGER | Weighted pipeline covers the remaining quota | What is not in the pipeline cannot close
            ST1_OFF_TARGET | - | kpi sales_cycle | Remove the slowest step between creation and closing; {missing} to the next band | SALES_OPS | A shorter cycle | Waiting time, not work, makes most of the cycle
            ST1_OFF_TARGET | - | kpi response_time | Route new leads to the rep on duty at once; {missing} to the next band | SALES_MANAGER | First response within the hour | Leads cool off within minutes
            ST1_OFF_TARGET | - | kpi activities_per_rep | Block two half days a week for calls and meetings; {missing} to the next band | SALES_MANAGER | Activity back to its baseline | Time that is not blocked is taken
            ST1_OFF_TARGET | - | kpi outreach_response | Rewrite the first message and address fewer, better contacts; {missing} to the next band | SALES_ENABLEMENT | More replies | A message for everybody reaches nobody
            ST1_OFF_TARGET | - | kpi push_rate | Ask for the next step with a date in every open deal; {missing} to the next band | SALES_MANAGER | Fewer deals slip | A deal without a next step has no date
            ST1_OFF_TARGET | - | kpi crm_completeness | Fill the required fields of all open deals in one afternoon; {missing} to the next band | SALES_OPS | Records that can be trusted | Holes make every other KPI doubtful
            # Off target, by KPI: learning and growth
            ST1_OFF_TARGET | - | kpi ramp_time | Write a plan of the first 90 days and give each new rep a mentor; {missing} to the next band | SALES_ENABLEMENT | New reps productive sooner | Structure beats talent in the first months
            ST1_OFF_TARGET | - | kpi rep_turnover | Hold stay interviews with every rep of {scorecard}; {missing} to the next band | HR | Fewer colleagues leave | Who is asked stays longer
            ST1_OFF_TARGET | - | kpi training_rate | Book the missing certifications; {missing} to the next band | SALES_ENABLEMENT | Nine of ten certified | Training that has no date does not happen
            ST1_OFF_TARGET | - | kpi coaching | Put two coaching meetings a month with each rep into the calendar; {missing} to the next band | SALES_MANAGER | Two coaching meetings a month and rep | Coaching that has no date does not happen
            ST1_OFF_TARGET | - | kpi enps | Discuss the survey with the team and agree on two changes; {missing} to the next band | SALES_MANAGER | Engagement up to the next better band | People answer when answers have effects
            ST1_OFF_TARGET | - | kpi capacity_coverage | Hire or shift reps until capacity gains {missing} | SALES_DIRECTOR | Enough trained people for the target | A target without people is a wish
            # Off target, by perspective, horizon, level
            ST1_OFF_TARGET | - | perspective LEARNING_GROWTH | Agree with HR on one measure that moves {kpi} by {missing} | SALES_ENABLEMENT | {kpi} up to the next better band | Skills move slowly: begin now
            ST1_OFF_TARGET | - | perspective CUSTOMER horizon LONG | Ask ten customers what has changed and act on the first answer; {missing} of {kpi} to the next band | CUSTOMER_SUCCESS | {kpi} up to the next better band | Customers know why
            ST1_OFF_TARGET | - | level REP | Review {kpi} in the next one-to-one and agree on one step to gain {missing} | SALES_MANAGER | {kpi} up to the next better band | One step that is agreed beats five that are advised
            ST1_OFF_TARGET | - | - | Find the cause of {kpi} at {scorecard} and plan a measure that gains {missing} | SCORECARD_OWNER | {kpi} up to the next better band | A red number needs a cause and a plan
            # Other status findings
            ST2_DECLINING | WARN FAIL | horizon LONG | Look for the cause of the decline of {kpi} with customers and reps before it turns red | SCORECARD_OWNER | The decline stops | Long-term numbers turn slowly: act early
            ST2_DECLINING | WARN FAIL | - | Compare the last six periods of {kpi} and name what changed | SCORECARD_OWNER | The decline stops | A trend is cheaper to turn than a red number
            ST3_XMR_CONCERN | WARN FAIL | - | Ask what happened in {period}: {kpi} left its usual range | SCORECARD_OWNER | A known cause, removed | Outside the limits there is a cause to find
            ST4_WILL_MISS | WARN FAIL | - | Change how the work is done or the target of {kpi}: as things run it will be missed | SCORECARD_OWNER | A target within reach of the process | More effort does not move a stable process
            ST5_NO_DATA | WARN FAIL | - | Deliver the missing values of {kpi} for {count periods} | KPI_OWNER | {kpi} can be judged | Missing is not zero
            ST6_NO_TARGET | WARN FAIL | - | Agree on targets of {kpi} for {count periods} | SCORECARD_OWNER | {kpi} can be judged | Without a target there is no colour
            ST7_VETO | WARN FAIL CRITICAL | - | Turn the red KPI that keeps {other} from green first | SCORECARD_OWNER | The scorecard can be green again | A heavy red is not averaged away
            ST8_PARTIAL_COVERAGE | INFO | - | Complete the values of {other}; the score rests on {value} of its weight | SALES_OPS | A score that rests on all KPIs | A score of half the KPIs is half a score
            # Data quality: fix data, never coach
            G9_TARGET_OUTLIER | FAIL | - | Confirm the target of {target} for {kpi} in {period}; its neighbours are {reference} | KPI_OWNER | Status and goals of {kpi} count again | A wrong target makes wrong colours
            G10_ACTUAL_COPIED | FAIL | - | Replace the copied actuals of {kpi} in {value periods} with measured ones | KPI_OWNER | {kpi} measures something again | A copied value measures nothing
            G17_PARTIAL_PERIOD | INFO | - | Wait for the end of {period}, or deliver its missing days | KPI_OWNER | {period} can be judged | A running period says little
            P7_DATA_ROT | FAIL | - | Deliver the missing values of {scorecard}: {value} of {count} are missing or stale | SALES_OPS | A scorecard that can be trusted | Above a fifth missing, the rest says little
            Q1_IMPLAUSIBLE | FAIL | - | Check the value {actual} of {kpi} in {period} at its source | KPI_OWNER | {kpi} counts again | Outside the plausible range
            Q2_CONFLICTING_DUPLICATE | FAIL WARN | - | Decide which of the two values of {kpi} in {period} is right and delete the other | KPI_OWNER | {kpi} counts again | Two values for one period
            Q3_UNIT_MISMATCH | WARN | - | Deliver {kpi} as a share of one: {value} looks like a percentage | KPI_OWNER | {kpi} counts again | 12 % is 0.12
            Q4_MIXED_CURRENCY | WARN FAIL | - | Deliver {kpi} in the currency of {scorecard}, or a rate for {period} | FINANCE | Complete sums | Amounts in other currencies are left out
            Q5_STALE | WARN | - | Deliver newer values of {kpi}; the last is {value reporting intervals} old | KPI_OWNER | {kpi} is up to date | Old values hide what happens now
            Q6_PROVISIONAL | INFO | - | Confirm the provisional value of {kpi} in {period} | KPI_OWNER | A firm value | It can still change
            Q7_SUMMARY_MISMATCH | WARN FAIL | - | Find out why {kpi} in {period} differs from its parts | KPI_OWNER | One number, not two | Imported and computed value differ
            Q8_STAND_IN_TARGET | WARN | - | Agree on a target of {kpi} for {period} in place of the placeholder | SCORECARD_OWNER | A target that somebody stands for | A placeholder commits nobody
            Q9_UNWEIGHTED_MEAN | WARN INFO | - | Deliver the base measures of {kpi}, so that its parts are weighted | KPI_OWNER | An exact ratio | A mean of ratios is not the ratio
            Q10_ONE_SIDED | WARN INFO | - | Deliver the missing half of {kpi}: {count periods} have only a target or only an actual | KPI_OWNER | {kpi} can be judged | One half says nothing
            # SMART
            SMART_S1 | WARN FAIL | - | Choose one KPI that says when {goal} is reached | GOAL_OWNER | One measure for {goal} | One goal, one measure
            SMART_S2 | WARN FAIL | - | Name one owner and one scorecard for {goal} | SCORECARD_OWNER | Somebody answers for {goal} | What all own, nobody owns
            SMART_S3 | WARN FAIL | - | Rewrite {goal} as: verb, what, from, to, by when | GOAL_OWNER | A goal that all read alike | Vague words commit nobody
            SMART_M1 | WARN FAIL | - | Add target, unit and direction to {goal} | GOAL_OWNER | {goal} can be measured | No number, no goal
            SMART_M2 | WARN FAIL | - | Measure and date the baseline of {goal} | GOAL_OWNER | Progress of {goal} can be seen | Progress needs a start
            SMART_M3 | WARN FAIL | - | Report {kpi} at least for the last three periods | KPI_OWNER | {goal} can be followed | A KPI that nobody measures
            SMART_M4 | WARN FAIL | - | Write the definition and the plain explanation of {kpi} into the catalogue | KPI_OWNER | All mean the same by {kpi} | Two readings, two results
            SMART_A1 | WARN FAIL | - | Set the growth asked in {goal} against own history, or add the means | SCORECARD_OWNER | A target that is believed | People give up on targets they do not believe
            SMART_A2 | WARN FAIL | - | Review the target of {goal}: {target} against {reference} so far | SCORECARD_OWNER | A target that stretches and is believed | Neither out of reach nor already reached
            SMART_A3 | WARN FAIL | - | Compare the target of {goal} with peers ({reference}) and explain the difference | SCORECARD_OWNER | A target that is believed | What no peer reaches needs a reason
            SMART_A4 | WARN FAIL | - | Open an initiative that changes the process behind {kpi}, or lower the target of {goal} | SCORECARD_OWNER | A process that can reach the target | A stable process does not jump
            SMART_A5 | WARN FAIL | - | Add pipeline or capacity for {goal}, or move its date | SCORECARD_OWNER | Capacity for the target | What cannot be delivered is missed
            SMART_A6 | WARN FAIL | - | Review how targets of {kpi} are set across units: {value} reach them | SALES_OPS | Half to three quarters of units reach their target | Targets nearly nobody or everybody reaches steer nothing
            SMART_R1 | WARN FAIL | - | Link {goal} to an active objective, or drop it | SCORECARD_OWNER | {goal} serves the strategy | A goal without an objective is a hobby
            SMART_R2 | WARN FAIL | - | Draw the path from {goal} to a financial objective on the strategy map | SCORECARD_OWNER | Known effect on results | What leads nowhere costs
            SMART_R3 | WARN FAIL | - | Give {goal} a weight of at least 5 %, or drop it | SCORECARD_OWNER | {goal} matters | Without weight it is a wish
            SMART_R4 | WARN FAIL | - | Open an initiative for {goal} | GOAL_OWNER | {goal} has actions | A goal does not reach itself
            SMART_T1 | WARN FAIL | - | Correct start and due date of {goal}, or add milestones | GOAL_OWNER | A time frame that can be followed | No date, no goal
            SMART_T2 | WARN FAIL | - | Report {kpi} more often, or give {goal} more time | GOAL_OWNER | At least three checkpoints | Too few looks to steer
            SMART_T3 | WARN FAIL | - | Add a milestone for each quarter of {goal} | GOAL_OWNER | Delays are seen early | Half a year without a milestone is blind
            SMART_T4 | WARN FAIL | - | Plan how {goal} catches up: {value} of what is due is done | GOAL_OWNER | {goal} back on pace | Late is easier to mend early
            SMART_T5 | WARN FAIL | - | Close {goal} or agree on a new date, with the reason | GOAL_OWNER | No open goal is overdue | An overdue goal teaches that dates do not matter
            # Balance
            B1_PERSPECTIVE_COVERAGE | WARN FAIL | - | Rebalance the weights of {scorecard}: {other} has {value} | SCORECARD_OWNER | Every view has at least a tenth, none more than half | Weights drift to finance when nobody looks
            B2_KPI_COUNT | WARN | level REP | Drop KPIs that the rep cannot move until seven remain; now {value} | SALES_MANAGER | A scorecard that a rep can steer by | A rep cannot steer more
            B2_KPI_COUNT | INFO WARN | - | Bring {scorecard} to a number that can be steered; now {value} | SCORECARD_OWNER | Eight to twenty-five KPIs, ten to fifteen objectives | Too few hide, too many blur
            B3_LEAD_LAG | INFO WARN | - | Shift weight of {scorecard} until 30 % to 70 % lies on leading KPIs; now {value} | SCORECARD_OWNER | Drivers and outcomes in balance | Outcomes come too late, activity proves nothing
            B4_HORIZON | WARN | - | Shift weight of {scorecard} until 20 % to 70 % looks a year ahead; now {value} | SCORECARD_OWNER | Short and long term in balance | The short term crowds out the long term
            B5_KINDS | WARN | - | Add a KPI of the kind that {scorecard} lacks; now {value} | SCORECARD_OWNER | Every kind has at least a fifth | One kind of evidence misleads
            B6_UNPAIRED | WARN | - | Give {kpi} a counter-measure that shows what it costs | SCORECARD_OWNER | Volume is not bought with quality | What is rewarded alone is overdone
            B7_COMMON_ONLY | WARN | - | Add a KPI that is the own of {scorecard} | SCORECARD_OWNER | The strategy of the unit shows | Unique measures get ignored when there are none
            B8_NO_DRIVER | WARN | - | Link a leading KPI to {kpi} on the strategy map | SCORECARD_OWNER | Something to steer by | An outcome without a driver can only be watched
            B9_SHORT_GREEN_LONG_DOWN | WARN FAIL | - | Put the falling long-term KPIs of {scorecard} first in the next review | SCORECARD_OWNER | Long-term KPIs stop falling | This quarter may be bought with the next year
            B10_GROWTH_WITHOUT_VALUE | WARN FAIL | - | Review price, mix and acquisition cost of the growth of {scorecard} | SALES_DIRECTOR | Growth that earns money | Revenue grows while value shrinks
            B11_LEAKY_GROWTH | WARN FAIL | - | Move effort from winning to keeping customers: {value} of new revenue is lost again | CUSTOMER_SUCCESS | Churned revenue below half of new revenue | Keeping is cheaper than winning
            SM1_CYCLE | FAIL | - | Remove the link that closes the circle on the strategy map: {other} | SCORECARD_OWNER | A map that can be read | A cause cannot be its own effect
            SM2_ORPHAN | WARN | - | Link {other} to the strategy map, or retire it | SCORECARD_OWNER | Every objective has a cause or an effect | An objective without links stands alone
            SM3_NO_PATH | WARN | - | Link drivers to {other} on the strategy map | SCORECARD_OWNER | Known drivers of financial results | Money comes from something
            SM4_LINK_DOUBTFUL | WARN | - | Test the link {other} with the people who know, and change it if it does not hold | SCORECARD_OWNER | A map that holds | Most links are never tested
            # Pitfalls and signals: ask, do not accuse
            G1_HOCKEY_STICK | WARN | - | Ask what moves deals into the last month and spread closings; {value} came then | SALES_MANAGER | Bookings spread over the quarter | A rush at the end costs discount
            G2_DISCOUNT_AT_CLOSE | WARN | - | Ask for approval of discounts in the last two weeks of the quarter | SALES_MANAGER | Discounts as in the rest of the quarter | Buyers learn to wait
            G3_PULL_FORWARD | WARN | - | Check with finance whether orders of the next quarter were taken early | SALES_DIRECTOR | Revenue in its own quarter | What is pulled forward is missing later
            G4_SANDBAGGING | WARN | - | Compare the target of {kpi} with own history and agree on one that stretches | SALES_DIRECTOR | Targets that stretch | A target below habit teaches to hold back
            G5_RATCHET | WARN | - | Announce how targets of {kpi} are set, and stop raising them only because they were beaten | SALES_DIRECTOR | Reps stop holding back | Who is punished for a good year avoids one
            G6_QUOTA_RELIEF | WARN | - | Log a reason for each target that was lowered inside its period | SALES_OPS | Targets that hold | A target that moves to the result is none
            G7_THRESHOLD_BUNCHING | WARN | - | Pay along a line instead of a step around the target of {kpi} | SALES_OPS | Results on both sides of the target | Steps invite fitting
            G8_FORMULA_TARGET | WARN | - | Set the targets of {kpi} by plan instead of by one formula | SALES_DIRECTOR | Targets that say something | A target that follows the actual steers nothing
            G11_HEAPING | WARN | - | Replace the estimates of {kpi} by values from a system | KPI_OWNER | Measured values | Round numbers are usually guesses
            G12_SURROGATION | WARN | - | Ask whether {kpi} still drives its outcome, and change the link or the weight | SCORECARD_OWNER | The measure serves the aim again | The measure may have become the aim
            G13_DEFINITION_DRIFT | WARN | - | Restate the earlier values of {kpi} under the new definition | KPI_OWNER | A series that can be compared | A jump by definition is no progress
            G14_CONCENTRATION | WARN | - | Plan how {scorecard} depends less on {other} | SALES_DIRECTOR | A year that survives one loss | One rep, account or deal must not decide
            G15_PIPELINE_HYGIENE | WARN | - | Close or requalify {other}: it is old, idle or was moved again and again | SALES_MANAGER | A pipeline that can be believed | Dead deals hide the gap
            G16_DENOMINATOR | WARN | - | Check how deals enter and leave the count of {kpi} | SALES_OPS | A ratio that means something | A ratio also rises when its base shrinks
            P1_UNCLEAR_COMMUNICATION | WARN FAIL | - | Explain objectives and targets in person at {scorecard} and collect questions | SCORECARD_OWNER | All know what counts and why | A plan that nobody was told is not followed
            P2_SHORT_TERMISM | WARN FAIL | - | Fund one long-term initiative of {scorecard} and put it on the review agenda | SALES_DIRECTOR | Long-term work gets its share | The urgent wins unless it is limited
            P3_RIGIDITY | WARN FAIL | - | Hold a strategy review at {scorecard} and decide what changes | SCORECARD_OWNER | Targets and plans follow the facts | A plan that never changes is not looked at
            P4_NO_FOCUS | WARN | - | Choose the three KPIs that matter most at {scorecard} and give them weight | SCORECARD_OWNER | People know what comes first | When all is important, nothing is
            P5_RED_WITHOUT_ACTION | only WARN | - | Write down why {kpi} is red in {period} and what is done about it | SCORECARD_OWNER | A red number that is explained | A red number without a note is not discussed
            P5_RED_WITHOUT_ACTION | CRITICAL FAIL | - | Open an initiative for {kpi} with an owner and a date; {missing} to gain | SCORECARD_OWNER | A plan for every red KPI | Red for periods, and nobody acts
            P6_ACTION_WITHOUT_EFFECT | WARN | - | Stop or change {other}: {kpi} is not better after it | SCORECARD_OWNER | Effort goes where it has effect | Done is not the same as effective
            # Plans, alignment, cadence, adaptation, communication
            PL1_PLAN_INCOMPLETE | WARN FAIL | - | Complete the plan {other}: owner, dates, KPI, milestones, budget | INITIATIVE_OWNER | A plan that can be followed | What is open is not planned
            PL2_MILESTONE_SLIP | WARN FAIL | - | Finish {other} or agree on a new date; it is {value days} late | INITIATIVE_OWNER | Milestones that hold | A late milestone makes a late plan
            PL3_SCHEDULE_INDEX | WARN FAIL | - | Cut the scope of {other} or add people: progress is {value} of what time calls for | INITIATIVE_OWNER | Plan and time match again | Late plans do not catch up by themselves
            PL4_TOO_LATE | WARN | - | Move {other} before the due date of its goal, or change the goal | INITIATIVE_OWNER | The plan helps in time | Help that comes after the date does not help
            AL1_ALIGNED_SHARE | WARN FAIL | - | Move work of {scorecard} to active objectives; only {value} serves one | SALES_MANAGER | Seven tenths of the work serve an objective | Busy is not the same as aligned
            AL2_EFFORT_GAP | WARN | - | Shift effort of {scorecard} to the objectives with the most weight | SALES_MANAGER | Effort follows weight | People do what they did
            AL3_ORPHAN_ACTIVITY | INFO | - | Tag the activities of {scorecard} with the objective they serve, or stop them | SALES_MANAGER | Known use of time | What serves nothing can stop
            AL4_IDLE_OBJECTIVE | WARN | - | Plan one activity for {other} this week, or retire it | SCORECARD_OWNER | Every active objective is worked on | An idle objective is a wish
            CA1_REVIEW_LATE | WARN FAIL | - | Hold the overdue review of {scorecard} | SCORECARD_OWNER | Reviews in their rhythm | What is not reviewed is not steered
            CA2_UPDATES_LATE | WARN FAIL | - | Agree on a day of the month on which KPIs of {scorecard} are updated | SALES_OPS | Nine of ten KPIs in time | Late numbers steer late
            AD1_STALE_TARGET | WARN | - | Set a new target of {kpi}: the old one is far off for {count periods} | SCORECARD_OWNER | A target that means something | A target far off is ignored
            AD2_FROZEN_KPIS | WARN | - | Ask which KPI of {scorecard} to add and which to retire | SCORECARD_OWNER | KPIs follow the strategy | The same KPIs for years mean nobody asked
            AD3_NO_RESPONSE | WARN | - | Decide how {scorecard} answers the shift in {kpi} | SCORECARD_OWNER | Plans follow the market | The market moved, the plan did not
            AD4_RED_NO_CHANGE | FAIL | - | Change the plan for {kpi}: red for {count periods} under the same plan | SCORECARD_OWNER | A plan with a chance | The same plan gives the same result
            AD5_NO_OVERRIDES | INFO | - | Ask in the next review of {scorecard} which decision the red KPIs need | SCORECARD_OWNER | Reviews that decide | A review without a decision is a meeting
            AD6_OVER_ADAPTATION | WARN | - | Freeze the targets of {kpi} for the rest of the period | SALES_OPS | Targets that hold | Targets that always move steer nothing
            CM1_ACK_RATE | WARN FAIL | - | Ask everybody at {scorecard} who has not confirmed {other}, and explain it | SCORECARD_OWNER | Nine of ten know | Sent is not the same as known
            CM2_SILENCE | WARN FAIL | - | Explain {other} again at {scorecard}, with what has changed | SCORECARD_OWNER | Known and remembered | After a quarter of silence it is forgotten
            CM3_OLD_VERSION | FAIL | - | Announce the current version of {other} at {scorecard} | SCORECARD_OWNER | All work by the current version | People follow what they were told last
            CM4_COMPREHENSION | WARN FAIL | - | Explain {other} with an example from daily work and ask again | SCORECARD_OWNER | Four of five answer right | Known is not the same as understood
            CM5_GLOSSARY | WARN FAIL | - | Complete definition, source and owner of the KPIs of {scorecard} in the catalogue | SALES_OPS | Every KPI is explained | Two readings, two results
            CM6_NAME_CONFLICT | WARN | - | Rename one of the two KPIs that share a name or a formula: {other} | SALES_OPS | One name, one meaning | Two numbers under one name start quarrels
            B12_WEIGHT_EXTREME | WARN | - | Check the weight of {kpi} on {scorecard}: {value} | SALES_OPS | Weights between 2 % and 40 % | A weight nobody feels, or one that decides alone, steers badly
            ST9_UNUSUAL_GAIN | INFO | - | Ask what went so well with {kpi} in {period}, and keep it | SCORECARD_OWNER | A known cause, kept | Good news has causes too
            ST10_ZERO_FOR_MISSING | INFO | - | Deliver {kpi} for {period}, or confirm that it was zero | KPI_OWNER | {kpi} rests on a number | A zero that nobody reported is a guess
            ST11_STATUS_OVERRIDDEN | INFO | - | Look at {kpi} of {period} again: does the decision still hold | SCORECARD_OWNER | Decisions that are known and few | A table that is overridden often should be changed
            """;
}
