package boscard.workbook;

import static boscard.workbook.RulebookBuilder.customTable;
import static boscard.workbook.Workbooks.formatted;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.problem.ProblemSeverity;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges, signs of comparison and words for "any". Row 14: Id, KPI, From (>=), Below (<), Status. */
class RangesAndWildcardsTest {

    @TempDir
    Path folder;

    private RulebookBuilder rulebook;

    @BeforeEach
    void aSoundRulebook() {
        rulebook = new RulebookBuilder(folder);
    }

    private RulebookBuilder row14(@Nullable Object kpi, @Nullable Object from, @Nullable Object below) {
        return rulebook.thresholds(row("KT-1", kpi, from, below, "GREEN"));
    }

    private RulebookBuilder condition(String snippet, Object cell) {
        rulebook.tables.put(
                "Thresholds",
                sheet -> customTable(
                        sheet,
                        row("METADATA", "CONDITION", "ACTION"),
                        row("id($param)", snippet, "conclude.due($param);"),
                        row("Id", "Condition", "Action"),
                        row("R-1", cell, 7)));
        return rulebook;
    }

    // Ranges

    @Test
    void aRangeMayBeOpenAtEitherEnd() {
        assertThat(row14(null, 0.9, null).problems()).isEmpty();
        assertThat(row14(null, null, 0.5).problems()).isEmpty();
        assertThat(row14(null, null, null).problems()).isEmpty();
    }

    @Test
    void aRangeInOneCellNeedsBothItsEdges() {
        for (String written : new String[] {"0.75", "0.75,", ", 0.85", "0.75 - 0.85", "0,75, 0,85"}) {
            condition("attainment >= $1B, attainment < $2B", written);
            assertThat(rulebook.problems()).as(written).containsExactly("CELL_TYPE B14");
            assertThat(rulebook.found().get(0).advice()).contains("a range that is open at one end needs a column");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.85, 0.75", "0.8, 0.8"})
    void aReversedOrEmptyRangeInOneCellIsReported(String written) {
        assertThat(condition("attainment >= $1B, attainment < $2B", written).problems())
                .containsExactly("RANGE_REVERSED B14");
    }

    @Test
    void aReversedRangeIsReportedAtItsUpperEdgeWithBothValues() {
        row14(null, formatted(0.9, "0%"), formatted(0.5, "0%"));

        assertThat(rulebook.message())
                .isEqualTo(
                        "kpi-thresholds.xlsx!Thresholds!D14: attainment cannot be from 0.9 and below 0.5 at once (C14)"
                                + " [RANGE_REVERSED]\n  Maybe the two edges are swapped");
    }

    // Words for any value

    @ParameterizedTest
    @ValueSource(strings = {"any", "ANY", "*", "-", " - ", "\u2013", "\u2014"})
    void aWildcardIsAnEmptyCellAndReportedAsAdvice(String written) {
        row14(written, written, 0.5);

        assertThat(rulebook.problems()).containsExactly("CELL_WILDCARD B14", "CELL_WILDCARD C14");
        assertThat(rulebook.found()).allMatch(problem -> problem.severity() == ProblemSeverity.ADVICE);
        assertThat(rulebook.rows().get(0).conditions().subList(0, 2)).containsExactly(null, null);
    }

    @Test
    void aWildcardServesChoicesYesOrNoAndLists() {
        for (String snippet : new String[] {"level == Level.$param", "latest", "kpi in ($param)"}) {
            assertThat(condition(snippet, "any").problems()).as(snippet).containsExactly("CELL_WILDCARD B14");
        }
    }

    @Test
    void aDashThatIsAFormattedZeroIsAZero() {
        row14(null, formatted(0, "_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)"), null);

        assertThat(rulebook.problems()).isEmpty();
        assertThat(Objects.requireNonNull(rulebook.rows().get(0).conditions().get(1))
                        .value())
                .isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"kpi != \"$param\"", "kpi not in ($param)"})
    void excludingAnyValueIsRefused(String snippet) {
        assertThat(condition(snippet, "*").problems()).containsExactly("CELL_TYPE B14");
    }

    @Test
    void excludingNothingIsAWildcard() {
        assertThat(condition("kpi not in ($param)", "-").problems()).containsExactly("CELL_WILDCARD B14");
    }

    @Test
    void aWildcardAmongOtherMembersOfAListIsRefused() {
        assertThat(condition("kpi in ($param)", "win_rate, *").problems()).containsExactly("CELL_TYPE B14");
    }

    @Test
    void aWordThatOnlyBeginsLikeAWildcardIsNone() {
        assertThat(row14("anything", null, null).problems()).containsExactly("KPI_UNKNOWN B14");
    }

    @Test
    void anOutcomeHasNoWildcard() {
        rulebook.thresholds(row("KT-1", "win_rate", 0.9, null, "any"));

        assertThat(rulebook.problems()).containsExactly("CELL_CHOICE E14");
    }

    // Signs of comparison

    @ParameterizedTest
    @ValueSource(strings = {">= 80%", ">=0.8", "\u2265 80 %", "=> 0.80"})
    void theSignThatTheColumnHasAnywayIsTakenOffWithAWarning(String written) {
        row14(null, written, null);

        assertThat(rulebook.problems()).containsExactly("CELL_OPERATOR C14");
        assertThat(rulebook.found().get(0).isError()).isFalse();
        assertThat(Objects.requireNonNull(rulebook.rows().get(0).conditions().get(1))
                        .value())
                .isEqualTo(new BigDecimal("0.8"));
    }

    @Test
    void anotherSignIsAnErrorThatNamesTheColumnForIt() {
        row14(null, "< 80%", null);

        assertThat(rulebook.message())
                .isEqualTo(
                        "kpi-thresholds.xlsx!Thresholds!C14: \"< 80%\" holds a comparison, and the column compares with >="
                                + " (from) already [CELL_OPERATOR]\n  Maybe 80% in D14, the column \"Below\"");
        assertThat(rulebook.found().get(0).isError()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"> 80%, 80% alone", "= 0.8, 0.8 alone", "<> 0.8, 0.8 alone", ">= eighty, eighty alone"})
    void aSignThatNoColumnMakesIsAnError(String written, String advice) {
        row14(null, written, null);

        assertThat(rulebook.problems()).containsExactly("CELL_OPERATOR C14");
        assertThat(rulebook.found().get(0).isError()).isTrue();
        assertThat(rulebook.found().get(0).advice()).isEqualTo(advice);
    }

    @Test
    void aSignInFrontOfAChoiceIsAnError() {
        assertThat(condition("level == Level.$param", "<> REP").problems()).containsExactly("CELL_OPERATOR B14");
    }

    @Test
    void aSignInFrontOfAKpiIsAnUnknownKpiWithTheNearestOne() {
        row14("<> win_rat", null, null);

        assertThat(rulebook.problems()).containsExactly("KPI_UNKNOWN B14", "CELL_OPERATOR B14");
        assertThat(rulebook.found().get(0).advice()).startsWith("win_rate");
    }

    @Test
    void aSignInFrontOfAnyOtherTextIsComparedAsTextWithAWarning() {
        condition("scorecard == \"$param\"", "<> EMEA");

        assertThat(rulebook.problems()).containsExactly("CELL_OPERATOR B14");
        assertThat(Objects.requireNonNull(rulebook.rows().get(0).conditions().get(0))
                        .value())
                .isEqualTo("<> EMEA");
    }
}
