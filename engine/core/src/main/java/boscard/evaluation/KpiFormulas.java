package boscard.evaluation;

import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.indicator.Formula;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The formulas of a catalogue, read once, with the order in which they can be computed. Immutable. */
public final class KpiFormulas {

    private final Map<String, Formula> byKpi;
    private final Map<String, Set<String>> inputs;

    private KpiFormulas(Map<String, Formula> byKpi, Map<String, Set<String>> inputs) {
        this.byKpi = byKpi;
        this.inputs = inputs;
    }

    /** Reads all formulas; those that cannot be read or computed are reported and left out. */
    public static KpiFormulas of(KpiCatalogue catalogue, Problems problems) {
        var parsed = new LinkedHashMap<String, Formula>();
        for (Kpi kpi : catalogue.kpis()) {
            String text = kpi.formula();
            if (text != null) {
                try {
                    Formula formula = Formula.parse(text);
                    if (checkInputs(kpi, formula, catalogue, problems)) {
                        parsed.put(kpi.id(), formula);
                    }
                } catch (Formula.SyntaxException wrong) {
                    problems.add(
                            ProblemCode.FORMULA_INVALID,
                            kpi.origin().of("formula"),
                            "formula \"" + text + "\" of " + kpi.id() + ": " + wrong.getMessage() + " (position "
                                    + wrong.position() + ")");
                }
            }
        }
        return ordered(catalogue, parsed, problems);
    }

    private static boolean checkInputs(Kpi kpi, Formula formula, KpiCatalogue catalogue, Problems problems) {
        boolean fine = true;
        for (String input : formula.kpis()) {
            if (catalogue.find(input) == null) {
                fine = false;
                problems.add(
                        ProblemCode.FORMULA_INVALID,
                        kpi.origin().of("formula"),
                        "formula of " + kpi.id() + " reads \"" + input + "\", which is not in the catalogue",
                        Suggestion.nearest(input, catalogue.ids()).orElse(null));
            }
        }
        return fine;
    }

    private static KpiFormulas ordered(KpiCatalogue catalogue, Map<String, Formula> parsed, Problems problems) {
        var inOrder = new LinkedHashMap<String, Formula>();
        var inputs = new HashMap<String, Set<String>>();
        for (String kpi : parsed.keySet()) {
            place(kpi, parsed, inOrder, inputs, new ArrayList<>(), catalogue, problems);
        }
        return new KpiFormulas(Collections.unmodifiableMap(inOrder), Collections.unmodifiableMap(inputs));
    }

    private static void place(
            String kpi,
            Map<String, Formula> parsed,
            Map<String, Formula> inOrder,
            Map<String, Set<String>> inputs,
            List<String> path,
            KpiCatalogue catalogue,
            Problems problems) {
        Formula formula = parsed.get(kpi);
        if (formula == null || inOrder.containsKey(kpi) || inputs.containsKey(kpi)) {
            return;
        }
        if (path.contains(kpi)) {
            Kpi at = Objects.requireNonNull(catalogue.find(kpi));
            var circle = new ArrayList<>(path.subList(path.indexOf(kpi), path.size()));
            circle.add(kpi);
            problems.add(
                    ProblemCode.FORMULA_CYCLE,
                    at.origin().of("formula"),
                    "the formulas go round in a circle: " + String.join(" -> ", circle));
            return;
        }
        path.add(kpi);
        var all = new HashSet<>(formula.kpis());
        for (String input : formula.kpis()) {
            place(input, parsed, inOrder, inputs, path, catalogue, problems);
            all.addAll(inputs.getOrDefault(input, Set.of()));
        }
        path.remove(path.size() - 1);
        inputs.put(kpi, Set.copyOf(all));
        inOrder.put(kpi, formula);
    }

    /** Formulas by KPI, inputs before what is computed from them. */
    public Map<String, Formula> inOrder() {
        return byKpi;
    }

    public @Nullable Formula find(String kpi) {
        return byKpi.get(kpi);
    }

    /** Every KPI that the given one is computed from, directly or through others; empty for an imported KPI. */
    public Collection<String> inputsOf(String kpi) {
        return inputs.getOrDefault(kpi, Set.of());
    }

    /** Whether {@code kpi} is {@code input} or is computed from it. */
    public boolean uses(String kpi, String input) {
        return kpi.equals(input) || inputsOf(kpi).contains(input);
    }
}
