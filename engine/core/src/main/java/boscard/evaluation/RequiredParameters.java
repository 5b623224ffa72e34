package boscard.evaluation;

import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.rulebook.Parameter;
import boscard.rulebook.Parameters;
import boscard.source.CellRef;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters without which nothing can be evaluated; checked before a run, so that no formula finds one missing.
 */
final class RequiredParameters {

    static final List<String> NUMBERS = List.of(
            "coverage_min",
            "veto_weight",
            "score_cap",
            "trend_points",
            "trend_min_points",
            "trend_change",
            "trend_consistency",
            "g9_neighbours",
            "p2_spend_share",
            "ad1_low",
            "ad1_high",
            "due_days_critical",
            "due_days_fail",
            "due_days_warn",
            "max_recommendations");

    /** Parameters whose value is one of a few words, for those that the table has. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "score_method", names(ScoreMethod.values()),
            "unit_roll_up", names(UnitFigures.Mode.values()),
            "allow_partial_sum", List.of("Y", "N"),
            "xmr_average", List.of("MEAN", "MEDIAN"),
            "xmr_outer_third", List.of("Y", "N"));

    /** How much a share of the weight can be at most: above 1, a red KPI never keeps its parent from green. */
    private static final Map<String, BigDecimal> SHARES =
            Map.of("coverage_min", BigDecimal.ONE, "veto_weight", BigDecimal.valueOf(2));

    /** Counts of periods, with the smallest that makes sense. */
    private static final Map<String, Integer> COUNTS =
            Map.of("trend_points", 2, "trend_min_points", 2, "g9_neighbours", 1);

    private RequiredParameters() {}

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /** The words of the process chart count in any case, the others as they stand. */
    private static String inTheirCase(String name, String text) {
        return name.startsWith("xmr_") ? text.toUpperCase(Locale.ROOT) : text;
    }

    static void check(KpiCatalogue catalogue, Parameters parameters, Problems problems) {
        criticalKpis(catalogue, parameters, problems);
        WORDS.forEach((name, words) -> {
            Parameter parameter = parameters.find(name);
            if (parameter != null && !words.contains(inTheirCase(name, parameter.text()))) {
                problems.add(
                        ProblemCode.PARAMETER_MISSING,
                        parameter.at(),
                        "the parameter \"" + name + "\" must be one of " + String.join(", ", words) + ", not \""
                                + parameter.text() + "\"",
                        Suggestion.nearest(parameter.text(), words).orElse(null));
            }
        });
        numbers(parameters, problems);
    }

    /** A KPI that is misspelt would never be critical, and nobody would notice. */
    private static void criticalKpis(KpiCatalogue catalogue, Parameters parameters, Problems problems) {
        Parameter critical = parameters.find("critical_kpis");
        if (critical == null) {
            return;
        }
        for (String kpi : RollUp.criticalKpis(parameters)) {
            if (catalogue.kpis().stream().noneMatch(one -> one.id().equalsIgnoreCase(kpi))) {
                problems.add(
                        ProblemCode.KPI_UNKNOWN,
                        critical.at(),
                        "the parameter \"critical_kpis\" names \"" + kpi + "\", which is not in the catalogue",
                        Suggestion.nearest(
                                        kpi,
                                        catalogue.kpis().stream().map(Kpi::id).toList())
                                .orElse(null));
            }
        }
    }

    private static void numbers(Parameters parameters, Problems problems) {
        for (String name : NUMBERS) {
            Parameter parameter = parameters.find(name);
            if (parameter == null) {
                problems.add(
                        ProblemCode.PARAMETER_MISSING,
                        CellRef.ofSheet("parameters.xlsx", "Parameters"),
                        "the parameter \"" + name + "\" is missing",
                        "the row was deleted; boscard's own parameters.xlsx has it.");
            } else if (parameter.number() == null) {
                problems.add(
                        ProblemCode.PARAMETER_MISSING,
                        parameter.at(),
                        "the parameter \"" + name + "\" must be a number, not \"" + parameter.text() + "\"");
            }
        }
        SHARES.forEach((name, most) -> checkShare(parameters.find(name), most, problems));
        COUNTS.forEach((name, least) -> checkCount(parameters.find(name), least, problems));
    }

    private static void checkShare(@Nullable Parameter parameter, BigDecimal most, Problems problems) {
        BigDecimal number = parameter == null ? null : parameter.number();
        if (parameter == null || number == null || (number.signum() >= 0 && number.compareTo(most) <= 0)) {
            return;
        }
        BigDecimal hundredth = number.movePointLeft(2);
        problems.add(
                ProblemCode.PARAMETER_MISSING,
                parameter.at(),
                "the parameter \"" + parameter.name() + "\" must be a share from 0 to 1, where 1 is the whole, not "
                        + number.toPlainString(),
                number.signum() > 0 && hundredth.compareTo(most) <= 0
                        ? hundredth.toPlainString() + ", which is " + number.toPlainString() + " %"
                        : null);
    }

    private static void checkCount(@Nullable Parameter parameter, int least, Problems problems) {
        BigDecimal number = parameter == null ? null : parameter.number();
        if (parameter == null || number == null) {
            return;
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!whole || number.compareTo(BigDecimal.valueOf(least)) < 0 || number.precision() - number.scale() > 9) {
            problems.add(
                    ProblemCode.PARAMETER_MISSING,
                    parameter.at(),
                    "the parameter \"" + parameter.name() + "\" must be a whole number from " + least + " on, not "
                            + number.toPlainString());
        }
    }
}
