package boscard.explanation;

import boscard.evaluation.Derivation;
import boscard.evaluation.Display;
import boscard.evaluation.Finding;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.Performance;
import boscard.evaluation.Status;
import boscard.explanation.Cells.Located;
import boscard.explanation.Explanation.Kind;
import boscard.fact.Decimals;
import boscard.fact.Kpi;
import boscard.fact.StatusOverride;
import boscard.fact.Unit;
import boscard.indicator.Qualifier;
import boscard.source.SourceRef;
import boscard.table.FactType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a KPI has its status, and what would change it. Not thread-safe. */
final class StatusWhy extends Telling {

    StatusWhy(Telling shared) {
        super(shared);
    }

    /** Why a KPI has its status. */
    Explanation why(KpiStatus status) {
        Finding finding = concluded.findings().stream()
                .filter(one -> one.code().equals("ST1_OFF_TARGET")
                        && status.kpi().equals(one.kpi())
                        && status.period().equals(one.period()))
                .findFirst()
                .orElse(null);
        var parts = new ArrayList<Explanation>();
        numbers(status, parts);
        Derivation derivation = status.derivation();
        if (derivation == null) {
            parts.add(Explanation.leaf(Kind.WHY_NOT, unjudged(status), null));
        } else {
            Performance performance =
                    replay.performance(status.kpi(), status.period()).orElse(null);
            cells.find(derivation.ruleId(), derivation.rule()).ifPresent(located -> {
                parts.add(Cells.row(located, performance));
                lost(derivation.lostRows(), located, parts);
            });
        }
        override(status, parts);
        if (status.status() == Status.SUSPECT) {
            parts.add(Explanation.leaf(
                    Kind.SUPPRESSION,
                    "the table says " + status.rawStatus() + ", but the data behind it are doubted",
                    null));
        }
        if (finding != null) {
            chain(finding, parts);
        } else if (status.status() == Status.SUSPECT) {
            doubts(status, parts);
        }
        change(status, parts);
        return conclusion(
                        name(status.kpi()) + " · " + scorecardName() + " · " + status.period() + " is "
                                + status.status(),
                        finding == null ? null : "finding " + finding.id(),
                        parts)
                .with("id", finding == null ? null : finding.id())
                .with("code", finding == null ? null : finding.code())
                .with("scorecard", status.scorecard())
                .with("kpi", status.kpi())
                .with("period", status.period())
                .with("status", status.status())
                .with("raw_status", status.rawStatus())
                .with("value", status.value())
                .with("target", status.target().valueOrNull())
                .with("attainment", status.attainment())
                .with("score", status.score())
                .with("unit", status.unit());
    }

    /** What somebody decided, and what the table says. */
    private void override(KpiStatus status, List<Explanation> parts) {
        for (StatusOverride one : replay.facts().statusOverrides()) {
            if (one.kpi().equals(status.kpi()) && one.period().toString().equals(status.period())) {
                parts.add(Explanation.leaf(
                                Kind.SUPPRESSION,
                                "counts as " + one.status() + " " + one.words() + "; without it: " + status.rawStatus(),
                                one.origin().whole())
                        .with("decided_by", one.decidedBy())
                        .with("decided_on", one.decidedOn())
                        .with("reason", one.reason()));
            }
        }
    }

    /** Quality findings on the KPI and the period, or on what the KPI is computed from. */
    private void doubts(KpiStatus status, List<Explanation> parts) {
        Set<SourceRef> sources = Set.copyOf(replay.sources(status.kpi(), status.period()));
        for (Finding doubt : concluded.findings()) {
            boolean same = status.kpi().equals(doubt.kpi()) && status.period().equals(doubt.period());
            boolean input = doubt.derivation().facts().stream().anyMatch(sources::contains);
            if (doubt.stage() == boscard.rulebook.Stage.QUALITY && (same || input)) {
                parts.add(Explanation.leaf(
                                Kind.SUPPRESSION,
                                "doubted because of " + doubt.code() + ": " + doubt.message(),
                                "finding " + doubt.id())
                        .with("cause", doubt.id()));
            }
        }
    }

    private void numbers(KpiStatus status, List<Explanation> parts) {
        BigDecimal target = status.target().valueOrNull();
        var text = new StringBuilder(Display.besides(status.value(), target, status.unit()));
        if (target != null) {
            text.append(" of a target of ").append(Display.besides(target, status.value(), status.unit()));
        }
        if (status.attainment() != null && target != null) {
            text.append(": attained ").append(Display.number(status.attainment(), Unit.RATIO));
        }
        if (status.attainment() != null && status.qualifiers().contains(Qualifier.GREEN_EDGE)) {
            text.append(": attained ")
                    .append(Display.number(status.attainment(), Unit.RATIO))
                    .append(" of the green edge");
        }
        if (status.score() != null) {
            text.append("; score ").append(Display.number(status.score(), Unit.SCORE));
        }
        if (status.qualifiers().contains(Qualifier.ZERO_FOR_MISSING)) {
            text.append("; no value was reported, and its null policy counts it as zero");
        }
        if (status.periodsRed() > 1) {
            text.append("; red for ").append(status.periodsRed()).append(" periods in a row");
        }
        List<SourceRef> sources = replay.sources(status.kpi(), status.period());
        boolean computed = replay.isComputed(status.kpi(), status.period());
        parts.add(Explanation.leaf(
                        Kind.NUMBERS,
                        text.toString(),
                        computed || sources.isEmpty()
                                ? status.at() instanceof boscard.source.Derived ? null : status.at()
                                : sources.get(0))
                .with("value", status.value())
                .with("target", target)
                .with("unit", status.unit()));
        Kpi kpi = rulebook.catalogue().find(status.kpi());
        if (kpi != null && kpi.formula() != null && computed) {
            parts.add(Explanation.leaf(
                            Kind.FORMULA,
                            "computed: " + kpi.formula(),
                            kpi.origin().of("formula"))
                    .with("formula", kpi.formula()));
            facts(sources, parts);
        } else if (sources.size() > 1) {
            facts(sources.subList(1, sources.size()), parts);
        }
        growth(status, parts);
    }

    /** What growth is measured from, when the table compares it. */
    private void growth(KpiStatus status, List<Explanation> parts) {
        Performance performance =
                replay.performance(status.kpi(), status.period()).orElse(null);
        BigDecimal baseline = replay.baseline(status.kpi(), status.period());
        if (performance != null && baseline != null && performance.growth() != null && status.derivation() != null) {
            cells.find(status.derivation().ruleId(), status.derivation().rule())
                    .filter(located -> uses(located, "growth") || uses(located, "rise"))
                    .ifPresent(located -> parts.add(Explanation.leaf(
                                    Kind.NUMBERS,
                                    "grown by " + Display.number(performance.growth(), Unit.RATIO) + " from "
                                            + Display.besides(baseline, performance.value(), performance.unit())
                                            + " (the baseline, or a year earlier)",
                                    null)
                            .with("growth", performance.growth())
                            .with("baseline", baseline)));
        }
    }

    private static boolean uses(Located located, String property) {
        FactType type = located.table().factType();
        return type.properties().containsKey(property)
                && located.table().conditions().stream()
                        .anyMatch(column -> column.property().name().equals(property)
                                && located.row()
                                                .conditions()
                                                .get(located.table()
                                                        .conditions()
                                                        .indexOf(column))
                                        != null);
    }

    private static String unjudged(KpiStatus status) {
        return switch (status.status()) {
            case NO_DATA -> "there is no value" + reason(status) + ", and missing is never zero";
            case NOT_APPLICABLE -> "the question does not arise";
            case NOT_STARTED -> "the period has not begun";
            default -> "no row of the thresholds could be compared: there is no target or baseline to compare with";
        };
    }

    private static String reason(KpiStatus status) {
        return status.actual() instanceof boscard.fact.Reading.Missing missing
                ? " (" + missing.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")"
                : "";
    }

    /** What would change it, judged before it is said. */
    private void change(KpiStatus status, List<Explanation> parts) {
        Kpi kpi = rulebook.catalogue().find(status.kpi());
        WhatIf whatIf = kpi == null || !status.rawStatus().isBand()
                ? null
                : WhatIf.of(replay, rulebook.tables(), kpi, status.period());
        if (kpi == null || whatIf == null) {
            return;
        }
        if (whatIf.now().status() != status.rawStatus()) {
            parts.add(Explanation.leaf(
                    Kind.CHANGE,
                    "this version of boscard judges it " + whatIf.now().status()
                            + ": boscard verify tells what differs",
                    null));
            return;
        }
        List<WhatIf.Actual> better = whatIf.actuals().stream()
                .filter(one -> isBetter(one.status(), status.rawStatus()))
                .sorted(Comparator.comparing(WhatIf.Actual::status).reversed())
                .toList();
        if (!better.isEmpty()) {
            parts.add(actuals(better, whatIf, kpi, ""));
        }
        whatIf.actuals().stream()
                .filter(one -> isBetter(status.rawStatus(), one.status()))
                .findFirst()
                .ifPresent(worse -> parts.add(actuals(List.of(worse), whatIf, kpi, "would be ")));
        for (boolean up : new boolean[] {true, false}) {
            whatIf.edits().stream()
                    .filter(edit -> up
                            ? isBetter(edit.status(), status.rawStatus())
                            : isBetter(status.rawStatus(), edit.status()))
                    .findFirst()
                    .ifPresent(edit -> parts.add(edit(edit)));
        }
    }

    /** Bands come best first. */
    private static boolean isBetter(Status one, Status than) {
        return one.ordinal() < than.ordinal();
    }

    private static Explanation actuals(List<WhatIf.Actual> reaches, WhatIf whatIf, Kpi kpi, String before) {
        String text = reaches.stream()
                .map(one -> before + one.status() + (one.change().signum() > 0 ? " from " : " up to ")
                        + Display.exactly(one.actual(), kpi.unit(), whatIf.scale()) + " ("
                        + (one.change().signum() > 0 ? "+" : "-")
                        + Display.difference(one.change().abs(), kpi.unit(), whatIf.scale()) + ")")
                .collect(Collectors.joining("; "));
        Explanation said = Explanation.leaf(Kind.CHANGE, text, null).with("step", whatIf.step());
        for (WhatIf.Actual one : reaches) {
            String name = one.status().name().toLowerCase(Locale.ROOT);
            said = said.with(name, one.actual())
                    .with(name + "_change", one.change())
                    .with(name + "_score", one.score());
        }
        return said;
    }

    private static Explanation edit(WhatIf.Edit edit) {
        return Explanation.leaf(
                        Kind.CHANGE,
                        "would be " + edit.status() + " if " + edit.row().id() + " said "
                                + Display.exactly(edit.to(), edit.unit(), Decimals.COMPUTED_SCALE) + " instead of "
                                + Display.exactly(edit.from(), edit.unit(), Decimals.COMPUTED_SCALE),
                        edit.cell().address())
                .with("status", edit.status())
                .with("row", edit.row().id())
                .with("cell", edit.cell())
                .with("from", edit.from())
                .with("to", edit.to());
    }
}
