package boscard.intake.mapping;

import boscard.fact.Grain;
import boscard.intake.mapping.Aggregation.AggregateKpi;
import boscard.intake.mapping.Aggregation.Operation;
import boscard.intake.mapping.Aggregation.Signed;
import boscard.intake.mapping.Aggregation.Term;
import boscard.intake.mapping.TableLayout.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code aggregate}. */
final class AggregationReader {

    private static final String TERM = "write `sum: Amount`, `count: rows`, `distinct: Order`, `average: Days`, or"
            + " `ratio: {of: {sum: Margin}, to: {sum: Sales}}`.";
    private static final List<String> OPERATIONS = List.of("sum", "count", "distinct", "average");

    private final NodeReader nodes;
    private final LayoutReader conditions;

    AggregationReader(NodeReader nodes, LayoutReader conditions) {
        this.nodes = nodes;
        this.conditions = conditions;
    }

    @Nullable
    Aggregation read(@Nullable YamlNode node) {
        if (node == null) {
            return null;
        }
        Map<String, YamlNode> parts = nodes.fields(node, "aggregate", List.of("period", "incomplete", "kpis"));
        Grain grain = nodes.grain(parts.get("period"), "period");
        boolean keep = conditions.choice(parts.get("incomplete"), "incomplete", "keep", "missing", false);
        YamlNode list = parts.get("kpis");
        var kpis = new ArrayList<AggregateKpi>();
        if (list != null) {
            for (YamlNode item : nodes.items(list, "kpis")) {
                AggregateKpi kpi = kpi(item);
                if (kpi != null) {
                    kpis.add(kpi);
                }
            }
        }
        if (grain == null || list == null) {
            nodes.problem(
                    node.line(),
                    "`aggregate` needs `period`, one of WEEK, MONTH, QUARTER and YEAR, and the list `kpis`",
                    null);
            return null;
        }
        return kpis.isEmpty() ? null : new Aggregation(grain, keep, kpis);
    }

    private @Nullable AggregateKpi kpi(YamlNode node) {
        var known = new ArrayList<>(List.of("kpi", "field", "ratio", "where", "blank"));
        known.addAll(OPERATIONS);
        Map<String, YamlNode> parts = nodes.fields(node, "an entry of kpis", known);
        String id = nodes.text(parts.get("kpi"), "kpi");
        String field = nodes.text(parts.get("field"), "field");
        if (field != null && !LayoutReader.NUMBERS.contains(field)) {
            nodes.problem(
                    node.line(),
                    "`field` is one of " + String.join(", ", LayoutReader.NUMBERS) + ", not \"" + field + "\"",
                    null);
            return null;
        }
        YamlNode ratio = parts.get("ratio");
        long operations = OPERATIONS.stream().filter(parts::containsKey).count();
        if (id == null || operations + (ratio == null ? 0 : 1) != 1) {
            nodes.problem(node.line(), "an entry of `kpis` has a `kpi` and says in one way what it is", TERM);
            return null;
        }
        Term of;
        Term to = null;
        if (ratio == null) {
            of = term(node, parts);
        } else {
            Map<String, YamlNode> halves = nodes.fields(ratio, "ratio", List.of("of", "to"));
            YamlNode above = halves.get("of");
            YamlNode below = halves.get("to");
            if (above == null || below == null) {
                nodes.problem(ratio.line(), "a `ratio` has `of` and `to`", TERM);
                return null;
            }
            of = term(above);
            to = term(below);
            if (to == null) {
                return null;
            }
        }
        return of == null ? null : new AggregateKpi(id, field == null ? "actual" : field, of, to);
    }

    private @Nullable Term term(YamlNode node) {
        var known = new ArrayList<>(List.of("where", "blank"));
        known.addAll(OPERATIONS);
        Map<String, YamlNode> parts = nodes.fields(node, "ratio", known);
        if (OPERATIONS.stream().filter(parts::containsKey).count() != 1) {
            nodes.problem(node.line(), "each half of a ratio says in one way what it is", TERM);
            return null;
        }
        return term(node, parts);
    }

    private @Nullable Term term(YamlNode node, Map<String, YamlNode> parts) {
        List<Condition> where = conditions.conditions(parts.get("where"), "where");
        boolean skipBlank = conditions.choice(parts.get("blank"), "blank", "skip", "reject", false);
        for (String name : OPERATIONS) {
            YamlNode written = parts.get(name);
            if (written == null) {
                continue;
            }
            Operation operation = Operation.valueOf(name.toUpperCase(Locale.ROOT));
            List<Signed> columns = new ArrayList<>();
            if (operation == Operation.COUNT) {
                String what = nodes.text(written, "count");
                if (what != null && !what.equalsIgnoreCase("rows")) {
                    nodes.problem(
                            written.line(), "`count` counts `rows`; distinct values are counted by `distinct`", null);
                    return null;
                }
            } else {
                for (String text : nodes.texts(written, name)) {
                    boolean negative = text.startsWith("-");
                    columns.add(new Signed(negative ? text.substring(1).strip() : text, negative));
                }
                if (columns.isEmpty() || operation == Operation.DISTINCT && columns.size() > 1) {
                    nodes.problem(node.line(), "`" + name + "` names its column", TERM);
                    return null;
                }
            }
            return new Term(operation, columns, where, skipBlank);
        }
        return null;
    }
}
