package boscard.workbook.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.problem.ProblemSeverity;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Editing XML in place: what is not said to change stays to the letter, in whatever style it is written. */
class MarkupTest {

    private static final StylesPart STYLES = new StylesPart("<styleSheet><fills count='1'><fill/></fills>"
            + "<borders count='1'><border/></borders><cellXfs count='2'><xf/><xf numFmtId='9'><alignment/></xf></cellXfs>"
            + "<dxfs><dxf><fill/><border/></dxf></dxfs></styleSheet>");

    private static String coloured(String sheet, int row, int column) {
        return SheetPart.coloured(sheet, Map.of(new CellPosition(row, column), ProblemSeverity.ERROR), STYLES, null);
    }

    @Test
    void tagsInCommentsAndCharacterDataAreNoTags() {
        String sheet = "<?xml version='1.0'?><!-- <row r='1'/> --><worksheet a=\"<c>\"><sheetData><row r='1'>"
                + "<c r='A1'><f><![CDATA[\"<c r='B1'/>\"]]></f></c></row></sheetData></worksheet>";

        assertThat(coloured(sheet, 1, 2)).isEqualTo(sheet.replace("</c></row>", "</c><c r=\"B1\" s=\"2\"/></row>"));
    }

    @Test
    void prefixesAndMissingAddressesAreFollowed() {
        String sheet = "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c/><x:c><x:v>1</x:v></x:c></x:row>"
                + "</x:sheetData></x:worksheet>";

        assertThat(coloured(sheet, 1, 2)).isEqualTo(sheet.replace("<x:c><x:v>", "<x:c s=\"2\"><x:v>"));
        assertThat(coloured(sheet, 3, 1))
                .isEqualTo(sheet.replace(
                        "</x:sheetData>", "<x:row r=\"3\"><x:c r=\"A3\" s=\"2\"/></x:row></x:sheetData>"));
    }

    @Test
    void emptyRowsAndEmptySheetsAreOpened() {
        assertThat(coloured("<worksheet><sheetData/></worksheet>", 1, 1))
                .isEqualTo("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" s=\"2\"/></row></sheetData></worksheet>");
        assertThat(coloured("<worksheet><sheetData><row r='2' spans='1:1'/></sheetData></worksheet>", 2, 3))
                .isEqualTo("<worksheet><sheetData><row r='2'><c r=\"C2\" s=\"2\"/></row></sheetData></worksheet>");
    }

    @Test
    void theBoxesOfCommentsAreNamedWhereTheFormatWantsThem() {
        String sheet =
                "<worksheet><sheetData/><pageMargins/><drawing r:id='r1'/><tableParts><extLst/></tableParts></worksheet>";

        assertThat(SheetPart.coloured(sheet, new TreeMap<>(), STYLES, "rId7"))
                .contains(
                        "<drawing r:id='r1'/><legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                + "relationships\" r:id=\"rId7\"/><tableParts>");
    }

    @Test
    void paintedStylesStandBehindTheOthersAndKeepWhatTheyHave() {
        var styles = new StylesPart("<styleSheet><fills count='1'><fill/></fills><borders count='1'><border/></borders>"
                + "<cellXfs count='2'><xf/><xf numFmtId='9' fillId='0'><alignment/></xf></cellXfs></styleSheet>");

        assertThat(styles.painted(1, ProblemSeverity.ERROR)).isEqualTo(2);
        assertThat(styles.painted(1, ProblemSeverity.ERROR)).isEqualTo(2);
        assertThat(styles.painted(0, ProblemSeverity.ADVICE)).isEqualTo(3);
        assertThat(styles.write())
                .contains(
                        "<fills count=\"3\"><fill/><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC7CE\"/>",
                        "<borders count=\"3\">",
                        "<cellXfs count=\"4\">",
                        "<xf numFmtId='9' fillId=\"1\" borderId=\"1\" applyFill=\"1\" applyBorder=\"1\"><alignment/></xf>",
                        "<xf fillId=\"2\" borderId=\"2\" applyFill=\"1\" applyBorder=\"1\"/>");
    }

    @Test
    void commentsOfEveryFormGetTheirSuffix() {
        String comments = "<comments><authors><author>Ann</author></authors><commentList>"
                + "<comment ref='A1' authorId='0'><text><t>plain</t></text></comment>"
                + "<comment ref='B1' authorId='0'><text><r><rPr><b/></rPr><t>bold</t></r></text></comment>"
                + "<comment ref='C1' authorId='0'><text/></comment>"
                + "<comment ref='D1' authorId='0'><text><t>other</t></text></comment></commentList></comments>";
        var added = new TreeSet<String>();
        var ours = new TreeMap<CellPosition, String>();
        for (int column : new int[] {1, 2, 3, 5}) {
            ours.put(new CellPosition(1, column), "<new>");
        }

        String run = "<r><t xml:space=\"preserve\">\n\n&lt;new&gt;</t></r>";
        assertThat(CommentsPart.with(comments, ours, added))
                .contains(
                        "<author>Ann</author><author>boscard check</author>",
                        "<text><r><t>plain</t></r>" + run + "</text>",
                        "<text><r><rPr><b/></rPr><t>bold</t></r>" + run + "</text>",
                        "ref='C1' authorId='0'><text><r><t xml:space=\"preserve\">&lt;new&gt;</t></r></text>",
                        "<text><t>other</t></text>",
                        "<comment ref=\"E1\" authorId=\"1\">");
        assertThat(added).containsExactly("E1");
    }

    @Test
    void charactersThatXmlCannotHoldAreReplaced() {
        assertThat(Markup.escaped("a\u0000b\u001b<&>\"\ud83d\ude00\ud83d"))
                .isEqualTo("a\ufffdb\ufffd&lt;&amp;&gt;&quot;\ud83d\ude00\ufffd");
    }
}
