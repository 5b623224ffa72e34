package boscard.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    private static String escaped(String text) {
        var out = new StringBuilder();
        new Markup(out).element("td", text, "title", text);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onclick='alert(1)",
                "</td><td>",
                "<!-- -->",
                "&lt;b&gt;"
            })
    void whatStandsInAFactNeverBecomesMarkup(String text) {
        String html = escaped(text);
        assertThat(html.replaceFirst("^<td title=\"", "")
                        .replaceFirst("</td>$", "")
                        .replaceFirst("\">", ""))
                .doesNotContain("<", ">", "\"", "'");
    }

    @Test
    void charactersThatHtmlForbidsAreReplaced() {
        assertThat(Markup.escaped("a\u0000b\u001bc\ud800d\u0085e")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
        assertThat(Markup.escaped("ünï · 😀\n")).isEqualTo("ünï · 😀\n");
    }

    @Test
    void elementsCloseInTheOrderOfTheirOpening() {
        var out = new StringBuilder();
        new Markup(out)
                .open("ul")
                .open("li", "class", null, "id", 3)
                .text("x")
                .close()
                .close();
        assertThat(out).hasToString("<ul><li id=\"3\">x</li></ul>");
    }

    @Test
    void namesOfPlacesNeverHoldWhatThingsAreCalled() {
        var anchors = new Anchors();
        assertThat(anchors.of("card", "\"><script>")).isEqualTo("card-1");
        assertThat(anchors.of("card", "B")).isEqualTo("card-2");
        assertThat(anchors.of("card", "\"><script>")).isEqualTo("card-1");
        assertThat(anchors.of("part", "a", "b")).isNotEqualTo(anchors.of("part", "ab"));
    }

    @Test
    void onlyTheTwoScriptsOfThePageMayRun() {
        assertThat(Assets.policy())
                .contains("default-src 'none'", "script-src 'sha256-")
                .doesNotContain("script-src 'unsafe", "http");
    }
}
