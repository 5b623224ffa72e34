package boscard.html;

/**
 * How much a page shows, so that it stays one that a browser opens at once. What is left out is counted on the page.
 *
 * @param rows scorecards in the heat map
 * @param cards scorecards with all their details, the worst ones
 * @param findings of one scorecard, beside its statuses
 * @param recommendations in the list of what to do
 */
public record Limits(int rows, int cards, int findings, int recommendations) {

    public static final Limits USUAL = new Limits(300, 25, 20, 40);
}
