package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.intake.format.RowSource;
import boscard.intake.mapping.ColumnPick;
import boscard.intake.mapping.FileMapping;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of a row each field is read from, and how. Made once for each table; says which columns are missing, twice
 * there, or not known.
 *
 * @param fields in canonical order
 * @param columns of the fields that have one, shared by the origins of all rows
 * @param width cells that a row should have; 0 when there is no header to say so
 * @param unnamed headings at the end that are empty: a delimiter behind the last column
 * @param missing why a required field has neither a column nor a constant; empty when the table can be read
 */
record ColumnPlan(
        List<FieldReader> fields, Map<String, Origin.Column> columns, int width, int unnamed, List<Problem> missing) {

    /** Whether the rows can be read. */
    boolean usable() {
        return missing.isEmpty();
    }

    static ColumnPlan of(
            FactKind kind,
            HeaderSearch.Header header,
            RowSource source,
            FileMapping mapping,
            ImportSettings settings,
            TableProblems problems) {
        return new Maker(kind, header, source, mapping, settings, problems).make();
    }

    private static final class Maker {

        private final FactSchema schema;
        private final HeaderSearch.Header header;
        private final RowSource source;
        private final FileMapping mapping;
        private final ValueReaders readers;
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
                TableProblems problems) {
            this.schema = FactSchema.of(kind);
            this.header = header;
            this.source = source;
            this.mapping = mapping;
            this.readers = new ValueReaders(settings, mapping);
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
            int unnamed = unnamedAtEnd();
            sayUnknown(unnamed);
            return new ColumnPlan(
                    List.copyOf(fields),
                    Map.copyOf(columns),
                    mapping.header() ? header.headings().size() : 0,
                    unnamed,
                    List.copyOf(missing));
        }

        private FieldReader reader(Field field) {
            int index = indexOf(field);
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
                columns.put(field.name(), new Origin.Column(index + 1, heading(index)));
            }
            NoneWords none = readers.none(field);
            return new FieldReader(
                    field,
                    index,
                    index < 0 ? "" : heading(index),
                    reader,
                    mapping.values().getOrDefault(field.name(), Map.of()),
                    none,
                    blank,
                    value,
                    longest);
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
            List<String> names = schema.fields().stream().map(Field::name).toList();
            for (int i = 0; i < headings.size() - unnamed; i++) {
                String heading = heading(i);
                boolean ignored = mapping.ignore().contains(FileMapping.plainHeading(heading));
                if (used.contains(i) || ignored || Spaces.isBlank(headings.get(i))) {
                    continue;
                }
                problems.add(new Problem(
                        ProblemCode.COLUMN_UNKNOWN,
                        ProblemSeverity.ERROR, // a misspelt "target" would cost every target of the file
                        source.at(header.row(), i + 1, heading),
                        schema.kind().canonicalName() + " have no column \"" + heading + "\"; it is not read",
                        Suggestion.nearest(heading, names)
                                .map(near -> near + " is meant.")
                                .orElse("it is not needed: then name it under `ignore` in a mapping.")));
            }
        }

        private String heading(int index) {
            List<String> headings = header.headings();
            String heading = index < headings.size() ? Spaces.strip(headings.get(index)) : "";
            return heading.isEmpty() ? "column " + (index + 1) : heading;
        }
    }
}
