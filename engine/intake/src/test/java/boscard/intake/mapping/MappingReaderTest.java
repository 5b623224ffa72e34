package boscard.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import boscard.fact.FactKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MappingReaderTest {

    @Test
    void sampleMappingCanBeRead() {
        Path home = Path.of(System.getProperty("boscard.home", "../.."));
        Mapping mapping = new MappingReader().read(home.resolve("samples/mappings/kpi-facts.yaml"));

        FileMapping entry = mapping.of("kpi_facts_2026.csv", "").orElseThrow();
        assertThat(entry.kind()).isEqualTo(FactKind.MEASUREMENTS);
        assertThat(entry.columns()).containsEntry("actual", new ColumnPick.Heading("value"));
        assertThat(entry.values().get("kpi")).containsEntry("REVENUE", "revenue");
        assertThat(mapping.of("other.csv", "")).isEmpty();
    }

    @Test
    void sheetNarrowsAnEntry() {
        Mapping mapping =
                new MappingReader().parse("files:\n  - {match: \"*.xlsx\", sheet: Data, kind: deals}\n", "m.yaml");

        assertThat(mapping.of("a.xlsx", "data")).isPresent();
        assertThat(mapping.of("a.xlsx", "Other")).isEmpty();
    }

    @Test
    void allProblemsAreReportedWithTheirLines() {
        assertThat(problems("""
                                files:
                                  - match: "*.csv"
                                    kind: mesurements
                                    colums: {actual: value}
                                    skip_rows: -1
                                    decimal: ","
                                    thousands: ","
                                    encoding: windows-9999
                                    header: perhaps
                                    quarter_labels: HALF
                                    delimiter: "::"
                                    period_formats: [MM]
                                    date_formats: [qqqqqq]
                                    scale:
                                      target: many
                                  - kind: goals
                                """))
                .contains(
                        "m.yaml:3: `mesurements` is no kind of fact",
                        "Maybe measurements is meant.",
                        "m.yaml:4: `colums` is no key of an entry of files",
                        "Maybe columns is meant.",
                        "m.yaml:5: `skip_rows`",
                        "m.yaml:6: Numbers cannot be written",
                        "m.yaml:8: `windows-9999` is no encoding",
                        "m.yaml:9: `header` is true or false",
                        "m.yaml:10: `quarter_labels`",
                        "m.yaml:11: `delimiter` is one character",
                        "m.yaml:12: `MM` is no period format",
                        "m.yaml:13: `qqqqqq` is no date format",
                        "m.yaml:15: the factor of target",
                        "m.yaml:16: the entry does not say which files it is for");
    }

    @Test
    void unknownFieldIsReportedWithTheNearest() {
        assertThat(problems("files:\n  - match: x\n    kind: measurements\n    columns:\n      actul: value\n"))
                .contains("m.yaml:5: `actul` under `columns`")
                .contains("Maybe actual is meant.");
    }

    @Test
    void wrongShapeIsReported() {
        assertThat(problems("files: {match: x}\n")).contains("m.yaml:1: `files` takes a list, not keys with values");
        assertThat(problems("files:\n  - match: x\n    columns: [a]\n")).contains("m.yaml:3: `columns` takes keys");
        assertThat(problems("- a\n")).contains("`the mapping` takes keys with values");
    }

    @Test
    void whatIsNoYamlIsReportedWithItsLine() {
        assertThat(problems("files:\n  - match: [x\n")).contains("m.yaml:").contains("this is not YAML");
        assertThat(problems("files: []\nfiles: []\n")).contains("m.yaml:2");
    }

    @Test
    void emptyMappingIsReported() {
        assertThat(problems("")).contains("the mapping is empty");
    }

    @Test
    void withoutAHeaderColumnsAreGivenByPlace() {
        assertThat(problems("files:\n  - match: x\n    kind: goals\n    header: false\n    columns: {goal: id}\n"))
                .contains("m.yaml:5: without a header the column of goal is given by its place");
    }

    @Test
    void missingMappingFileIsReported() {
        InvalidMapping missing = catchThrowableOfType(
                InvalidMapping.class, () -> new MappingReader().read(Path.of("no-such-mapping.yaml")));

        assertThat(missing.problems().get(0).toString())
                .contains("no-such-mapping.yaml")
                .contains("FILE_MISSING");
    }

    private static String problems(String text) {
        InvalidMapping invalid =
                catchThrowableOfType(InvalidMapping.class, () -> new MappingReader().parse(text, "m.yaml"));
        assertThat(invalid).as("problems in %s", text).isNotNull();
        return String.valueOf(invalid.getMessage());
    }
}
