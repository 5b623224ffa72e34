package boscard.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.explanation.Explanation.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    private static Explanation tree(String address) {
        return Explanation.of(
                Kind.CONCLUSION,
                "Win rate · EMEA · 2026-Q3 is RED",
                "finding 7f3a",
                List.of(
                        Explanation.leaf(Kind.NUMBERS, "24.1 % of a target of 30.0 %", address),
                        Explanation.of(
                                Kind.ROW,
                                "KT-014  KPI thresholds, row 18",
                                "kpi-thresholds.xlsx!Thresholds!A18:H18",
                                List.of(Explanation.leaf(Kind.CELL, "KPI         win_rate = win_rate", "B18"))),
                        Explanation.leaf(Kind.CHANGE, "AMBER from 27.0 % (+2.9 points)", null)));
    }

    @Test
    void addressesStandInOneColumn() {
        assertThat(ExplanationText.lines(tree("facts/measurements.csv:118 (actual)")))
                .containsExactly(
                        "Win rate · EMEA · 2026-Q3 is RED                                            finding 7f3a",
                        "  24.1 % of a target of 30.0 %                                              facts/measurements.csv:118 (actual)",
                        "  KT-014  KPI thresholds, row 18                                            kpi-thresholds.xlsx!Thresholds!A18:H18",
                        "    KPI         win_rate = win_rate                                         B18",
                        "  AMBER from 27.0 % (+2.9 points)");
    }

    @Test
    void nothingIsWiderThanThePage() {
        var long1 = Explanation.of(
                Kind.CONCLUSION,
                "word ".repeat(60),
                "a/rather/long/path/to/a/file/of/facts.csv:118 (actual)",
                List.of(Explanation.leaf(Kind.NOTE, "another ".repeat(40), null)));
        assertThat(ExplanationText.lines(long1))
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(ExplanationText.WIDTH));
    }

    @Test
    void noWordIsLostOrAddedByWrapping() {
        String words = "one two  three, four · five ".repeat(20).strip();
        List<String> lines = ExplanationText.lines(Explanation.leaf(Kind.NOTE, words, "facts.csv:1"));
        assertThat(String.join(" ", lines).replace("facts.csv:1", "").split("\\s+"))
                .containsExactly(words.split("\\s+"));
    }

    @Test
    void anAddressThatFindsNoRoomBesideStandsBelow() {
        String address = "/a/folder".repeat(9) + "/measurements.csv:118 (actual)";
        assertThat(ExplanationText.lines(tree(address)))
                .contains("  24.1 % of a target of 30.0 %", "    at " + address);
    }

    @Test
    void textOfOthersCannotBreakTheLines() {
        assertThat(ExplanationText.lines(Explanation.leaf(Kind.NOTE, "a\nb\r\nc\td", null)))
                .containsExactly("a b  c d");
    }
}
