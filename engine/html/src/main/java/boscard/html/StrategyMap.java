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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    private final String scorecard;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Integer> crossings = new HashMap<>();
    private final Map<String, Objective> objectives = new LinkedHashMap<>();
    private final Map<String, Status> statuses = new HashMap<>();
    private final List<StrategyLink> links;
    private final List<Perspective> lanes = new ArrayList<>();

    /** Where the box of an objective stands. */
    private record Place(int lane, int x, int width) {
        int y() {
            return top(lane);
        }

        int middle() {
            return x + width / 2;
        }
    }

    /**
     * Where a link meets a box.
     *
     * @param begins rather than ends
     * @param other middle of the box at the other end
     */
    private record End(StrategyLink link, boolean begins, int other) {}

    StrategyMap(Card card, KpiCatalogue catalogue) {
        this.scorecard = card.name();
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
        arrows(html);
        objectives.values().forEach(objective -> box(html, objective));
        html.close();
        html.element(
                "figcaption",
                "Newest statuses of " + scorecard + ". An arrow leads to what an objective furthers"
                        + (links.stream().anyMatch(link -> link.sign() == Sign.NEGATIVE)
                                ? ", a dashed one to what it works against."
                                : "."),
                "class",
                "quiet");
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
            places.put(own.get(i).objective(), new Place(lane, x, width));
        }
    }

    private void arrow(Markup html, StrategyLink link, int x1, int x2) {
        Place from = Objects.requireNonNull(places.get(link.fromObjective()));
        Place to = Objects.requireNonNull(places.get(link.toObjective()));
        boolean up = from.lane() > to.lane();
        boolean level = from.lane() == to.lane();
        int y1 = up || level ? from.y() : from.y() + BOX_HEIGHT;
        int y2 = up ? to.y() + BOX_HEIGHT : to.y();
        var path = new StringBuilder("M" + x1 + " " + y1);
        if (level) {
            path.append(curve(x1, y1 - 26, x2, y1 - 26, x2, y2));
        } else {
            int step = up ? -1 : 1;
            int x = x1;
            int y = y1;
            for (int lane = from.lane() + step;
                    lane != to.lane();
                    lane += step) { // between the boxes of lanes on the way
                int through = gap(lane, x + (x2 - x) / (Math.abs(to.lane() - lane) + 1));
                int enter = top(lane) + (up ? BOX_HEIGHT + 6 : -6);
                int leave = top(lane) + (up ? -6 : BOX_HEIGHT + 6);
                int middle = (y + enter) / 2;
                path.append(curve(x, middle, through, middle, through, enter)).append(" L" + through + " " + leave);
                x = through;
                y = leave;
            }
            int middle = (y + y2) / 2;
            path.append(curve(x, middle, x2, middle, x2, y2));
        }
        html.empty(
                        "path",
                        "d",
                        path,
                        "class",
                        link.sign() == Sign.POSITIVE ? "link" : "link against",
                        "marker-end",
                        "url(#tip)")
                .raw("</path>");
    }

    private static String curve(int x1, int y1, int x2, int y2, int x, int y) {
        return " C" + x1 + " " + y1 + " " + x2 + " " + y2 + " " + x + " " + y;
    }

    private static int top(int lane) {
        return lane * LANE + (LANE - BOX_HEIGHT) / 2;
    }

    /** Where a link crosses a lane: in the free space that is nearest, beside those that cross there already. */
    private int gap(int lane, int wanted) {
        List<Place> own = places.values().stream()
                .filter(place -> place.lane() == lane)
                .sorted(Comparator.comparingInt(Place::x))
                .toList();
        var free = new ArrayList<Integer>();
        int left = LABEL;
        for (Place place : own) {
            free.add((left + place.x()) / 2);
            left = place.x() + place.width();
        }
        free.add((left + WIDTH) / 2);
        int nearest = free.stream()
                .min(Comparator.comparingInt(x -> Math.abs(x - wanted)))
                .orElse(wanted);
        int before = crossings.merge(lane + "|" + nearest, 1, Integer::sum) - 1;
        return nearest + (before % 2 == 0 ? 1 : -1) * ((before + 1) / 2) * 7;
    }

    /**
     * Draws the links; those that meet at one side of a box end beside each other, in the order of their other ends.
     */
    private void arrows(Markup html) {
        Map<String, List<End>> sides = new HashMap<>();
        for (StrategyLink link : links) {
            Place from = places.get(link.fromObjective());
            Place to = places.get(link.toObjective());
            if (from != null && to != null) {
                boolean down = from.lane() < to.lane();
                boolean level = from.lane() == to.lane();
                side(sides, link.fromObjective(), down).add(new End(link, true, to.middle()));
                side(sides, link.toObjective(), !down && !level).add(new End(link, false, from.middle()));
            }
        }
        Map<StrategyLink, Integer> begins = new HashMap<>();
        Map<StrategyLink, Integer> ends = new HashMap<>();
        sides.forEach((side, all) -> {
            Place box = Objects.requireNonNull(places.get(side.substring(1)));
            all.sort(Comparator.comparingInt(End::other));
            for (int i = 0; i < all.size(); i++) {
                int x = box.x() + box.width() * (i + 1) / (all.size() + 1);
                (all.get(i).begins() ? begins : ends).put(all.get(i).link(), x);
            }
        });
        for (StrategyLink link : links) {
            Integer x1 = begins.get(link);
            Integer x2 = ends.get(link);
            if (x1 != null && x2 != null) {
                arrow(html, link, x1, x2);
            }
        }
    }

    private static List<End> side(Map<String, List<End>> sides, String objective, boolean below) {
        return sides.computeIfAbsent((below ? "v" : "^") + objective, side -> new ArrayList<>());
    }

    private void box(Markup html, Objective objective) {
        Place place = places.get(objective.objective());
        if (place == null) {
            return;
        }
        Status status = statuses.getOrDefault(objective.objective(), Status.NO_DATA);
        html.open("g", "class", "objective " + Look.style(status));
        html.empty("rect", "x", place.x(), "y", place.y(), "width", place.width(), "height", BOX_HEIGHT, "rx", 6)
                .raw("</rect>");
        List<String> words = lines(objective.name(), Math.max(10, Math.min(LETTERS, place.width() / 8)));
        for (int i = 0; i < Math.min(2, words.size()); i++) {
            boolean cut = i == 1 && words.size() > 2;
            html.element(
                    "text",
                    words.get(i) + (cut ? " …" : ""),
                    "x",
                    place.middle(),
                    "y",
                    place.y() + 20 + 16 * i,
                    "text-anchor",
                    "middle");
        }
        html.element(
                "text",
                Look.sign(status) + " " + Look.word(status),
                "x",
                place.middle(),
                "y",
                place.y() + BOX_HEIGHT - 8,
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
