package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
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
record RowUnits(Units units, int index, String heading) {

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
            BigDecimal ofWord = units.factorByWord().get(word.toLowerCase(Locale.ROOT));
            if (ofWord == null) {
                remarks.atColumn(index + 1, heading);
                remarks.problem(
                        ProblemCode.CHOICE_INVALID,
                        "\"" + word + "\" is no unit of the mapping; these are "
                                + String.join(
                                        ", ",
                                        units.factorByWord().keySet().stream()
                                                .sorted()
                                                .toList()),
                        Suggestion.nearest(word, units.factorByWord().keySet())
                                .map(near -> near + ".")
                                .orElse("it is missing under `units`."));
                return;
            }
            factor = factor == null ? ofWord : factor.multiply(ofWord);
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
}
