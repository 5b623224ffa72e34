package boscard.workbook;

import static boscard.workbook.Workbooks.formatted;
import static boscard.workbook.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import boscard.rulebook.Parameter;
import boscard.rulebook.Parameters;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The headings stand in row 1, the sound rows in row 2, those under test below. */
class ParametersReaderTest {

    @TempDir
    Path folder;

    private RulebookBuilder rulebook;

    @BeforeEach
    void aSoundRulebook() {
        rulebook = new RulebookBuilder(folder);
    }

    @Test
    void aWordOfAListThatNothingLooksUpIsToldAtItsCell() {
        rulebook.words.add(row("vauge", "nicer"));
        assertThat(rulebook.problems()).containsExactly("CELL_CHOICE A3");
    }

    @Test
    void aParameterIsANumberOrAWord() {
        rulebook.parameters.add(row("veto_weight", formatted(0.2, "0%"), null, "Share of a node"));
        rulebook.parameters.add(row("fiscal_year_named_by", "END"));
        rulebook.parameters.add(row("allow_partial_sum", false));

        Parameters parameters = rulebook.load().rulebook().parameters();
        assertThat(parameters.number("veto_weight")).isEqualTo(new BigDecimal("0.2"));
        Parameter veto = Objects.requireNonNull(parameters.find("veto_weight"));
        assertThat(veto.text()).isEqualTo("20%");
        assertThat(veto.meaning()).isEqualTo("Share of a node");
        assertThat(veto.at()).hasToString("parameters.xlsx!Parameters!B3");
        assertThat(parameters.text("fiscal_year_named_by", "")).isEqualTo("END");
        assertThat(parameters.text("allow_partial_sum", "")).isEqualTo("FALSE");
    }

    @Test
    void wrongParametersAreReported() {
        rulebook.parameters.add(row("a", null, "RATIO"));
        rulebook.parameters.add(row(null, 3));
        rulebook.parameters.add(row("coverage_min", 0.7));
        rulebook.parameters.add(row("b", "3"));

        assertThat(rulebook.problems())
                .containsExactly("VALUE_REQUIRED B3", "VALUE_REQUIRED A4", "KEY_DUPLICATE A5", "NUMBER_AS_TEXT B6");
    }

    @Test
    void wordsAreListsInLowerCase() {
        rulebook.words.add(row("Vague", "As soon as possible"));
        rulebook.words.add(row("missing", "-"));
        rulebook.words.add(row("vague", null));

        assertThat(rulebook.problems()).containsExactly("VALUE_REQUIRED B5");
        rulebook.words.remove(3);
        assertThat(rulebook.load().rulebook().words())
                .containsEntry("vague", Set.of("better", "as soon as possible"))
                .containsEntry("missing", Set.of("-"));
    }

    @Test
    void holidaysAreDays() {
        rulebook.holidays.add(row("2026-01-01", "New Year"));
        rulebook.holidays.add(row("soon", "Spring"));

        assertThat(rulebook.problems()).containsExactly("CELL_TYPE A4");
    }

    @Test
    void aSecondSheetAndMissingHeadingsAreReported() {
        rulebook.tables.put("holidays ", sheet -> Workbooks.fill(sheet, 1, row("Datum")));

        assertThat(rulebook.problems()).containsExactly("COLUMN_MISSING holidays ", "TABLE_DUPLICATE Holidays");
    }
}
