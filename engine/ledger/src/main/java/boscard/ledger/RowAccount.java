package boscard.ledger;

/**
 * The fate of the rows of one input: read = accepted + rejected + skipped.
 *
 * @param file as the user named it
 * @param sheet empty for a text file
 * @param kind canonical name of the kind of facts it holds, such as {@code measurements}
 * @param read rows of data found, headings not counted
 */
public record RowAccount(
        String file, String sheet, String kind, long read, long accepted, long rejected, long skipped) {

    /** @throws IllegalArgumentException when a row is unaccounted for */
    public RowAccount {
        if (read != accepted + rejected + skipped) {
            throw new IllegalArgumentException("%s: %d read is not %d accepted + %d rejected + %d skipped"
                    .formatted(file, read, accepted, rejected, skipped));
        }
    }
}
