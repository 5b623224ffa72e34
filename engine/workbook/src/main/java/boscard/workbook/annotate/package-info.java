/**
 * Copies of workbooks in which every problem is a comment and a colour on its cell. What else is in a workbook stays as
 * it is: of an {@code .xlsx} only the parts that hold cells, styles and comments are changed, and in these only what is
 * added; all other parts are copied as they are packed. Finding problems is the readers' and the checks'.
 */
@NullMarked
package boscard.workbook.annotate;

import org.jspecify.annotations.NullMarked;
