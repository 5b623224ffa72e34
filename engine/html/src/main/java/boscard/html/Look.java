package boscard.html;

import boscard.evaluation.Severity;
import boscard.evaluation.Status;
import java.util.Locale;

/** How a status looks: a colour for those who see colours, a sign and the word for everybody. */
final class Look {

    private Look() {}

    static String style(Status status) {
        return status.isGreen() ? "green" : status.isAmber() ? "amber" : status.isRed() ? "red" : "none";
    }

    static String sign(Status status) {
        return status.isGreen() ? "✓" : status.isAmber() ? "!" : status.isRed() ? "✕" : "–";
    }

    static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String style(Severity severity) {
        return switch (severity) {
            case CRITICAL, FAIL -> "red";
            case WARN -> "amber";
            case INFO -> "none";
        };
    }

    /** A badge with sign and word. */
    static void badge(Markup html, Status status) {
        html.open("span", "class", "badge " + style(status));
        html.element("span", sign(status), "aria-hidden", "true")
                .text(" " + word(status))
                .close();
    }

    static void badge(Markup html, Severity severity) {
        html.element("span", severity.name().toLowerCase(Locale.ROOT), "class", "badge " + style(severity));
    }
}
