package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.KpiCatalogue;
import boscard.intake.format.RowSource;
import boscard.intake.layout.RowWidth;
import boscard.intake.mapping.ColumnPick;
import boscard.intake.mapping.FileMapping;
import boscard.intake.mapping.Lookup;
import boscard.intake.mapping.Units;
import boscard.intake.value.NoneWords;
import boscard.intake.value.Remarks;
import boscard.intake.value.Spaces;
import boscard.intake.value.ValueReader;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import boscard.problem.Suggestion;
import boscard.source.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of a row each field is read from, and how. Made once for each table; says which columns are missing, twice
 * there, or not known.
 *
 * @param fields in canonical order
 * @param columns of the fields that have one, shared by the origins of all rows
 * @param width cells that a row should have
 * @param missing why a required field has neither a column nor a constant; empty when the table can be read
 * @param units of numbers that are not in the unit of their KPI; null when there are none
 */
record ColumnPlan(
        List<FieldReader> fields,
        Map<String, Origin.Column> columns,
        RowWidth width,
        List<Problem> missing,
        @Nullable RowUnits units) {

    /** Whether the rows can be read. */
    boolean usable() {
        return missing.isEmpty();
    }

    /** How many of the required fields have a column. */
    int requiredColumns() {
        return (int) fields.stream()
                .filter(reader -> reader.field().required() && reader.index() >= 0)
                .count();
    }

    static ColumnPlan of(
            FactKind kind,
            HeaderSearch.Header header,
            RowSource source,
            FileMapping mapping,
            ImportSettings settings,
            Lookups lookups,
            TableProblems problems) {
        return new Maker(kind, header, source, mapping, settings, lookups, problems).make();
    }

    /** The same, with more that keeps the rows from being read. */
    ColumnPlan lacking(List<Problem> more) {
        var all = new ArrayList<>(missing);
        all.addAll(more);
        return new ColumnPlan(fields, columns, width, List.copyOf(all), units);
    }

    private static final Map<Pattern, String> FACTORS = Map.of(
            Pattern.compile("\\bin (thousands|tsd|000s?)\\b|\\(0{3}s?\\)|['’]0{3}\\b|\\(thousands\\)"), "1000",
            Pattern.compile("\\bin (millions|mio|mln)\\b|\\(millions\\)"), "1000000");

    private static final class Maker {

        private final FactSchema schema;
        private final HeaderSearch.Header header;
        private final RowSource source;
        private final FileMapping mapping;
        private final Lookups lookups;
        private final ValueReaders readers;
        private final KpiCatalogue catalogue;
        private final int longest;
        private final TableProblems problems;
        private final Map<String, List<Integer>> indexesByHeading = new LinkedHashMap<>();
        private final Set<Integer> used = new HashSet<>();
        private final Map<String, Origin.Column> columns = new HashMap<>();
        private final List<Problem> missing = new ArrayList<>();

        Maker(
                FactKind kind,
                HeaderSearch.Header header,
                RowSource source,
                FileMapping mapping,
                ImportSettings settings,
                Lookups lookups,
                TableProblems problems) {
            this.lookups = lookups;
            this.schema = FactSchema.of(kind);
            this.header = header;
            this.source = source;
            this.mapping = mapping;
            this.readers = new ValueReaders(settings, mapping);
            this.catalogue = settings.catalogue();
            this.longest = settings.limits().cellLength();
            this.problems = problems;
            List<String> headings = header.headings();
            for (int i = 0; i < headings.size(); i++) {
                String plain = FileMapping.plainHeading(headings.get(i));
                if (!plain.isEmpty()) {
                    indexesByHeading
                            .computeIfAbsent(plain, heading -> new ArrayList<>())
                            .add(i);
                }
            }
        }

        ColumnPlan make() {
            var fields = new ArrayList<FieldReader>();
            for (Field field : schema.fields()) {
                fields.add(reader(field));
            }
            RowUnits units = units();
            int unnamed = unnamedAtEnd();
            sayUnknown(unnamed);
            return new ColumnPlan(
                    List.copyOf(fields),
                    Map.copyOf(columns),
                    new RowWidth(mapping.header() ? header.headings().size() : 0, unnamed),
                    List.copyOf(missing),
                    units);
        }

        private @Nullable RowUnits units() {
            Units units = mapping.units();
            if (schema.kind() != FactKind.MEASUREMENTS || units.equals(Units.NONE)) {
                return null;
            }
            ColumnPick pick = units.column();
            if (pick == null) {
                return new RowUnits(units, -1, "", catalogue);
            }
            String shown = pick instanceof ColumnPick.Heading named ? named.text() : "";
            List<Integer> indexes = pick instanceof ColumnPick.Position position
                    ? List.of(position.number() - 1)
                    : indexesByHeading.getOrDefault(FileMapping.plainHeading(shown), List.of());
            if (indexes.size() != 1) {
                Problem problem = Problem.of(
                        indexes.isEmpty() ? ProblemCode.COLUMN_MISSING : ProblemCode.COLUMN_DUPLICATE,
                        source.at(header.row(), 0, ""),
                        "there is no single column " + shown + ", which the mapping names for the units",
                        nearestHeading(shown)
                                .map(near -> "the column " + near + " is meant.")
                                .orElse(null));
                problems.add(problem);
                missing.add(problem);
                return null;
            }
            used.add(indexes.get(0));
            return new RowUnits(units, indexes.get(0), heading(indexes.get(0)), catalogue);
        }

        private FieldReader reader(Field field) {
            int index = indexOf(field);
            Lookup lookup = mapping.lookups().get(field.name());
            ValueReader reader = readers.of(schema.kind(), field);
            String constant = mapping.constants().get(field.name());
            Object value = constant == null ? null : parse(field, reader, constant, "the constant of the mapping");
            if (index < 0 && field.required() && value == null) {
                missing.add(Problem.of(
                        ProblemCode.COLUMN_MISSING,
                        source.at(header.row(), 0, ""),
                        "there is no column for " + field.name() + ", which is required"));
            }
            Object blank = field.whenBlank() == null
                    ? FieldReader.blankOf(field.type())
                    : parse(field, reader, field.whenBlank(), "the default");
            if (index >= 0) {
                used.add(index);
                checkScale(field, index);
                columns.put(field.name(), new Origin.Column(index + 1, heading(index)));
            }
            NoneWords none = readers.none(field);
            if (lookup != null) {
                LookupTable table = lookups.table(lookup, source.file(), problems);
                if (table == null) {
                    missing.add(Problem.of(
                            ProblemCode.FILE_MISSING,
                            source.at(0, 0, ""),
                            "the lookup file " + lookup.file() + " for " + field.name() + " cannot be used"));
                } else {
                    reader = new LookupReader(table, lookup.keepUnknown(), reader);
                }
            }
            return new FieldReader(
                    field,
                    index,
                    index < 0 ? "" : heading(index),
                    reader,
                    mapping.values().getOrDefault(field.name(), Map.of()),
                    none,
                    blank,
                    value,
                    longest,
                    lookup != null && lookup.isDated());
        }

        private @Nullable Object parse(Field field, ValueReader reader, String text, String what) {
            var remarks = new Remarks() {
                @Override
                public void problem(ProblemCode code, String message, @Nullable String advice) {
                    problems.add(code, source.at(0, 0, ""), what + " for " + field.name() + ": " + message, advice);
                }

                @Override
                public void currency(String sign) {} // a constant amount may have one
            };
            return reader.read(text, remarks);
        }

        /** The place of the field's column, from 0; -1 when there is none. */
        private int indexOf(Field field) {
            ColumnPick pick = mapping.columns().get(field.name());
            if (pick instanceof ColumnPick.Position position) {
                return position.number() - 1;
            }
            boolean mapped = pick instanceof ColumnPick.Heading;
            String heading = pick instanceof ColumnPick.Heading named ? named.text() : field.name();
            List<Integer> indexes = indexesByHeading.getOrDefault(FileMapping.plainHeading(heading), List.of());
            if (indexes.size() == 1) {
                return indexes.get(0);
            }
            if (indexes.size() > 1) {
                used.addAll(indexes);
                problems.add(
                        ProblemCode.COLUMN_DUPLICATE,
                        source.at(header.row(), indexes.get(1) + 1, heading(indexes.get(1))),
                        "the column " + heading + " is there twice, as column " + (indexes.get(0) + 1) + " and column "
                                + (indexes.get(1) + 1) + "; neither is read",
                        "rename or remove one of them.");
            } else if (mapped || field.required() && !mapping.constants().containsKey(field.name())) {
                problems.add(
                        ProblemCode.COLUMN_MISSING,
                        source.at(header.row(), 0, ""),
                        "there is no column " + heading
                                + (mapped ? ", which the mapping names for " + field.name() : "")
                                + (field.required()
                                        ? "; " + schema.kind().canonicalName() + " cannot be read without it"
                                        : ""),
                        nearestHeading(heading)
                                .map(near -> "the column " + near + " is meant; rename it, or map it.")
                                .orElse(null));
            }
            return -1;
        }

        /** Numbers in thousands that nobody multiplies would be wrong by a factor of a thousand. */
        private void checkScale(Field field, int index) {
            boolean number =
                    field.type() == FactSchema.FieldType.READING || field.type() == FactSchema.FieldType.DECIMAL;
            String factor = number && !mapping.scale().containsKey(field.name()) ? factorIn(heading(index)) : null;
            if (factor != null) {
                Problem problem = Problem.of(
                        ProblemCode.SCALE_UNDECLARED,
                        source.at(header.row(), index + 1, heading(index)),
                        "the heading of " + field.name()
                                + " says that its numbers are in another unit, and no factor is" + " declared for them",
                        "`scale: {" + field.name() + ": " + factor + "}` in a mapping is meant.");
                problems.add(problem);
                missing.add(problem);
            }
        }

        private static @Nullable String factorIn(String heading) {
            String plain = heading.toLowerCase(Locale.ROOT);
            for (var words : FACTORS.entrySet()) {
                if (words.getKey().matcher(plain).find()) {
                    return words.getValue();
                }
            }
            return null;
        }

        private Optional<String> nearestHeading(String heading) {
            return Suggestion.nearest(
                    heading,
                    header.headings().stream()
                            .map(Spaces::strip)
                            .filter(text -> !text.isEmpty())
                            .toList());
        }

        private int unnamedAtEnd() {
            List<String> headings = header.headings();
            int count = 0;
            while (count < headings.size() && Spaces.isBlank(headings.get(headings.size() - 1 - count))) {
                count++;
            }
            return count;
        }

        private void sayUnknown(int unnamed) {
            List<String> headings = header.headings();
            List<String> names = schema.fields().stream()
                    .map(Field::name)
                    .filter(name -> !columns.containsKey(name)) // a heading is no misspelling of a column that is there
                    .toList();
            sayUnnamed(unnamed);
            for (int i = 0; i < headings.size() - unnamed; i++) {
                String heading = heading(i);
                boolean ignored = mapping.ignore().contains(FileMapping.plainHeading(heading));
                if (used.contains(i) || ignored || Spaces.isBlank(headings.get(i))) {
                    continue;
                }
                Optional<String> near = Suggestion.nearest(heading, names);
                problems.add(new Problem(
                        ProblemCode.COLUMN_UNKNOWN,
                        near.isPresent()
                                ? ProblemSeverity.ERROR // a misspelt "target" would cost every target of the file
                                : ProblemSeverity.WARNING,
                        source.at(header.row(), i + 1, heading),
                        schema.kind().canonicalName() + " have no column \"" + heading + "\"; it is not read",
                        near.map(name -> name + " is meant.")
                                .orElse("it is not needed: then name it under `ignore` in a mapping.")));
            }
        }

        /** Cells below an empty heading belong to no field; a delimiter behind the last column makes such a column. */
        private void sayUnnamed(int unnamed) {
            List<String> headings = header.headings();
            if (header.row() == 0) {
                return;
            }
            int first = -1;
            int count = 0;
            for (int i = 0; i < headings.size(); i++) {
                if (Spaces.isBlank(headings.get(i)) && !used.contains(i)) {
                    first = first < 0 ? i : first;
                    count++;
                }
            }
            if (count > 0) {
                problems.add(
                        ProblemCode.COLUMN_UNNAMED,
                        source.at(header.row(), 0, ""),
                        (count == 1
                                        ? "column " + (first + 1) + " has no heading; it is"
                                        : count + " columns have no heading, the first is column " + (first + 1)
                                                + "; they are")
                                + " not read",
                        unnamed == count ? "a delimiter stands behind the last column." : "the header has two rows.");
            }
        }

        private String heading(int index) {
            List<String> headings = header.headings();
            String heading = index < headings.size() ? Spaces.strip(headings.get(index)) : "";
            return heading.isEmpty() ? "column " + (index + 1) : heading;
        }
    }
}
