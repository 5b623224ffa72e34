@NullMarked
package boscard.drools;

import org.jspecify.annotations.NullMarked;
