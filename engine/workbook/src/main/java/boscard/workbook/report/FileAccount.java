package boscard.workbook.report;

/**
 * The fate of the rows of one input: read = accepted + rejected + skipped.
 *
 * @param file as the user named it, with its sheet when it has one
 * @param kind canonical name of the kind of fact, such as {@code measurements}
 */
public record FileAccount(String file, String kind, long read, long accepted, long rejected, long skipped) {}
