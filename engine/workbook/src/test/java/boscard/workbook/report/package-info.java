@NullMarked
package boscard.workbook.report;

import org.jspecify.annotations.NullMarked;
