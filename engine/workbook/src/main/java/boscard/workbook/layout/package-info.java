/**
 * Workbooks as people like to use them: a title, headings with comments, drop-downs, colours, hidden and locked code
 * rows. What stands in them is the caller's; reading them back is {@code boscard.workbook}'s. Writing the same layout
 * twice gives the same bytes.
 */
@NullMarked
package boscard.workbook.layout;

import org.jspecify.annotations.NullMarked;
