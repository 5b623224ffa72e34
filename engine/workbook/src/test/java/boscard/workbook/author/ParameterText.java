package boscard.workbook.author;

/** The parameters and word lists of DOMAIN.md sections 3 to 11 and 13. */
final class ParameterText {

    private ParameterText() {}

    /** Name, value, unit, meaning, source. */
    static final String PARAMETERS = """
            # Calendar
            fiscal_year_start_month   | 1    | month       | Month in which the fiscal year begins; applies to quarters and years. | boscard default
            fiscal_year_named_by      | END  | word        | Whether a fiscal year is named by the calendar year in which it ENDs or STARTs. | boscard default
            # Scores and roll-up
            coverage_min              | 60%  | ratio       | Below this share of weight with a score, a perspective or scorecard has no score. | Roll-up
            veto_weight               | 20%  | ratio       | A red KPI with at least this share of the weight keeps its parent from green. | Veto; ST7
            critical_kpis             | none | KPI ids     | KPIs whose red always keeps the parent from green and is CRITICAL, joined by semicolons; none for none. | Veto; ST7
            score_method              | BAND | word        | How a value becomes a score: BAND between the edges of its bands, PERCENT of its target, or TWO_POINT between worst and target. | Scoring
            score_cap                 | 100  | score       | Highest score a KPI can get. | Scoring
            range_tolerance           | 50%  | ratio       | How far outside its range a KPI still attains something, as a share of the width of the range, where its thresholds have no amber band on that side. | Attainment of IN_RANGE
            unit_roll_up              | EMPTY | word       | Which scorecards are computed from their units: EMPTY those that report no actual of their own, ALL each for the measures it does not report, NONE none. | Roll-up; aggregation over units
            allow_partial_sum         | N    | Y or N      | Whether a sum with missing parts counts, marked PARTIAL, instead of being missing. | Aggregation
            # Trend and process limits
            trend_points              | 6    | periods     | How many closed periods a trend looks at. | ST2; Theil-Sen trend
            trend_min_points          | 4    | periods     | With fewer values there is no trend. | ST2
            trend_change              | 5%   | ratio       | A trend needs at least this relative change over its periods. | ST2
            trend_consistency         | 80%  | ratio       | A trend needs at least this share of pairs going the same way. | ST2
            xmr_min_points            | 12   | points      | Process limits are firm from this many points. | ST3, ST4, A4; XmR chart
            xmr_provisional_points    | 6    | points      | Process limits are provisional from this many points; fewer give none. | XmR chart
            xmr_window                | 36   | points      | Process limits look at the last so many points before the judged one. | XmR chart
            xmr_factor                | 2.66 | factor      | Limits are the mean plus and minus this many mean moving ranges. | XmR chart
            xmr_range_factor          | 3.27 | factor      | Upper limit of a moving range, in mean moving ranges. | XmR chart
            season_length             | 12   | months      | Months in a season, for KPIs that the catalogue marks as seasonal: 12 for the year, 3 for the quarter. | XmR chart
            xmr_side_points           | 8    | points      | So many points in a row on one side of the centre are a signal (X2); the NHS uses 7. | XmR chart
            xmr_trend_points          | 7    | points      | So many points in a row that rise or fall are a signal (X3). | XmR chart
            xmr_outer_third           | N    | Y or N      | Whether two of three points in the same outer third are a signal (X4). More rules, more false alarms. | XmR chart
            xmr_average               | MEAN | word        | MEAN or MEDIAN of the moving ranges; the median is not moved by one wild step. | XmR chart
            xmr_median_factor         | 3.14 | factor      | As xmr_factor, when moving ranges are averaged by their median. | XmR chart
            xmr_median_range_factor   | 3.87 | factor      | As xmr_range_factor, when moving ranges are averaged by their median. | XmR chart
            zscore_min_points         | 12   | points      | With fewer earlier values there is no standard score. | Scheme ZSCORE
            peer_min_units            | 8    | scorecards  | With fewer scorecards in the group nobody is compared with peers. | Scheme PEER, A3
            # Data quality
            g9_neighbours             | 3    | targets     | How many targets on each side a target is compared with. | G9
            # SMART
            t1_longest_days           | 731  | days        | A goal that runs longer (24 months) needs milestones. | T1
            t3_long_days              | 183  | days        | A goal that runs longer needs milestones in between. | T3
            t3_milestone_days         | 91   | days        | A long goal needs a milestone for each so many of its days: a quarter. | T3
            s3_least_words            | 5    | words       | A shorter statement says too little. | S3
            m3_recent_periods         | 2    | periods     | So many of the newest closed periods must have a value. | M3
            a2_most_values            | 12   | values      | A target is compared with so many of the newest values. | A2
            a2_least_values           | 8    | values      | With fewer values a target is not compared with them. | A2
            a1_changes                | 4    | changes     | With fewer past changes the growth that a goal asks for is not judged. | A1
            a1_percentile             | 75%  | ratio       | Growth up to this percentile of the past changes is usual. | A1; P75
            a1_best                   | 1.25 | multiple    | Growth above every past change is a warning, not a failure, up to so many times the best value ever. | A1
            a3_percentile             | 90%  | ratio       | A target up to this percentile of the peers passes. | A3; P90
            a4_moving_ranges          | 1    | ranges      | A target up to so many moving ranges beyond the good limit is within reach. | A4
            a5_run_rate_periods       | 3    | periods     | The run rate is the mean of so many newest periods. | A5
            # Balance
            b9_short_green            | 90   | score       | Short-term KPIs look green from this mean score on. | B9
            b9_long_fall              | 5%   | ratio       | Long-term KPIs are falling when their mean score loses this share. | B9
            b9_long_low               | 70   | score       | Below this mean score long-term KPIs are weak. | B9
            b9_periods                | 3    | periods     | Over so many periods the fall of long-term KPIs is looked at. | B9
            b10_revenue_growth        | 5%   | ratio       | Revenue grows when the last year is at least so much above the year before. | B10
            b10_margin_fall           | 1%   | ratio       | A margin that falls by so much, in points, is growth without value. | B10
            b10_cac_growth            | 10%  | ratio       | Acquisition cost that grows by so much is growth without value. | B10
            # Pitfalls and signals
            g8_points                 | 12   | periods     | With fewer periods a formula target is not looked for. | G8
            g8_correlation            | 0.99 | correlation | Target and actual that move together more than this are a signal. | G8
            g8_deviation              | 6%   | ratio       | Standard deviation of attainment below this is a signal. | G8
            p2_spend_share            | 50%  | ratio       | Spend on long-term initiatives / long-term weight: below this is short-termism. | P2
            p5_periods_red            | 2    | periods     | Red for so many periods needs an open initiative. | P5
            # Plans, alignment, cadence, adaptation, communication
            ad1_quarters              | 4    | quarters    | The same target for so many quarters is stale if attainment is far off. | AD1
            ad1_periods_off           | 3    | periods     | So many of them must be far off. | AD1
            ad1_low                   | 80%  | ratio       | Attainment below this is far off. | AD1
            ad1_high                  | 120% | ratio       | Attainment above this is far off. | AD1
            ad4_periods_red           | 3    | periods     | Red for so many periods needs a change of plan. | AD4
            ad5_reviews               | 4    | reviews     | So many reviews without a decision while a KPI is red are a sign. | AD5
            bookings_kpi              | revenue | KPI id   | The KPI that stands for bookings: when in a quarter they come in. | G1, G3
            quarter_end_days          | 14   | days        | The end of a quarter, in which deals are rushed or discounted. | G1, G2
            own_percentile            | 90%  | ratio       | Above this percentile of its own earlier quarters a number is unusual. | G1, G4
            g3_first_month            | 60%  | ratio       | After a rush, a month below this share of the average month was pulled forward. | G3
            g3_returns                | 2    | factor      | After a rush, so many times the usual returns were pulled forward. | G3
            g4_window                 | 4    | periods     | So many of the newest periods are looked at together. | G4
            g4_attainment             | 120% | ratio       | Attainment above this is far above target. | G4
            g4_periods                | 3    | periods     | So many periods of the window must be far above target. | G4
            g4_forecast_beat          | 10%  | ratio       | An actual that beats its last forecast by more was forecast low. | G4
            g4_first_days             | 7    | days        | The beginning of a quarter, in which held-back deals would close. | G4
            g6_manager                | 10%  | ratio       | A manager whose attainment is within this of the own quota gains or loses by a rep's target. | G6; Benson 2015
            g7_band                   | 2%   | ratio       | Results within this above the target are compared with those within this below it. | G7
            g12_driver                | 10%  | ratio       | A driver that got better by this much in a year ... | G12
            g12_outcome               | 5%   | ratio       | ... while its outcome got worse by this much may have become the aim. | G12
            g14_accounts              | 10   | accounts    | So many of the largest accounts count together. | G14
            g16_entries               | win_rate=won_deals+lost_deals; lead_conversion=leads; stage_conversion=entered | KPI ids | For each conversion, what enters it. | G16
            g16_entries_fall          | 20%  | ratio       | A conversion that rises while its entries fall by more is a signal. | G16
            g16_months                | 12   | months      | Deals decided in so many months before the as-of date are looked at. | G16
            p4_weight                 | 10%  | ratio       | No KPI above this share of the weight: nothing comes first. | P4
            p6_complete               | 80%  | ratio       | An initiative is nearly done from this share complete. | P6
            p6_lag                    | 2    | periods     | A plan has so many periods after its last step to show an effect. | P6
            ad3_periods               | 2    | periods     | A plan answers a shift within so many periods. | AD3
            ad3_market_move           | 10%  | ratio       | The market has moved when its index changed by this much. | AD3
            p1_warnings               | 2    | findings    | So many warnings about communication together mean that it was unclear. | P1
            p2_signs                  | 2    | findings    | So many signs of short-termism together fail. | P2
            p3_signs                  | 2    | findings    | So many signs of rigidity together fail. | P3
            market_kpi                | market_index | KPI id | The KPI that says how the market is doing. | AD3
            ca1_checkin_days          | 7    | days        | Check-ins are expected as often as the most frequent KPI, but not more often than this. | CA1
            ca1_strategy_days         | 91   | days        | How often a strategy review is held. | CA1
            ca1_refresh_days          | 365  | days        | How often the scorecard itself is renewed. | CA1
            ca2_grace_days            | 0    | days        | So long after the end of a period its values may come in. | CA2
            # Recommendations
            due_days_critical         | 7    | days        | Days until a recommendation for a CRITICAL finding is due. | Recommendations
            due_days_fail             | 14   | days        | Days until a recommendation for a FAIL finding is due. | Recommendations
            due_days_warn             | 30   | days        | Days until a recommendation for a WARN or INFO finding is due. | Recommendations
            recovery_review_kpis      | 3    | KPIs        | So many red KPIs without action on one scorecard call for one recovery review. | Recommendations
            max_recommendations       | 5    | per scorecard | How many recommendations a scorecard shows, most urgent first. | Recommendations
            """;

    /** List and its words, parted by semicolons. */
    static final String WORDS = """
            vague | improve; better; optimise; optimize; maximise; maximize; minimise; minimize; enhance; more; less; ASAP; soon; some; many; significantly; substantially; considerably; appropriate; adequate; sufficient; good; great; best; strong; world-class; leading; excellent; effective; efficient; leverage; strengthen; support; streamline; boost; drive; focus; work on; try; as much as possible; where possible; regularly; often; quickly; timely; high-quality; user-friendly; synergy
            change_verb | increase; raise; grow; lift; win; acquire; close; sell; add; gain; expand; double; triple; reach; achieve; attain; exceed; hit; reduce; cut; lower; decrease; shorten; halve; limit; eliminate; keep; retain; hold; maintain; renew; convert; train; certify; coach; hire; launch; open; complete; deliver; publish; answer; respond; visit; call; book; recover; collect; move; bring; get
            not_applicable | N/A; #N/A; (NA); n.a.; NA; not applicable; does not apply
            missing | NULL; \u2014; \u2013; (S); TBD; tbc; ?; unknown; not reported; pending; missing
            """;
}
