package boscard.ledger;

import static boscard.ledger.Column.address;
import static boscard.ledger.Column.addresses;
import static boscard.ledger.Column.day;
import static boscard.ledger.Column.number;
import static boscard.ledger.Column.text;
import static boscard.ledger.Column.texts;
import static boscard.ledger.Column.values;
import static boscard.ledger.Column.whole;
import static boscard.ledger.Column.yesNo;

import boscard.database.DuckDb;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.rulebook.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One table of a run: its columns, and the order of its rows, which makes equal content equal bytes. docs/runs.md
 * describes each column to people.
 *
 * @param name of the file, without its ending
 * @param columns without {@link #EXACT}, which every table has
 * @param order SQL expressions that together tell any two rows apart
 */
record RunTable(String name, List<Column> columns, List<String> order) {

    /** Exact texts of the numbers of a row that its decimal columns cannot hold; nearly always null. */
    static final String EXACT = "exact";

    static final RunTable SCORECARDS = new RunTable(
            "scorecards",
            List.of(
                    text("scorecard"),
                    text("name"),
                    text("level"),
                    text("parent"),
                    whole("statuses"),
                    whole("findings"),
                    whole("recommendations"),
                    text("digest")),
            List.of("scorecard"));

    static final RunTable RESULTS = new RunTable(
            "results",
            List.of(
                    text("scorecard"),
                    text("kpi"),
                    text("period"),
                    text("grain"),
                    day("last_day"),
                    text("perspective"),
                    text("status"),
                    text("raw_status"),
                    number("actual"),
                    text("actual_state"),
                    number("target"),
                    text("target_state"),
                    number("value"),
                    text("unit"),
                    number("attainment"),
                    number("score"),
                    number("raw_score"),
                    number("weight"),
                    whole("periods_red"),
                    yesNo("provisional"),
                    yesNo("latest"),
                    text("direction"),
                    text("horizon"),
                    text("timing"),
                    text("note"),
                    address("measured_at"),
                    text("rule_id"),
                    address("rule"),
                    texts("lost_rows"),
                    addresses("facts"),
                    texts("builds_on"),
                    texts("qualifiers")),
            List.of("scorecard", "kpi", "last_day", "period", "grain"));

    static final RunTable NODES = new RunTable(
            "nodes",
            List.of(
                    text("scorecard"),
                    text("kind"),
                    text("node"),
                    text("name"),
                    text("grain"),
                    text("period"),
                    number("weight"),
                    number("score"),
                    number("coverage"),
                    text("status"),
                    text("raw_status"),
                    text("veto_by"),
                    whole("red"),
                    whole("children"),
                    yesNo("latest"),
                    text("method"),
                    text("rule_id"),
                    texts("qualifiers"),
                    text("unscored")),
            List.of("scorecard", "period", "list_position(['OBJECTIVE', 'PERSPECTIVE', 'SCORECARD'], kind)", "node"));

    static final RunTable GOALS = new RunTable(
            "goals",
            List.of(
                    text("scorecard"),
                    text("goal"),
                    text("kpi"),
                    number("score"),
                    text("s"),
                    text("m"),
                    text("a"),
                    text("r"),
                    text("t")),
            List.of("scorecard", "goal", "kpi NULLS FIRST"));

    static final RunTable GOAL_TESTS = new RunTable(
            "goal_tests",
            List.of(
                    text("scorecard"),
                    text("goal"),
                    text("kpi"),
                    whole("position"),
                    text("test"),
                    text("result"),
                    text("message"),
                    values("values"),
                    text("rule_id"),
                    address("rule"),
                    texts("lost_rows"),
                    addresses("facts"),
                    texts("builds_on")),
            List.of("scorecard", "goal", "kpi NULLS FIRST", "position"));

    static final RunTable FINDINGS = new RunTable(
            "findings",
            List.of(
                    text("id"),
                    text("stage"),
                    text("code"),
                    text("severity"),
                    text("state"),
                    text("confidence"),
                    text("status"),
                    text("scorecard"),
                    text("kpi"),
                    text("goal"),
                    text("period"),
                    text("other"),
                    text("perspective"),
                    number("value"),
                    number("threshold"),
                    text("unit"),
                    values("values"),
                    text("message"),
                    text("rule_id"),
                    address("rule"),
                    texts("lost_rows"),
                    addresses("facts"),
                    texts("builds_on"),
                    yesNo("latest"),
                    texts("suppressed_by"),
                    text("counterfactual")),
            List.of(
                    "scorecard",
                    "kpi NULLS FIRST",
                    "goal NULLS FIRST",
                    "period NULLS FIRST",
                    "other NULLS FIRST",
                    "list_position([" + stages() + "], stage)",
                    "code",
                    "id",
                    "message"));

    static final RunTable RECOMMENDATIONS = new RunTable(
            "recommendations",
            List.of(
                    text("id"),
                    text("code"),
                    text("severity"),
                    text("scorecard"),
                    text("kpi"),
                    text("goal"),
                    text("period"),
                    text("other"),
                    whole("rank"),
                    text("action"),
                    text("owner_role"),
                    text("owner"),
                    day("due"),
                    text("expected_effect"),
                    texts("findings"),
                    texts("finding_codes"),
                    text("rule_id"),
                    address("rule"),
                    texts("lost_rows"),
                    addresses("facts"),
                    texts("builds_on")),
            List.of("scorecard", "rank", "id", "action"));

    static final RunTable SUPPRESSIONS = new RunTable(
            "suppressions",
            List.of(
                    text("scorecard"),
                    text("finding"),
                    text("cause"),
                    text("effect"),
                    text("scope"),
                    text("rule_id"),
                    address("rule")),
            List.of("scorecard", "finding", "cause", "effect", "scope", "rule_id"));

    static final RunTable PROBLEMS = new RunTable(
            "problems",
            List.of(
                    text("code"),
                    text("severity"),
                    text("scorecard"),
                    address("place"),
                    text("message"),
                    text("advice")),
            List.of(
                    "place.file",
                    "place.sheet",
                    "place.\"row\"",
                    "place.\"column\"",
                    "place.address",
                    "list_position(['ERROR', 'WARNING', 'ADVICE'], severity)",
                    "code",
                    "message",
                    "scorecard NULLS FIRST",
                    "advice NULLS FIRST"));

    static final RunTable LAYOUTS = new RunTable(
            "layouts",
            List.of(whole("layout"), text("field"), whole("position"), text("heading")),
            List.of("layout", "position", "field"));

    /** What each scorecard was told of all others; it follows from the facts, and is kept to be read quickly. */
    static final RunTable POPULATION = new RunTable(
            "population",
            List.of(
                    text("what"),
                    text("kpi"),
                    text("group"),
                    text("period"),
                    day("period_first"),
                    day("period_last"),
                    text("name"),
                    whole("first"),
                    whole("second")),
            List.of(
                    "what",
                    "kpi NULLS FIRST",
                    "\"group\" NULLS FIRST",
                    "period_first NULLS FIRST",
                    "period NULLS FIRST",
                    "\"name\" NULLS FIRST"));

    /** The tables of conclusions: equal for equal rulebook, facts and as-of date. */
    static final List<RunTable> CONCLUSIONS =
            List.of(SCORECARDS, RESULTS, NODES, GOALS, GOAL_TESTS, FINDINGS, RECOMMENDATIONS, SUPPRESSIONS, PROBLEMS);

    RunTable {
        columns = List.copyOf(columns);
        order = List.copyOf(order);
    }

    /** The table of a kind of fact; its columns follow the schema, and then say where the fact stood. */
    static RunTable of(FactKind kind) {
        var columns = new ArrayList<Column>();
        for (FactSchema.Field field : FactSchema.of(kind).fields()) {
            String name = field.name();
            switch (field.type()) {
                case TEXT, CHOICE -> columns.add(text(name));
                case INTEGER -> columns.add(whole(name));
                case DECIMAL -> columns.add(number(name));
                case READING -> {
                    columns.add(number(name));
                    columns.add(text(name + "_state"));
                }
                case DATE -> columns.add(day(name));
                case PERIOD -> {
                    columns.add(text(name));
                    columns.add(day(name + "_first"));
                    columns.add(day(name + "_last"));
                }
                case YES_NO -> columns.add(yesNo(name));
                case LIST -> columns.add(texts(name));
            }
        }
        columns.add(text("origin_file"));
        columns.add(text("origin_sheet"));
        columns.add(whole("origin_row"));
        columns.add(whole("origin_layout"));
        columns.add(text("origin_how"));
        columns.add(texts("origin_joined"));
        var order = new ArrayList<>(kind.key().stream().map(DuckDb::name).toList());
        order.addAll(List.of("origin_file NULLS FIRST", "origin_sheet NULLS FIRST", "origin_row NULLS FIRST"));
        return new RunTable(
                kind == FactKind.MEASUREMENTS ? "measurements" : "facts-" + kind.canonicalName(), columns, order);
    }

    /** Tables are told apart by name: writers are looked up by table for every row. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunTable table && name.equals(table.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Name of its file in the run's folder. */
    String fileName() {
        return name + ".parquet";
    }

    /** Every column with its type, as DuckDB's JSON reader takes them. */
    String columnTypes() {
        return columns.stream()
                .map(column -> DuckDb.name(column.name()) + ": " + DuckDb.literal(column.type()))
                .collect(Collectors.joining(", ", "{", ", " + EXACT + ": 'VARCHAR'}"));
    }

    private static String stages() {
        return Arrays.stream(Stage.values())
                .map(Stage::agendaGroup)
                .map(DuckDb::literal)
                .collect(Collectors.joining(", "));
    }
}
