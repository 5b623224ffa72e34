/**
 * Writes Parquet files of flat columns and lists, in the order of the rows that come, with memory that does not grow.
 * Knows nothing of runs; reading is DuckDB's. Why this is our own: docs/adr/0016-runs-written-directly.md.
 */
@NullMarked
package boscard.ledger.parquet;

import org.jspecify.annotations.NullMarked;
