package boscard.cases;

import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.NullPolicy;
import boscard.fact.Perspective;
import boscard.fact.Scheme;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.Parameter;
import boscard.rulebook.Parameters;
import boscard.rulebook.Rulebook;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a case changes in the catalogue and the parameters: {@code kpis: {win_rate: {scheme: XMR}}}, {@code parameters:
 * {score_method: PERCENT}}, {@code perspectives: {CUSTOMER: 2}}.
 */
record RulebookChanges(JsonNode kpis, JsonNode parameters, JsonNode perspectives) {

    private static final Set<String> COLUMNS =
            Set.of("scheme", "seasonal", "weight", "null_policy", "worst", "stretch", "plausible_min", "pair");

    private boolean areNone() {
        return kpis.isEmpty() && parameters.isEmpty() && perspectives.isEmpty();
    }

    /** The rulebook as the case has it. */
    CompiledRulebook of(CompiledRulebook compiled) {
        if (areNone()) {
            return compiled;
        }
        Rulebook rulebook = compiled.rulebook();
        kpis.fieldNames().forEachRemaining(id -> {
            if (rulebook.catalogue().find(id) == null) {
                throw new IllegalArgumentException("the catalogue has no KPI " + id);
            }
        });
        List<Kpi> changed =
                rulebook.catalogue().kpis().stream().map(this::changed).toList();
        List<Perspective> weighted = rulebook.catalogue().perspectives().stream()
                .map(one -> perspectives.has(one.id())
                        ? new Perspective(
                                one.id(),
                                one.name(),
                                new BigDecimal(perspectives.get(one.id()).asText()))
                        : one)
                .toList();
        return compiled.with(new KpiCatalogue(changed, weighted), new Parameters(changedParameters(rulebook)));
    }

    private List<Parameter> changedParameters(Rulebook rulebook) {
        var all = new ArrayList<Parameter>();
        for (Parameter one : rulebook.parameters().all()) {
            JsonNode value = parameters.get(one.name());
            all.add(
                    value == null
                            ? one
                            : new Parameter(
                                    one.name(),
                                    value.isNumber() ? value.decimalValue() : null,
                                    value.asText(),
                                    one.meaning(),
                                    one.at()));
        }
        parameters.fieldNames().forEachRemaining(name -> {
            if (rulebook.parameters().find(name) == null) {
                throw new IllegalArgumentException("there is no parameter " + name);
            }
        });
        return all;
    }

    private Kpi changed(Kpi kpi) {
        JsonNode columns = kpis.get(kpi.id());
        if (columns == null) {
            return kpi;
        }
        columns.fieldNames().forEachRemaining(name -> {
            if (!COLUMNS.contains(name)) {
                throw new IllegalArgumentException("a case cannot change " + name + " of a KPI, only " + COLUMNS);
            }
        });
        String pair = text(columns, "pair", kpi.pair());
        return new Kpi(
                kpi.id(),
                kpi.name(),
                kpi.perspective(),
                kpi.definition(),
                kpi.glossary(),
                kpi.formula(),
                kpi.unit(),
                kpi.direction(),
                kpi.low(),
                kpi.high(),
                kpi.horizon(),
                kpi.timing(),
                kpi.frequency(),
                kpi.timeAggregation(),
                kpi.unitAggregation(),
                columns.has("weight") ? new BigDecimal(columns.get("weight").asText()) : kpi.weight(),
                pair,
                number(columns, "worst", kpi.worst()),
                number(columns, "stretch", kpi.stretch()),
                number(columns, "plausible_min", kpi.plausibleMin()),
                kpi.plausibleMax(),
                columns.has("null_policy")
                        ? NullPolicy.parse(columns.get("null_policy").asText()).orElseThrow()
                        : kpi.nullPolicy(),
                columns.has("scheme") ? Scheme.valueOf(columns.get("scheme").asText()) : kpi.scheme(),
                columns.has("seasonal") ? columns.get("seasonal").asText().equals("Y") : kpi.seasonal(),
                kpi.owner(),
                kpi.source(),
                kpi.origin());
    }

    private static @Nullable String text(JsonNode columns, String name, @Nullable String otherwise) {
        return !columns.has(name)
                ? otherwise
                : columns.get(name).isNull() ? null : columns.get(name).asText();
    }

    private static @Nullable BigDecimal number(JsonNode columns, String name, @Nullable BigDecimal otherwise) {
        String text = text(columns, name, otherwise == null ? null : otherwise.toPlainString());
        return text == null ? null : new BigDecimal(text);
    }
}
