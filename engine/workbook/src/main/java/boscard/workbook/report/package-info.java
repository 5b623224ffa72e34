/**
 * The report of a run as one workbook that people open, filter and print: what is worst, what to do, and a link from
 * every conclusion to the table cell that decided it. It only shows what an evaluation says; nothing is judged here.
 */
@NullMarked
package boscard.workbook.report;

import org.jspecify.annotations.NullMarked;
