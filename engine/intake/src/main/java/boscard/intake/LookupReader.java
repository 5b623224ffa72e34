package boscard.intake;

import boscard.intake.value.Remarks;
import boscard.intake.value.ValueReader;
import boscard.problem.ProblemCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what a lookup file says that a text means. */
final class LookupReader implements ValueReader {

    private final LookupTable table;
    private final boolean keepUnknown;
    private final ValueReader reader;

    /** @param reader of what is meant */
    LookupReader(LookupTable table, boolean keepUnknown, ValueReader reader) {
        this.table = table;
        this.keepUnknown = keepUnknown;
        this.reader = reader;
    }

    @Override
    public @Nullable Object read(String text, Remarks remarks) {
        LocalDate day = remarks.day();
        String meant = table.find(text, day);
        if (meant != null) {
            return reader.read(meant, remarks);
        }
        if (keepUnknown && !table.knows(text)) {
            return reader.read(text, remarks);
        }
        remarks.problem(
                ProblemCode.LOOKUP_UNKNOWN,
                table.knows(text)
                        ? "what \"" + text + "\" means " + (day == null ? "" : "on " + day + " ") + "is not one thing: "
                                + table.meanings(text)
                        : "\"" + text + "\" is not in " + table.file(),
                table.knows(text)
                        ? "the days from and to which each counts are missing."
                        : table.nearest(text).map(near -> near + ".").orElse(null));
        return null;
    }
}
