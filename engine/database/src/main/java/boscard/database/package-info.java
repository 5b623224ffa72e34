/**
 * The embedded database: opens DuckDB in the memory of the process, with one folder that it may see, no network and one
 * thread. What is stored is the ledger's, what is read the intake's.
 */
@NullMarked
package boscard.database;

import org.jspecify.annotations.NullMarked;
