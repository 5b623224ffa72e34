package boscard.given;

import boscard.evaluation.Performance;
import boscard.evaluation.Status;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Perspective;
import boscard.rulebook.Parameter;
import boscard.rulebook.Parameters;
import boscard.rulebook.RuleDocument;
import boscard.rulebook.Rulebook;
import boscard.rulebook.Stage;
import boscard.source.CellRef;
import boscard.table.DecisionTable;
import boscard.table.HitPolicy;
import boscard.table.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A rulebook in the making, with the parameters that every rulebook has. */
public final class Rulebooks {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final List<Kpi> kpis = new ArrayList<>();
    private final List<Perspective> perspectives = new ArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<DecisionTable> tables = new ArrayList<>();
    private final List<RuleDocument> documents = new ArrayList<>();
    private final Set<LocalDate> holidays = new HashSet<>();

    private Rulebooks() {
        for (String id : List.of(
                Perspective.FINANCIAL,
                Perspective.CUSTOMER,
                Perspective.INTERNAL_PROCESS,
                Perspective.LEARNING_GROWTH)) {
            perspectives.add(new Perspective(id, id, null));
        }
        parameter("coverage_min", "0.6");
        parameter("veto_weight", "0.2");
        parameter("score_cap", "100");
        parameter("trend_points", "6");
        parameter("trend_min_points", "4");
        parameter("trend_change", "0.05");
        parameter("trend_consistency", "0.8");
        parameter("g9_neighbours", "3");
        parameter("ad1_low", "0.7");
        parameter("ad1_high", "1.3");
        parameter("due_days_critical", "7");
        parameter("due_days_fail", "14");
        parameter("due_days_warn", "30");
        parameter("max_recommendations", "10");
        parameter("p2_spend_share", "0.5");
    }

    public static Rulebooks rulebook(Kpi... kpis) {
        var made = new Rulebooks();
        made.kpis.addAll(List.of(kpis));
        return made;
    }

    /** Attainment from 1 is GREEN, from 0.9 AMBER, else RED, for every KPI. */
    public static DecisionTable threeBands() {
        return Tables.table("Thresholds", Stage.STATUS, HitPolicy.FIRST, Performance.class)
                .when("attainment", Operator.AT_LEAST)
                .then("status")
                .row("KT-001", "1", Status.GREEN)
                .row("KT-002", "0.9", Status.AMBER)
                .row("KT-003", "-1000000000000", Status.RED)
                .build();
    }

    public Rulebooks perspective(String id, String weight) {
        perspectives.replaceAll(
                one -> one.id().equals(id) ? new Perspective(id, one.name(), new BigDecimal(weight)) : one);
        return this;
    }

    public Rulebooks parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    public Rulebooks without(String parameter) {
        parameters.remove(parameter);
        return this;
    }

    public Rulebooks holiday(String day) {
        holidays.add(LocalDate.parse(day));
        return this;
    }

    public Rulebooks with(DecisionTable... some) {
        tables.addAll(List.of(some));
        return this;
    }

    /** A rule file; the imports and the global are written for it, on its first lines. */
    public Rulebooks rules(String path, String... lines) {
        documents.add(Rules.file(path, lines));
        return this;
    }

    public Rulebook build() {
        var rows = new ArrayList<Parameter>();
        parameters.forEach((name, value) -> rows.add(new Parameter(
                name,
                NUMBER.matcher(value).matches() ? new BigDecimal(value) : null,
                value,
                name,
                CellRef.of("parameters.xlsx", "Parameters", rows.size() + 2, 2))));
        return new Rulebook(
                new KpiCatalogue(kpis, perspectives),
                new Parameters(rows),
                tables,
                documents,
                Map.of(),
                holidays,
                "0".repeat(64));
    }
}
