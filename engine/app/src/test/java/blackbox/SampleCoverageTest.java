package blackbox;

import static blackbox.Program.boscard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every check of the shipped rulebook fires in some sample, or stands here with the reason why it cannot. */
final class SampleCoverageTest {

    private static final String NO_FAULT = "the shipped catalogue is complete; a case tries one that is not";

    /** Checks that no sample produces. One that a sample does produce must be struck here. */
    private static final Map<String, String> NOT_PRODUCED = Map.of(
            "SMART_M4",
            NO_FAULT,
            "CM5_GLOSSARY",
            NO_FAULT,
            "CM6_NAME_CONFLICT",
            NO_FAULT,
            "ST9_UNUSUAL_GAIN",
            "no KPI of the shipped catalogue names the scheme ZSCORE; a case tries one that does",
            "ST10_ZERO_FOR_MISSING",
            "no KPI of the shipped catalogue counts a missing value as zero; a case tries one",
            "B7_COMMON_ONLY",
            "all scorecards of a sample would have to measure the same KPIs and nothing else");

    private static final Pattern CHECK = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|");

    @TempDir
    Path home;

    @Test
    void everyCheckFiresInASample() throws IOException {
        var fired = new TreeSet<String>();
        fired.addAll(codes(Program.FIRST, "2026-09-30"));
        fired.addAll(codes(Program.BROKEN, "2026-09-30"));
        fired.addAll(codes(Program.ROOT.resolve("samples/03-every-check/facts"), "2026-06-30"));

        var checks = new TreeSet<>(checks());
        assertThat(checks).hasSizeGreaterThan(80);
        var silent = new TreeSet<>(checks);
        silent.removeAll(fired);
        System.out.println("Checks that no sample produces: " + silent);
        assertThat(silent).as("checks that no sample produces").isEqualTo(new TreeSet<>(NOT_PRODUCED.keySet()));
    }

    private static List<String> checks() throws IOException {
        return CHECK.matcher(Files.readString(Program.ROOT.resolve("docs/checks.md")))
                .results()
                .map(check -> check.group(1))
                .toList();
    }

    private List<String> codes(Path facts, String asOf) throws IOException {
        Path runs = home.resolve(java.util.Objects.requireNonNull(facts.getParent())
                .getFileName()
                .toString());
        boscard("evaluate", facts, "--as-of", asOf, "--runs", runs);
        return Json.lines(boscard("findings", "--format", "json", "--runs", runs)
                        .endsWith(Outcome.FINE)
                        .stdout())
                .stream()
                .map((JsonNode finding) -> finding.get("code").asText())
                .distinct()
                .toList();
    }
}
