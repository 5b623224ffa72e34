package boscard.html;

import boscard.evaluation.Display;
import boscard.evaluation.Finding;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.RecommendationGroups;
import boscard.fact.KpiCatalogue;
import boscard.fact.Perspective;
import boscard.fact.Unit;
import boscard.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run as one page. The page is bounded: the worst scorecards are told with all their details, the others stand
 * in the heat map, and what is left out is counted. The same run gives the same page. Not thread-safe.
 */
public final class HtmlReport {

    private final RunPage run;
    private final Rulebook rulebook;
    private final Limits limits;
    private final Anchors anchors = new Anchors();
    private final List<Advice> advice = new ArrayList<>();
    private int findingsLeftOut;
    private int adviceLeftOut;

    /** A recommendation and where the finding is told that it answers. */
    private record Advice(Recommendation recommendation, String scorecard, Map<String, String> places) {}

    /** One row of the heat map. */
    private record Line(
            String scorecard, String name, @Nullable NodeScore overall, Map<String, NodeScore> perspectives) {}

    public HtmlReport(RunPage run, Rulebook rulebook, Limits limits) {
        this.run = run;
        this.rulebook = rulebook;
        this.limits = limits;
    }

    /**
     * Writes the page.
     *
     * @param latest the newest scores of scorecards and perspectives, of every scorecard
     * @param names of the scorecards, by id
     * @param cards what is known of one scorecard; asked for once for each that is shown with its details
     */
    public void write(
            Appendable out, List<NodeScore> latest, Map<String, String> names, Function<String, Optional<Card>> cards) {
        List<Line> lines = lines(latest, names);
        var sections = new StringBuilder();
        var map = new StringBuilder();
        TableExcerpt excerpt = new TableExcerpt(rulebook);
        var detailed = new ArrayList<Line>();
        for (Line line : lines.subList(0, Math.min(limits.cards(), lines.size()))) {
            cards.apply(line.scorecard()).ifPresent(card -> {
                detailed.add(line);
                findingsLeftOut +=
                        new CardSection(card, catalogue(), anchors, excerpt, limits).write(new Markup(sections));
                gather(card);
                boolean topmost = card.replay().facts().scorecard().parent() == null;
                if (map.isEmpty() || topmost) {
                    var strategy = new StrategyMap(card, catalogue());
                    if (!strategy.isEmpty()) {
                        map.setLength(0);
                        strategy.write(new Markup(map));
                    }
                }
            });
        }
        page(new Markup(out), lines, detailed, sections, map);
    }

    private KpiCatalogue catalogue() {
        return rulebook.catalogue();
    }

    private static List<Line> lines(List<NodeScore> latest, Map<String, String> names) {
        var overall = new HashMap<String, NodeScore>();
        var parts = new HashMap<String, Map<String, NodeScore>>();
        for (NodeScore node : latest) {
            switch (node.kind()) {
                case SCORECARD -> overall.put(node.scorecard(), node);
                case PERSPECTIVE ->
                    parts.computeIfAbsent(node.scorecard(), k -> new HashMap<>())
                            .put(node.node(), node);
                case OBJECTIVE -> {}
            }
        }
        return names.entrySet().stream()
                .map(name -> new Line(
                        name.getKey(),
                        name.getValue(),
                        overall.get(name.getKey()),
                        parts.getOrDefault(name.getKey(), Map.of())))
                .sorted(Comparator.comparing(
                                (Line line) -> line.overall() == null
                                        ? null
                                        : line.overall().score(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Line::scorecard))
                .toList();
    }

    private void gather(Card card) {
        Map<String, Finding> byId = new HashMap<>();
        card.concluded().findings().forEach(finding -> byId.put(finding.id(), finding));
        for (Recommendation recommendation :
                RecommendationGroups.of(card.concluded().recommendations(), catalogue())) {
            var places = new LinkedHashMap<String, String>();
            for (String id : recommendation.findings()) {
                Finding finding = byId.get(id);
                String place = finding == null ? null : CardSection.placeOf(finding, card, anchors, limits);
                if (finding != null && place != null) {
                    places.putIfAbsent(finding.code(), place);
                }
            }
            advice.add(new Advice(recommendation, card.name(), places));
        }
    }

    private void page(Markup html, List<Line> lines, List<Line> detailed, CharSequence sections, CharSequence map) {
        html.raw("<!doctype html>\n").open("html", "lang", "en");
        html.open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", Assets.policy());
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "boscard " + run.run());
        html.raw("<style>").raw(Assets.CHART_STYLE).raw("\n").raw(Assets.STYLE).raw("</style>");
        html.close().line();
        html.open("body");
        html.element("a", "Skip to the content", "class", "skip", "href", "#content");
        header(html, !map.isEmpty());
        html.open("main", "id", "content");
        overview(html, lines, detailed);
        recommendations(html);
        html.open("section", "aria-labelledby", "cards-title").element("h2", "Scorecards", "id", "cards-title");
        html.raw(sections).close().line();
        if (!map.isEmpty()) {
            html.open("section", "aria-labelledby", "map");
            html.element("h2", "Strategy map", "id", "map").raw(map).close().line();
        }
        leftOut(html, lines, detailed);
        html.close();
        html.raw("\n<!-- uPlot, which draws the charts:\n")
                .raw(Assets.LICENCE.replace("--", "- -"))
                .raw("\n-->\n");
        html.raw("<script>").raw(Assets.CHARTS).raw("</script>\n");
        html.raw("<script>").raw(Assets.SCRIPT).raw("</script>\n");
        html.close().close().line();
    }

    private void header(Markup html, boolean hasMap) {
        html.open("header").element("h1", "Scorecards as of " + run.asOf());
        html.element("p", run.counts());
        html.open("p", "class", "quiet")
                .text("Run " + run.run() + " · boscard " + run.engineVersion() + " · rulebook "
                        + run.rulebookDigest()
                                .substring(0, Math.min(12, run.rulebookDigest().length()))
                        + " · facts: " + String.join(", ", run.inputs()))
                .close();
        html.element(
                "p",
                "On paper, why is told of what is red, and of what was open when it was printed.",
                "class",
                "quiet printed");
        html.open("nav", "aria-label", "Parts of the page").open("ul");
        link(html, "Overview", "overview");
        link(html, "What to do", "advice");
        link(html, "Scorecards", "cards-title");
        if (hasMap) {
            link(html, "Strategy map", "map");
        }
        link(html, "What is left out", "left-out");
        html.close().close().close().line();
    }

    private static void link(Markup html, String text, String place) {
        html.open("li").element("a", text, "href", "#" + place).close();
    }

    private void overview(Markup html, List<Line> lines, List<Line> detailed) {
        html.open("section", "aria-labelledby", "overview").element("h2", "Overview", "id", "overview");
        html.element("p", "Worst first. A cell leads to the KPIs behind it, and these to why.", "class", "quiet");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "Heat map");
        html.open("table", "class", "heat").element("caption", "Scores of 100, by scorecard and perspective");
        html.open("thead").open("tr").element("th", "Scorecard", "scope", "col").element("th", "All", "scope", "col");
        List<Perspective> used = catalogue().perspectives().stream()
                .filter(perspective ->
                        lines.stream().anyMatch(line -> line.perspectives().containsKey(perspective.id())))
                .toList();
        used.forEach(perspective -> html.element("th", perspective.name(), "scope", "col"));
        html.close().close().open("tbody");
        for (Line line : lines.subList(0, Math.min(limits.rows(), lines.size()))) {
            boolean told = detailed.contains(line);
            html.open("tr").open("th", "scope", "row");
            if (told) {
                html.element("a", line.name(), "href", "#" + anchors.of("card", line.scorecard()));
            } else {
                html.text(line.name());
            }
            html.close();
            cell(html, line, line.overall(), "all", told ? anchors.of("card", line.scorecard()) : null);
            for (Perspective perspective : used) {
                cell(
                        html,
                        line,
                        line.perspectives().get(perspective.id()),
                        perspective.name(),
                        told ? anchors.of("part", line.scorecard(), perspective.id()) : null);
            }
            html.close();
        }
        html.close().close().close().close().line();
    }

    private static void cell(Markup html, Line line, @Nullable NodeScore node, String column, @Nullable String place) {
        if (node == null) {
            html.element("td", "–", "class", "none");
            return;
        }
        String score = node.score() == null ? "–" : Display.number(node.score(), Unit.SCORE);
        html.open("td", "class", Look.style(node.status()));
        if (place != null) {
            html.open(
                    "a",
                    "href",
                    "#" + place,
                    "aria-label",
                    line.name() + ", " + column + ": " + score + ", " + Look.word(node.status()));
        }
        html.element("span", Look.sign(node.status()), "aria-hidden", "true")
                .text(node.score() == null ? " " : " " + score + " ")
                .element("small", Look.word(node.status()));
        if (place != null) {
            html.close();
        }
        html.close();
    }

    private void recommendations(Markup html) {
        advice.sort(Comparator.comparing((Advice one) -> one.recommendation().severity(), Comparator.reverseOrder())
                .thenComparing(one -> one.recommendation().due())
                .thenComparing(one -> one.recommendation().rank())
                .thenComparing(one -> one.recommendation().id()));
        html.open("section", "aria-labelledby", "advice").element("h2", "What to do", "id", "advice");
        if (advice.isEmpty()) {
            html.element("p", "Nothing is recommended.").close();
            return;
        }
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "Recommendations");
        html.open("table", "class", "advice").open("thead").open("tr");
        for (String heading : new String[] {"#", "Severity", "Scorecard", "What", "Who", "By", "Because of"}) {
            html.element("th", heading, "scope", "col");
        }
        html.close().close().open("tbody");
        adviceLeftOut = Math.max(0, advice.size() - limits.recommendations());
        int number = 0;
        for (Advice one : advice.subList(0, advice.size() - adviceLeftOut)) {
            Recommendation recommendation = one.recommendation();
            html.open("tr").element("td", ++number, "class", "number").open("td");
            Look.badge(html, recommendation.severity());
            html.close();
            html.open("td")
                    .element("a", one.scorecard(), "href", "#" + anchors.of("card", recommendation.scorecard()))
                    .close();
            html.element("td", recommendation.action());
            html.element(
                    "td",
                    recommendation.owner() != null
                            ? recommendation.owner()
                            : recommendation
                                    .ownerRole()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' '));
            html.element("td", recommendation.due(), "class", "date");
            html.open("td");
            because(html, recommendation, one.places());
            html.close().close();
        }
        html.close().close().close().close().line();
    }

    private static void because(Markup html, Recommendation recommendation, Map<String, String> places) {
        boolean first = true;
        for (String code : recommendation.findingCodes()) {
            html.text(first ? "" : ", ");
            first = false;
            String place = places.get(code);
            if (place == null) {
                html.text(code);
            } else {
                html.element("a", code, "href", "#" + place);
            }
        }
    }

    private void leftOut(Markup html, List<Line> lines, List<Line> detailed) {
        html.open("section", "aria-labelledby", "left-out").element("h2", "What is left out", "id", "left-out");
        var said = new ArrayList<String>();
        if (lines.size() > limits.rows()) {
            said.add((lines.size() - limits.rows()) + " scorecards are not in the heat map");
        }
        if (lines.size() > detailed.size()) {
            said.add((lines.size() - detailed.size()) + " scorecards are not told in detail: the " + detailed.size()
                    + " with the lowest scores are");
        }
        if (findingsLeftOut > 0) {
            said.add(findingsLeftOut + " findings of earlier periods, or milder, are not told");
        }
        if (adviceLeftOut > 0) {
            said.add(adviceLeftOut + " recommendations are not listed");
        }
        if (said.isEmpty()) {
            html.element("p", "Nothing.");
        } else {
            html.open("ul");
            said.forEach(one -> html.element("li", one + "."));
            html.close();
        }
        html.open("p").text("Everything is in the workbook that boscard report --xlsx writes, and listed by ");
        html.element("code", run.command()).text(".").close();
        html.close().line();
    }
}
