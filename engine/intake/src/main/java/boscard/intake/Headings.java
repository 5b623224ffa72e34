package boscard.intake;

import boscard.intake.value.Spaces;
import java.util.Locale;

/** How headings are compared: outer spaces and case do not count, spaces and hyphens are underscores. */
final class Headings {

    private Headings() {}

    static String plain(String heading) {
        return Spaces.strip(heading)
                .toLowerCase(Locale.ROOT)
                .replace('\u00a0', '_')
                .replace(' ', '_')
                .replace('-', '_');
    }
}
