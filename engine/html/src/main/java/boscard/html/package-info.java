/**
 * A run as one page for a browser: overview, scorecards with charts, findings with their why, the strategy map. The
 * page carries everything it needs and fetches nothing. Knows explanations and no files but its own resources; which
 * run it shows is the caller's.
 */
@NullMarked
package boscard.html;

import org.jspecify.annotations.NullMarked;
