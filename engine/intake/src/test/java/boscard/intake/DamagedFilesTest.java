package boscard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.intake.mapping.InvalidMapping;
import boscard.intake.mapping.MappingReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file: no exception, and every row is accounted for. */
class DamagedFilesTest extends ImportTest {

    private static final String CSV = HEADER
            + "\"A, Inc.\",win_rate,2026-Q3,0.241,\"0.3\"\nB,revenue,2026-07,\"1,234\",$5\nTotal,,,1,2\n\n"
            + "José,win_rate,2026,n/a,-\nC,new_customers,2026-W05,(5),12%\n";
    private static final String JSON = """
            {"measurements": [{"scorecard": "A", "kpi": "win_rate", "period": "2026-Q3", "actual": 1.5e3}],
             "goals": [{"goal": "G1", "kpi": ["win_rate"], "due_date": "2026-12-31", "weight": null}]}
            """;
    private static final String MAPPING = """
            files:
              - match: "*.csv"
                kind: measurements
                columns: {scorecard: entity, actual: value}
                none: ["", "-"]
                scale: {target: 1000}
                period_formats: ["yyyy-MM", "yyyyQn"]
                skip_rows: 1
            """;

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void damagedFileIsAccountedForRowByRow(long seed) {
        var random = new SplittableRandom(seed);
        Path csv = file("measurements.csv", damaged(CSV, random));
        Path json = file("facts.json", damaged(JSON, random));
        ImportedFacts imported = importWith(settings(), csv, json);

        int accepted =
                imported.accounts().stream().mapToInt(FileAccount::accepted).sum();
        int rejected =
                imported.accounts().stream().mapToInt(FileAccount::rejected).sum();
        assertThat(imported.facts().all()).as("repeat with -Dseed=%d", seed).hasSize(accepted);
        assertThat(imported.rejected()).as("repeat with -Dseed=%d", seed).hasSize(rejected);
        assertThat(importWith(settings(), json, csv))
                .as("repeat with -Dseed=%d", seed)
                .satisfies(again -> {
                    assertThat(again.problems()).isEqualTo(imported.problems());
                    assertThat(again.facts().all()).isEqualTo(imported.facts().all());
                });
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void damagedMappingIsReadOrRefusedWithItsProblems(long seed) {
        String text = new String(damaged(MAPPING, new SplittableRandom(seed)), StandardCharsets.UTF_8);
        try {
            new MappingReader().parse(text, "mapping.yaml");
        } catch (InvalidMapping refused) {
            assertThat(refused.problems()).as("repeat with -Dseed=%d", seed).isNotEmpty();
        }
    }

    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one != null
                ? LongStream.of(one)
                : new SplittableRandom(20261124L).longs(200).map(Math::abs);
    }

    /** A few bytes replaced, removed or doubled. */
    private static byte[] damaged(String text, SplittableRandom random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] interesting = {
            '"', ',', '\n', '\r', ';', 0, (byte) 0xE9, (byte) 0xFF, '{', '[', ']', '}', ':', '-', '9', '|'
        };
        for (int i = random.nextInt(1, 8); i > 0 && bytes.length > 1; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = interesting[random.nextInt(interesting.length)];
                case 1 -> bytes = without(bytes, at, Math.min(bytes.length, at + random.nextInt(1, 20)));
                default -> bytes = twice(bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        var rest = new byte[bytes.length - (to - from)];
        System.arraycopy(bytes, 0, rest, 0, from);
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private static byte[] twice(byte[] bytes, int length) {
        var longer = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, longer, 0, bytes.length);
        System.arraycopy(bytes, 0, longer, bytes.length, length);
        return longer;
    }
}
