/** The DMN engine of Camunda 7. */
@NullMarked
package boscard.benchmarks.camunda;

import org.jspecify.annotations.NullMarked;
