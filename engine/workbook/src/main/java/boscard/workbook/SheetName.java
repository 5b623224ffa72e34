package boscard.workbook;

/** A sheet, and whether a person can see it. */
public record SheetName(String name, Visibility visibility) {

    /** Whether the tab of a sheet is shown. */
    public enum Visibility {
        VISIBLE,
        /** Shown by "Unhide". */
        HIDDEN,
        /** Shown only by a macro. */
        VERY_HIDDEN
    }

    public boolean isVisible() {
        return visibility == Visibility.VISIBLE;
    }
}
