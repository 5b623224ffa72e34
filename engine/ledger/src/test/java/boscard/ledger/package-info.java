/** The ledger, tested with small evaluations built by hand. */
@NullMarked
package boscard.ledger;

import org.jspecify.annotations.NullMarked;
