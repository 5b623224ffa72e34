package boscard.explanation;

import boscard.evaluation.Display;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.Indicator;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NamedValue;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Replay;
import boscard.evaluation.Replay.Concluded;
import boscard.explanation.Cells.Located;
import boscard.explanation.Explanation.Kind;
import boscard.fact.Unit;
import boscard.rulebook.Rulebook;
import boscard.source.CellRef;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import boscard.table.TableInterpreter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why something was found, and why something is recommended. Not thread-safe. */
final class FindingWhy extends Telling {

    FindingWhy(Rulebook rulebook, Replay replay, Concluded concluded, int factsShown) {
        super(rulebook, replay, concluded, factsShown);
    }

    /** Why a finding was concluded. */
    Explanation why(Finding finding) {
        Optional<KpiStatus> status = statusOf(finding);
        if (status.isPresent()) {
            return new StatusWhy(this).why(status.get());
        }
        var parts = new ArrayList<Explanation>();
        parts.add(Explanation.leaf(Kind.NUMBERS, finding.message(), null));
        Object fact = decide(finding, parts);
        facts(finding.derivation().facts(), parts);
        chain(finding, parts);
        parts.addAll(changeOf(finding, fact));
        return conclusion(
                        finding.code() + " · " + subject(finding.subject()) + " · " + finding.severity()
                                + (finding.state() == FindingState.ACTIVE ? "" : ", " + finding.state()),
                        "finding " + finding.id(),
                        parts)
                .with("id", finding.id())
                .with("code", finding.code())
                .with("severity", finding.severity())
                .with("state", finding.state())
                .with("scorecard", finding.scorecard())
                .with("kpi", finding.kpi())
                .with("goal", finding.goal())
                .with("period", finding.period())
                .with("other", finding.subject().other())
                .with("value", finding.value())
                .with("threshold", finding.threshold())
                .with("unit", finding.unit());
    }

    /** An off-target finding is the status itself. */
    private Optional<KpiStatus> statusOf(Finding finding) {
        return finding.code().equals("ST1_OFF_TARGET") && finding.kpi() != null && finding.period() != null
                ? status(finding.kpi(), finding.period())
                : Optional.empty();
    }

    private Optional<KpiStatus> status(String kpi, String period) {
        return concluded.statuses().stream()
                .filter(status -> status.kpi().equals(kpi) && status.period().equals(period))
                .findFirst();
    }

    /** The row or rule that decided; gives what the row looked at. */
    private @Nullable Object decide(Finding finding, List<Explanation> parts) {
        SourceRef rule = finding.derivation().rule();
        if (rule instanceof RuleRef at) {
            parts.add(rule(at, finding.subject()));
            return null;
        }
        Located located = cells.find(finding.derivation().ruleId(), rule).orElse(null);
        if (located == null) {
            parts.add(
                    Explanation.leaf(Kind.ROW, finding.derivation().ruleId() + " is not in the stored rulebook", rule));
            return null;
        }
        Object fact = matched(located, finding.subject());
        if (fact instanceof Indicator indicator) {
            parts.add(WhyNot.indicator(indicator));
            values(finding.values(), indicator.name(), parts);
        }
        parts.add(Cells.row(located, fact));
        lost(finding.derivation().lostRows(), located, parts);
        return fact;
    }

    private static void values(List<NamedValue> values, String without, List<Explanation> parts) {
        for (NamedValue value : values) {
            if (!value.name().equals(without) && value.value() != null) {
                parts.add(Explanation.leaf(
                                Kind.NUMBERS,
                                value.name().replace('_', ' ') + " " + Display.number(value.value(), value.unit()),
                                null)
                        .with("name", value.name())
                        .with("value", value.value())
                        .with("unit", value.unit()));
            }
        }
    }

    /** From where on a number would not let this be found: to the next milder row, and until no row finds it. */
    private List<Explanation> changeOf(Finding finding, @Nullable Object fact) {
        if (!(fact instanceof Record) || !(finding.derivation().rule() instanceof CellRef)) {
            return List.of();
        }
        var changes = new ArrayList<Explanation>();
        cells.find(finding.derivation().ruleId(), finding.derivation().rule()).ifPresent(located -> {
            Object found = located.row().outcome().get("finding");
            if (!(found instanceof String code)) {
                return;
            }
            var way = new WayOut(located.table(), fact, code);
            for (var comparing : TableInterpreter.compare(located.table(), located.row(), fact)) {
                if (comparing.value() instanceof BigDecimal value
                        && comparing.operand() instanceof BigDecimal
                        && comparing.comparison().operator().isOrdering()
                        && !comparing.comparison().property().name().equals("count")) { // fewer points prove nothing
                    way.along(comparing).forEach(step -> changes.add(change(step, value, fact)));
                }
            }
        });
        return changes;
    }

    private static Explanation change(WayOut.Step step, BigDecimal value, Object fact) {
        TableInterpreter.Comparing letsGo = step.letsGo();
        Unit unit = Cells.unitOf(letsGo, fact);
        BigDecimal by = value.subtract(step.edge()).abs();
        return Explanation.leaf(
                        Kind.CHANGE,
                        (step.next() == null
                                        ? "goes away once "
                                        : "would be " + WayOut.weight(step.next()) + " (" + step.next().id() + ") once ")
                                + compared(letsGo, fact) + " is "
                                + beyond(letsGo.comparison().operator()) + " "
                                + Display.besides(step.edge(), value, unit)
                                + (by.signum() == 0
                                        ? " (it is exactly that)"
                                        : " (" + Display.difference(by, unit) + " from here)"),
                        letsGo.cell().at().address())
                .with("property", letsGo.comparison().property().name())
                .with("edge", step.edge())
                .with("by", by)
                .with("row", step.next() == null ? null : step.next().id());
    }

    /** The indicator's name rather than the heading of a column that many indicators share. */
    private static String compared(TableInterpreter.Comparing comparing, Object fact) {
        return fact instanceof Indicator indicator
                        && comparing.comparison().property().name().equals("value")
                ? indicator.name().replace('_', ' ')
                : comparing.column().heading();
    }

    private static String beyond(boscard.table.Operator operator) {
        return switch (operator) {
            case AT_LEAST -> "below";
            case ABOVE -> "at most";
            case AT_MOST -> "above";
            case BELOW -> "at least";
            case EQUAL, NOT_EQUAL, ONE_OF, NONE_OF -> throw new IllegalArgumentException("has no order");
        };
    }

    /** Why something is recommended: the row, and the findings it answers, each explained. */
    Explanation why(Recommendation recommendation) {
        var parts = new ArrayList<Explanation>();
        parts.add(Explanation.leaf(
                Kind.NUMBERS,
                recommendation.action() + "; " + role(recommendation) + " by " + recommendation.due() + "; "
                        + recommendation.severity() + ", rank " + recommendation.rank()
                        + (recommendation.expectedEffect() == null ? "" : "; " + recommendation.expectedEffect()),
                null));
        if (recommendation.derivation().rule() instanceof RuleRef rule) {
            parts.add(rule(rule, recommendation.subject()));
        } else {
            cells.find(
                            recommendation.derivation().ruleId(),
                            recommendation.derivation().rule())
                    .ifPresent(located -> {
                        Object view = recommendation.derivation().buildsOn().stream()
                                .flatMap(id -> byId(id).stream())
                                .findFirst()
                                .map(replay::view)
                                .orElse(null);
                        parts.add(Cells.row(located, view));
                        lost(recommendation.derivation().lostRows(), located, parts);
                    });
        }
        for (String id : recommendation.findings()) {
            byId(id).ifPresent(finding -> {
                Explanation because = why(finding);
                parts.add(new Explanation(
                        Kind.BUILDS_ON,
                        "because " + because.text(),
                        because.address(),
                        because.details(),
                        because.children().stream()
                                .filter(child -> child.kind() != Kind.LEADS_TO)
                                .toList()));
            });
        }
        return conclusion(
                        recommendation.code() + " · " + subject(recommendation.subject()) + " · "
                                + recommendation.severity(),
                        "recommendation " + recommendation.id(),
                        parts)
                .with("id", recommendation.id())
                .with("code", recommendation.code())
                .with("scorecard", recommendation.scorecard())
                .with("kpi", recommendation.subject().kpi())
                .with("goal", recommendation.subject().goal())
                .with("due", recommendation.due())
                .with("rank", recommendation.rank());
    }
}
