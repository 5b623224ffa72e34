package boscard.intake;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.LineRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files to read, each once, sorted by the name that is shown. */
final class InputFiles {

    private static final Set<String> ENDINGS =
            Set.of("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "json", "jsonl", "ndjson");

    private InputFiles() {}

    static List<InputFile> find(List<Path> paths, Problems problems) {
        var found = new ArrayList<InputFile>();
        for (Path path : paths) {
            String shown = shown(path);
            if (Files.isDirectory(path)) {
                addFolder(path, shown, found, problems);
            } else if (Files.isRegularFile(path)) {
                found.add(new InputFile(path, shown));
            } else {
                problems.add(ProblemCode.FILE_MISSING, LineRef.ofFile(shown), "there is no such file", nearest(path));
            }
        }
        found.sort(Comparator.comparing(InputFile::shown));
        return once(found);
    }

    private static void addFolder(Path folder, String shown, List<InputFile> found, Problems problems) {
        int before = found.size();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(InputFiles::isInput).forEach(file -> {
                String separator = shown.endsWith("/") ? "" : "/";
                found.add(new InputFile(file, shown + separator + file.getFileName()));
            });
        } catch (IOException unreadable) {
            problems.add(
                    ProblemCode.FILE_UNREADABLE,
                    LineRef.ofFile(shown),
                    "the folder cannot be read: " + unreadable.getMessage());
            return;
        }
        if (found.size() == before) {
            problems.add(
                    ProblemCode.NO_FACTS,
                    LineRef.ofFile(shown),
                    "the folder holds no file of facts (.csv .tsv .txt .xlsx .xls .json .jsonl)",
                    "the facts are in another folder; measurements.csv alone is enough.");
        }
    }

    /** Hidden files and the lock files of Excel are not read. */
    private static boolean isInput(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0
                && !name.startsWith("~$")
                && !name.startsWith(".")
                && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                && Files.isRegularFile(file);
    }

    private static List<InputFile> once(List<InputFile> files) {
        var seen = new HashSet<Path>();
        return files.stream().filter(file -> seen.add(real(file.path()))).toList();
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException gone) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static String shown(Path path) {
        String text = path.toString().replace('\\', '/');
        return text.isEmpty() ? "." : text;
    }

    private static @Nullable String nearest(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        Path name = missing.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            List<String> names = siblings.map(sibling -> String.valueOf(sibling.getFileName()))
                    .toList();
            return Suggestion.nearest(name.toString(), names)
                    .map(near -> near + " is meant.")
                    .orElse(null);
        } catch (IOException unreadable) {
            return null;
        }
    }
}
