package boscard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown file of the repository, with parts that are generated and parts that are written by hand. */
final class Document {

    private static final Pattern GENERATED =
            Pattern.compile("(<!-- generated: (\\S+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final Path file;

    private Document(Path file) {
        this.file = file;
    }

    /** The document at a path within the repository: {@code docs/facts.md}. */
    static Document at(String path) {
        return new Document(repository().resolve(path));
    }

    /** Every document that is written for people: those at the root and those in docs/. */
    static List<Document> all() {
        var found = new ArrayList<Document>();
        for (String folder : List.of("", "docs", "docs/adr")) {
            try (var files = Files.list(repository().resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .sorted()
                        .forEach(file -> found.add(new Document(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return found;
    }

    /** The folder that holds docs/, rules/ and spreadsheets/, whichever module's tests are running. */
    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs")) || !Files.isDirectory(folder.resolve("rules"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "the tests run inside the repository");
        }
        return folder;
    }

    Path file() {
        return file;
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Names of the generated parts, in order. */
    List<String> generatedParts() {
        return GENERATED.matcher(text()).results().map(found -> found.group(2)).toList();
    }

    /** Fails when a generated part is not as it would be now; with {@code -Dgolden=update} writes it instead. */
    void assertGenerated(String part, List<String> lines) {
        String before = text();
        var after = new StringBuilder();
        Matcher matcher = GENERATED.matcher(before);
        boolean found = false;
        while (matcher.find()) {
            if (matcher.group(2).equals(part)) {
                found = true;
                String content = matcher.group(1) + "\n" + String.join("\n", lines) + "\n\n" + matcher.group(3);
                matcher.appendReplacement(after, Matcher.quoteReplacement(content));
            }
        }
        matcher.appendTail(after);
        assertThat(found)
                .as("%s has the part <!-- generated: %s -->", file.getFileName(), part)
                .isTrue();
        if ("update".equals(System.getProperty("golden"))) {
            try {
                Files.writeString(file, after, StandardCharsets.UTF_8);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        } else {
            assertThat(before)
                    .as("%s, part %s, is stale; mvn test -Dgolden=update writes it anew", file.getFileName(), part)
                    .isEqualTo(after.toString());
        }
    }

    @Override
    public String toString() {
        return repository().relativize(file).toString();
    }
}
