/**
 * How a foreign layout is read without editing it: the mapping file, as data, and its reader. Declarative: it names
 * columns, constants and words, and runs nothing.
 */
@NullMarked
package boscard.intake.mapping;

import org.jspecify.annotations.NullMarked;
