package blackbox;

import static blackbox.Outcome.FINE;
import static blackbox.Outcome.PROBLEMS;
import static blackbox.Program.boscard;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Numbers that a mapping computes from rows, seen from outside. */
final class ComputedFactsTest {

    private static final Path MAPPINGS = Program.ROOT.resolve("samples/mappings");
    private static final Path ORDERS = MAPPINGS.resolve("twins/ResellerSales-twin.csv");

    @Test
    void orderLinesBecomeMeasurementsWithAnAccountOfBoth() {
        boscard("import", ORDERS, "--mapping", MAPPINGS.resolve("adventureworks-orders.yaml"))
                .endsWith(FINE)
                .says("67 read = 67 accepted", "ResellerSales-twin.csv!computed");
    }

    @Test
    void rowsBehindANumberAreListedWithTheirAddresses() {
        boscard(
                        "import",
                        ORDERS,
                        "--mapping",
                        MAPPINGS.resolve("adventureworks-orders.yaml"),
                        "--rows",
                        "31",
                        "revenue",
                        "2026-05")
                .endsWith(FINE)
                .says(
                        "31 revenue 2026-05: sum(SalesAmount) = 5576.61",
                        "ResellerSales-twin.csv:4",
                        "SalesAmount=1457.0",
                        "3 rows");
    }

    @Test
    void numberThatIsNotThereHasNoRows() {
        boscard(
                        "import",
                        ORDERS,
                        "--mapping",
                        MAPPINGS.resolve("adventureworks-orders.yaml"),
                        "--rows",
                        "99",
                        "revenue",
                        "2026-05")
                .endsWith(PROBLEMS)
                .says("there is no measurement 99 revenue 2026-05");
    }
}
