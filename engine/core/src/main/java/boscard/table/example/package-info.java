/**
 * Examples of decision tables: what an analyst gives, what must come of it, whether it does, which rows no example
 * reaches, and which examples are missing. Pure; reading and printing examples is done elsewhere.
 */
@NullMarked
package boscard.table.example;

import org.jspecify.annotations.NullMarked;
