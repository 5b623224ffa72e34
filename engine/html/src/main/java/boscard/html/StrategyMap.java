package boscard.html;

import boscard.evaluation.NodeScore;
import boscard.evaluation.Status;
import boscard.fact.KpiCatalogue;
import boscard.fact.Objective;
import boscard.fact.ObjectiveStatus;
import boscard.fact.Perspective;
import boscard.fact.Sign;
import boscard.fact.StrategyLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The strategy map: objectives in lanes, one per perspective, what they lead to above them, and the links between them.
 * Drawn as SVG; the links are listed as sentences too.
 */
final class StrategyMap {

    private static final int WIDTH = 1000;
    private static final int LANE = 130;
    private static final int BOX_HEIGHT = 62;
    private static final int LABEL = 110;
    private static final int LETTERS = 22;

    private final Map<String, int[]> places = new HashMap<>();
    private final Map<String, Objective> objectives = new LinkedHashMap<>();
    private final Map<String, Status> statuses = new HashMap<>();
    private final List<StrategyLink> links;
    private final List<Perspective> lanes = new ArrayList<>();

    StrategyMap(Card card, KpiCatalogue catalogue) {
        for (Objective objective : card.replay().facts().objectives()) {
            if (objective.status() == ObjectiveStatus.ACTIVE) {
                objectives.put(objective.objective(), objective);
            }
        }
        this.links = card.replay().facts().links().stream()
                .filter(link ->
                        objectives.containsKey(link.fromObjective()) && objectives.containsKey(link.toObjective()))
                .toList();
        card.concluded().nodes().stream()
                .filter(node -> node.latest() && node.kind() == NodeScore.Kind.OBJECTIVE)
                .forEach(node -> statuses.put(node.node(), node.status()));
        for (Perspective perspective : catalogue.perspectives()) {
            if (objectives.values().stream().anyMatch(one -> one.perspective().equals(perspective.id()))) {
                lanes.add(perspective);
            }
        }
    }

    boolean isEmpty() {
        return lanes.isEmpty() || links.isEmpty();
    }

    void write(Markup html) {
        int height = lanes.size() * LANE + 10;
        html.open("figure", "class", "map");
        html.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-label",
                "Strategy map: " + objectives.size() + " objectives, " + links.size() + " links; listed below");
        html.raw(
                "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\""
                        + " markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0 L8 4 L0 8 z\" class=\"tip\"/></marker></defs>");
        for (int lane = 0; lane < lanes.size(); lane++) {
            lane(html, lanes.get(lane), lane);
        }
        links.forEach(link -> arrow(html, link));
        objectives.values().forEach(objective -> box(html, objective));
        html.close();
        html.open("details").element("summary", "The links as a list").open("ul");
        for (StrategyLink link : links) {
            html.open("li")
                    .text(name(link.fromObjective())
                            + (link.sign() == Sign.POSITIVE ? " furthers " : " works against ")
                            + name(link.toObjective())
                            + (link.lagPeriods() > 0 ? ", after " + link.lagPeriods() + " periods" : "") + " ")
                    .element("code", link.origin().whole())
                    .close();
        }
        html.close().close().close().line();
    }

    private String name(String objective) {
        Objective known = objectives.get(objective);
        return known == null ? objective : known.name();
    }

    private void lane(Markup html, Perspective perspective, int lane) {
        int top = lane * LANE;
        html.empty("rect", "x", 0, "y", top + 4, "width", WIDTH, "height", LANE - 8, "class", "lane", "rx", 6)
                .raw("</rect>");
        List<String> words = lines(perspective.name(), 14);
        for (int i = 0; i < words.size(); i++) {
            html.element("text", words.get(i), "x", 10, "y", top + LANE / 2 + 16 * i, "class", "lane-name");
        }
        List<Objective> own = objectives.values().stream()
                .filter(one -> one.perspective().equals(perspective.id()))
                .toList();
        int room = (WIDTH - LABEL) / own.size();
        for (int i = 0; i < own.size(); i++) {
            int width = Math.min(room - 12, 220);
            int x = LABEL + room * i + (room - width) / 2;
            places.put(own.get(i).objective(), new int[] {x, top + (LANE - BOX_HEIGHT) / 2, width});
        }
    }

    private void arrow(Markup html, StrategyLink link) {
        int[] from = places.get(link.fromObjective());
        int[] to = places.get(link.toObjective());
        if (from == null || to == null) {
            return;
        }
        boolean up = from[1] > to[1];
        boolean level = from[1] == to[1];
        int x1 = from[0] + from[2] / 2;
        int x2 = to[0] + to[2] / 2;
        int y1 = level || up ? from[1] : from[1] + BOX_HEIGHT;
        int y2 = level ? to[1] : up ? to[1] + BOX_HEIGHT : to[1];
        int bend = level ? y1 - 28 : (y1 + y2) / 2;
        html.empty(
                        "path",
                        "d",
                        "M" + x1 + " " + y1 + " C" + x1 + " " + bend + " " + x2 + " " + bend + " " + x2 + " " + y2,
                        "class",
                        link.sign() == Sign.POSITIVE ? "link" : "link against",
                        "marker-end",
                        "url(#tip)")
                .raw("</path>");
    }

    private void box(Markup html, Objective objective) {
        int[] place = places.get(objective.objective());
        if (place == null) {
            return;
        }
        Status status = statuses.getOrDefault(objective.objective(), Status.NO_DATA);
        html.open("g", "class", "objective " + Look.style(status));
        html.empty("rect", "x", place[0], "y", place[1], "width", place[2], "height", BOX_HEIGHT, "rx", 6)
                .raw("</rect>");
        List<String> words = lines(objective.name(), Math.max(10, Math.min(LETTERS, place[2] / 8)));
        for (int i = 0; i < Math.min(2, words.size()); i++) {
            boolean cut = i == 1 && words.size() > 2;
            html.element(
                    "text",
                    words.get(i) + (cut ? " …" : ""),
                    "x",
                    place[0] + place[2] / 2,
                    "y",
                    place[1] + 20 + 16 * i,
                    "text-anchor",
                    "middle");
        }
        html.element(
                "text",
                Look.sign(status) + " " + Look.word(status),
                "x",
                place[0] + place[2] / 2,
                "y",
                place[1] + BOX_HEIGHT - 8,
                "text-anchor",
                "middle",
                "class",
                "state");
        html.element("title", objective.name() + ": " + Look.word(status));
        html.close();
    }

    private static List<String> lines(String text, int letters) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + word.length() + 1 > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
