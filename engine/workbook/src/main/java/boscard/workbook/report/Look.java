package boscard.workbook.report;

import org.jspecify.annotations.Nullable;

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

    // What a record says of itself goes through method handles, which is slow before they are compiled; a report asks
    // for the look of each of its cells.

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Look look
                        && colours == look.colours
                        && align == look.align
                        && wrapped == look.wrapped
                        && indent == look.indent
                        && points == look.points
                        && ruled == look.ruled
                        && quoted == look.quoted
                        && format.equals(look.format));
    }

    @Override
    public int hashCode() {
        int bits = (((wrapped ? 1 : 0) * 2 + (ruled ? 1 : 0)) * 2 + (quoted ? 1 : 0)) * 4 + align.ordinal();
        return ((format.hashCode() * 31 + colours.ordinal()) * 31 + bits) * 31 + indent * 64 + points;
    }

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
