package boscard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRefTest {

    @ParameterizedTest
    @CsvSource({"1, A", "26, Z", "27, AA", "52, AZ", "53, BA", "702, ZZ", "703, AAA", "16384, XFD"})
    void columnsAreNamedAsExcelNamesThem(int column, String name) {
        assertThat(CellRef.columnName(column)).isEqualTo(name);
    }

    @Test
    void thereIsNoColumnZero() {
        assertThatThrownBy(() -> CellRef.columnName(0)).hasMessageContaining("0");
    }

    @Test
    void addressesReadAsPeopleWriteThem() {
        CellRef cell = CellRef.of("kpi.xlsx", "Thresholds", 18, 3);
        assertThat(cell).hasToString("kpi.xlsx!Thresholds!C18");
        assertThat(cell.across(1, 8)).hasToString("kpi.xlsx!Thresholds!A18:H18");
        assertThat(cell.atColumn(28)).hasToString("kpi.xlsx!Thresholds!AB18");
        assertThat(new CellRef("kpi.xlsx", "Thresholds", 18, 0, 0)).hasToString("kpi.xlsx!Thresholds!18:18");
        assertThat(CellRef.ofSheet("kpi.xlsx", "Thresholds")).hasToString("kpi.xlsx!Thresholds");
        assertThat(CellRef.ofWorkbook("kpi.xlsx")).hasToString("kpi.xlsx");
        assertThat(LineRef.ofFile("m.csv")).hasToString("m.csv");
        assertThat(LineRef.of("m.csv", 118)).hasToString("m.csv:118");
        assertThat(new LineRef("m.csv", 118, 4, "actual")).hasToString("m.csv:118 (actual)");
        assertThat(new RuleRef("pitfalls.drl", 42, "Red twice")).hasToString("pitfalls.drl:42 \"Red twice\"");
        assertThat(new RuleRef("pitfalls.drl", 0, "Red twice")).hasToString("pitfalls.drl \"Red twice\"");
        assertThat(new Derived("a / b")).hasToString("computed: a / b");
    }

    @Test
    void addressesSortInReadingOrderByNumberNotByText() {
        List<SourceRef> inOrder = List.of(
                new Derived("a"),
                LineRef.ofFile("a.csv"),
                LineRef.of("a.csv", 9),
                new LineRef("a.csv", 9, 2, "kpi"),
                LineRef.of("a.csv", 10),
                CellRef.of("b.xlsx", "One", 100, 1),
                CellRef.of("b.xlsx", "Two", 2, 26),
                CellRef.of("b.xlsx", "Two", 2, 27));
        var shuffled = new java.util.ArrayList<>(inOrder);
        java.util.Collections.reverse(shuffled);
        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(inOrder);
    }

    @Test
    void differentAddressesOfOnePlaceAreBothKept() {
        assertThat(new TreeSet<SourceRef>(
                        Stream.<SourceRef>of(LineRef.of("a", 1), new RuleRef("a", 1, "r"), CellRef.of("a", "", 1, 0))
                                .toList()))
                .hasSize(3);
    }

    @Test
    void aFactKnowsWhereEachOfItsValuesStands() {
        var columns = Map.of("actual", new Origin.Column(4, "Actual value"));
        assertThat(new Origin.Line("m.csv", 7, columns).of("actual")).hasToString("m.csv:7 (Actual value)");
        assertThat(new Origin.Line("m.csv", 7, columns).of("target")).hasToString("m.csv:7");
        assertThat(new Origin.SheetRow("m.xlsx", "Q3", 7, columns).of("actual")).hasToString("m.xlsx!Q3!D7");
        assertThat(new Origin.SheetRow("m.xlsx", "Q3", 7, columns).of("target")).hasToString("m.xlsx!Q3!7:7");
        assertThat(new Origin.Computed("a / b").of("actual")).hasToString("computed: a / b");
    }
}
