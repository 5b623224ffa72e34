package boscard.table;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.given.Tables;
import boscard.rulebook.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableInterpreterTest {

    /** A fact with a property of each type. */
    public record Deal(
            @Nullable String region,
            @Nullable BigDecimal amount,
            @Nullable LocalDate closed,
            @Nullable Boolean renewal,
            @Nullable HitPolicyName policy,
            int moves) {}

    /** Some choices. */
    public enum HitPolicyName {
        UNIQUE,
        FIRST
    }

    private static final Deal NOTHING = new Deal(null, null, null, null, null, 0);

    private static Deal worth(String amount) {
        return new Deal("EMEA", new BigDecimal(amount), null, null, null, 0);
    }

    private static Tables table() {
        return Tables.table("Deals", Stage.QUALITY, HitPolicy.COLLECT, Deal.class);
    }

    private static List<String> ids(DecisionTable table, Object fact) {
        return TableInterpreter.match(table, fact).stream().map(Row::id).toList();
    }

    @Test
    void anEdgeBelongsToTheRowThatSaysFromOrUpToAndIncluding() {
        DecisionTable table = table().when("amount", Operator.AT_LEAST)
                .when("amount", Operator.BELOW)
                .row("LOW", null, "0.8")
                .row("HIGH", "0.8", null)
                .build();
        assertThat(ids(table, worth("0.8"))).containsExactly("HIGH");
        assertThat(ids(table, worth("0.80"))).containsExactly("HIGH");
        assertThat(ids(table, worth("0.799999999999"))).containsExactly("LOW");
        assertThat(ids(table, worth("0.800000000001"))).containsExactly("HIGH");
    }

    @Test
    void aRangeColumnComparesTwiceWithOneCell() {
        DecisionTable table = table().when("amount", Operator.AT_LEAST, Operator.BELOW)
                .row("R", List.of("1", "2"))
                .build();
        assertThat(ids(table, worth("1"))).containsExactly("R");
        assertThat(ids(table, worth("1.999"))).containsExactly("R");
        assertThat(ids(table, worth("2"))).isEmpty();
        assertThat(TableInterpreter.compare(table, table.rows().get(0), worth("2")))
                .map(TableInterpreter.Comparing::verdict)
                .containsExactly(Verdict.MATCHED, Verdict.FAILED);
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void aMissingValueNeverMatchesAFilledCellWhateverTheOperator(Operator operator) {
        Object cell = operator == Operator.ONE_OF || operator == Operator.NONE_OF ? List.of("1", "2") : "1";
        DecisionTable table = table().when("amount", operator).row("R", cell).build();
        assertThat(ids(table, NOTHING)).isEmpty();
        assertThat(TableInterpreter.verdict(table, table.rows().get(0), NOTHING))
                .isEqualTo(Verdict.NOT_EVALUATED);
    }

    @Test
    void anEmptyCellAcceptsAnythingAndAMissingValueToo() {
        DecisionTable table = table().when("amount", Operator.AT_LEAST)
                .when("region", Operator.EQUAL)
                .row("ANY", null, null)
                .build();
        assertThat(ids(table, NOTHING)).containsExactly("ANY");
        assertThat(ids(table, worth("5"))).containsExactly("ANY");
    }

    @Test
    void aFailedCellIsSaidRatherThanOneThatCouldNotBeCompared() {
        DecisionTable table = table().when("amount", Operator.AT_LEAST)
                .when("region", Operator.EQUAL)
                .row("R", "1", "APAC")
                .build();
        var fact = new Deal("EMEA", null, null, null, null, 0);
        assertThat(TableInterpreter.verdict(table, table.rows().get(0), fact)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void setsMatchOneOfTheirValuesOrNoneAndNumbersInThemByValue() {
        DecisionTable table = table().when("region", Operator.ONE_OF)
                .when("region", Operator.NONE_OF)
                .when("amount", Operator.ONE_OF)
                .row("IN", List.of("EMEA", "APAC"), null, null)
                .row("OUT", null, List.of("EMEA", "APAC"), null)
                .row("NUMBER", null, null, List.of("5.00", "7"))
                .build();
        assertThat(ids(table, worth("5"))).containsExactly("IN", "NUMBER");
        assertThat(ids(table, new Deal("AMER", BigDecimal.TEN, null, null, null, 0)))
                .containsExactly("OUT");
    }

    @Test
    void datesYesOrNoAndChoicesAreComparedAsWhatTheyAre() {
        LocalDate day = LocalDate.of(2026, 2, 28);
        DecisionTable table = table().when("closed", Operator.AT_MOST)
                .when("renewal", Operator.EQUAL)
                .when("policy", Operator.NOT_EQUAL)
                .row("DATE", day, null, null)
                .row("YES", null, true, null)
                .row("CHOICE", null, null, HitPolicyName.FIRST)
                .build();
        assertThat(ids(table, new Deal(null, null, day, true, HitPolicyName.UNIQUE, 0)))
                .containsExactly("DATE", "YES", "CHOICE");
        assertThat(ids(table, new Deal(null, null, day.plusDays(1), false, HitPolicyName.FIRST, 0)))
                .isEmpty();
    }

    @Test
    void wholeNumbersCompareWithDecimals() {
        DecisionTable table =
                table().when("moves", Operator.ABOVE).row("R", "2.5").build();
        assertThat(ids(table, new Deal(null, null, null, null, null, 3))).containsExactly("R");
        assertThat(ids(table, new Deal(null, null, null, null, null, 2))).isEmpty();
    }

    @Test
    void textIsTextWhateverItLooksLike() {
        DecisionTable table = table().when("region", Operator.EQUAL)
                .row("QUOTE", "a \"b\" $1, c\\d")
                .row("CODE", "\"); System.exit(1); //")
                .build();
        assertThat(ids(table, new Deal("a \"b\" $1, c\\d", null, null, null, null, 0)))
                .containsExactly("QUOTE");
        assertThat(ids(table, new Deal("emea", null, null, null, null, 0))).isEmpty();
    }

    @Test
    void theComparisonSaysValueOperandAndCell() {
        DecisionTable table =
                table().when("amount", Operator.AT_LEAST).row("R", "3").build();
        TableInterpreter.Comparing comparing =
                TableInterpreter.compare(table, table.rows().get(0), worth("2")).get(0);
        assertThat(comparing.value()).isEqualTo(new BigDecimal("2"));
        assertThat(comparing.operand()).isEqualTo(new BigDecimal("3"));
        assertThat(comparing.cell().at()).hasToString("quality.xlsx!Deals!B2");
        assertThat(comparing.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void propertiesOfATypeAreItsComparableComponentsInOrder() {
        record Mixed(String text, List<String> list, int number, Boolean yes, Object anything, Verdict choice) {}
        FactType type = FactType.of(Mixed.class);
        assertThat(type.name()).isEqualTo("Mixed");
        assertThat(type.properties().keySet()).containsExactly("text", "number", "yes", "choice");
        assertThat(type.properties().values())
                .map(FactType.Property::type)
                .containsExactly(ValueType.TEXT, ValueType.NUMBER, ValueType.YES_NO, ValueType.CHOICE);
        assertThat(List.copyOf(type.properties().values()).get(3).choices())
                .isEqualTo(Arrays.asList((Object[]) Verdict.values()));
    }

    @Test
    void propertiesAreReadFromFacts() {
        var properties = FactType.of(Deal.class).properties();
        Deal deal = new Deal("EMEA", BigDecimal.ONE, LocalDate.of(2026, 1, 1), true, HitPolicyName.FIRST, 7);
        assertThat(properties.values())
                .map(property -> property.valueOf(deal))
                .containsExactly(
                        "EMEA",
                        BigDecimal.ONE,
                        LocalDate.of(2026, 1, 1),
                        true,
                        HitPolicyName.FIRST,
                        BigDecimal.valueOf(7));
        assertThat(List.copyOf(properties.values()).get(0).valueOf(NOTHING)).isNull();
    }
}
