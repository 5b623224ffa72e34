package boscard.workbook.report;

/**
 * How a cell looks; equal looks share one style of the workbook.
 *
 * @param format an Excel number format; empty for the general one
 * @param indent steps to the right
 * @param points size of the letters
 * @param ruled whether a thin line closes the cell below
 * @param quoted whether re-typing keeps the text a text, whatever it starts with
 */
record Look(
        Palette colours,
        String format,
        Align align,
        boolean wrapped,
        int indent,
        int points,
        boolean ruled,
        boolean quoted) {

    static final Look PLAIN = new Look(Palette.NONE, "", Align.LEFT, false, 0, 10, false, false);
    static final Look TEXT = new Look(Palette.NONE, "", Align.LEFT, false, 0, 10, true, false);
    static final Look LONG_TEXT = new Look(Palette.NONE, "", Align.LEFT, true, 0, 10, true, false);
    static final Look MUTED = TEXT.in(Palette.MUTED);
    static final Look CENTRED = TEXT.aligned(Align.CENTER);
    static final Look RIGHT = TEXT.aligned(Align.RIGHT);
    static final Look COUNT = RIGHT.as("#,##0");
    static final Look DATE = CENTRED.as("yyyy-mm-dd");
    static final Look LINK = TEXT.in(Palette.LINK);
    static final Look LONE_LINK = new Look(Palette.LINK, "", Align.LEFT, false, 0, 10, false, false);
    static final Look HEADING = new Look(Palette.HEADING, "", Align.LEFT, true, 0, 10, false, false);
    static final Look TITLE = new Look(Palette.TITLE, "", Align.LEFT, false, 0, 18, false, false);
    static final Look BLOCK = new Look(Palette.TITLE, "", Align.LEFT, false, 0, 12, false, false);
    static final Look NOTE = new Look(Palette.MUTED, "", Align.LEFT, false, 0, 10, false, false);

    /** A word with its colour and its mark; the mark is in the format, so that the value stays the word. */
    static Look word(Palette colours) {
        return TEXT.in(colours).indented(1).as(colours.mark().isEmpty() ? "" : "\"" + colours.mark() + " \"@");
    }

    Look in(Palette other) {
        return new Look(other, format, align, wrapped, indent, points, ruled, quoted);
    }

    Look as(String other) {
        return new Look(colours, other, align, wrapped, indent, points, ruled, quoted);
    }

    Look aligned(Align other) {
        return new Look(colours, format, other, wrapped, indent, points, ruled, quoted);
    }

    Look indented(int steps) {
        return new Look(colours, format, align, wrapped, steps, points, ruled, quoted);
    }

    Look asQuoted() {
        return new Look(colours, format, align, wrapped, indent, points, ruled, true);
    }
}
