/**
 * Where something stands: a cell, a line, a rule. Every fact and every conclusion carries one of these. Nothing here
 * opens a file; an address is a value.
 */
@NullMarked
package boscard.source;

import org.jspecify.annotations.NullMarked;
