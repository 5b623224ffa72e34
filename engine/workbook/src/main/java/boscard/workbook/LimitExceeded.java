package boscard.workbook;

import java.io.IOException;

/** More content than the {@link SpreadsheetLimits} allow; the message says of what. */
final class LimitExceeded extends IOException {

    private static final long serialVersionUID = 1L;

    LimitExceeded(String message) {
        super(message);
    }
}
