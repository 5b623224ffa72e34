/** OpenL Tablets. */
@NullMarked
package boscard.benchmarks.openl;

import org.jspecify.annotations.NullMarked;
