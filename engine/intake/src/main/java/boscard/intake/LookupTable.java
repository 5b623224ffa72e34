package boscard.intake;

import boscard.intake.format.Content;
import boscard.intake.format.DelimitedFile;
import boscard.intake.format.DelimitedLayout;
import boscard.intake.format.RawRow;
import boscard.intake.format.RowSource;
import boscard.intake.format.WorkbookFile;
import boscard.intake.mapping.ColumnPick;
import boscard.intake.mapping.FileMapping;
import boscard.intake.mapping.Lookup;
import boscard.intake.value.DateReader;
import boscard.intake.value.RawValue;
import boscard.intake.value.Remarks;
import boscard.intake.value.Spaces;
import boscard.problem.ProblemCode;
import boscard.problem.Suggestion;
import boscard.source.SourceRef;
import boscard.workbook.InvalidWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the names of a lookup file mean, and from when to when. Immutable once read. */
final class LookupTable {

    private static final long LARGEST = 64L << 20;
    private static final int MEANINGS_SHOWN = 3;
    private static final int HEADER_ROWS_LOOKED_AT = 30;

    /** What a name means while the row counts. */
    private record Meaning(
            String value,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            SourceRef at) {

        boolean counts(@Nullable LocalDate day) {
            return from == null && to == null
                    || day != null && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    private final String file;
    private final Map<String, List<Meaning>> meaningsByName = new HashMap<>();
    private final Map<String, Optional<String>> nearestByUnknown = new HashMap<>();

    private LookupTable(String file) {
        this.file = file;
    }

    /**
     * Reads the file of a lookup.
     *
     * @param folders to look in, in order
     * @param problems what is wrong with it
     * @return null when it cannot be used
     */
    static @Nullable LookupTable read(Lookup lookup, List<Path> folders, SourceRef mapping, TableProblems problems) {
        Path found = folders.stream()
                .map(folder -> folder.resolve(lookup.file()))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
        if (found == null) {
            problems.add(
                    ProblemCode.FILE_MISSING,
                    mapping,
                    "the lookup file " + lookup.file() + " is neither beside the facts nor beside the mapping",
                    null);
            return null;
        }
        var table = new LookupTable(found.toString().replace('\\', '/'));
        try {
            if (Files.size(found) > LARGEST) {
                problems.add(
                        ProblemCode.FILE_TOO_LARGE,
                        mapping,
                        "the lookup file " + lookup.file() + " has more than " + LARGEST + " bytes",
                        null);
                return null;
            }
            return table.fill(found, lookup, problems) ? table : null;
        } catch (InvalidWorkbook invalid) {
            invalid.problems().forEach(problems::add);
            return null;
        } catch (IOException unreadable) {
            problems.add(
                    ProblemCode.FILE_UNREADABLE,
                    mapping,
                    "the lookup file " + lookup.file() + " cannot be read: " + unreadable.getMessage(),
                    null);
            return null;
        }
    }

    private boolean fill(Path path, Lookup lookup, TableProblems problems) throws IOException {
        Content content = Content.of(path);
        if (content == Content.ZIP || content == Content.COMPOUND) {
            try (WorkbookFile workbook = WorkbookFile.open(path, file)) {
                List<RowSource> sheets = workbook.tables();
                return !sheets.isEmpty() && fill(sheets.get(0), lookup, problems);
            }
        }
        try (RowSource source =
                DelimitedFile.open(path, file, new DelimitedLayout(lookup.encoding(), lookup.delimiter()))) {
            return fill(source, lookup, problems);
        }
    }

    private boolean fill(RowSource source, Lookup lookup, TableProblems problems) throws IOException {
        Map<String, Integer> indexes = lookup.header() ? header(source, lookup) : Map.of();
        int key = index(lookup.key(), indexes);
        int value = index(lookup.value(), indexes);
        int from = lookup.from() == null ? -2 : index(lookup.from(), indexes);
        int to = lookup.to() == null ? -2 : index(lookup.to(), indexes);
        if (key == -1 || value == -1 || from == -1 || to == -1) {
            var missing = new ArrayList<String>();
            List.of(lookup.key(), lookup.value()).forEach(pick -> addMissing(pick, indexes, missing));
            addMissing(lookup.from(), indexes, missing);
            addMissing(lookup.to(), indexes, missing);
            problems.add(
                    ProblemCode.COLUMN_MISSING,
                    source.at(0, 0, ""),
                    "the lookup file has no column " + String.join(" and no column ", missing),
                    null);
            return false;
        }
        var dates = new DateReader(List.of());
        RawRow row;
        while ((row = source.next()) != null) {
            if (row.broken() != null) {
                problems.add(row.broken());
                continue;
            }
            String name = Spaces.strip(row.text(key));
            String meant = Spaces.strip(row.text(value));
            if (!name.isEmpty() && !meant.isEmpty()) {
                SourceRef at = source.at(row.number(), 0, "");
                meaningsByName
                        .computeIfAbsent(name, text -> new ArrayList<>(1))
                        .add(new Meaning(
                                meant, day(row, from, dates, at, problems), day(row, to, dates, at, problems), at));
            }
        }
        return true;
    }

    private static @Nullable LocalDate day(
            RawRow row, int index, DateReader dates, SourceRef at, TableProblems problems) {
        if (index < 0) {
            return null;
        }
        RawValue typed = row.typed(index);
        String text = Spaces.strip(row.text(index));
        if (text.isEmpty()) {
            return null;
        }
        var remarks = new Remarks() {
            @Override
            public void problem(ProblemCode code, String message, @Nullable String advice) {
                problems.add(code, at, message, advice);
            }

            @Override
            public void currency(String sign) {} // a day has none
        };
        return typed == null ? dates.read(text, remarks) : dates.readTyped(typed, remarks);
    }

    private static Map<String, Integer> header(RowSource source, Lookup lookup) throws IOException {
        var indexes = new HashMap<String, Integer>();
        for (int i = 0; i < HEADER_ROWS_LOOKED_AT; i++) {
            RawRow row = source.next();
            if (row == null) {
                break;
            }
            indexes.clear();
            for (int column = 0; column < row.size(); column++) {
                indexes.putIfAbsent(FileMapping.plainHeading(row.text(column)), column);
            }
            if (index(lookup.key(), indexes) >= 0 && index(lookup.value(), indexes) >= 0) {
                break;
            }
        }
        return indexes;
    }

    private static int index(ColumnPick pick, Map<String, Integer> indexes) {
        if (pick instanceof ColumnPick.Position position) {
            return position.number() - 1;
        }
        return pick instanceof ColumnPick.Heading heading
                ? indexes.getOrDefault(FileMapping.plainHeading(heading.text()), -1)
                : -1;
    }

    private static void addMissing(@Nullable ColumnPick pick, Map<String, Integer> indexes, List<String> missing) {
        if (pick instanceof ColumnPick.Heading heading && index(pick, indexes) == -1) {
            missing.add(heading.text());
        }
    }

    /**
     * What a name means.
     *
     * @param day of the record, for names that mean something only for a time; null when it is not known
     * @return null when the file does not say, or says several things
     */
    @Nullable
    String find(String name, @Nullable LocalDate day) {
        List<Meaning> meanings = meaningsByName.get(name);
        if (meanings == null) {
            return null;
        }
        String found = null;
        for (Meaning meaning : meanings) {
            if (meaning.counts(day)) {
                if (found != null && !found.equals(meaning.value())) {
                    return null;
                }
                found = meaning.value();
            }
        }
        return found;
    }

    /** Whether the name is there at all, at whatever time. */
    boolean knows(String name) {
        return meaningsByName.containsKey(name);
    }

    /** Everything that a name means at any time, with its places: {@code 5 (people.csv:5) and 4 (people.csv:4)}. */
    String meanings(String name) {
        return meaningsByName.getOrDefault(name, List.of()).stream()
                .map(meaning -> meaning.value() + " (" + meaning.at() + ")")
                .limit(MEANINGS_SHOWN)
                .collect(Collectors.joining(" and "));
    }

    Optional<String> nearest(String unknown) {
        return nearestByUnknown.computeIfAbsent(unknown, text -> Suggestion.nearest(text, meaningsByName.keySet()));
    }

    String file() {
        return file;
    }
}
