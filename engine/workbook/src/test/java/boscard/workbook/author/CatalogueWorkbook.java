package boscard.workbook.author;

import boscard.fact.Aggregation;
import boscard.fact.Direction;
import boscard.fact.Frequency;
import boscard.fact.Horizon;
import boscard.fact.NullPolicy;
import boscard.fact.Scheme;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.workbook.layout.Choices;
import boscard.workbook.layout.Column;
import boscard.workbook.layout.Column.Content;
import boscard.workbook.layout.Column.Role;
import boscard.workbook.layout.Entry;
import boscard.workbook.layout.PlainTable;
import boscard.workbook.layout.ReadMe;
import boscard.workbook.layout.ReadMe.Section;
import boscard.workbook.layout.WorkbookLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** kpi-catalogue.xlsx: what is measured, in what unit, and which way is better (DOMAIN.md sections 2 and 12). */
final class CatalogueWorkbook {

    private static final Map<String, String> PERSPECTIVES = Map.of(
            "F", "FINANCIAL",
            "C", "CUSTOMER",
            "I", "INTERNAL_PROCESS",
            "L", "LEARNING_GROWTH");
    private static final Map<String, String> DIRECTIONS = Map.of("H", "HIGHER", "L", "LOWER", "R", "IN_RANGE");
    private static final Map<String, String> HORIZONS = Map.of("S", "SHORT", "L", "LONG");
    private static final Map<String, String> TIMINGS = Map.of("Ld", "LEADING", "Lg", "LAGGING");

    private CatalogueWorkbook() {}

    static WorkbookLayout layout() {
        return new WorkbookLayout("KPI catalogue", List.of(readMe(), kpis(), perspectives()));
    }

    /** Ids of the scored KPIs, then of the base measures. */
    static List<String> kpiIds() {
        return lines().stream().map(line -> line.get(0)).toList();
    }

    static List<String> scoredKpiIds() {
        return TextRows.cells(CatalogueText.SCORED).stream()
                .map(line -> line.get(0))
                .toList();
    }

    static Unit unitOf(String kpi) {
        return lines().stream()
                .filter(line -> line.get(0).equals(kpi))
                .map(line -> Unit.valueOf(line.get(3)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not in the catalogue: " + kpi));
    }

    private static List<List<String>> lines() {
        var lines = new ArrayList<>(TextRows.cells(CatalogueText.SCORED));
        lines.addAll(TextRows.cells(CatalogueText.BASE));
        return lines;
    }

    private static ReadMe readMe() {
        return new ReadMe(
                "KPI catalogue",
                List.of(
                        Section.of(
                                "What this workbook decides",
                                "Which KPIs exist, what they mean, how they are computed and which way is better. Every other"
                                        + " workbook and every file of facts uses the ids of the sheet KPIs.",
                                "From which value on a KPI is green or red stands in kpi-thresholds.xlsx, not here."),
                        Section.of(
                                "To add a KPI",
                                "Copy a whole row of the sheet KPIs, insert it, give it a new id in lower case with underscores,"
                                        + " such as renewal_rate, and change the other cells. An id is never used again for"
                                        + " something else.",
                                "A scored KPI has a weight above 0. A base measure has weight 0: it is tracked and used in"
                                        + " formulas, but it has no score and no colour.",
                                "An empty formula means that the value is imported. With a formula, boscard adds up the base"
                                        + " measures first and divides last, so that a quarter is not the mean of its months."),
                        Section.of(
                                "What a formula may contain",
                                "Ids of this sheet, numbers, + - * / and brackets, abs(x), min(x, y), prior(x) for a year earlier,"
                                        + " prev(x) for the period before, target(x), forecast(x) and days() for the days of the"
                                        + " period."),
                        Section.of(
                                "Units",
                                "A RATIO is a share of one: 12 % is 0.12 in the facts. MULTIPLE is a factor such as 3.5 times,"
                                        + " POINTS run from -100 to 100, CURRENCY is in the currency of the scorecard."),
                        Section.of(
                                "Low, High, Plausible min, Plausible max",
                                "Low and High are the edges of the good range and belong to it. They are needed when the"
                                        + " direction is IN_RANGE, and only then.",
                                "A value outside the plausible range is taken for a data error, not for a bad result. A negative"
                                        + " plausible minimum says that the KPI can be below zero; attainment in percent of a"
                                        + " target is then not computed."),
                        Section.of("Afterwards", "Save, close, and run ./boscard check")));
    }

    private static PlainTable kpis() {
        List<Column> columns = columns();
        List<List<Entry>> rows = lines().stream()
                .map(line -> TextRows.entries(columns, catalogueCells(line)))
                .map(entries -> withPercentages(columns, entries))
                .toList();
        return new PlainTable("KPIs", columns, 2, rows);
    }

    /** From the short form of {@link CatalogueText} to the columns of the sheet. */
    private static List<String> catalogueCells(List<String> line) {
        String[] aggregation = line.get(8).split("/", -1);
        String[] range = edges(line.get(11));
        String[] plausible = edges(line.get(12));
        return Arrays.asList(
                line.get(0),
                line.get(1),
                PERSPECTIVES.get(line.get(2)),
                line.get(16),
                line.get(17),
                readable(line.get(15)),
                line.get(3),
                DIRECTIONS.get(line.get(4)),
                range[0],
                range[1],
                HORIZONS.get(line.get(5)),
                TIMINGS.get(line.get(6)),
                line.get(7),
                aggregation(aggregation[0]),
                aggregation(aggregation[aggregation.length - 1]),
                line.get(9),
                line.get(10),
                "",
                "",
                plausible[0],
                plausible[1],
                NullPolicy.EXCLUDE.toString(),
                line.get(13),
                line.get(14),
                "",
                "");
    }

    /** With spaces around operators, so that a long formula wraps between them. */
    private static String readable(String formula) {
        return formula.replaceAll("([-+*/])", " $1 ").replace(",", ", ");
    }

    private static String aggregation(String code) {
        return switch (code) {
            case "ROS" -> Aggregation.RATIO_OF_SUMS.name();
            case "MED" -> Aggregation.MEDIAN_OF_RECORDS.name();
            default -> Aggregation.valueOf(code).name();
        };
    }

    private static String[] edges(String range) {
        return range.isEmpty() ? new String[] {"", ""} : range.split("\\.\\.", -1);
    }

    /** The numbers of a RATIO are shown as percentages. */
    private static List<Entry> withPercentages(List<Column> columns, List<Entry> entries) {
        boolean ratio = Unit.RATIO.name().equals(entries.get(6).value());
        var result = new ArrayList<Entry>();
        for (int i = 0; i < entries.size(); i++) {
            boolean inUnit = List.of("Low", "High", "Plausible min", "Plausible max")
                    .contains(columns.get(i).heading());
            result.add(
                    ratio && inUnit && !entries.get(i).isEmpty()
                            ? new Entry(entries.get(i).value(), true)
                            : entries.get(i));
        }
        return result;
    }

    private static List<Column> columns() {
        Choices ids = Choices.open("KPI", kpiIds());
        Choices perspectives =
                Choices.open("Perspective", List.of("FINANCIAL", "CUSTOMER", "INTERNAL_PROCESS", "LEARNING_GROWTH"));
        return List.of(
                Column.plain(
                                "Id",
                                "Lower case with underscores. Facts, formulas and the other workbooks use it. Never"
                                        + " reuse the id of a KPI that you dropped.")
                        .as(Role.ID)
                        .wide(24),
                Column.plain("Name", "What reports call the KPI.").wide(31),
                Column.plain("Perspective", "One of the sheet Perspectives.")
                        .wide(22)
                        .choosing(perspectives),
                Column.plain("Definition", "Exactly what is counted, so that two people get the same number.")
                        .wide(60)
                        .holding(Content.SENTENCE),
                Column.plain("Glossary", "The same in plain words, as reps read it.")
                        .wide(52)
                        .holding(Content.SENTENCE),
                Column.plain(
                                "Formula",
                                "How it is computed from other ids of this sheet. Empty: the value is imported.")
                        .wide(44)
                        .holding(Content.SENTENCE),
                Column.plain(
                                "Unit",
                                "RATIO is a share of one (12 % is 0.12); MULTIPLE is a factor; CURRENCY is in the"
                                        + " currency of the scorecard.")
                        .wide(14)
                        .choosing(Choices.of(Unit.class)),
                Column.plain(
                                "Direction",
                                "HIGHER or LOWER is better, IN_RANGE is best between Low and High, BINARY is"
                                        + " yes or no.")
                        .wide(12)
                        .choosing(Choices.of(Direction.class)),
                Column.plain("Low", "Lower edge of the good range, included. Only for IN_RANGE.")
                        .wide(9)
                        .holding(Content.NUMBER),
                Column.plain("High", "Upper edge of the good range, included. Only for IN_RANGE.")
                        .wide(9)
                        .holding(Content.NUMBER),
                Column.plain("Horizon", "SHORT pays off within a quarter, LONG after a year or more.")
                        .wide(11)
                        .choosing(new Choices("KpiHorizon", List.of(Horizon.SHORT.name(), Horizon.LONG.name()), true)),
                Column.plain("Timing", "LEADING moves before the outcome, LAGGING is the outcome.")
                        .wide(11)
                        .choosing(Choices.of(Timing.class)),
                Column.plain(
                                "Frequency",
                                "How often it is reported: W week, M month, Q quarter, Y year. Finer facts are"
                                        + " brought together, coarser ones are never split.")
                        .wide(12)
                        .choosing(Choices.of(Frequency.class)),
                Column.plain(
                                "Time aggregation",
                                "How months become a quarter. Flows SUM, stocks LAST, KPIs with a"
                                        + " formula RATIO_OF_SUMS, medians MEDIAN_OF_RECORDS.")
                        .wide(23)
                        .choosing(Choices.of(Aggregation.class)),
                Column.plain("Unit aggregation", "How teams become a region. A ratio is never summed.")
                        .wide(23)
                        .choosing(Choices.of(Aggregation.class)),
                Column.plain(
                                "Weight",
                                "Relative importance within the scorecard. 0 is a base measure: tracked, never"
                                        + " scored.")
                        .wide(10)
                        .holding(Content.NUMBER),
                Column.plain("Pair", "The KPI that shows when this one is reached at the expense of something else.")
                        .wide(19)
                        .choosing(ids),
                Column.plain("Worst", "Zero point of TWO_POINT scoring, in the unit of the KPI. Usually empty.")
                        .wide(9)
                        .holding(Content.NUMBER),
                Column.plain(
                                "Stretch",
                                "Point beyond the target that earns extra credit in TWO_POINT scoring. Usually"
                                        + " empty.")
                        .wide(10)
                        .holding(Content.NUMBER),
                Column.plain(
                                "Plausible min",
                                "Below this a value is taken for a data error. Negative only if the KPI can"
                                        + " be below zero.")
                        .wide(11)
                        .holding(Content.NUMBER),
                Column.plain("Plausible max", "Above this a value is taken for a data error.")
                        .wide(11)
                        .holding(Content.NUMBER),
                Column.plain(
                                "Null policy",
                                "What a missing value does to the scorecard. EXCLUDE_REDISTRIBUTE leaves it"
                                        + " out and shares its weight; CARRY_FORWARD:2 uses a value up to two periods old.")
                        .wide(25)
                        .choosing(Choices.open(
                                "NullPolicy",
                                List.of(
                                        "EXCLUDE_REDISTRIBUTE",
                                        "NO_DATA_PARENT",
                                        "CARRY_FORWARD:1",
                                        "TREAT_AS_ZERO",
                                        "PENALISE"))),
                Column.plain("Owner", "Role that answers for the definition and the number.")
                        .as(Role.NOTE)
                        .wide(25),
                Column.plain(
                                "Source",
                                "Where the number comes from: SYSTEM:..., SURVEY:... (counts as subjective) or"
                                        + " MANUAL:... (typed by people).")
                        .as(Role.NOTE)
                        .wide(25),
                Column.plain(
                                "Scheme",
                                "How its status is found: the rows with this scheme at the top of kpi-thresholds.xlsx. Empty"
                                        + " or ABSOLUTE: by the rows of its own, else by those for any KPI. These rows"
                                        + " also count where the scheme has too few points.")
                        .wide(14)
                        .choosing(Choices.of(Scheme.class)),
                Column.plain(
                                "Seasonal",
                                "Yes when it repeats with the season: process limits are freed of the season, and a"
                                        + " period that runs is compared with the usual share by the same day.")
                        .wide(11)
                        .choosing(new Choices("YesOrNo", List.of("Y", "N"), true)));
    }

    private static PlainTable perspectives() {
        List<Column> columns = List.of(
                Column.plain("Id", "Used in the sheet KPIs and in the objectives.")
                        .as(Role.ID)
                        .wide(22),
                Column.plain("Name", "What reports call it.").wide(30),
                Column.plain("Weight", "Relative to the other perspectives. Empty: the sum of the weights of its KPIs.")
                        .wide(12)
                        .holding(Content.NUMBER));
        return new PlainTable("Perspectives", columns, 0, TextRows.rows(columns, """
                FINANCIAL        | Financial             |
                CUSTOMER         | Customer              |
                INTERNAL_PROCESS | Internal process      |
                LEARNING_GROWTH  | Learning and growth   |
                """));
    }
}
