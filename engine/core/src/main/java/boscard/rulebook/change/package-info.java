/** What differs between two rulebooks, by row id and heading, so that an inserted or sorted row is no other change. */
@NullMarked
package boscard.rulebook.change;

import org.jspecify.annotations.NullMarked;
