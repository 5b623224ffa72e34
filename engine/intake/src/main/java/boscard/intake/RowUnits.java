package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import boscard.fact.Reading;
import boscard.intake.format.RawRow;
import boscard.intake.mapping.Units;
import boscard.intake.value.Spaces;
import boscard.problem.ProblemCode;
import boscard.problem.Suggestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Brings the numbers of a measurement into the unit of its KPI.
 *
 * @param index of the column that names the unit, from 0; -1 when there is none
 */
record RowUnits(Units units, int index, String heading, KpiCatalogue catalogue) {

    private static final FactSchema SCHEMA = FactSchema.of(FactKind.MEASUREMENTS);
    private static final int KPI = SCHEMA.field("kpi").orElseThrow().position();
    private static final List<Field> NUMBERS = SCHEMA.fields().stream()
            .filter(field -> field.type() == FieldType.READING)
            .toList();

    void convert(@Nullable Object[] values, RawRow row, RowRemarks remarks) {
        BigDecimal factor =
                values[KPI] instanceof String kpi ? units.factorByKpi().get(kpi) : null;
        if (index >= 0) {
            String word = Spaces.strip(row.text(index));
            Units.Meaning meaning = units.meaningByWord().get(word.toLowerCase(Locale.ROOT));
            if (meaning == null) {
                remarks.atColumn(index + 1, heading);
                remarks.problem(
                        ProblemCode.CHOICE_INVALID,
                        "\"" + word + "\" is no unit of the mapping; these are "
                                + String.join(
                                        ", ",
                                        units.meaningByWord().keySet().stream()
                                                .sorted()
                                                .toList()),
                        Suggestion.nearest(word, units.meaningByWord().keySet())
                                .map(near -> near + ".")
                                .orElse("it is missing under `units`."));
                return;
            }
            checkUnit(meaning, word, values, remarks);
            factor = factor == null ? meaning.factor() : factor.multiply(meaning.factor());
        }
        if (factor == null) {
            return;
        }
        for (Field field : NUMBERS) {
            if (values[field.position()] instanceof Reading.Present number) {
                values[field.position()] = Reading.of(number.value().multiply(factor));
            }
        }
    }

    /** What the row counts must be what its KPI counts; nothing else can be brought into it. */
    private void checkUnit(Units.Meaning meaning, String word, @Nullable Object[] values, RowRemarks remarks) {
        Kpi kpi = values[KPI] instanceof String id ? catalogue.find(id) : null;
        if (kpi != null && meaning.unit() != null && meaning.unit() != kpi.unit()) {
            remarks.atColumn(index + 1, heading);
            remarks.problem(
                    ProblemCode.UNIT_MISMATCH,
                    "the unit \"" + word + "\" is " + meaning.unit() + ", and " + kpi.id() + " is counted in "
                            + kpi.unit(),
                    "another KPI is meant, or the word means something else: correct it under `units`.");
        }
    }
}
