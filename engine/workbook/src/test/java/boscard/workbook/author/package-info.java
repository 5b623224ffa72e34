/** Writes the first version of the shipped workbooks and checks what stands in them. */
@NullMarked
package boscard.workbook.author;

import org.jspecify.annotations.NullMarked;
