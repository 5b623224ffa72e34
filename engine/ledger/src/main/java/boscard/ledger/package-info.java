/**
 * Runs kept: one folder per evaluation, whole or absent, never changed afterwards, in formats that anyone can open. A
 * run holds what went in (facts with their addresses, the rulebook as it was) and what came out, so that it can be
 * listed, queried, explained and replayed. Deciding anything is the rulebook's; printing is the application's.
 */
@NullMarked
package boscard.ledger;

import org.jspecify.annotations.NullMarked;
