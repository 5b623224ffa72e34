package boscard.intake.mapping;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.source.LineRef;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a mapping file. Finds everything that is wrong with it at once. Stateless; safe for any thread. */
public final class MappingReader {

    private static final long MOST_BYTES = 1 << 20;

    /**
     * @throws InvalidMapping with all problems, when the file is missing, is not YAML, or says something that a mapping
     *     cannot say
     */
    public Mapping read(Path path) {
        String shown = path.toString().replace('\\', '/');
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw invalid(
                        ProblemCode.FILE_TOO_LARGE,
                        LineRef.ofFile(shown),
                        "a mapping has at most " + MOST_BYTES + " bytes");
            }
            return parse(Files.readString(path), shown);
        } catch (NoSuchFileException missing) {
            throw invalid(ProblemCode.FILE_MISSING, LineRef.ofFile(shown), "there is no such mapping file");
        } catch (CharacterCodingException notUtf8) {
            throw invalid(ProblemCode.ENCODING_INVALID, LineRef.ofFile(shown), "the mapping file is not UTF-8");
        } catch (IOException unreadable) {
            throw invalid(
                    ProblemCode.FILE_UNREADABLE,
                    LineRef.ofFile(shown),
                    "the mapping file cannot be read: " + unreadable.getMessage());
        }
    }

    /**
     * Reads the text of a mapping file.
     *
     * @param shown what addresses call the file
     * @throws InvalidMapping as {@link #read}
     */
    public Mapping parse(String text, String shown) {
        YamlNode root;
        try {
            root = YamlDocument.parse(text);
        } catch (JsonProcessingException notYaml) {
            int line = notYaml.getLocation() == null ? 0 : notYaml.getLocation().getLineNr();
            String message = String.valueOf(notYaml.getOriginalMessage());
            throw invalid(
                    ProblemCode.MAPPING_INVALID,
                    LineRef.of(shown, line),
                    "this is not YAML: " + message.lines().findFirst().orElse(""));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text can be read", impossible);
        }
        var problems = new Problems();
        var mapping = new Mapping(entries(root, new NodeReader(shown, problems)), shown);
        problems.throwIfErrors(InvalidMapping::new);
        return mapping;
    }

    private static List<FileMapping> entries(@Nullable YamlNode root, NodeReader nodes) {
        if (root == null) {
            nodes.problem(0, "the mapping is empty", "write `files:` and an entry for each file.");
            return List.of();
        }
        var keys = nodes.fields(root, "the mapping", List.of("files"));
        YamlNode files = keys.get("files");
        if (files == null) {
            nodes.problem(root.line(), "there is no list `files`", null);
            return List.of();
        }
        var entries = new ArrayList<FileMapping>();
        for (YamlNode entry : nodes.items(files, "files")) {
            FileMapping mapping = new FileEntryReader(nodes).read(entry);
            if (mapping != null) {
                entries.add(mapping);
            }
        }
        return entries;
    }

    private static InvalidMapping invalid(ProblemCode code, LineRef at, String message) {
        return new InvalidMapping(List.of(Problem.of(code, at, message)));
    }
}
