package boscard.html;

import boscard.explanation.Explanation;
import boscard.explanation.Explanation.Kind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An explanation as a nested list. Facts link to their source lines, findings to where they are told. */
final class ExplanationList {

    private final Anchors anchors;
    private final String scorecard;
    private final Map<String, String> sources = new LinkedHashMap<>();

    ExplanationList(Anchors anchors, String scorecard) {
        this.anchors = anchors;
        this.scorecard = scorecard;
    }

    /** What stood at each address that was linked to, in the order of the links. */
    Map<String, String> sources() {
        return sources;
    }

    void write(Markup html, Explanation explanation) {
        if (explanation.children().isEmpty()) {
            return;
        }
        html.open("ul", "class", "why");
        for (Explanation child : explanation.children()) {
            html.open("li", "class", child.kind().name().toLowerCase(Locale.ROOT));
            html.element("span", child.text(), "class", "said");
            if (child.address() != null) {
                html.text(" ");
                address(html, child, child.address());
            }
            write(html, child);
            html.close();
        }
        html.close();
    }

    private void address(Markup html, Explanation child, String address) {
        if (child.kind() == Kind.FACT || sources.containsKey(address)) {
            source(html, address, child.text());
        } else {
            html.element("code", address);
        }
    }

    /** A link to a line among the source lines of the scorecard. */
    void source(Markup html, String address, String says) {
        sources.putIfAbsent(address, says);
        html.open("a", "class", "source", "href", "#" + anchors.of("source", scorecard, address))
                .element("code", address)
                .close();
    }

    /** Makes an address known before an explanation mentions it. */
    void know(String address, String says) {
        sources.putIfAbsent(address, says);
    }

    /** The source lines themselves. */
    void lines(Markup html, String name) {
        if (sources.isEmpty()) {
            return;
        }
        html.open("details", "class", "sources").element("summary", "Source lines of " + name);
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "Source lines of " + name);
        html.open("table").open("thead").open("tr");
        html.element("th", "Stands in", "scope", "col").element("th", "What stands there", "scope", "col");
        html.close().close().open("tbody");
        sources.forEach((address, says) -> {
            html.open("tr", "id", anchors.of("source", scorecard, address), "tabindex", "-1");
            html.open("th", "scope", "row").element("code", address).close();
            html.element("td", says).close();
        });
        html.close().close().close().close().line();
    }
}
