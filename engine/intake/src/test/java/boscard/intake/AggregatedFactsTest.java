package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.fact.Reading;
import boscard.intake.mapping.MappingReader;
import boscard.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** KPIs that are computed from rows. */
class AggregatedFactsTest extends ImportTest {

    private static final String ORDERS = """
            Order,Rep,Day,Stage,Amount,Cost,Days
            O1,A,2026-01-05,Won,100.10,60,10
            O1,A,2026-01-05,Won,0.20,0.1,20
            O2,A,2026-01-31,Lost,50,20,
            O3,A,2026-02-01,Won,7,3,5
            O4,B,2026-01-07,Lost,9,8,1
            """;

    private static ImportSettings aggregated(String... kpis) {
        var text = new StringBuilder("""
                files:
                  - match: "*"
                    kind: measurements
                    columns: {scorecard: Rep, period: Day}
                    constants: {currency: EUR}
                    ignore: [Order, Stage, Amount, Cost, Days]
                    aggregate:
                      period: MONTH
                      kpis:
                """);
        for (String kpi : kpis) {
            text.append("        - {").append(kpi).append("}\n");
        }
        return ImportSettings.of(Catalogues.of("win_rate", "revenue", "new_customers"))
                .withMapping(new MappingReader().parse(text.toString(), "mapping.yaml"));
    }

    private List<String> shown(ImportedFacts imported) {
        return measurements(imported).stream()
                .map(m -> m.id() + " " + m.actual())
                .toList();
    }

    @Test
    void sumsAreExactAndOfTheRowsOfTheirScorecardAndPeriod() {
        file("orders.csv", ORDERS);
        ImportedFacts imported = importWith(aggregated("kpi: revenue, sum: Amount"), folder);

        assertThat(imported.problems()).isEmpty();
        assertThat(shown(imported))
                .containsExactly("A|revenue|2026-01 150.3", "A|revenue|2026-02 7", "B|revenue|2026-01 9");
        assertThat(imported.accounts().get(0).toString())
                .endsWith("orders.csv: 5 read = 5 accepted + 0 rejected + 0 skipped");
        assertThat(imported.accounts().get(1).toString())
                .endsWith("orders.csv!computed: 3 read = 3 accepted + 0 rejected + 0 skipped");
    }

    @Test
    void numberKnowsItsFormulaAndItsRows() {
        file("orders.csv", ORDERS);
        Measurement january = measurements(importWith(
                        aggregated("kpi: revenue, sum: [Amount, -Cost], where: {column: Stage, is: Won}"), folder))
                .get(0);

        assertThat(january.actual()).isEqualTo(Reading.of("40.2"));
        assertThat(january.origin().of("actual").toString())
                .startsWith("computed: sum(Amount - Cost) where Stage is Won over 3 rows of A in 2026-01, ")
                .contains("orders.csv:2 to ")
                .endsWith("orders.csv:4");
    }

    @Test
    void countsDistinctCountsAveragesAndRatios() {
        file("orders.csv", ORDERS);

        assertThat(shown(importWith(aggregated("kpi: new_customers, count: rows"), folder))
                        .get(0))
                .isEqualTo("A|new_customers|2026-01 3");
        assertThat(shown(importWith(aggregated("kpi: new_customers, distinct: Order"), folder))
                        .get(0))
                .isEqualTo("A|new_customers|2026-01 2");
        assertThat(shown(importWith(aggregated("kpi: new_customers, average: Days, blank: skip"), folder))
                        .get(0))
                .isEqualTo("A|new_customers|2026-01 15");
        assertThat(shown(importWith(
                        aggregated("kpi: win_rate, ratio: {of: {count: rows, where: {column: Stage, is: Won}}, to:"
                                + " {count: rows}}"),
                        folder)))
                .containsExactly("A|win_rate|2026-01 0.666666666667", "A|win_rate|2026-02 1", "B|win_rate|2026-01 0");
    }

    @Test
    void sumOfNoRowsIsZeroAndAnAverageOfNoneIsMissing() {
        file("orders.csv", ORDERS);

        assertThat(shown(importWith(aggregated("kpi: revenue, sum: Amount, where: {column: Stage, is: Won}"), folder)))
                .contains("B|revenue|2026-01 0");
        assertThat(shown(importWith(
                        aggregated("kpi: revenue, average: Amount, where: {column: Stage, is: Won}"), folder)))
                .contains("B|revenue|2026-01 missing (ZERO_DENOMINATOR)");
    }

    @Test
    void rowThatCannotBeReadIsRejectedAndItsSumIsMissing() {
        file("orders.csv", ORDERS + "O9,A,2026-01-09,Won,oops,1,1\n");
        ImportedFacts imported = importWith(aggregated("kpi: revenue, sum: Amount"), folder);

        assertThat(addresses(imported))
                .containsExactlyInAnyOrder(
                        "NUMBER_INVALID at orders.csv:7 (Amount)", "AGGREGATE_INCOMPLETE at orders.csv:7");
        assertThat(messages(imported)).contains("1 of 4 rows of A in 2026-01 are rejected");
        assertThat(shown(imported))
                .containsExactly("A|revenue|2026-01 missing (REJECTED)", "A|revenue|2026-02 7", "B|revenue|2026-01 9");
        assertThat(imported.rejected().get(0).raw()).containsExactly("O9", "A", "2026-01-09", "Won", "oops", "1", "1");
    }

    @Test
    void blankIsNotAddedAsZero() {
        file("orders.csv", ORDERS + "O9,B,2026-01-09,Won,,1,1\n");

        ImportedFacts rejected = importWith(aggregated("kpi: revenue, sum: Amount"), folder);
        assertThat(addresses(rejected)).contains("VALUE_REQUIRED at orders.csv:7 (Amount)");
        assertThat(shown(rejected)).contains("B|revenue|2026-01 missing (REJECTED)");

        ImportedFacts skipped = importWith(aggregated("kpi: revenue, sum: Amount, blank: skip"), folder);
        assertThat(skipped.problems()).isEmpty();
        assertThat(shown(skipped)).contains("B|revenue|2026-01 9");
    }

    @Test
    void numbersThatCannotBeAddedExactlyAreRejected() {
        file("orders.csv", ORDERS + "O9,B,2026-01-09,Won,0.0000000000001,1,1\nO9,B,2026-01-09,Won,1E+16,1,1\n");
        ImportedFacts imported = importWith(aggregated("kpi: revenue, sum: Amount"), folder);

        assertThat(addresses(imported))
                .contains("NUMBER_INVALID at orders.csv:7 (Amount)", "NUMBER_INVALID at orders.csv:8 (Amount)");
    }

    @Test
    void rowsOfSeveralFilesAreAddedUpTogether() {
        file("orders-1.csv", ORDERS);
        file("orders-2.csv", ORDERS);
        ImportedFacts imported = importWith(aggregated("kpi: revenue, sum: Amount"), folder);

        assertThat(shown(imported)).contains("A|revenue|2026-01 300.6");
        assertThat(imported.accounts()).hasSize(3);
        assertThat(measurements(imported).get(0).origin().whole().toString())
                .contains("6 rows")
                .contains("orders-1.csv:2 to ")
                .endsWith("orders-2.csv:4");
    }

    @Test
    void nothingIsComputedOfAFileThatFailsAsAWhole() {
        var rows = new StringBuilder("Order,Rep,Day,Stage,Amount,Cost,Days\n");
        for (int i = 0; i < 12; i++) {
            rows.append("O,A,2026-01-01,Won,").append(i < 4 ? "oops" : "1").append(",1,1\n");
        }
        file("orders.csv", rows.toString());
        ImportedFacts imported = importWith(aggregated("kpi: revenue, sum: Amount"), folder);

        assertThat(codes(imported)).contains(ProblemCode.FILE_REJECTED);
        assertThat(imported.facts().all()).isEmpty();
    }

    @Test
    void missingColumnIsNamedAndNothingIsComputed() {
        file("orders.csv", ORDERS.replace("Amount", "Amonut"));
        ImportedFacts imported = importWith(aggregated("kpi: revenue, sum: Amount"), folder);

        assertThat(messages(imported))
                .contains("there is no column Amount, of which the mapping makes a KPI")
                .contains("the column Amonut is meant");
        assertThat(imported.facts().all()).isEmpty();
    }

    @Test
    void rowsBehindANumberAreListed() {
        file("orders.csv", ORDERS);
        var listing = new RowListing("A", "revenue", "2026-01", 2);
        new FactsImporter()
                .listRows(
                        List.of(folder),
                        aggregated("kpi: revenue, sum: Amount", "kpi: win_rate, count: rows"),
                        listing);

        assertThat(listing.found()).isEqualTo(3);
        assertThat(listing.rows()).hasSize(2);
        assertThat(listing.rows().get(1).at().toString()).endsWith("orders.csv:3");
        assertThat(listing.rows().get(1).cells())
                .containsEntry("Amount", "0.20")
                .containsEntry("Order", "O1");
        assertThat(listing.formula()).isEqualTo("sum(Amount)");
    }

    @Test
    void sumsAgreeWithAdditionInJava() {
        long seed = Long.getLong("seed", 20261124L);
        var random = new SplittableRandom(seed);
        var expected = new HashMap<String, BigDecimal>();
        var rows = new StringBuilder("Order,Rep,Day,Stage,Amount,Cost,Days\n");
        for (int i = 0; i < 2_000; i++) {
            BigDecimal amount = new BigDecimal(random.nextLong(-9_999_999_999L, 9_999_999_999L))
                    .movePointLeft(random.nextInt(0, 12));
            String rep = "R" + random.nextInt(7);
            int month = random.nextInt(1, 13);
            rows.append(String.format("O,%s,2026-%02d-11,Won,%s,1,1%n", rep, month, amount.toPlainString()));
            expected.merge(String.format("%s|revenue|2026-%02d", rep, month), amount, BigDecimal::add);
        }
        file("orders.csv", rows.toString());
        var wrong = new ArrayList<String>();
        List<Measurement> computed = measurements(importWith(aggregated("kpi: revenue, sum: Amount"), folder));
        for (Measurement m : computed) {
            if (!m.actual().equals(Reading.ofNullable(expected.get(m.id())))) {
                wrong.add(m.id());
            }
        }
        assertThat(wrong).as("repeat with -Dseed=%d", seed).isEmpty();
        assertThat(computed).hasSameSizeAs(expected.keySet());
    }
}
