package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.fact.Measurement;
import boscard.intake.mapping.MappingReader;
import boscard.rulebook.Rulebook;
import boscard.workbook.RulebookFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The mappings of samples/mappings on small invented twins of the files they are for. What comes out stands in
 * samples/mappings/expected; -Dgolden=update writes it anew.
 */
class SampleMappingsTest {

    private static final Path HOME = Path.of(System.getProperty("boscard.home", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final Path SAMPLES = HOME.resolve("samples/mappings");
    private static final Rulebook SHIPPED = RulebookFolder.load(HOME).rulebook();

    @ParameterizedTest
    @CsvSource({
        "adventureworks-targets.yaml, InventedSalesTargets-utf16.csv",
        "adventureworks-targets.yaml, InventedSalesTargets-null.csv",
        "kpi-facts-targets.yaml, kpi_facts-twin.csv",
        "adventureworks-quotas.yaml, FactSalesQuota-twin.csv",
        "adventureworks-orders.yaml, ResellerSales-twin.csv",
        "abs-retail.yaml, abs-retail-twin.xlsx",
        "census-retail.yaml, census-retail-twin.xls",
    })
    void twinIsReadAsExpected(String mapping, String twin) throws IOException {
        ImportedFacts imported = read(mapping, twin);
        var text = new StringBuilder();
        imported.accounts().forEach(account -> text.append(plain(account)).append('\n'));
        imported.problems().forEach(problem -> text.append(plain(problem)).append('\n'));
        for (Measurement m : imported.facts().of(Measurement.class)) {
            text.append(String.join(
                            "\t",
                            m.id(),
                            "actual " + m.actual(),
                            "target " + m.target(),
                            String.valueOf(m.currency()) + (m.provisional() ? " provisional" : ""),
                            plain(m.origin().of("actual")),
                            plain(m.origin().of("target"))))
                    .append('\n');
        }
        Path expected = SAMPLES.resolve("expected/" + twin + ".txt");
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(expected));
    }

    @Test
    void threeFilesOfTheSameTargetsGiveTheSameFacts() {
        List<String> first = targets("adventureworks-targets.yaml", "InventedSalesTargets-utf16.csv");

        assertThat(first).hasSize(30).contains("33|revenue|2026-04 = 12500 USD");
        assertThat(targets("adventureworks-targets.yaml", "InventedSalesTargets-null.csv"))
                .isEqualTo(first);
        assertThat(targets("kpi-facts-targets.yaml", "kpi_facts-twin.csv")).isEqualTo(first);
    }

    private static List<String> targets(String mapping, String twin) {
        return read(mapping, twin).facts().of(Measurement.class).stream()
                .map(m -> m.id() + " = " + m.target() + " " + m.currency())
                .toList();
    }

    private static ImportedFacts read(String mapping, String twin) {
        ImportSettings settings = ImportSettings.of(SHIPPED.catalogue())
                .withWords(words("missing"), words("not_applicable"))
                .withMapping(new MappingReader().read(SAMPLES.resolve(mapping)));
        return new FactsImporter().importFacts(List.of(SAMPLES.resolve("twins").resolve(twin)), settings);
    }

    private static Set<String> words(String list) {
        return SHIPPED.words().getOrDefault(list, Set.of());
    }

    private static String plain(Object shown) {
        return shown.toString().replace(SAMPLES.resolve("twins").toString().replace('\\', '/') + "/", "");
    }
}
