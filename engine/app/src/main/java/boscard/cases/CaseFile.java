package boscard.cases;

import boscard.fact.Fact;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.source.LineRef;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The cases of one YAML file. */
record CaseFile(String name, List<Case> cases) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final long MOST_BYTES = 4 << 20;
    private static final Set<String> PARTS_OF_FILE = Set.of("as_of", "defaults", "cases");
    private static final Set<String> PARTS_OF_CASE = Set.of(
            "name",
            "as_of",
            "kpis",
            "parameters",
            "perspectives",
            "given",
            "expect",
            "never",
            "not_fired",
            "not_evaluated");

    /**
     * Facts and what must and must not follow from them.
     *
     * @param notFired codes of checks that look at these facts and find nothing
     * @param notEvaluated codes of checks that cannot look, since something is missing
     */
    record Case(
            String name,
            LocalDate asOf,
            RulebookChanges changes,
            List<Fact> facts,
            List<Expectation> expected,
            List<Expectation> forbidden,
            List<String> notFired,
            List<String> notEvaluated) {

        /** Whether it says of a check that it looked, or could not. */
        boolean tellsFates() {
            return !notFired.isEmpty() || !notEvaluated.isEmpty();
        }
    }

    /**
     * All case files of a folder, by name; none when there is no folder. What cannot be read is a problem and left out.
     */
    static List<CaseFile> in(Path folder, Problems problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var read = new ArrayList<CaseFile>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(CaseFile::isCases).sorted().toList()) {
                read(folder, file, problems).ifPresent(read::add);
            }
        } catch (IOException e) {
            problems.add(
                    ProblemCode.FILE_UNREADABLE, LineRef.ofFile(folder.toString()), "the folder cannot be read", null);
        }
        return read;
    }

    private static boolean isCases(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") && !name.startsWith(".");
    }

    private static Optional<CaseFile> read(Path folder, Path path, Problems problems) {
        Path rulebookPart = folder.toAbsolutePath().getParent();
        String part = rulebookPart == null ? "" : String.valueOf(rulebookPart.getFileName());
        String name = part + "/" + folder.getFileName() + "/" + path.getFileName();
        LineRef at = LineRef.ofFile(name);
        try {
            if (Files.size(path) > MOST_BYTES) {
                problems.add(
                        ProblemCode.FILE_TOO_LARGE, at, "a file of cases has at most " + MOST_BYTES + " bytes", null);
                return Optional.empty();
            }
            JsonNode file = YAML.readTree(path.toFile());
            onlyKnown(file, PARTS_OF_FILE, "a file of cases");
            var cases = new ArrayList<Case>();
            for (JsonNode written : file.path("cases")) {
                try {
                    cases.add(one(name, file, written));
                } catch (RuntimeException wrong) {
                    problems.add(
                            ProblemCode.CASE_INVALID,
                            at,
                            "\"" + written.path("name").asText() + "\": " + firstLine(wrong),
                            null);
                }
            }
            return Optional.of(new CaseFile(name, List.copyOf(cases)));
        } catch (JsonProcessingException notYaml) {
            int line = notYaml.getLocation() == null ? 0 : notYaml.getLocation().getLineNr();
            problems.add(
                    ProblemCode.CASE_INVALID, LineRef.of(name, line), "this is not YAML: " + firstLine(notYaml), null);
        } catch (IllegalArgumentException wrong) {
            problems.add(ProblemCode.CASE_INVALID, at, firstLine(wrong), null);
        } catch (IOException unreadable) {
            problems.add(ProblemCode.FILE_UNREADABLE, at, "the file cannot be read", null);
        }
        return Optional.empty();
    }

    private static String firstLine(Exception wrong) {
        String message = wrong instanceof JsonProcessingException yaml ? yaml.getOriginalMessage() : wrong.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    private static Case one(String file, JsonNode whole, JsonNode written) {
        onlyKnown(written, PARTS_OF_CASE, "a case");
        JsonNode day = written.has("as_of") ? written.get("as_of") : whole.path("as_of");
        return new Case(
                written.path("name").asText(),
                LocalDate.parse(day.asText()),
                new RulebookChanges(written.path("kpis"), written.path("parameters"), written.path("perspectives")),
                new CaseFacts(file, whole.path("defaults")).of(written.path("given")),
                expectations(written.path("expect")),
                forbidden(written),
                codes(written.path("not_fired")),
                codes(written.path("not_evaluated")));
    }

    /** What is not fired or not evaluated is not concluded either. */
    private static List<Expectation> forbidden(JsonNode written) {
        var forbidden = new ArrayList<>(expectations(written.path("never")));
        for (String part : List.of("not_fired", "not_evaluated")) {
            codes(written.path(part)).forEach(code -> forbidden.add(new Expectation("findings", Map.of("code", code))));
        }
        return List.copyOf(forbidden);
    }

    private static List<String> codes(JsonNode list) {
        var codes = new ArrayList<String>();
        list.forEach(code -> codes.add(code.asText()));
        return List.copyOf(codes);
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
