package boscard.cases;

import boscard.fact.Fact;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The cases of one YAML file. */
record CaseFile(String name, List<Case> cases) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final Set<String> PARTS_OF_FILE = Set.of("as_of", "defaults", "cases");
    private static final Set<String> PARTS_OF_CASE =
            Set.of("name", "as_of", "kpis", "parameters", "perspectives", "given", "expect", "never");

    /** Facts and what must and must not follow from them. */
    record Case(
            String name,
            LocalDate asOf,
            RulebookChanges changes,
            List<Fact> facts,
            List<Expectation> expected,
            List<Expectation> forbidden) {}

    /** All case files of a folder, by name; none when there is no folder. */
    static List<CaseFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseFile read(Path folder, Path path) {
        String name = folder.subpath(folder.getNameCount() - 2, folder.getNameCount()) + "/" + path.getFileName();
        try {
            JsonNode file = YAML.readTree(path.toFile());
            onlyKnown(file, PARTS_OF_FILE, name);
            var cases = new ArrayList<Case>();
            for (JsonNode written : file.path("cases")) {
                cases.add(one(name, file, written));
            }
            return new CaseFile(name, List.copyOf(cases));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + e.getMessage(), e);
        }
    }

    private static Case one(String file, JsonNode whole, JsonNode written) {
        String name = written.path("name").asText();
        try {
            onlyKnown(written, PARTS_OF_CASE, "a case");
            JsonNode day = written.has("as_of") ? written.get("as_of") : whole.path("as_of");
            return new Case(
                    name,
                    LocalDate.parse(day.asText()),
                    new RulebookChanges(written.path("kpis"), written.path("parameters"), written.path("perspectives")),
                    new CaseFacts(file, whole.path("defaults")).of(written.path("given")),
                    expectations(written.path("expect")),
                    expectations(written.path("never")));
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(file + ", \"" + name + "\": " + wrong.getMessage(), wrong);
        }
    }

    private static List<Expectation> expectations(JsonNode sections) {
        var expectations = new ArrayList<Expectation>();
        sections.fields()
                .forEachRemaining(section -> section.getValue()
                        .forEach(written -> expectations.add(Expectation.of(section.getKey(), (JsonNode) written))));
        return List.copyOf(expectations);
    }

    private static void onlyKnown(JsonNode node, Set<String> known, String what) {
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw new IllegalArgumentException(what + " has no part named " + field + ", only " + known);
            }
        });
    }
}
