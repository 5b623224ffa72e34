@NullMarked
package boscard.cases;

import org.jspecify.annotations.NullMarked;
