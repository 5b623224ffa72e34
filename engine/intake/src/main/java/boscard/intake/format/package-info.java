/**
 * What a file looks like inside: delimited text, JSON, workbooks, each as a {@link boscard.intake.format.RowSource} of
 * a header and rows with their addresses. Nothing here knows what a fact is.
 */
@NullMarked
package boscard.intake.format;

import org.jspecify.annotations.NullMarked;
