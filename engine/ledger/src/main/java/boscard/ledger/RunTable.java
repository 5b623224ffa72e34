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

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table of a run and its columns. Rows are stored in the order in which they come, which equal content makes equal
 * (see {@link EvaluationRows}). docs/runs.md describes each column to people.
 *
 * @param name of the file, without its ending
 * @param columns the last one is {@link #EXACT}, which every table has
 */
record RunTable(String name, List<Column> columns) {

    /** Exact texts of the numbers of a row that its decimal columns cannot hold; nearly always null. */
    static final String EXACT = "exact";

    static final RunTable SCORECARDS = RunTable.of(
            "scorecards",
            text("scorecard"),
            text("name"),
            text("level"),
            text("parent"),
            whole("statuses"),
            whole("findings"),
            whole("recommendations"),
            text("digest"));

    static final RunTable RESULTS = RunTable.of(
            "results",
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
            texts("qualifiers"));

    static final RunTable NODES = RunTable.of(
            "nodes",
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
            text("unscored"));

    static final RunTable GOALS = RunTable.of(
            "goals",
            text("scorecard"),
            text("goal"),
            text("kpi"),
            number("score"),
            text("s"),
            text("m"),
            text("a"),
            text("r"),
            text("t"));

    static final RunTable GOAL_TESTS = RunTable.of(
            "goal_tests",
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
            texts("builds_on"));

    static final RunTable FINDINGS = RunTable.of(
            "findings",
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
            text("counterfactual"));

    static final RunTable RECOMMENDATIONS = RunTable.of(
            "recommendations",
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
            texts("builds_on"));

    static final RunTable SUPPRESSIONS = RunTable.of(
            "suppressions",
            text("scorecard"),
            text("finding"),
            text("cause"),
            text("effect"),
            text("scope"),
            text("rule_id"),
            address("rule"));

    static final RunTable PROBLEMS = RunTable.of(
            "problems",
            text("code"),
            text("severity"),
            text("scorecard"),
            address("place"),
            text("message"),
            text("advice"));

    static final RunTable LAYOUTS =
            RunTable.of("layouts", whole("layout"), text("field"), whole("position"), text("heading"));

    /** What each scorecard was told of all others; it follows from the facts, and is kept to be read quickly. */
    static final RunTable POPULATION = RunTable.of(
            "population",
            text("what"),
            text("kpi"),
            text("group"),
            text("period"),
            day("period_first"),
            day("period_last"),
            text("name"),
            whole("first"),
            whole("second"));

    /** The tables of conclusions: equal for equal rulebook, facts and as-of date. */
    static final List<RunTable> CONCLUSIONS =
            List.of(SCORECARDS, RESULTS, NODES, GOALS, GOAL_TESTS, FINDINGS, RECOMMENDATIONS, SUPPRESSIONS, PROBLEMS);

    RunTable {
        columns = List.copyOf(columns);
    }

    private static RunTable of(String name, Column... columns) {
        var all = new ArrayList<>(List.of(columns));
        all.add(text(EXACT));
        return new RunTable(name, all);
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
        columns.add(text("origin_file").aside());
        columns.add(text("origin_sheet").aside());
        columns.add(whole("origin_row").aside());
        columns.add(whole("origin_layout").aside());
        columns.add(text("origin_how").aside());
        columns.add(texts("origin_joined").aside());
        String name = kind == FactKind.MEASUREMENTS ? "measurements" : "facts-" + kind.canonicalName();
        return of(name, columns.toArray(Column[]::new));
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
}
