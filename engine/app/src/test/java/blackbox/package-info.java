/** Tests from outside: they see what a user sees, which is a command line, its output and the files it writes. */
@NullMarked
package blackbox;

import org.jspecify.annotations.NullMarked;
