/**
 * What a text or a typed cell means: numbers, dates, periods, choices, words for none. Each reader knows one type, says
 * what it could not read, and never guesses. No files here.
 */
@NullMarked
package boscard.intake.value;

import org.jspecify.annotations.NullMarked;
