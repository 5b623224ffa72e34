package boscard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boscard.source.CellRef;
import boscard.source.Derived;
import boscard.source.LineRef;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTextTest {

    private static void assertText(String expected, SourceRef at) {
        assertThat(new AddressText().of(at)).isEqualTo(expected);
        assertThat(AddressText.parse(expected)).isEqualTo(at);
    }

    @Test
    void addressesReadAsPeopleKnowThem() {
        assertText("kpi-thresholds.xlsx!Thresholds!C18", CellRef.of("kpi-thresholds.xlsx", "Thresholds", 18, 3));
        assertText(
                "kpi-thresholds.xlsx!Thresholds!A18:H18", new CellRef("kpi-thresholds.xlsx", "Thresholds", 18, 1, 8));
        assertText("targets.xlsx!2026!18:18", new CellRef("targets.xlsx", "2026", 18, 0, 0));
        assertText("targets.xlsx!2026", CellRef.ofSheet("targets.xlsx", "2026"));
        assertText("targets.xlsx!", CellRef.ofWorkbook("targets.xlsx"));
        assertText("thresholds.csv!A5:F5", new CellRef("thresholds.csv", "", 5, 1, 6));
        assertText("measurements.csv:118", LineRef.of("measurements.csv", 118));
        assertText("measurements.csv:0", LineRef.ofFile("measurements.csv"));
        assertText("C:\\data\\m (1).csv:118:4 (actual)", new LineRef("C:\\data\\m (1).csv", 118, 4, "actual"));
        assertText("pitfalls.drl:42 \"Red without action\"", new RuleRef("pitfalls.drl", 42, "Red without action"));
        assertText("computed: revenue / target(revenue)", new Derived("revenue / target(revenue)"));
    }

    @Test
    void whatWouldBeTakenForAnotherPartIsWrittenAsInLinks() {
        assertText("a%21b.csv:1", LineRef.of("a!b.csv", 1));
        assertText("a%3A5.csv:1", LineRef.of("a:5.csv", 1));
        assertText("50%2525.csv:1", LineRef.of("50%25.csv", 1));
        assertText("50%.csv:1", LineRef.of("50%.csv", 1));
        assertText("x.xlsx!A%21", CellRef.ofSheet("x.xlsx", "A!"));
        assertText("x.xlsx!%415", CellRef.ofSheet("x.xlsx", "A5"));
        assertText("%63omputed: x!", CellRef.ofWorkbook("computed: x"));
    }

    @Test
    void anyAddressComesBackAsItWas() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var texts = new AddressText();
        for (int i = 0; i < 200_000; i++) {
            SourceRef at = random(random);
            assertThat(AddressText.parse(texts.of(at)))
                    .as("%s, repeat with -Dseed=%d", at, seed)
                    .isEqualTo(at);
        }
    }

    private static SourceRef random(Random random) {
        int row = random.nextInt(3) * random.nextInt(200_000);
        int column = row == 0 ? 0 : random.nextInt(20_000);
        return switch (random.nextInt(4)) {
            case 0 ->
                new CellRef(
                        name(random),
                        row == 0 || random.nextBoolean() ? name(random) : "",
                        row,
                        column,
                        column == 0 ? 0 : column + random.nextInt(3));
            case 1 -> new LineRef(name(random), row, column, random.nextBoolean() ? "" : name(random));
            case 2 -> new RuleRef(name(random), row, name(random));
            default -> new Derived(name(random));
        };
    }

    /** Of what could be taken for something else. */
    private static String name(Random random) {
        List<String> parts =
                List.of("!", ":", "5", " ", "(", ")", "\"", "%", "%21", "A5", "computed: ", "x", "1:1", "é");
        var name = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            name.append(parts.get(random.nextInt(parts.size())));
        }
        return name.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "measurements.csv",
                "a.csv:",
                "a.csv:5 actual",
                "a.csv:5 \"",
                "x.xlsx!Sheet!",
                "x.xlsx!S!T!A5",
                "a.csv:99999999999",
                "x.xlsx!Sheet!A99999999999"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> AddressText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
