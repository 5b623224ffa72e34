package boscard.app;

import static org.assertj.core.api.Assertions.assertThat;

import boscard.explanation.Explainer;
import boscard.explanation.Explanation;
import boscard.explanation.Explanation.Kind;
import boscard.explanation.ExplanationText;
import boscard.ledger.Ledger;
import boscard.ledger.StoredRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The explanation of every conclusion of the samples, not of some. */
class EveryWhyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path runs;

    @ParameterizedTest
    @CsvSource({"01-first, 40", "03-every-check, 50"})
    void textAndJsonTellTheSameAndEachFactIsNamed(String sample, int codes) throws Exception {
        var errors = new StringWriter();
        Door.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(errors, true),
                "evaluate",
                Home.folder().resolve("samples/" + sample + "/facts").toString(),
                "--runs",
                runs.toString());
        StoredRun run = Ledger.at(runs).open(Ledger.LATEST);
        var explained = new TreeSet<String>();
        try (var explainers = new RunExplainer(run)) {
            for (String scorecard : run.scorecards()) {
                var own = explainers.of(scorecard, 8).orElseThrow();
                Explainer explainer = own.explainer();
                for (Supplier<Explanation> one : all(own)) {
                    assertSame(one.get());
                }
                own.concluded().findings().forEach(finding -> explained.add(finding.code()));
                own.concluded().findings().stream()
                        .limit(3)
                        .forEach(finding -> assertSame(explainer.nearestMisses(finding.subject())));
            }
        }
        assertThat(explained).as(errors.toString()).hasSizeGreaterThanOrEqualTo(codes);
    }

    private static List<Supplier<Explanation>> all(RunExplainer.OfScorecard own) {
        Explainer explainer = own.explainer();
        var all = new ArrayList<Supplier<Explanation>>();
        own.concluded().findings().forEach(one -> all.add(() -> explainer.why(one)));
        own.concluded().recommendations().forEach(one -> all.add(() -> explainer.why(one)));
        own.concluded().goals().forEach(one -> all.add(() -> explainer.why(one)));
        own.concluded().nodes().stream()
                .filter(one -> one.latest())
                .forEach(one -> all.add(() -> explainer.why(one)));
        return all;
    }

    private static void assertSame(Explanation explanation) {
        var json = new StringWriter();
        try {
            ExplanationJson.print(explanation, new PrintWriter(json));
            List<String> text = ExplanationText.lines(explanation);
            assertThat(ExplanationText.lines(read(JSON.readTree(json.toString()))))
                    .as(explanation.text())
                    .isEqualTo(text);
            assertThat(text)
                    .as(explanation.text())
                    .noneMatch(line -> line.strip().startsWith("fact  ") || line.strip().equals("fact"));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static Explanation read(JsonNode node) {
        var children = new ArrayList<Explanation>();
        node.path("children").forEach(child -> children.add(read(child)));
        return new Explanation(
                Kind.valueOf(node.get("kind").asText().toUpperCase(Locale.ROOT)),
                node.get("text").asText(),
                node.path("address").isMissingNode()
                        ? null
                        : node.get("address").asText(),
                Map.of(),
                children);
    }
}
