/**
 * From files to facts: finds the files, decides which kind of fact each holds, reads its rows, checks keys and
 * references, and accounts for every row. What a file looks like inside is {@link boscard.intake.format}'s, what a text
 * means is {@link boscard.intake.value}'s, how a foreign layout is read is {@link boscard.intake.mapping}'s. Judging
 * the numbers is the rulebook's.
 */
@NullMarked
package boscard.intake;

import org.jspecify.annotations.NullMarked;
