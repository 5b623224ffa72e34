package boscard.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the numbers of some columns are written, as far as their texts prove it. Not thread-safe. */
final class NumberHabit {

    private static final Pattern COMMA_GROUPS_POINT = Pattern.compile("\\d{1,3}(,\\d{3})+\\.\\d+");
    private static final Pattern POINT_GROUPS_COMMA = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern COMMA_GROUPS = Pattern.compile("\\d{1,3}(,\\d{3}){2,}");
    private static final Pattern POINT_GROUPS = Pattern.compile("\\d{1,3}(\\.\\d{3}){2,}");
    private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern OTHER_GROUPS =
            Pattern.compile("\\d{1,3}([ \u00a0\u202f\u2009'’])\\d{3}(\\1\\d{3})*(([.,])\\d+)?");
    private static final Pattern COMMA = Pattern.compile("\\d*,\\d+");
    private static final Pattern POINT = Pattern.compile("\\d*\\.\\d+");
    private static final Pattern AROUND =
            Pattern.compile("^[(\\s$€£¥+−-]+|[)\\s%$€£¥−-]+$|^[A-Z]{3}\\s+|\\s+[A-Z]{3}$");

    private @Nullable String pointProof;
    private @Nullable String commaProof;
    private @Nullable String ambiguous;
    private final Set<Character> groups = new LinkedHashSet<>();

    void see(String text) {
        String digits = AROUND.matcher(text).replaceAll("");
        Matcher other = OTHER_GROUPS.matcher(digits);
        if (COMMA_GROUPS_POINT.matcher(digits).matches()
                || COMMA_GROUPS.matcher(digits).matches()) {
            pointProof = pointProof == null ? text : pointProof;
            groups.add(',');
        } else if (POINT_GROUPS_COMMA.matcher(digits).matches()
                || POINT_GROUPS.matcher(digits).matches()) {
            commaProof = commaProof == null ? text : commaProof;
            groups.add('.');
        } else if (other.matches()) {
            char separator = other.group(1).charAt(0);
            groups.add(separator == '\'' || separator == '’' ? '\'' : ' ');
            if (",".equals(other.group(4))) {
                commaProof = commaProof == null ? text : commaProof;
            } else if (".".equals(other.group(4))) {
                pointProof = pointProof == null ? text : pointProof;
            }
        } else if (EITHER.matcher(digits).matches()) {
            ambiguous = ambiguous == null ? text : ambiguous;
        } else if (COMMA.matcher(digits).matches()) {
            commaProof = commaProof == null ? text : commaProof;
        } else if (POINT.matcher(digits).matches()) {
            pointProof = pointProof == null ? text : pointProof;
        }
    }

    /** A text that can be two numbers while nothing proves which; null when there is none. */
    @Nullable
    String undecided() {
        if (pointProof != null && commaProof != null) {
            return pointProof + " and " + commaProof;
        }
        return pointProof == null && commaProof == null ? ambiguous : null;
    }

    /** The lines of a mapping; none for the canonical way. Asked for when everything is decided. */
    List<String> lines() {
        char group = groups.isEmpty() ? 0 : groups.iterator().next();
        if (commaProof != null) {
            if (group == 0 && ambiguous != null && ambiguous.indexOf('.') > 0) {
                group = '.';
            }
            return group == 0
                    ? List.of("decimal: \",\"                   # sure: " + commaProof)
                    : List.of("decimal: \",\"                   # sure: " + commaProof, "thousands: \"" + group + "\"");
        }
        if (group == 0 && pointProof != null && ambiguous != null && ambiguous.indexOf(',') > 0) {
            group = ',';
        }
        return group == 0 ? List.of() : List.of("thousands: \"" + group + "\"                 # sure");
    }
}
