package boscard.html;

import boscard.evaluation.Display;
import boscard.evaluation.Finding;
import boscard.evaluation.FindingState;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.explanation.Explanation;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Perspective;
import boscard.fact.Unit;
import boscard.indicator.Series.Point;
import boscard.source.SourceRef;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything about one scorecard: its KPIs with their course, what was found and why, the lines behind it. */
final class CardSection {

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(finding -> finding.state() == FindingState.SUPPRESSED)
            .thenComparing(Finding.ORDER);

    private final Card card;
    private final KpiCatalogue catalogue;
    private final Anchors anchors;
    private final TableExcerpt excerpt;
    private final Limits limits;
    private final ExplanationList list;

    CardSection(Card card, KpiCatalogue catalogue, Anchors anchors, TableExcerpt excerpt, Limits limits) {
        this.card = card;
        this.catalogue = catalogue;
        this.anchors = anchors;
        this.excerpt = excerpt;
        this.limits = limits;
        this.list = new ExplanationList(anchors, card.id());
    }

    /** Writes the section; gives how many findings it left out. */
    int write(Markup html) {
        List<KpiStatus> statuses =
                card.concluded().statuses().stream().filter(KpiStatus::latest).toList();
        String title = anchors.of("title", card.id());
        html.open("section", "class", "card", "id", anchors.of("card", card.id()), "aria-labelledby", title);
        html.open("h3", "id", title).text(card.name() + " ");
        overall().ifPresent(node -> {
            Look.badge(html, node.status());
            html.text(node.score() == null ? "" : " " + Display.number(node.score(), Unit.SCORE) + " of 100");
        });
        html.close();
        BalancePicture.write(html, statuses);
        kpis(html, statuses);
        html.element("h4", "Why the KPIs are what they are");
        statuses.forEach(status -> why(html, status));
        int leftOut = findings(html);
        list.lines(html, card.name());
        html.open("p", "class", "back")
                .element("a", "Back to the overview", "href", "#overview")
                .close();
        html.close().line();
        return leftOut;
    }

    private Optional<NodeScore> overall() {
        return card.concluded().nodes().stream()
                .filter(node -> node.latest() && node.kind() == NodeScore.Kind.SCORECARD)
                .findFirst();
    }

    private void kpis(Markup html, List<KpiStatus> statuses) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "KPIs of " + card.name());
        html.open("table", "class", "kpis").open("thead").open("tr");
        for (String heading : List.of("KPI", "Status", "Actual", "Target", "Score", "Period", "Trend")) {
            boolean number = List.of("Actual", "Target", "Score").contains(heading);
            html.element("th", heading, "scope", "col", "class", number ? "number" : null);
        }
        html.close().close();
        for (Perspective perspective : catalogue.perspectives()) {
            List<KpiStatus> own = statuses.stream()
                    .filter(status -> status.perspective().equals(perspective.id()))
                    .toList();
            if (!own.isEmpty()) {
                html.open("tbody", "id", anchors.of("part", card.id(), perspective.id()), "tabindex", "-1");
                html.open("tr").element("th", perspective.name(), "colspan", 7, "scope", "rowgroup", "class", "group");
                html.close();
                own.forEach(status -> kpi(html, status));
                html.close();
            }
        }
        html.close().close().line();
    }

    private void kpi(Markup html, KpiStatus status) {
        Kpi kpi = catalogue.find(status.kpi());
        html.open("tr");
        html.element("th", kpi == null ? status.kpi() : kpi.name(), "scope", "row");
        html.open("td");
        html.open(
                "a",
                "href",
                "#" + anchorOf(status),
                "aria-label",
                "Why " + (kpi == null ? status.kpi() : kpi.name()) + " is " + Look.word(status.status()));
        Look.badge(html, status.status());
        html.close().close();
        html.element("td", shown(status.value(), status.unit()), "class", "number");
        html.element("td", shown(status.target().valueOrNull(), status.unit()), "class", "number");
        html.element("td", shown(status.score(), Unit.SCORE), "class", "number");
        html.element("td", status.period(), "class", "period");
        html.open("td");
        if (kpi != null) {
            Charts.sparkline(html, kpi, history(status));
        }
        html.close().close();
    }

    private static String shown(@Nullable BigDecimal value, Unit unit) {
        return value == null ? "–" : Display.number(value, unit);
    }

    private List<Point> history(KpiStatus status) {
        return card.replay().history(status.kpi(), status.period());
    }

    private String anchorOf(KpiStatus status) {
        return anchors.of("why", card.id(), status.kpi(), status.period());
    }

    private void why(Markup html, KpiStatus status) {
        List<SourceRef> sources = card.replay().sources(status.kpi(), status.period());
        if (!sources.isEmpty()) {
            Explanation fact = card.explainer().fact(sources.get(0));
            list.know(sources.get(0).toString(), fact.text());
        }
        Explanation why = card.explainer().why(status);
        html.open("details", "class", "finding " + Look.style(status.status()), "id", anchorOf(status));
        html.open("summary");
        Look.badge(html, status.status());
        html.text(" " + why.text());
        html.close();
        Kpi kpi = catalogue.find(status.kpi());
        if (kpi != null) {
            Charts.xmr(
                    html,
                    kpi,
                    history(status),
                    card.replay().limits(status.kpi(), status.period()).orElse(null));
        }
        list.write(html, why);
        if (status.derivation() != null) {
            excerpt.write(html, status.derivation().rule(), status.derivation().lostRows());
        }
        html.close().line();
    }

    private int findings(Markup html) {
        List<Finding> all = card.concluded().findings().stream()
                .filter(finding -> !finding.code().equals("ST1_OFF_TARGET"))
                .sorted(WORST_FIRST)
                .toList();
        long statuses = card.concluded().findings().size() - all.size();
        long shownStatuses = card.concluded().findings().stream()
                .filter(finding -> finding.code().equals("ST1_OFF_TARGET") && finding.latest())
                .count();
        if (!all.isEmpty()) {
            html.element("h4", "What else was found");
            all.stream().limit(limits.findings()).forEach(finding -> finding(html, finding));
        }
        int leftOut = (int) (statuses - shownStatuses) + Math.max(0, all.size() - limits.findings());
        if (leftOut > 0) {
            html.element(
                    "p",
                    leftOut + " more findings, of earlier periods or milder, are not on this page.",
                    "class",
                    "quiet");
        }
        return leftOut;
    }

    private void finding(Markup html, Finding finding) {
        html.open(
                "details",
                "class",
                "finding " + Look.style(finding.severity()),
                "id",
                anchors.of("finding", finding.id()));
        html.open("summary");
        Look.badge(html, finding.severity());
        html.text(" ").element("strong", finding.code()).text(" " + finding.message());
        if (finding.state() != FindingState.ACTIVE) {
            html.text(" ").element("em", finding.state() == FindingState.SUPPRESSED ? "withheld" : "low confidence");
        }
        html.close();
        list.write(html, card.explainer().why(finding));
        excerpt.write(html, finding.derivation().rule(), finding.derivation().lostRows());
        html.close().line();
    }

    /** Where a finding is told on the page; null when it is not. */
    static @Nullable String placeOf(Finding finding, Card card, Anchors anchors, Limits limits) {
        if (finding.code().equals("ST1_OFF_TARGET")) {
            String kpi = finding.kpi();
            String period = finding.period();
            return finding.latest() && kpi != null && period != null ? anchors.of("why", card.id(), kpi, period) : null;
        }
        boolean shown = card.concluded().findings().stream()
                .filter(one -> !one.code().equals("ST1_OFF_TARGET"))
                .sorted(WORST_FIRST)
                .limit(limits.findings())
                .anyMatch(one -> one.id().equals(finding.id()));
        return shown ? anchors.of("finding", finding.id()) : null;
    }
}
