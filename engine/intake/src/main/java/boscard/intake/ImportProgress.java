package boscard.intake;

/** Is told how far an import has come. Called by the thread that imports. */
@FunctionalInterface
public interface ImportProgress {

    /** Nobody looks. */
    ImportProgress UNSEEN = (file, rows) -> {};

    /** Rows between two calls. */
    int STEP = 1 << 14;

    /**
     * Some more rows were read.
     *
     * @param file as the user named it
     * @param rows of all files so far
     */
    void read(String file, long rows);
}
