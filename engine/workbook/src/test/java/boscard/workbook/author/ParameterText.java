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
            score_cap                 | 100  | score       | Highest score a KPI can get. | Scoring
            range_tolerance           | 50%  | ratio       | Amber width beside a good range that has no amber row, as a share of the width of the range. | Attainment of IN_RANGE KPIs
            allow_partial_sum         | N    | Y or N      | Whether a sum with missing parts counts, marked PARTIAL, instead of being missing. | Aggregation
            weight_max_share          | 40%  | ratio       | One KPI with more than this share of the weight is reported. | Weights
            weight_min_share          | 2%   | ratio       | A scored KPI with less than this share of the weight is reported. | Weights
            summary_mismatch          | 1%   | ratio       | Imported and computed value may differ by this much of the computed one. | Q7
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
            xmr_side_points           | 8    | points      | So many points in a row on one side of the mean are a signal. | X2; NHS uses 7
            xmr_run_points            | 7    | points      | So many points in a row rising or falling are a signal. | X3
            season_length             | 12   | periods     | Periods in a season, for KPIs that repeat every year. | XmR chart, pace
            # Data quality
            g9_neighbours             | 3    | targets     | How many targets on each side a target is compared with. | G9
            g9_total_jump             | 3    | factor      | A period's total of targets may not jump by more than this factor. | G9
            partial_coverage          | 90%  | ratio       | A first or last period with fewer covered days is partial. | G17
            # SMART
            s3_min_words              | 5    | words       | A goal's statement needs at least so many words. | S3
            a1_min_changes            | 4    | changes     | Growth asked is compared with own past changes from so many on. | A1
            a1_percentile             | 75%  | ratio       | Growth asked passes up to this percentile of own past changes. | A1
            a1_best_factor            | 1.25 | factor      | Growth asked is a warning up to this factor of the best value ever. | A1
            a2_window                 | 12   | periods     | How many values the level asked is compared with. | A2
            a2_min_points             | 8    | periods     | With fewer values the level asked is not tested. | A2
            a3_min_peers              | 8    | scorecards  | With fewer peers the comparison with peers is not made. | A3
            a3_percentile             | 90%  | ratio       | A target passes up to this percentile of the peers' actuals. | A3
            a3_best_factor            | 1.25 | factor      | A target is a warning up to this factor of the peers' best. | A3
            a4_moving_ranges          | 1    | ranges      | A target may lie this many mean moving ranges beyond the good limit. | A4
            a6_min_units              | 8    | scorecards  | With fewer units of the level the population is not looked at. | A6
            t1_max_months             | 24   | months      | A goal that runs longer needs milestones. | T1
            t3_long_days              | 183  | days        | A goal that runs longer needs milestones in between. | T3
            t3_per_quarter            | 1    | milestones  | A long goal needs so many milestones in each quarter. | T3
            # Balance
            b9_short_green            | 90   | score       | Short-term KPIs look green from this mean score on. | B9
            b9_long_fall              | 5%   | ratio       | Long-term KPIs are falling when their mean score loses this share. | B9
            b9_long_periods           | 3    | periods     | Over so many periods the long-term score is compared. | B9
            b9_long_low               | 70   | score       | Below this mean score long-term KPIs are weak. | B9
            b10_revenue_growth        | 5%   | ratio       | Growth of revenue from which its value is looked at. | B10
            b10_margin_fall           | 1%   | ratio       | Points of margin lost that make growth doubtful. | B10
            b10_cac_rise              | 10%  | ratio       | Rise of acquisition cost that makes growth doubtful. | B10
            # Pitfalls and signals
            g1_two_weeks_share        | 35%  | ratio       | Share of a quarter that may fall in its last two weeks. | G1
            g1_quarters               | 3    | quarters    | So many earlier quarters are needed to compare with own habits. | G1
            g2_points                 | 5%   | ratio       | Points of extra discount in the last two weeks that are a signal. | G2
            g2_factor                 | 1.5  | factor      | Factor of extra discount in the last two weeks that is a signal. | G2
            g2_min_deals              | 10   | deals       | With fewer deals discounts are not compared. | G2
            g3_first_month            | 60%  | ratio       | A first month below this share of an average month follows a pulled-forward quarter. | G3
            g3_quarters               | 4    | quarters    | Over so many quarters the average month is taken. | G3
            g3_returns_factor         | 2    | factor      | Returns at this many times their normal level are a signal. | G3
            g4_attainment             | 120% | ratio       | Attainment above this, again and again, looks like a target set too low. | G4
            g4_periods                | 3    | periods     | So many of the last periods must be above it. | G4
            g4_window                 | 4    | periods     | How many periods are looked at. | G4
            g4_forecast_beat          | 10%  | ratio       | Actuals this far above the forecast, again and again, are a signal. | G4
            g6_near_actual            | 15%  | ratio       | A target lowered to within this share of the actual is a signal. | G6
            g6_factor                 | 2    | factor      | How much more often cuts go to reps below quota. | G6
            g6_manager_band           | 10%  | ratio       | A manager within this share of the own quota is close to it. | G6
            g6_min_changes            | 10   | changes     | With fewer changes relief is not compared. | G6
            g8_points                 | 12   | periods     | With fewer periods a formula target is not looked for. | G8
            g8_correlation            | 0.99 | correlation | Target and actual that move together more than this are a signal. | G8
            g8_deviation              | 6%   | ratio       | Standard deviation of attainment below this is a signal. | G8
            g8_constant               | 0.5% | ratio       | Standard deviation of target / prior below this looks like one formula for all. | G8
            g12_driver_rise           | 10%  | ratio       | Rise of a driver that should show in its outcome. | G12
            g12_outcome_fall          | 5%   | ratio       | Fall of the outcome that makes the driver doubtful. | G12
            g13_jump                  | 15%  | ratio       | Jump of a value when its definition changed. | G13
            g15_age_factor            | 2    | factor      | An open deal older than this many median won cycles is stale. | G15
            g15_moves                 | 3    | moves       | A close date moved so often is a signal. | G15
            g15_idle_days             | 60   | days        | An open deal without activity for so long is stale. | G15
            g16_entries_fall          | 20%  | ratio       | Fall of entries behind a rising conversion. | G16
            g16_no_reason             | 30%  | ratio       | Share of lost deals that may lack a reason. | G16
            p1_warns                  | 2    | findings    | So many warnings about communication make it unclear. | P1
            p2_spend_share            | 50%  | ratio       | Spend on long-term initiatives / long-term weight: below this is short-termism. | P2
            p2_fail                   | 2    | findings    | So many signs make short-termism a FAIL. | P2
            p3_fail                   | 2    | findings    | So many signs make rigidity a FAIL. | P3
            p4_main_weight            | 10%  | ratio       | At least one KPI should have more weight than this. | P4
            p5_periods_red            | 2    | periods     | Red for so many periods needs an open initiative. | P5
            p6_lag_periods            | 2    | periods     | After so many periods an initiative should show. | P6
            p6_complete               | 80%  | ratio       | From this progress on an initiative should show. | P6
            # Plans, alignment, cadence, adaptation, communication
            sm4_correlation           | 0.5  | correlation | A link with a correlation of the wrong sign this strong is doubtful. | SM4
            sm4_points                | 8    | periods     | With fewer periods a link is not tested. | SM4
            ad1_quarters              | 4    | quarters    | The same target for so many quarters is stale if attainment is far off. | AD1
            ad1_off_periods           | 3    | periods     | So many of them must be far off. | AD1
            ad1_low                   | 80%  | ratio       | Attainment below this is far off. | AD1
            ad1_high                  | 120% | ratio       | Attainment above this is far off. | AD1
            ad3_market_change         | 10%  | ratio       | Move of the market that needs an answer. | AD3
            ad3_periods               | 2    | periods     | Within so many periods an answer is expected. | AD3
            ad4_periods_red           | 3    | periods     | Red for so many periods needs a change of plan. | AD4
            ad5_reviews               | 4    | reviews     | So many reviews without a decision while a KPI is red are a sign. | AD5
            ad6_changes               | 2    | changes     | More target changes than this in one period are too many. | AD6
            # Recommendations
            due_days_critical         | 7    | days        | Days until a recommendation for a CRITICAL finding is due. | Recommendations
            due_days_fail             | 14   | days        | Days until a recommendation for a FAIL finding is due. | Recommendations
            due_days_warn             | 30   | days        | Days until a recommendation for a WARN or INFO finding is due. | Recommendations
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
