/**
 * What was measured and promised: measurements, goals, plans, and the values inside them, and the KPIs they are about.
 * All immutable; each knows its {@link boscard.source.Origin}. Reading files is intake's, judging is the rulebook's.
 */
@NullMarked
package boscard.fact;

import org.jspecify.annotations.NullMarked;
