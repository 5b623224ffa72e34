/**
 * The documents in docs/: generated parts are as the program would generate them, and what is written by hand names
 * only what exists. After an intended change, {@code -Dgolden=update} writes the generated parts anew.
 */
@NullMarked
package boscard.docs;

import org.jspecify.annotations.NullMarked;
