package boscard.workbook.report;

import boscard.evaluation.NodeScore;
import boscard.fact.Grain;
import boscard.fact.Perspective;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Scorecards down, perspectives across: the score as a colour, its status as a mark, and how much data it rests on. */
final class HeatMapSheet {

    static final String NAME = "Heat map";

    private static final int HEADINGS = 4;
    private static final int FIRST_SCORE = 3;
    private static final int[] WIDTHS = {34, 11, 11, 10, 8, 9};
    private static final int DEEPEST = 10;

    private static final Look CENTRED_HEADING = Look.HEADING.aligned(Align.CENTER);
    private static final Look COMPLETE = Look.CENTRED.in(Palette.MUTED).as("0 %");
    private static final Look INCOMPLETE = COMPLETE.in(Palette.NONE);

    private final Sheet sheet;
    private final Names names;
    private final Map<String, Integer> rowByScorecard = new HashMap<>();

    private HeatMapSheet(Sheet sheet, Names names) {
        this.sheet = sheet;
        this.names = names;
    }

    static HeatMapSheet write(
            TableSheet.Maker sheets,
            Names names,
            Collection<ScorecardLine> lines,
            Grain grain,
            List<Perspective> declared) {
        List<String> perspectives = perspectives(lines, declared);
        Sheet sheet = sheets.workbook().direct(NAME, widths(perspectives.size()));
        sheet.freeze(1, HEADINGS + 1);
        sheet.repeatRows(HEADINGS - 1, HEADINGS);
        sheet.tabColour(Palette.HEAT_HIGH);
        var heatMap = new HeatMapSheet(sheet, names);
        heatMap.write(lines, grain, perspectives, sheets.rowLimit());
        sheets.workbook().end(sheet);
        return heatMap;
    }

    private void write(Collection<ScorecardLine> lines, Grain grain, List<String> perspectives, int rowLimit) {
        writeHeadings(perspectives);
        int index = HEADINGS + 1;
        List<ScorecardTree.Place> places = ScorecardTree.of(lines);
        int room = Math.max(0, rowLimit - index - 1);
        for (ScorecardTree.Place place : places.subList(0, Math.min(room, places.size()))) {
            rowByScorecard.put(place.line().id(), index + 1);
            write(place, grain, perspectives, line(index++));
        }
        if (places.isEmpty()) {
            line(index).text("No scorecard was evaluated.", Look.NOTE);
        } else if (places.size() > room) {
            line(index)
                    .text(
                            "The sheet is full: " + (places.size() - room) + " more scorecards are left out.",
                            Look.BLOCK);
        }
        colour(perspectives.size(), index);
    }

    /** The cell of a scorecard, for a link; null when it has none. */
    @Nullable
    String cellOf(String scorecard) {
        Integer row = rowByScorecard.get(scorecard);
        return row == null ? null : "'" + NAME + "'!A" + row;
    }

    private void writeHeadings(List<String> perspectives) {
        line(0).height(28).text("Heat map: scorecards by perspective", Look.TITLE);
        line(1).text(
                        "Score 0 to 100 in the newest closed period, and its status: ● green  ▲ amber  ■ red."
                                + " A veto can hold a status below its score.",
                        Look.NOTE);
        line(2).text("Data: how much of the weight has a score. Below 100 % something is missing.", Look.NOTE);
        Line above = line(HEADINGS - 1).height(18);
        above.text(null, Look.HEADING).text(null, Look.HEADING).text(null, Look.HEADING);
        above.text("Scorecard", CENTRED_HEADING).text(null, Look.HEADING).text(null, Look.HEADING);
        merge(FIRST_SCORE, FIRST_SCORE + 2);
        for (int i = 0; i < perspectives.size(); i++) {
            above.text(names.perspective(perspectives.get(i)), CENTRED_HEADING).text(null, Look.HEADING);
            merge(columnOf(i), columnOf(i) + 1);
        }
        Line below = line(HEADINGS).height(18);
        for (String heading : List.of("Scorecard", "Level", "Period")) {
            below.text(heading, Look.HEADING);
        }
        below.text("Score", CENTRED_HEADING).text("Data", CENTRED_HEADING).text("Red KPIs", CENTRED_HEADING);
        for (int i = 0; i < perspectives.size(); i++) {
            below.text("Score", CENTRED_HEADING).text("Data", CENTRED_HEADING);
        }
    }

    /** The first of the two columns of a perspective. */
    private static int columnOf(int perspective) {
        return FIRST_SCORE + 3 + 2 * perspective;
    }

    private void write(ScorecardTree.Place place, Grain grain, List<String> perspectives, Line line) {
        ScorecardLine scorecard = place.line();
        ScorecardLine.View view = scorecard.at(grain);
        var level = scorecard.scorecard().level();
        line.height(20)
                .text(scorecard.scorecard().name(), Look.TEXT.indented(Math.min(place.depth(), DEEPEST)))
                .text(level == null ? null : Names.words(level.name()), Look.MUTED)
                .text(view.whole() == null ? null : view.whole().period(), Look.MUTED);
        score(view.whole(), line);
        line.number(BigDecimal.valueOf(view.red()), Look.CENTRED);
        for (String perspective : perspectives) {
            score(view.perspectives().get(perspective), line);
        }
    }

    private static void score(@Nullable NodeScore node, Line line) {
        if (node == null) {
            line.text("–", Look.CENTRED.in(Palette.MUTED)).text(null, COMPLETE);
        } else if (node.score() == null) {
            line.text(Line.words(node.status()).toLowerCase(Locale.ROOT), Look.CENTRED.in(Palette.UNKNOWN))
                    .number(node.coverage(), coverage(node));
        } else {
            String mark = Palette.of(node.status()).mark();
            line.number(node.score(), Look.CENTRED.as("0 \"" + mark + "\"")).number(node.coverage(), coverage(node));
        }
    }

    /** What is incomplete is darker. */
    private static Look coverage(NodeScore node) {
        return node.coverage().compareTo(BigDecimal.ONE) < 0 ? INCOMPLETE : COMPLETE;
    }

    /** One scale over all scores, so that equal scores have equal colours. */
    private void colour(int perspectives, int end) {
        if (end == HEADINGS + 1) {
            return;
        }
        var columns = new ArrayList<Integer>(List.of(FIRST_SCORE));
        for (int i = 0; i < perspectives; i++) {
            columns.add(columnOf(i));
        }
        sheet.heat(HEADINGS + 1, end - 1, columns);
    }

    private static int[] widths(int perspectives) {
        int[] widths = Arrays.copyOf(WIDTHS, WIDTHS.length + 2 * perspectives);
        for (int i = WIDTHS.length; i < widths.length; i += 2) {
            widths[i] = 12;
            widths[i + 1] = 8;
        }
        return widths;
    }

    /** Those of the catalogue in its order, then any other. */
    private static List<String> perspectives(Collection<ScorecardLine> lines, List<Perspective> declared) {
        var used = new TreeSet<String>();
        lines.forEach(line -> line.newest()
                .values()
                .forEach(view -> used.addAll(view.perspectives().keySet())));
        var ordered = new LinkedHashSet<String>();
        declared.stream().map(Perspective::id).filter(used::contains).forEach(ordered::add);
        ordered.addAll(used);
        return List.copyOf(ordered);
    }

    private void merge(int first, int last) {
        sheet.merge(HEADINGS - 1, first, last);
    }

    private Line line(int index) {
        return sheet.line(index);
    }
}
