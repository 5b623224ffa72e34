package boscard.workbook.author;

import boscard.evaluation.Status;
import boscard.fact.Scheme;
import boscard.fact.Unit;
import boscard.indicator.Assurance;
import boscard.indicator.ProcessChange;
import boscard.rulebook.Stage;
import boscard.table.HitPolicy;
import boscard.workbook.layout.Choices;
import boscard.workbook.layout.Column;
import boscard.workbook.layout.Column.Content;
import boscard.workbook.layout.Entry;
import boscard.workbook.layout.ReadMe;
import boscard.workbook.layout.ReadMe.Section;
import boscard.workbook.layout.RuleTable;
import boscard.workbook.layout.WorkbookLayout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** kpi-thresholds.xlsx: from which number on a KPI is green, amber or red (DOMAIN.md sections 5 and 12). */
final class ThresholdWorkbook {

    private static final String SAAS = "Subscription rule of thumb; set your own";
    private static final String VENDOR = "Vendor rule of thumb; set your own";
    private static final String PRACTICE = "Common sales practice; set your own";
    private static final String BASELINE = "boscard default: baseline scheme";

    private final List<Column> columns = columns();
    private final List<List<Entry>> rows = new ArrayList<>();
    private final List<List<Entry>> first = new ArrayList<>();

    private ThresholdWorkbook() {}

    static WorkbookLayout layout() {
        RuleTable thresholds = new ThresholdWorkbook().thresholds();
        return new WorkbookLayout(
                "KPI thresholds", List.of(readMe(thresholds), thresholds, StatusFindings.table(), RollUpTable.table()));
    }

    private static ReadMe readMe(RuleTable thresholds) {
        return new ReadMe(
                "KPI thresholds",
                List.of(
                        Section.of(
                                "What this workbook decides",
                                "The sheet Thresholds says from which number on a KPI is GREEN, AMBER or RED. The sheet Status"
                                        + " findings says what else is reported: a falling trend, missing values, thin coverage."
                                        + " The sheet Roll-up says how the scores of KPIs make the score of an objective, a"
                                        + " perspective and a scorecard."),
                        ReadMeText.howRowsCompete(
                                "The rows of the schemes stand first; they count for KPIs that name a scheme in"
                                        + " kpi-catalogue.xlsx, as far as it can be computed. The rows of one KPI stand together,"
                                        + " best band first. The rows for any KPI stand at the end of the table."),
                        ReadMeText.howToAddARow(ReadMeText.nextFreeId(thresholds)),
                        ReadMeText.EMPTY_CELLS,
                        Section.of(
                                "What is compared",
                                "Value is the actual in the unit of the KPI. Attainment is how far it reaches its target, 100 % is"
                                        + " exactly the target; when lower is better it is 200 % less value / target.",
                                "Gap is actual less target, Growth and Rise compare with the baseline or the value a year earlier"
                                        + " (Growth as a share of it, Rise in the unit of the KPI). All three are positive when"
                                        + " better, also when lower is better.",
                                "Off is the distance from the target either way. Among peers is the share of the peer group"
                                        + " that a value is at least as good as. Standard score counts standard deviations from the"
                                        + " mean of the earlier values. Process signal and Assurance come from a process behaviour"
                                        + " (XmR) chart of the earlier values; a note re-baseline: and the reason begins a new process.",
                                "Pace compares with the part of the target that is due by today and exists only while a period"
                                        + " runs."),
                        Section.of(
                                "Edges",
                                "From and Up to include the number itself, Above and Below do not. An edge belongs to the better"
                                        + " band: exactly 30 % is GREEN when GREEN begins at 30 %.",
                                "Every band needs a number of its own, the worst one too: RED is written as Below 20 %, not left"
                                        + " empty. A missing value then matches no row and is reported as missing, never as"
                                        + " green or red."),
                        ReadMeText.AFTERWARDS));
    }

    private RuleTable thresholds() {
        fillRows();
        return new RuleTable(
                "Thresholds",
                "KPI thresholds",
                "From which number on a KPI is GREEN, AMBER or RED. The first row that fits, from the top, decides. Rest"
                        + " the pointer on a heading to see what its column means.",
                Stage.STATUS,
                HitPolicy.FIRST,
                "$p : Performance",
                List.of(
                        "boscard.evaluation.Performance",
                        "boscard.evaluation.Status",
                        "boscard.fact.Level",
                        "boscard.fact.Scheme",
                        "boscard.indicator.Assurance",
                        "boscard.indicator.ProcessChange"),
                columns,
                2,
                "KPI",
                inOrder());
    }

    private List<List<Entry>> inOrder() {
        var all = new ArrayList<>(first);
        all.addAll(rows);
        return all;
    }

    private static List<Column> columns() {
        return List.of(
                RuleColumns.id("KT"),
                RuleColumns.kpi(),
                RuleColumns.level(),
                RuleColumns.scheme(),
                RuleColumns.percent(
                        "pace >= $paramB",
                        "Pace from",
                        "Attainment of the part of the target that is due by today; only while a period runs. This number"
                                + " is included."),
                RuleColumns.percent("pace < $paramB", "Pace below", "Pace less than this number."),
                RuleColumns.percent(
                                "attainment >= $paramB",
                                "Attainment from",
                                "How far the actual reaches its target; 100 % is exactly the target. This number is included.")
                        .wide(14),
                RuleColumns.percent("attainment < $paramB", "Attainment below", "Attainment less than this number.")
                        .wide(14),
                RuleColumns.number(
                        "value >= $paramB",
                        "Value from",
                        "The actual, in the unit of the KPI. This number is included."),
                RuleColumns.number("value > $paramB", "Value above", "The actual is more than this number."),
                RuleColumns.number(
                        "value <= $paramB",
                        "Value up to",
                        "The actual is at most this number; the number is included."),
                RuleColumns.number("value < $paramB", "Value below", "The actual is less than this number."),
                RuleColumns.number(
                        "gap >= $paramB",
                        "Gap from",
                        "Actual less target in the unit of the KPI, positive when better. This number is included."),
                RuleColumns.number("gap < $paramB", "Gap below", "Gap less than this number."),
                RuleColumns.percent(
                        "growth >= $paramB",
                        "Growth from",
                        "Change against the baseline or the value a year earlier, as a share of it, positive when better."
                                + " This number is included."),
                RuleColumns.percent("growth < $paramB", "Growth below", "Growth less than this number."),
                RuleColumns.number(
                        "rise >= $paramB",
                        "Rise from",
                        "Actual less baseline in the unit of the KPI, positive when better. This number is included."),
                RuleColumns.number("rise < $paramB", "Rise below", "Rise less than this number."),
                RuleColumns.number(
                        "deviation <= $paramB",
                        "Off up to",
                        "Distance from the target either way, in the unit of the KPI. This number is included."),
                RuleColumns.number("deviation > $paramB", "Off above", "Distance more than this number."),
                RuleColumns.percent(
                        "deviationShare <= $paramB",
                        "Off share up to",
                        "Distance from the target either way, as a share of the target. This number is included."),
                RuleColumns.percent("deviationShare > $paramB", "Off share above", "Distance more than this share."),
                RuleColumns.percent(
                        "percentile >= $paramB",
                        "Among peers from",
                        "Share of the peer group that it is at least as good as. This number is included."),
                RuleColumns.percent("percentile < $paramB", "Among peers below", "Share less than this number."),
                RuleColumns.number(
                        "zscore > $paramB",
                        "Standard score above",
                        "Standard deviations from the mean of the earlier values, positive when better."),
                RuleColumns.number(
                        "zscore <= $paramB",
                        "Standard score up to",
                        "Standard deviations at most; the number is included."),
                Column.condition(
                                "signal == ProcessChange.$param",
                                "Process signal",
                                "What the process limits of the earlier values say of this one.")
                        .wide(18)
                        .choosing(Choices.of(ProcessChange.class)),
                Column.condition(
                                "assurance == Assurance.$param",
                                "Assurance",
                                "Whether the process as it is reaches the target.")
                        .wide(14)
                        .choosing(Choices.of(Assurance.class)),
                Column.outcome("conclude.status(Status.$param);", "Status", "The status that the KPI gets.")
                        .wide(12)
                        .choosing(new Choices(
                                "Status",
                                List.of(
                                        "GREEN",
                                        "AMBER",
                                        "RED",
                                        "OUTSTANDING",
                                        "ON_TARGET",
                                        "WATCH",
                                        "OFF",
                                        "CRITICAL"),
                                true)),
                RuleColumns.reason(),
                RuleColumns.source());
    }

    private void fillRows() {
        // Financial
        atLeast(
                "quota_attainment",
                "1",
                "0.9",
                "100 % is the quota; up to a tenth below is a warning",
                "ClearPoint (three bands)");
        gapOrAbsolute();
        within(
                "reps_at_quota",
                List.of("0.4", "0.5", "0.75", "0.85"),
                "Half to three quarters of reps at quota is healthy",
                "Quotas look out of reach",
                "Quotas look too easy",
                "Alexander Group");
        gap("gross_margin", "0", "-0.02", "Two points of margin are a warning, more is a loss");
        atMost("avg_discount", "0.10", "0.20", "Discounts above 20 % eat the margin", PRACTICE);
        growth("avg_deal_size", "0", "-0.10", "Deals should not shrink");
        growth("revenue_per_rep", "0", "-0.10", "Productivity should not fall");
        growth("cac", "-0.10", "-0.25", "Winning a customer may cost up to 10 % more than before");
        atMost("cac_payback", "12", "24", "One year is good, more than two years too long", SAAS);
        ltvCac();
        attainment("dso", "1", "0.8", "Up to 20 % over the target is a warning");
        within(
                "new_revenue_share",
                List.of("0", "0.2", "0.6", "0.8"),
                "A fifth to three fifths from new customers is healthy",
                "Less than nothing from new customers",
                "Nearly all from new customers: the old ones leave",
                "boscard default");
        atLeast("magic_number", "1", "0.5", "Revenue gained for each unit of money spent on growth", SAAS);
        // Customer
        growth("clv", "0", "-0.10", "Customers should not become worth less");
        atLeast("csat", "0.80", "0.70", "Four of five satisfied is good, seven of ten the least", VENDOR);
        atLeast("nps", "50", "0", "Below zero more customers warn than recommend", VENDOR);
        atMost("logo_churn", "0.05", "0.10", "A year's churn. For monthly churn use 2 % and 5 %", SAAS);
        atLeast("retention", "0.90", "0.80", "Nine of ten staying is good, eight the least", VENDOR);
        atLeast("grr", "0.90", "0.80", "Revenue kept, without counting growth", SAAS);
        atLeast("nrr", "1.10", "1.00", "Below 100 % existing customers shrink", SAAS);
        growth("repeat_rate", "0", "-0.10", "Customers should come back as often as before");
        rise("market_share", "0", "-0.005", "Half a point of market share is a warning");
        growth("products_per_customer", "0", "-0.10", "Customers should not use fewer products");
        atMost("top10_share", "0.3", "0.5", "Above one half, ten customers decide about us", PRACTICE);
        atMost("return_rate", "0.03", "0.06", "Three returns in a hundred are usual, six too many", PRACTICE);
        // Internal process
        atLeast("forecast_accuracy", "0.85", "0.75", "A forecast within 15 % can be planned with", VENDOR);
        atLeast("win_rate", "0.30", "0.20", "Three of ten decided deals is good, two the least", VENDOR);
        growth("lead_conversion", "0", "-0.10", "Leads should convert as well as before");
        growth("stage_conversion", "0", "-0.10", "Deals should move forward as well as before");
        range(
                "pipeline_coverage",
                "3",
                "5",
                "2",
                "Thin pipeline: the quota is at risk",
                "A pipeline this fat is seldom real",
                VENDOR);
        attainment("weighted_pipeline", "1", "0.8", "The target of this KPI is the quota that is still to be reached");
        atMost("sales_cycle", "84", "120", "Days; twelve weeks are usual in business sales", VENDOR);
        growth("sales_velocity", "0", "-0.10", "The pipeline should not slow down");
        atMost("response_time", "5", "60", "Minutes; leads cool off within the hour", VENDOR);
        growth("activities_per_rep", "0", "-0.10", "Activity should not fall");
        atLeast("outreach_response", "0.15", "0.08", "Who gets no answer writes to the wrong people", VENDOR);
        atMost("push_rate", "0.2", "0.4", "Deals that keep slipping are not deals", PRACTICE);
        atLeast("crm_completeness", "0.95", "0.85", "Records with holes make every other KPI doubtful", PRACTICE);
        // Learning and growth
        atMost("ramp_time", "6", "9", "Half a year is good, more than nine months too long", VENDOR);
        atMost("rep_turnover", "0.15", "0.25", "A quarter of the team a year cannot be replaced", VENDOR);
        atLeast("training_rate", "0.9", "0.75", "Nine of ten trained is good, three of four the least", PRACTICE);
        atLeast("coaching", "2", "1", "Two meetings a month are good, one the least", PRACTICE);
        atLeast("enps", "20", "0", "Below zero more colleagues warn than recommend", VENDOR);
        atLeast("capacity_coverage", "1.1", "1.0", "Some slack for leavers and illness", PRACTICE);
        // Any KPI
        int pace = rows.size();
        band("", Map.of("Pace from", "0.99"), Status.GREEN, "On pace while the period runs", "Recruiterflow");
        band("", Map.of("Pace from", "0.81"), Status.AMBER, "A little behind pace", "Recruiterflow");
        band("", Map.of("Pace below", "0.81"), Status.RED, "Far behind pace", "Recruiterflow");
        band("", Map.of("Attainment from", "1"), Status.GREEN, "The target is reached", "ClearPoint; Oracle 1.00");
        band("", Map.of("Attainment from", "0.9"), Status.AMBER, "Nearly reached", "ClearPoint; Oracle 0.70");
        band("", Map.of("Attainment below", "0.9"), Status.RED, "Not reached", "ClearPoint");
        List<List<Entry>> paces = rows.subList(pace, pace + 3);
        first.addAll(paces);
        paces.clear();
        schemes();
    }

    /** The rows of the schemes stand above all others: a KPI that names a scheme is judged by it wherever it can be. */
    private void schemes() {
        String shipped = "boscard default";
        scheme(Scheme.TWO_BAND, Map.of("Attainment from", "1"), Status.GREEN, "The target is reached", shipped);
        scheme(Scheme.TWO_BAND, Map.of("Attainment below", "1"), Status.RED, "The target is missed", shipped);
        scheme(Scheme.THREE_BAND, Map.of("Attainment from", "1"), Status.GREEN, "The target is reached", "ClearPoint");
        scheme(Scheme.THREE_BAND, Map.of("Attainment from", "0.9"), Status.AMBER, "Nearly reached", "ClearPoint");
        scheme(Scheme.THREE_BAND, Map.of("Attainment below", "0.9"), Status.RED, "Not reached", "ClearPoint");
        scheme(Scheme.FIVE_BAND, Map.of("Attainment from", "1.1"), Status.OUTSTANDING, "A tenth above", shipped);
        scheme(Scheme.FIVE_BAND, Map.of("Attainment from", "1"), Status.ON_TARGET, "The target is reached", shipped);
        scheme(Scheme.FIVE_BAND, Map.of("Attainment from", "0.9"), Status.WATCH, "Up to a tenth below", shipped);
        scheme(Scheme.FIVE_BAND, Map.of("Attainment from", "0.75"), Status.OFF, "Up to a quarter below", shipped);
        scheme(Scheme.FIVE_BAND, Map.of("Attainment below", "0.75"), Status.CRITICAL, "Far below", shipped);
        String tolerance = "Too much is as bad as too little; give a KPI rows of its own for another tolerance";
        scheme(Scheme.TOLERANCE, Map.of("Off share up to", "0.05"), Status.GREEN, tolerance, shipped);
        scheme(Scheme.TOLERANCE, Map.of("Off share up to", "0.1"), Status.AMBER, "Up to twice the tolerance", shipped);
        scheme(Scheme.TOLERANCE, Map.of("Off share above", "0.1"), Status.RED, "More than twice", shipped);
        scheme(Scheme.BASELINE, Map.of("Growth from", "0"), Status.GREEN, "At least as good as before", BASELINE);
        scheme(Scheme.BASELINE, Map.of("Growth from", "-0.1"), Status.AMBER, "Up to a tenth worse", BASELINE);
        scheme(Scheme.BASELINE, Map.of("Growth below", "-0.1"), Status.RED, "More than a tenth worse", BASELINE);
        scheme(Scheme.PEER, Map.of("Among peers from", "0.5"), Status.GREEN, "In the better half", shipped);
        scheme(Scheme.PEER, Map.of("Among peers from", "0.25"), Status.AMBER, "In the third quarter", shipped);
        scheme(Scheme.PEER, Map.of("Among peers below", "0.25"), Status.RED, "In the last quarter", shipped);
        String usual = "Within two standard deviations of what is usual";
        scheme(Scheme.ZSCORE, Map.of("Standard score above", "-2"), Status.GREEN, usual, shipped);
        scheme(Scheme.ZSCORE, Map.of("Standard score above", "-3"), Status.AMBER, "Unusually bad", shipped);
        scheme(Scheme.ZSCORE, Map.of("Standard score up to", "-3"), Status.RED, "Far worse than usual", shipped);
        String wheeler = "Wheeler, Understanding Variation; NHS Making Data Count";
        process("Process signal", "SPECIAL_CONCERN", Status.RED, "Something changed for the worse", wheeler);
        process("Assurance", "WILL_MISS", Status.AMBER, "As it works now it cannot reach the target", wheeler);
        process("Process signal", "COMMON_CAUSE", Status.GREEN, "Nothing but the usual noise", wheeler);
        process("Process signal", "SPECIAL_IMPROVE", Status.GREEN, "Something changed for the better", wheeler);
        process("Process signal", "SPECIAL_CHANGE", Status.GREEN, "Something changed; look what", wheeler);
    }

    private void scheme(Scheme scheme, Map<String, String> edges, Status status, String reason, String source) {
        var cells = new LinkedHashMap<String, Entry>();
        edges.forEach((heading, edge) -> cells.put(heading, new Entry(new BigDecimal(edge), isPercentColumn(heading))));
        scheme(scheme, cells, status, reason, source);
    }

    private void process(String heading, String word, Status status, String reason, String source) {
        var cells = new LinkedHashMap<String, Entry>();
        cells.put(heading, Entry.text(word));
        scheme(Scheme.XMR, cells, status, reason, source);
    }

    private void scheme(
            Scheme scheme, LinkedHashMap<String, Entry> cells, Status status, String reason, String source) {
        cells.put("Scheme", Entry.text(scheme.name()));
        cells.put("Status", Entry.text(status.name()));
        cells.put("Reason", Entry.text(reason));
        cells.put("Source", Entry.text(source));
        first.add(RuleColumns.row(columns, "KT", rows.size() + first.size() + 1, cells));
    }

    private void atLeast(String kpi, String green, String amber, String reason, String source) {
        three(kpi, "Value from", "Value below", green, amber, reason, source);
    }

    private void gap(String kpi, String green, String amber, String reason) {
        three(kpi, "Gap from", "Gap below", green, amber, reason, "boscard default");
    }

    private void growth(String kpi, String green, String amber, String reason) {
        three(kpi, "Growth from", "Growth below", green, amber, reason, BASELINE);
    }

    private void rise(String kpi, String green, String amber, String reason) {
        three(kpi, "Rise from", "Rise below", green, amber, reason, BASELINE);
    }

    private void attainment(String kpi, String green, String amber, String reason) {
        three(kpi, "Attainment from", "Attainment below", green, amber, reason, "boscard default");
    }

    private void three(
            String kpi, String from, String below, String green, String amber, String reason, String source) {
        band(kpi, Map.of(from, green), Status.GREEN, reason, source);
        band(kpi, Map.of(from, amber), Status.AMBER, reason, source);
        band(kpi, Map.of(below, amber), Status.RED, reason, source);
    }

    private void atMost(String kpi, String green, String amber, String reason, String source) {
        band(kpi, Map.of("Value up to", green), Status.GREEN, reason, source);
        band(kpi, Map.of("Value up to", amber), Status.AMBER, reason, source);
        band(kpi, Map.of("Value above", amber), Status.RED, reason, source);
    }

    private void within(String kpi, List<String> edges, String good, String low, String high, String source) {
        band(kpi, Map.of("Value from", edges.get(1), "Value up to", edges.get(2)), Status.GREEN, good, source);
        band(kpi, Map.of("Value from", edges.get(0), "Value up to", edges.get(3)), Status.AMBER, good, source);
        band(kpi, Map.of("Value below", edges.get(0)), Status.RED, low, source);
        band(kpi, Map.of("Value above", edges.get(3)), Status.RED, high, source);
    }

    /** Good between two edges, a warning below down to a third, and a warning however far above. */
    private void range(String kpi, String low, String high, String amberLow, String thin, String fat, String source) {
        band(kpi, Map.of("Value from", low, "Value up to", high), Status.GREEN, "Healthy", source);
        band(kpi, Map.of("Value above", high), Status.AMBER, fat, source);
        band(kpi, Map.of("Value from", amberLow), Status.AMBER, thin, source);
        band(kpi, Map.of("Value below", amberLow), Status.RED, thin, source);
    }

    private void ltvCac() {
        range(
                "ltv_cac",
                "3",
                "5",
                "2",
                "Customers hardly pay back what winning them cost",
                "Very high: there is room to invest in growth",
                SAAS);
    }

    /**
     * Growth against its target; without reaching it, growth at all is a warning and shrinking is red. The lower bands
     * compare with the target too, so that growth without a target is NO_TARGET.
     */
    private void gapOrAbsolute() {
        String kpi = "revenue_growth";
        band(kpi, Map.of("Gap from", "0"), Status.GREEN, "The growth target is reached", "boscard default");
        band(
                kpi,
                Map.of("Gap below", "0", "Value from", "0"),
                Status.AMBER,
                "Growing, but less than planned",
                "boscard default");
        band(kpi, Map.of("Gap below", "0", "Value below", "0"), Status.RED, "Shrinking", "boscard default");
    }

    private void band(String kpi, Map<String, String> edges, Status status, String reason, String source) {
        boolean ratio = !kpi.isEmpty() && CatalogueWorkbook.unitOf(kpi) == Unit.RATIO;
        var cells = new LinkedHashMap<String, Entry>();
        cells.put("KPI", Entry.text(kpi));
        edges.forEach((heading, edge) ->
                cells.put(heading, new Entry(new BigDecimal(edge), ratio || isPercentColumn(heading))));
        cells.put("Status", Entry.text(status.name()));
        cells.put("Reason", Entry.text(reason));
        cells.put("Source", Entry.text(source));
        rows.add(RuleColumns.row(columns, "KT", rows.size() + 1, cells));
    }

    private boolean isPercentColumn(String heading) {
        return columns.stream()
                .anyMatch(column -> column.heading().equals(heading) && column.content() == Content.PERCENT);
    }
}
