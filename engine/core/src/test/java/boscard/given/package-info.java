/** What the tests of core start from: small catalogues, tables, rulebooks and facts, made in a few words. */
@NullMarked
package boscard.given;

import org.jspecify.annotations.NullMarked;
