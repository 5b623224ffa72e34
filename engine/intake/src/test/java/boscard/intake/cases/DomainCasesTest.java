package boscard.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each of the 85 cases has a test here. */
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

    @Test
    void everyCaseHasATest() {
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

        assertThat(untested).as("cases without a test").isEmpty();
        assertThat(shown).as("numbers that are no case").allMatch(number -> number >= 1 && number <= CASES);
    }
}
