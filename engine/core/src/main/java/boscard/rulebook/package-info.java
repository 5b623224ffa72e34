/**
 * What analysts author, loaded: the KPI catalogue, the parameters, the decision tables and the rule files, with one
 * digest over all of it; and the port of the compiler that makes it run.
 */
@NullMarked
package boscard.rulebook;

import org.jspecify.annotations.NullMarked;
