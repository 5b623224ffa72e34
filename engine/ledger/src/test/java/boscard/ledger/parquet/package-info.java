/** The ledger, tested with small evaluations built by hand. */
@NullMarked
package boscard.ledger.parquet;

import org.jspecify.annotations.NullMarked;
