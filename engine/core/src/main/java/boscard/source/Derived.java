package boscard.source;

/**
 * Something that was computed and stands in no file; the inputs it was computed from have addresses of their own.
 *
 * @param how what was done, in words: {@code "revenue / target(revenue)"}
 */
public record Derived(String how) implements SourceRef {

    @Override
    public String file() {
        return "";
    }

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public int row() {
        return 0;
    }

    @Override
    public int column() {
        return 0;
    }

    @Override
    public String toString() {
        return "computed: " + how;
    }
}
