/** The DMN engine of Kie. */
@NullMarked
package boscard.benchmarks.kiedmn;

import org.jspecify.annotations.NullMarked;
