package boscard.explanation;

import boscard.evaluation.Display;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.Indicator;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Performance;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Replay;
import boscard.evaluation.Status;
import boscard.evaluation.Suppression;
import boscard.fact.Kpi;
import boscard.fact.Unit;
import boscard.rulebook.Rulebook;
import boscard.source.CellRef;
import boscard.source.SourceRef;
import boscard.table.ConditionColumn;
import boscard.table.DecisionTable;
import boscard.table.Row;
import boscard.table.TableInterpreter;
import boscard.table.TableInterpreter.Comparing;
import boscard.table.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says why: the deciding row with each compared cell and value, the facts, the rows that matched too, what it led to,
 * what would be better. Nothing is remembered from the run but its conclusions; the comparisons are made again by the
 * reference interpreter. Immutable; safe for any thread as far as its {@link Replay} is not shared.
 */
public final class Explainer {

    private static final int FACTS_SHOWN = 6;

    private final Rulebook rulebook;
    private final Replay replay;
    private final Conclusions conclusions;

    /** What the run concluded about the scorecard. */
    public record Conclusions(
            String scorecardName,
            List<KpiStatus> statuses,
            List<NodeScore> nodes,
            List<Finding> findings,
            List<Recommendation> recommendations,
            List<Suppression> suppressions) {}

    public Explainer(Rulebook rulebook, Replay replay, Conclusions conclusions) {
        this.rulebook = rulebook;
        this.replay = replay;
        this.conclusions = conclusions;
    }

    /** Why a finding was concluded. */
    public Explanation why(Finding finding) {
        Optional<KpiStatus> status = statusOf(finding);
        if (status.isPresent()) {
            return why(status.get());
        }
        var parts = new ArrayList<Explanation>();
        parts.add(Explanation.leaf(finding.message(), null));
        ruleOf(finding).forEach(parts::add);
        facts(finding.derivation().facts(), parts);
        chain(finding, parts);
        return new Explanation(
                finding.code() + " · " + subject(finding) + " · " + finding.severity()
                        + (finding.state() == FindingState.ACTIVE ? "" : ", " + finding.state()),
                "finding " + finding.id(),
                parts);
    }

    /** An off-target finding is the status itself. */
    private Optional<KpiStatus> statusOf(Finding finding) {
        return finding.code().equals("ST1_OFF_TARGET") && finding.kpi() != null && finding.period() != null
                ? conclusions.statuses().stream()
                        .filter(status -> status.kpi().equals(finding.kpi())
                                && status.period().equals(finding.period()))
                        .findFirst()
                : Optional.empty();
    }

    /** Why a KPI has its status. */
    public Explanation why(KpiStatus status) {
        Kpi kpi = rulebook.catalogue().find(status.kpi());
        String name = kpi == null ? status.kpi() : kpi.name();
        Finding finding = conclusions.findings().stream()
                .filter(one -> one.code().equals("ST1_OFF_TARGET")
                        && status.kpi().equals(one.kpi())
                        && status.period().equals(one.period()))
                .findFirst()
                .orElse(null);
        var parts = new ArrayList<Explanation>();
        numbers(status, parts);
        if (status.derivation() == null) {
            parts.add(Explanation.leaf(unjudged(status), null));
        } else {
            row(
                            status.derivation().ruleId(),
                            replay.performance(status.kpi(), status.period()).orElse(null))
                    .ifPresent(parts::add);
            lost(status.derivation().lostRows(), status.derivation().ruleId(), parts);
        }
        if (status.status() == Status.SUSPECT) {
            parts.add(Explanation.leaf(
                    "the table says " + status.rawStatus() + ", but the data behind it are doubted", null));
        }
        if (finding != null) {
            chain(finding, parts);
            if (finding.counterfactual() != null) {
                parts.add(Explanation.leaf(finding.counterfactual(), null));
            }
        }
        return new Explanation(
                name + " · " + conclusions.scorecardName() + " · " + status.period() + " is " + status.status(),
                finding == null ? null : "finding " + finding.id(),
                parts);
    }

    private void numbers(KpiStatus status, List<Explanation> parts) {
        var text = new StringBuilder(Display.number(status.value(), status.unit()));
        BigDecimal target = status.target().valueOrNull();
        if (target != null) {
            text.append(" of a target of ").append(Display.besides(target, status.value(), status.unit()));
        }
        if (status.attainment() != null && target != null) {
            text.append(": attained ").append(Display.number(status.attainment(), Unit.RATIO));
        }
        if (status.score() != null) {
            text.append("; score ").append(Display.number(status.score(), Unit.SCORE));
        }
        if (status.periodsRed() > 1) {
            text.append("; red for ").append(status.periodsRed()).append(" periods in a row");
        }
        List<SourceRef> sources = replay.sources(status.kpi(), status.period());
        parts.add(Explanation.leaf(text.toString(), sources.isEmpty() ? status.at() : sources.get(0)));
        Kpi kpi = rulebook.catalogue().find(status.kpi());
        if (kpi != null && kpi.formula() != null && sources.size() > 1) {
            parts.add(
                    Explanation.leaf("computed: " + kpi.formula(), kpi.origin().of("formula")));
        }
        for (SourceRef source : sources.subList(Math.min(1, sources.size()), Math.min(FACTS_SHOWN, sources.size()))) {
            parts.add(Explanation.leaf("with", source));
        }
    }

    private static String unjudged(KpiStatus status) {
        return switch (status.status()) {
            case NO_DATA -> "there is no value, and missing is never zero";
            case NOT_APPLICABLE -> "the question does not arise";
            case NOT_STARTED -> "the period has not begun";
            default -> "no row of the thresholds could be compared: there is no target or baseline to compare with";
        };
    }

    private List<Explanation> ruleOf(Finding finding) {
        if (finding.derivation().rule() instanceof CellRef) {
            Object fact = indicatorOf(finding);
            var found = new ArrayList<Explanation>();
            row(finding.derivation().ruleId(), fact).ifPresent(found::add);
            lost(finding.derivation().lostRows(), finding.derivation().ruleId(), found);
            if (fact instanceof Indicator indicator) {
                found.add(Explanation.leaf(indicator.name().replace('_', ' ') + ": " + indicator.formula(), null));
            }
            return found;
        }
        return List.of(Explanation.leaf(
                "rule \"" + finding.derivation().ruleId() + "\"",
                finding.derivation().rule()));
    }

    /** The indicator that the finding's row compared: same subject and value. */
    private @Nullable Indicator indicatorOf(Finding finding) {
        return rowOf(finding.derivation().ruleId())
                .flatMap(located -> replay.indicators(conclusions.statuses(), conclusions.nodes()).stream()
                        .filter(indicator -> indicator.subject().equals(finding.subject()))
                        .filter(indicator ->
                                TableInterpreter.verdict(located.table(), located.row(), indicator) == Verdict.MATCHED)
                        .findFirst())
                .orElse(null);
    }

    private record Located(DecisionTable table, Row row) {}

    private Optional<Located> rowOf(String id) {
        for (DecisionTable table : rulebook.tables()) {
            for (Row row : table.rows()) {
                if (row.id().equals(id)) {
                    return Optional.of(new Located(table, row));
                }
            }
        }
        return Optional.empty();
    }

    /** A row with each of its filled cells and what it was compared with. */
    private Optional<Explanation> row(String id, @Nullable Object fact) {
        return rowOf(id).map(located -> {
            var cells = new ArrayList<Explanation>();
            if (fact != null) {
                for (Comparing comparing : TableInterpreter.compare(located.table(), located.row(), fact)) {
                    cells.add(Explanation.leaf(
                            comparison(comparing, fact), comparing.cell().at().address()));
                }
            }
            located.row().notes().forEach((heading, note) -> {
                if (!note.isBlank()) {
                    cells.add(Explanation.leaf(heading + ": " + note, null));
                }
            });
            return new Explanation(
                    id + "  " + located.table().name() + ", row "
                            + located.row().at().row(),
                    located.row().at().toString(),
                    cells);
        });
    }

    private static String comparison(Comparing comparing, Object fact) {
        ConditionColumn column = comparing.column();
        Unit unit = unitOf(comparing, fact);
        return String.format(
                Locale.ROOT,
                "%-16s %s %s %s",
                column.heading(),
                shown(comparing.value(), comparing.operand(), unit),
                comparing.comparison().operator().words(),
                shown(comparing.operand(), comparing.value(), unit));
    }

    private static @Nullable Unit unitOf(Comparing comparing, Object fact) {
        String property = comparing.comparison().property().name();
        if (fact instanceof Performance performance) {
            return switch (property) {
                case "value", "gap", "rise", "deviation" -> performance.unit();
                default -> Unit.RATIO;
            };
        }
        return fact instanceof Indicator indicator && property.equals("value") ? indicator.unit() : null;
    }

    private static String shown(@Nullable Object value, @Nullable Object other, @Nullable Unit unit) {
        if (value instanceof BigDecimal number) {
            return Display.besides(number, other instanceof BigDecimal edge ? edge : null, unit);
        }
        return value == null ? "nothing" : value.toString();
    }

    private void lost(List<String> rows, String winner, List<Explanation> parts) {
        for (String id : rows) {
            rowOf(id)
                    .ifPresent(located -> parts.add(Explanation.leaf(
                            id + " matches too; " + winner + " stands above it",
                            located.row().at())));
        }
    }

    private static void facts(List<SourceRef> facts, List<Explanation> parts) {
        facts.stream().limit(FACTS_SHOWN).forEach(fact -> parts.add(Explanation.leaf("fact", fact)));
        if (facts.size() > FACTS_SHOWN) {
            parts.add(Explanation.leaf("and " + (facts.size() - FACTS_SHOWN) + " more facts", null));
        }
    }

    /** What it builds on, what withholds it, what it led to. */
    private void chain(Finding finding, List<Explanation> parts) {
        for (String id : finding.derivation().buildsOn()) {
            byId(id).filter(one -> !one.id().equals(finding.id()))
                    .ifPresent(one ->
                            parts.add(Explanation.leaf("builds on " + one.code() + ": " + one.message(), one.id())));
        }
        for (Suppression suppression : conclusions.suppressions()) {
            if (suppression.finding().equals(finding.id())) {
                byId(suppression.cause())
                        .ifPresent(cause -> parts.add(Explanation.leaf(
                                (suppression.effect() == boscard.evaluation.Effect.SUPPRESS ? "withheld" : "qualified")
                                        + " because of " + cause.code() + ": " + cause.message(),
                                suppression.row())));
            }
        }
        for (Finding later : conclusions.findings()) {
            if (later.derivation().buildsOn().contains(finding.id())) {
                parts.add(Explanation.leaf("leads to " + later.code() + ": " + later.message(), later.id()));
            }
        }
        for (Recommendation recommendation : conclusions.recommendations()) {
            if (recommendation.findings().contains(finding.id())) {
                parts.add(Explanation.leaf(
                        "leads to " + recommendation.code() + " \"" + recommendation.action() + "\", "
                                + recommendation
                                        .ownerRole()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' ') + " by "
                                + recommendation.due(),
                        recommendation.derivation().rule()));
            }
        }
    }

    private Optional<Finding> byId(String id) {
        return conclusions.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst();
    }

    private String subject(Finding finding) {
        var text = new StringBuilder(conclusions.scorecardName());
        Kpi kpi = rulebook.catalogue().find(finding.kpi());
        if (kpi != null) {
            text.append(" · ").append(kpi.name());
        }
        for (String part : new String[] {
            finding.goal(), finding.period(), finding.subject().other()
        }) {
            if (part != null) {
                text.append(" · ").append(part);
            }
        }
        return text.toString();
    }
}
