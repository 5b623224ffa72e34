/**
 * Which rows of a table are records, and which cells belong together: titles, totals, sections and notes are told from
 * records, and a layout that a mapping describes (headers of several rows, periods or KPIs side by side, labels of
 * several parts) is laid out as a plain table whose cells keep their addresses. What a value means is told elsewhere.
 */
@NullMarked
package boscard.intake.layout;

import org.jspecify.annotations.NullMarked;
