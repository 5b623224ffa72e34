package boscard.intake;

import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.LineRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files to read, each once, sorted by the name that is shown. */
final class InputFiles {

    private static final Set<String> ENDINGS =
            Set.of("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "json", "jsonl", "ndjson", "parquet");
    private static final Set<String> COMPRESSED =
            Set.of("gz", "zip", "zst", "zstd", "bz2", "xz"); // the last two only to be refused
    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

    private static final int DEEPEST = 20;
    private static final int MOST_FITTING = 100_000;

    private InputFiles() {}

    static List<InputFile> find(List<Path> paths, Problems problems) {
        var found = new ArrayList<InputFile>();
        for (Path path : paths) {
            String shown = shown(path);
            if (Files.isDirectory(path)) {
                addFolder(path, shown, found, problems);
            } else if (Files.isRegularFile(path)) {
                found.add(new InputFile(path, shown));
            } else if (GLOB.matcher(shown).find()) {
                addFitting(shown, found, problems);
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
                    "the folder holds no file of facts (.csv .tsv .txt .xlsx .xls .json .jsonl .parquet, and .gz, .zst or .zip of these)",
                    "the facts are in another folder; measurements.csv alone is enough.");
        }
    }

    /** Files whose path fits a pattern, below its last folder without one. {@code **} stands for folders, too. */
    private static void addFitting(String pattern, List<InputFile> found, Problems problems) {
        int wild = firstOf(pattern);
        int slash = pattern.lastIndexOf('/', wild);
        Path folder = Path.of(slash < 0 ? "" : slash == 0 ? "/" : pattern.substring(0, slash));
        int depth = pattern.contains("**")
                ? DEEPEST
                : 1
                        + (int) pattern.substring(wild)
                                .chars()
                                .filter(c -> c == '/')
                                .count();
        int before = found.size();
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            try (Stream<Path> files = Files.walk(folder, depth)) {
                files.filter(file -> matcher.matches(file) && Files.isRegularFile(file))
                        .filter(file -> !isHidden(String.valueOf(file.getFileName())))
                        .limit(MOST_FITTING)
                        .forEach(file -> found.add(new InputFile(file, shown(file))));
            }
        } catch (PatternSyntaxException noPattern) {
            problems.add(
                    ProblemCode.FILE_MISSING,
                    LineRef.ofFile(pattern),
                    "there is no such file, and it is no pattern of names either: " + noPattern.getDescription());
            return;
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add(
                    ProblemCode.FILE_UNREADABLE,
                    LineRef.ofFile(pattern),
                    "the folder cannot be read: " + unreadable.getMessage());
            return;
        }
        if (found.size() == before) {
            problems.add(
                    ProblemCode.FILE_MISSING,
                    LineRef.ofFile(pattern),
                    "there is no file whose name fits the pattern",
                    null);
        }
    }

    private static int firstOf(String pattern) {
        Matcher wild = GLOB.matcher(pattern);
        return wild.find() ? wild.start() : pattern.length();
    }

    private static boolean isHidden(String name) {
        return name.startsWith("~$") || name.startsWith(".");
    }

    /** Hidden files and the lock files of Excel are not read. */
    private static boolean isInput(Path file) {
        String name = String.valueOf(file.getFileName());
        if (COMPRESSED.contains(ending(name))) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return !isHidden(name) && ENDINGS.contains(ending(name)) && Files.isRegularFile(file);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
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
