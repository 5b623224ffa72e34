/**
 * Numbers prepared from facts: attainment, scores, trend, statistics, formulas. Pure functions, each with its formula
 * and source in the Javadoc; nothing here knows a rule or a table.
 */
@NullMarked
package boscard.indicator;

import org.jspecify.annotations.NullMarked;
