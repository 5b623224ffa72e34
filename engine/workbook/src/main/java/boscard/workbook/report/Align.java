package boscard.workbook.report;

/** Where the value of a cell stands. */
enum Align {
    LEFT("left"),
    CENTER("center"),
    RIGHT("right");

    private final String word;

    Align(String word) {
        this.word = word;
    }

    /** As the file format says it. */
    String word() {
        return word;
    }
}
