package boscard.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of the 85 cases have no test here, and why. */
class DomainCasesTest {

    private static final int CASES = 85;

    private static final List<Class<?>> TESTS = List.of(
            ContainerCasesTest.class,
            DelimiterCasesTest.class,
            HeaderCasesTest.class,
            RowCasesTest.class,
            NumberCasesTest.class,
            DateCasesTest.class,
            MeaningCasesTest.class);

    /** Cases without a test here, and where they are shown or why they are not. */
    private static final Map<Integer, String> ELSEWHERE = new TreeMap<>(Map.of());

    static {
        ELSEWHERE.put(33, "periods as columns: boscard.intake.LaidOutFactsTest");
        ELSEWHERE.put(40, "section rows: boscard.intake.LaidOutFactsTest");
        ELSEWHERE.put(46, "a run has no bounds of periods yet, so that no row lies outside of them");
        ELSEWHERE.put(80, "measurements have no column for a unit yet; the unit is that of the KPI");
        ELSEWHERE.put(83, "a sum over units is refused in the catalogue: NON_ADDITIVE_SUM, shown by its tests");
    }

    @Test
    void everyCaseHasATestOrAReason() {
        var shown = new TreeSet<Integer>();
        for (Class<?> tests : TESTS) {
            for (Method test : tests.getDeclaredMethods()) {
                DomainCase cases = test.getAnnotation(DomainCase.class);
                if (cases != null) {
                    IntStream.of(cases.value()).forEach(shown::add);
                }
            }
        }
        var untested = new TreeSet<Integer>();
        IntStream.rangeClosed(1, CASES)
                .filter(number -> !shown.contains(number))
                .forEach(untested::add);

        assertThat(untested).as("cases without a test").isEqualTo(ELSEWHERE.keySet());
        assertThat(shown).as("numbers that are no case").allMatch(number -> number >= 1 && number <= CASES);
    }
}
