package boscard.explanation;

import boscard.evaluation.Display;
import boscard.evaluation.Finding;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodePart;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Replay;
import boscard.explanation.Explanation.Kind;
import boscard.fact.Decimals;
import boscard.fact.Kpi;
import boscard.fact.Perspective;
import boscard.fact.Unit;
import boscard.indicator.Qualifier;
import boscard.indicator.RollUpMethod;
import boscard.rulebook.Parameter;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why an objective, a perspective or a scorecard has its score. Not thread-safe. */
final class RollUpWhy extends Telling {

    RollUpWhy(Telling shared) {
        super(shared);
    }

    /** Why an objective, a perspective or a scorecard has its score. */
    Explanation why(NodeScore node) {
        List<NodePart> children = replay.nodeParts(concluded.statuses()).getOrDefault(Replay.nodeKey(node), List.of());
        Replay.NodeEdges rule = replay.edges(node);
        var parts = new ArrayList<Explanation>();
        BigDecimal weights = children.stream()
                .filter(child -> child.applicable() && child.score() != null)
                .map(NodePart::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        parts.add(Explanation.leaf(
                        Kind.FORMULA,
                        node.score() == null
                                ? "no score: " + node.unscored()
                                : words(node.method()) + edges(rule) + "; "
                                        + Display.number(node.coverage(), Unit.RATIO) + " of the weight has a score",
                        node.score() == null
                                ? parameterAt("coverage_min")
                                : rule.row().map(row -> (SourceRef) row.at()).orElse(null))
                .with("coverage", node.coverage())
                .with("method", node.method()));
        int widest = children.stream()
                .mapToInt(child -> label(child.id()).length())
                .max()
                .orElse(0);
        for (NodePart child : children) {
            parts.add(part(node, child, weights, widest));
        }
        if (node.vetoBy() != null) {
            parts.add(Explanation.leaf(
                            Kind.SUPPRESSION,
                            "would be " + node.rawStatus() + ", but " + label(node.vetoBy())
                                    + " is RED and heavy enough, or critical, to forbid it",
                            parameterAt("veto_weight"))
                    .with("veto_by", node.vetoBy()));
        }
        for (Finding finding : concluded.findings()) {
            if (finding.subject().equals(node.subject())) {
                parts.add(Explanation.leaf(
                                Kind.LEADS_TO,
                                "leads to " + finding.code() + ": " + finding.message(),
                                "finding " + finding.id())
                        .with("id", finding.id()));
            }
        }
        String what = node.kind() == NodeScore.Kind.SCORECARD ? node.name() : node.name() + " · " + scorecardName();
        return conclusion(
                        what + " · " + node.period() + " is " + node.status()
                                + (node.score() == null ? "" : ", score " + Display.number(node.score(), Unit.SCORE)),
                        null,
                        parts)
                .with("scorecard", node.scorecard())
                .with("kind_of_node", node.kind())
                .with("node", node.node())
                .with("period", node.period())
                .with("status", node.status())
                .with("raw_status", node.rawStatus())
                .with("score", node.score());
    }

    private static String words(RollUpMethod method) {
        return switch (method) {
            case WEIGHTED -> "weighted mean of what is below it";
            case AVERAGE -> "mean of what is below it, each part counting alike (AVERAGE)";
            case WORST -> "the worst colour below it, with its lowest score (WORST)";
            case BEST -> "the best colour below it, with its highest score (BEST)";
            case MOST_FREQUENT_WORST ->
                "the most frequent colour below it, the worse of two as frequent, with the mean of its scores"
                        + " (MOST_FREQUENT_WORST)";
            case MOST_FREQUENT_BEST ->
                "the most frequent colour below it, the better of two as frequent, with the mean of its scores"
                        + " (MOST_FREQUENT_BEST)";
            case MIN -> "the lowest score below it (MIN)";
            case MAX -> "the highest score below it (MAX)";
            case SELF -> "the score of the KPI that stands for it (SELF)";
        };
    }

    private static String edges(Replay.NodeEdges rule) {
        return "; GREEN from " + Display.number(rule.greenFrom(), Unit.SCORE) + ", AMBER from "
                + Display.number(rule.amberFrom(), Unit.SCORE);
    }

    private @Nullable SourceRef parameterAt(String name) {
        Parameter parameter = rulebook.parameters().find(name);
        return parameter == null ? null : parameter.at();
    }

    private Explanation part(NodeScore node, NodePart child, BigDecimal weights, int widest) {
        boolean counts = child.applicable() && child.score() != null;
        String share = !counts || weights.signum() == 0
                ? "does not count"
                : "weight " + child.weight().stripTrailingZeros().toPlainString() + ", "
                        + Display.number(Decimals.ratio(child.weight(), weights), Unit.RATIO) + " of the score";
        KpiStatus status = concluded.statuses().stream()
                .filter(one -> one.kpi().equals(child.id()) && one.period().equals(node.period()))
                .findFirst()
                .orElse(null);
        return Explanation.leaf(
                        Kind.PART,
                        String.format(
                                Locale.ROOT,
                                "%-" + widest + "s  %-7s %6s  %s",
                                label(child.id()),
                                child.status(),
                                Display.number(child.score(), Unit.SCORE),
                                share + remarks(child)),
                        status == null
                                ? null
                                : status.derivation() == null
                                        ? status.at()
                                        : status.derivation().rule())
                .with("id", child.id())
                .with("weight", child.weight())
                .with("score", child.score())
                .with("status", child.status());
    }

    private static String remarks(NodePart child) {
        var text = new StringBuilder();
        for (Qualifier qualifier : child.qualifiers()) {
            text.append("; ")
                    .append(
                            qualifier == Qualifier.STALE && child.from() != null
                                    ? "carried forward from " + child.from() + " (STALE)"
                                    : qualifier.toString());
        }
        return text.toString();
    }

    /** The name of a KPI, perspective or objective. */
    private String label(String id) {
        Kpi kpi = rulebook.catalogue().find(id);
        if (kpi != null) {
            return kpi.name();
        }
        return rulebook.catalogue().perspectives().stream()
                .filter(perspective -> perspective.id().equals(id))
                .map(Perspective::name)
                .findFirst()
                .or(() -> replay.facts().objectives().stream()
                        .filter(objective -> objective.objective().equals(id))
                        .map(boscard.fact.Objective::name)
                        .findFirst())
                .orElse(id);
    }
}
