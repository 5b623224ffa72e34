package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.intake.mapping.ColumnPick;
import boscard.intake.mapping.FileMapping;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which kind of fact a table holds: by its name, or else by its header. */
final class KindOfTable {

    private KindOfTable() {}

    /**
     * By name: {@code measurements}, or {@code measurements-2026}, {@code measurements emea}.
     *
     * @param name of the file without its ending, or of the sheet
     * @return null when the name says nothing
     */
    static @Nullable FactKind byName(String name) {
        FactKind exact = FactKind.named(name).orElse(null);
        if (exact != null) {
            return exact;
        }
        String plain = name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        for (FactKind kind : FactKind.values()) {
            String start = kind.canonicalName();
            if (plain.startsWith(start)
                    && plain.length() > start.length()
                    && !Character.isLetter(plain.charAt(start.length()))) {
                return kind;
            }
        }
        return null;
    }

    /**
     * By header: the kind whose required columns are all there. When there are several, as for target_changes whose
     * columns include those of measurements, the one that knows the most of the headings.
     *
     * @return null when no kind fits, or two fit equally well
     */
    static @Nullable FactKind byHeader(Collection<String> headings, FileMapping mapping) {
        FactKind best = null;
        int mostKnown = 0;
        boolean tie = false;
        for (FactKind kind : FactKind.values()) {
            if (hasRequired(kind, headings, mapping)) {
                int known = known(kind, headings, mapping);
                tie = known == mostKnown;
                if (known > mostKnown) {
                    best = kind;
                    mostKnown = known;
                }
            }
        }
        return tie ? null : best;
    }

    /** Whether each required field of the kind has a column or a constant. */
    static boolean hasRequired(FactKind kind, Collection<String> headings, FileMapping mapping) {
        Set<String> plain = plain(headings);
        return FactSchema.of(kind).fields().stream()
                .filter(FactSchema.Field::required)
                .allMatch(field -> hasColumn(field.name(), plain, mapping));
    }

    /** How many fields of the kind have a column. */
    static int known(FactKind kind, Collection<String> headings, FileMapping mapping) {
        Set<String> plain = plain(headings);
        return (int) FactSchema.of(kind).fields().stream()
                .filter(field -> !mapping.constants().containsKey(field.name()))
                .filter(field -> hasColumn(field.name(), plain, mapping))
                .count();
    }

    private static boolean hasColumn(String field, Set<String> plainHeadings, FileMapping mapping) {
        if (mapping.constants().containsKey(field)) {
            return true;
        }
        ColumnPick pick = mapping.columns().get(field);
        if (pick instanceof ColumnPick.Heading heading) {
            return plainHeadings.contains(FileMapping.plainHeading(heading.text()));
        }
        return pick != null || plainHeadings.contains(field);
    }

    private static Set<String> plain(Collection<String> headings) {
        var plain = new HashSet<String>();
        headings.forEach(heading -> plain.add(FileMapping.plainHeading(heading)));
        return plain;
    }
}
