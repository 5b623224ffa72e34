package boscard.workbook;

import boscard.fact.Aggregation;
import boscard.fact.Direction;
import boscard.fact.Frequency;
import boscard.fact.Horizon;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.NullPolicy;
import boscard.fact.Perspective;
import boscard.fact.Scheme;
import boscard.fact.Timing;
import boscard.fact.Unit;
import boscard.indicator.Formula;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.CellRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the KPI catalogue and the perspectives, and checks that the definitions make sense (DOMAIN.md section 2). */
final class CatalogueReader {

    static final String KPIS = "KPIs";
    static final String PERSPECTIVES = "Perspectives";

    private static final List<String> REQUIRED = List.of(
            "id",
            "name",
            "perspective",
            "unit",
            "direction",
            "horizon",
            "timing",
            "frequency",
            "time_aggregation",
            "unit_aggregation",
            "weight",
            "null_policy");
    private static final List<String> OPTIONAL = List.of(
            "definition",
            "glossary",
            "formula",
            "low",
            "high",
            "pair",
            "worst",
            "stretch",
            "plausible_min",
            "plausible_max",
            "scheme",
            "seasonal",
            "owner",
            "source");
    private static final int LONGEST_ID = 100;
    private static final Pattern LOWER_SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private static final Set<Unit> NEVER_ADDITIVE = EnumSet.of(Unit.RATIO, Unit.POINTS, Unit.SCORE, Unit.MULTIPLE);
    private static final Set<Unit> NOT_ADDITIVE_WHEN_SCORED = EnumSet.of(Unit.DAYS, Unit.MONTHS, Unit.MINUTES);

    private final Problems problems;
    private final Map<String, Set<String>> operandsById = new HashMap<>();

    CatalogueReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads both sheets.
     *
     * @param perspectives null when there is no such sheet; then the perspectives of the KPIs count, in their order
     */
    KpiCatalogue read(SheetGrid kpis, @Nullable SheetGrid perspectives) {
        List<Perspective> known = perspectives == null ? List.of() : perspectives(perspectives);
        var byId = new LinkedHashMap<String, Kpi>();
        for (PlainTable.Record record :
                PlainTable.read(kpis, REQUIRED, OPTIONAL, problems).records()) {
            Kpi kpi = kpi(record, known);
            if (kpi != null) {
                Kpi first = byId.putIfAbsent(kpi.id(), kpi);
                if (first != null) {
                    problems.add(
                            ProblemCode.KEY_DUPLICATE,
                            record.at("id"),
                            "the KPI id " + kpi.id() + " is taken by "
                                    + first.origin().of("id"),
                            "the row was copied; give it an id of its own");
                }
            }
        }
        byId.values().forEach(kpi -> checkReferences(kpi, byId));
        reportFormulaCycles(byId);
        List<Perspective> shown = perspectives != null
                ? known
                : byId.values().stream()
                        .map(Kpi::perspective)
                        .distinct()
                        .map(id -> new Perspective(id, id, null))
                        .toList();
        return new KpiCatalogue(List.copyOf(byId.values()), shown);
    }

    private List<Perspective> perspectives(SheetGrid sheet) {
        var byId = new LinkedHashMap<String, Perspective>();
        for (PlainTable.Record record : PlainTable.read(sheet, List.of("id", "name"), List.of("weight"), problems)
                .records()) {
            String id = required(record, "id", record.key("id"));
            String name = required(record, "name", record.text("name"));
            BigDecimal weight = record.number("weight");
            checkWeight(record, weight);
            if (id != null && name != null && byId.putIfAbsent(id, new Perspective(id, name, weight)) != null) {
                problems.add(ProblemCode.KEY_DUPLICATE, record.at("id"), "a second perspective " + id, null);
            }
        }
        return List.copyOf(byId.values());
    }

    private @Nullable Kpi kpi(PlainTable.Record record, List<Perspective> perspectives) {
        String id = required(record, "id", record.key("id"));
        String name = required(record, "name", record.text("name"));
        String perspective = perspective(record, perspectives);
        Unit unit = required(record, "unit", record.choice("unit", Unit.class));
        Direction direction = required(record, "direction", record.choice("direction", Direction.class));
        Horizon horizon = required(record, "horizon", record.choice("horizon", Horizon.class));
        Timing timing = required(record, "timing", record.choice("timing", Timing.class));
        Frequency frequency = required(record, "frequency", record.choice("frequency", Frequency.class));
        Aggregation overTime =
                required(record, "time_aggregation", record.choice("time_aggregation", Aggregation.class));
        Aggregation overUnits =
                required(record, "unit_aggregation", record.choice("unit_aggregation", Aggregation.class));
        BigDecimal weight = required(record, "weight", record.number("weight"));
        NullPolicy nullPolicy = required(record, "null_policy", nullPolicy(record));
        if (id == null
                || name == null
                || perspective == null
                || unit == null
                || direction == null
                || horizon == null
                || timing == null
                || frequency == null
                || overTime == null
                || overUnits == null
                || weight == null
                || nullPolicy == null) {
            return null;
        }
        var kpi = new Kpi(
                id,
                name,
                perspective,
                record.text("definition"),
                record.text("glossary"),
                record.text("formula"),
                unit,
                direction,
                record.number("low"),
                record.number("high"),
                horizon,
                timing,
                frequency,
                overTime,
                overUnits,
                weight,
                record.key("pair"),
                record.number("worst"),
                record.number("stretch"),
                record.number("plausible_min"),
                record.number("plausible_max"),
                nullPolicy,
                record.choice("scheme", Scheme.class),
                record.isYes("seasonal"),
                record.text("owner"),
                record.text("source"),
                record.origin());
        check(kpi, record);
        return kpi;
    }

    private @Nullable String perspective(PlainTable.Record record, List<Perspective> perspectives) {
        String written = required(record, "perspective", record.text("perspective"));
        if (written == null || perspectives.isEmpty()) {
            return written;
        }
        List<String> ids = perspectives.stream().map(Perspective::id).toList();
        for (String id : ids) {
            if (id.equals(written) || id.equalsIgnoreCase(written.replace(' ', '_'))) {
                return id;
            }
        }
        problems.add(
                ProblemCode.CELL_CHOICE,
                record.at("perspective"),
                Excerpt.quoted(written) + " is none of the perspectives " + String.join(", ", ids),
                Suggestion.nearest(written, ids).orElse(null));
        return null;
    }

    private @Nullable NullPolicy nullPolicy(PlainTable.Record record) {
        String written = record.text("null_policy");
        if (written == null) {
            return null;
        }
        NullPolicy policy = NullPolicy.parse(written).orElse(null);
        if (policy == null) {
            problems.add(
                    ProblemCode.CELL_CHOICE,
                    record.at("null_policy"),
                    Excerpt.quoted(written) + " is none of EXCLUDE_REDISTRIBUTE, NO_DATA_PARENT, CARRY_FORWARD:n,"
                            + " TREAT_AS_ZERO, PENALISE",
                    written.toUpperCase(Locale.ROOT).startsWith("CARRY")
                            ? "CARRY_FORWARD:2, with the number of periods"
                            : null);
        }
        return policy;
    }

    private void check(Kpi kpi, PlainTable.Record record) {
        if (kpi.id().length() > LONGEST_ID
                || !LOWER_SNAKE_CASE.matcher(kpi.id()).matches()) {
            invalid(record.at("id"), "the id " + Excerpt.quoted(kpi.id()) + " is not lower snake case", "win_rate");
        }
        if (kpi.horizon() == Horizon.MEDIUM) {
            problems.add(
                    ProblemCode.CELL_CHOICE,
                    record.at("horizon"),
                    "the horizon of a KPI is SHORT or LONG, not MEDIUM",
                    "SHORT up to one quarter, LONG above");
        }
        checkWeight(record, kpi.weight());
        if (kpi.direction() == Direction.IN_RANGE) {
            if (kpi.low() == null && record.isEmpty("low")) {
                invalid(record.at("low"), "a KPI with direction IN_RANGE needs its lower edge", null);
            }
            if (kpi.high() == null && record.isEmpty("high")) {
                invalid(record.at("high"), "a KPI with direction IN_RANGE needs its upper edge", null);
            }
        }
        checkOrder(record, "low", kpi.low(), "high", kpi.high());
        checkOrder(record, "plausible_min", kpi.plausibleMin(), "plausible_max", kpi.plausibleMax());
        if (kpi.direction() == Direction.LOWER) {
            checkOrder(record, "stretch", kpi.stretch(), "worst", kpi.worst());
        } else {
            checkOrder(record, "worst", kpi.worst(), "stretch", kpi.stretch());
        }
        checkAdditive(kpi, kpi.timeAggregation(), record, "time_aggregation");
        checkAdditive(kpi, kpi.unitAggregation(), record, "unit_aggregation");
        if (kpi.formula() != null) {
            try {
                operandsById.put(kpi.id(), Formula.parse(kpi.formula()).kpis());
            } catch (Formula.SyntaxException e) {
                problems.add(
                        ProblemCode.FORMULA_INVALID,
                        record.at("formula"),
                        "the formula " + Excerpt.quoted(kpi.formula()) + " cannot be read at character " + e.position()
                                + ": " + e.getMessage(),
                        null);
            }
        }
    }

    private void checkOrder(
            PlainTable.Record record,
            String lowName,
            @Nullable BigDecimal low,
            String highName,
            @Nullable BigDecimal high) {
        if (low != null && high != null && low.compareTo(high) > 0) {
            problems.add(
                    ProblemCode.RANGE_REVERSED,
                    record.at(highName),
                    PlainTable.heading(highName) + " " + high.toPlainString() + " is below "
                            + PlainTable.heading(lowName).toLowerCase(Locale.ROOT) + " "
                            + low.toPlainString() + " (" + record.at(lowName).address() + ")",
                    "the two are swapped");
        }
    }

    private void checkAdditive(Kpi kpi, Aggregation aggregation, PlainTable.Record record, String column) {
        boolean additive = !NEVER_ADDITIVE.contains(kpi.unit())
                && !(kpi.isScored() && NOT_ADDITIVE_WHEN_SCORED.contains(kpi.unit()));
        if (aggregation == Aggregation.SUM && !additive) {
            problems.add(
                    ProblemCode.NON_ADDITIVE_SUM,
                    record.at(column),
                    "values of " + kpi.id() + " in " + kpi.unit() + " cannot be summed",
                    kpi.formula() == null ? "AVG, LAST or MEDIAN_OF_RECORDS" : "RATIO_OF_SUMS");
        }
    }

    private void checkWeight(PlainTable.Record record, @Nullable BigDecimal weight) {
        if (weight != null && weight.signum() < 0) {
            invalid(record.at("weight"), "the weight " + weight.toPlainString() + " is below 0", null);
        }
    }

    private void checkReferences(Kpi kpi, Map<String, Kpi> byId) {
        if (kpi.pair() != null && !byId.containsKey(kpi.pair())) {
            problems.add(
                    ProblemCode.KPI_UNKNOWN,
                    kpi.origin().of("pair"),
                    "the pair " + Excerpt.quoted(kpi.pair()) + " is not in the catalogue",
                    Suggestion.nearest(kpi.pair(), byId.keySet()).orElse(null));
        }
        for (String operand : operands(kpi)) {
            if (!byId.containsKey(operand)) {
                problems.add(
                        ProblemCode.KPI_UNKNOWN,
                        kpi.origin().of("formula"),
                        "the formula of " + kpi.id() + " uses " + Excerpt.quoted(operand)
                                + ", which is not in the catalogue",
                        Suggestion.nearest(operand, byId.keySet()).orElse(null));
            }
        }
    }

    /** None when the KPI is imported or its formula cannot be read, which was reported. */
    private Set<String> operands(Kpi kpi) {
        return operandsById.getOrDefault(kpi.id(), Set.of());
    }

    /** Each cycle once, at its first KPI. A KPI may use its own earlier values through prior() and prev(). */
    private void reportFormulaCycles(Map<String, Kpi> byId) {
        var done = new HashSet<String>();
        for (String id : byId.keySet()) {
            findCycle(id, new ArrayList<>(), done, byId);
        }
    }

    private void findCycle(String id, List<String> path, Set<String> done, Map<String, Kpi> byId) {
        Kpi kpi = byId.get(id);
        int before = path.indexOf(id);
        if (before >= 0) {
            List<String> cycle = new ArrayList<>(path.subList(before, path.size()));
            cycle.add(id);
            Kpi first = Objects.requireNonNull(byId.get(id));
            problems.add(
                    ProblemCode.FORMULA_CYCLE,
                    first.origin().of("formula"),
                    "the formulas need each other: " + String.join(" → ", cycle),
                    null);
        } else if (kpi != null && !done.contains(id)) {
            path.add(id);
            operands(kpi).stream()
                    .filter(operand -> !operand.equals(id))
                    .forEach(operand -> findCycle(operand, path, done, byId));
            path.remove(path.size() - 1);
            done.add(id);
        }
    }

    private <T> @Nullable T required(PlainTable.Record record, String name, @Nullable T value) {
        if (value == null && record.isEmpty(name)) {
            problems.add(
                    ProblemCode.VALUE_REQUIRED, record.at(name), PlainTable.heading(name) + " must be filled", null);
        }
        return value;
    }

    private void invalid(CellRef at, String message, @Nullable String advice) {
        problems.add(ProblemCode.CATALOGUE_INVALID, at, message, advice);
    }
}
