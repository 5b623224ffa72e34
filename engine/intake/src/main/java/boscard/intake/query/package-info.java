/**
 * What a database does for the intake: sums over rows, and the rows of Parquet files and of queries as tables like any
 * other. Nothing here knows what a fact is.
 */
@NullMarked
package boscard.intake.query;

import org.jspecify.annotations.NullMarked;
