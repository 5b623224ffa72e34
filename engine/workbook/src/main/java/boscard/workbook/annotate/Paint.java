package boscard.workbook.annotate;

import boscard.problem.ProblemSeverity;

/**
 * The colours of a severity, as red, green and blue in hexadecimal. A rule of Excel's own may hide the fill, never the
 * frame.
 */
record Paint(String fill, String frame) {

    static Paint of(ProblemSeverity severity) {
        return switch (severity) {
            case ERROR -> new Paint("FFC7CE", "C00000");
            case WARNING -> new Paint("FFEB9C", "BF8F00");
            case ADVICE -> new Paint("DDEBF7", "2F75B5");
        };
    }
}
