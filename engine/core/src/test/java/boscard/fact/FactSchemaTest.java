package boscard.fact;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.FactSchema.Field;
import boscard.fact.FactSchema.FieldType;
import boscard.given.Given;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactSchemaTest {

    @Test
    void fieldsOfAMeasurementAreThoseOfTheSpecificationInItsOrder() {
        assertThat(FactSchema.of(FactKind.MEASUREMENTS).fields())
                .map(Field::name)
                .containsExactly(
                        "scorecard",
                        "kpi",
                        "period",
                        "actual",
                        "target",
                        "baseline",
                        "prior",
                        "forecast",
                        "currency",
                        "provisional",
                        "note");
    }

    @Test
    void typesFollowFromTheRecord() {
        FactSchema measurements = FactSchema.of(FactKind.MEASUREMENTS);
        assertThat(measurements.field("period").orElseThrow().type()).isEqualTo(FieldType.PERIOD);
        assertThat(measurements.field("actual").orElseThrow().type()).isEqualTo(FieldType.READING);
        assertThat(measurements.field("provisional").orElseThrow().type()).isEqualTo(FieldType.YES_NO);
        FactSchema scorecards = FactSchema.of(FactKind.SCORECARDS);
        assertThat(scorecards.field("weight").orElseThrow().type()).isEqualTo(FieldType.DECIMAL);
        assertThat(scorecards.field("active_from").orElseThrow().type()).isEqualTo(FieldType.DATE);
        assertThat(scorecards.field("level").orElseThrow().choices())
                .containsExactly("REP", "TEAM", "REGION", "COMPANY");
        assertThat(FactSchema.of(FactKind.OBJECTIVES)
                        .field("kpis")
                        .orElseThrow()
                        .type())
                .isEqualTo(FieldType.LIST);
        assertThat(FactSchema.of(FactKind.ACTIVITIES)
                        .field("count")
                        .orElseThrow()
                        .type())
                .isEqualTo(FieldType.INTEGER);
    }

    @Test
    void blankMeansWhatTheRecordSays() {
        assertThat(FactSchema.of(FactKind.SCORECARDS)
                        .field("weight")
                        .orElseThrow()
                        .whenBlank())
                .isEqualTo("1");
        assertThat(FactSchema.of(FactKind.MEASUREMENTS)
                        .field("provisional")
                        .orElseThrow()
                        .whenBlank())
                .isEqualTo("N");
        assertThat(FactSchema.of(FactKind.MEASUREMENTS)
                        .field("note")
                        .orElseThrow()
                        .whenBlank())
                .isNull();
    }

    @Test
    void aMilestoneNeedsAGoalOrAnInitiative() {
        assertThat(FactSchema.of(FactKind.MILESTONES).oneOf()).containsExactly("goal", "initiative");
        assertThat(FactSchema.of(FactKind.GOALS).oneOf()).isEmpty();
    }

    @Test
    void ofAGoalOnlyTheKeyIsRequired() {
        assertThat(FactSchema.of(FactKind.GOALS).fields())
                .filteredOn(Field::required)
                .map(Field::name)
                .containsExactly("goal");
    }

    @ParameterizedTest
    @EnumSource(FactKind.class)
    void everyKeyIsARequiredFieldOfItsKindButThePeriodOfAClearance(FactKind kind) {
        FactSchema schema = FactSchema.of(kind);
        var names = new HashSet<String>();
        assertThat(schema.fields()).allMatch(field -> names.add(field.name()));
        assertThat(kind.key()).isNotEmpty().allMatch(key -> schema.field(key).isPresent());
        assertThat(kind.key())
                .filteredOn(key -> !schema.field(key).orElseThrow().required())
                .isEqualTo(kind == FactKind.CLEARANCES ? List.of("period") : List.of()); // without one: all periods
        assertThat(FactKind.named(kind.canonicalName().replace('_', ' ').toUpperCase(java.util.Locale.ROOT)))
                .contains(kind);
    }

    @Test
    void takenApartAndMadeAgainAFactIsTheSame() {
        Fact fact = new Given()
                .measured("EMEA", "win_rate", "2026-Q3", "0.241", null)
                .facts()
                .all()
                .get(0);
        FactSchema schema = FactSchema.of(FactKind.MEASUREMENTS);
        assertThat(schema.create(schema.values(fact), fact.origin())).isEqualTo(fact);
    }
}
