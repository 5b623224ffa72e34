@NullMarked
package boscard.workbook.annotate;

import org.jspecify.annotations.NullMarked;
