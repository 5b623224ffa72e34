/** Stock Drools decision tables, in both of its models. */
@NullMarked
package boscard.benchmarks.drools;

import org.jspecify.annotations.NullMarked;
