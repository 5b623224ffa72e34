/**
 * The command line: one class per command, each a thin line through import, load, compile, evaluate, store and report.
 * Nothing is decided here but what to print and the exit code.
 */
@NullMarked
package boscard.app;

import org.jspecify.annotations.NullMarked;
