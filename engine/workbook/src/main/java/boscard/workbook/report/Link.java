package boscard.workbook.report;

/**
 * An address as people read it and, where something can be opened, what opens it.
 *
 * @param text what is shown
 * @param file relative or absolute URI of a file; empty when nothing can be opened
 * @param place sheet and cells within the file, as Excel writes them; empty for the file as a whole
 */
record Link(String text, String file, String place) {

    static Link none(String text) {
        return new Link(text, "", "");
    }

    boolean opens() {
        return !file.isEmpty();
    }

    Link showing(String other) {
        return new Link(other, file, place);
    }
}
