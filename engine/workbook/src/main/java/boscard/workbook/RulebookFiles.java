package boscard.workbook;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.ProblemSeverity;
import boscard.problem.Problems;
import boscard.rulebook.RuleDocument;
import boscard.source.CellRef;
import boscard.source.LineRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a rulebook's folder: which are its workbooks, and what its rule files say. */
final class RulebookFiles {

    static final String SPREADSHEETS = "spreadsheets";
    private static final String RULES = "rules";
    private static final long RULE_FILE_BYTES = 4 << 20;

    /** What people also save a table as; not read, and not passed over in silence. */
    private static final Set<String> OTHER_SPREADSHEETS =
            Set.of(".xlsb", ".xltx", ".xltm", ".xlt", ".ods", ".fods", ".ots", ".numbers", ".csv");

    private final Path folder;
    private final Problems problems;

    /** @param problems takes what is wrong with files, and what lies there that is not read */
    RulebookFiles(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** Its workbooks, in the order of their names. */
    List<Path> spreadsheets() {
        var workbooks = new ArrayList<Path>();
        for (Path file : files(folder.resolve(SPREADSHEETS), 1)) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (isWorkbook(name)) {
                workbooks.add(file);
            } else if (OTHER_SPREADSHEETS.stream().anyMatch(name::endsWith)) {
                problems.add(new Problem(
                        ProblemCode.FORMAT_UNKNOWN,
                        ProblemSeverity.WARNING,
                        CellRef.ofWorkbook(file.getFileName().toString()),
                        "this kind of workbook is not read",
                        "save it as .xlsx"));
            }
        }
        reportDeeperWorkbooks();
        return workbooks;
    }

    private static boolean isWorkbook(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xlsx") || lower.endsWith(".xlsm") || lower.endsWith(".xls");
    }

    /** Folders within that of the workbooks hold cases, and maybe what somebody put aside; said once per folder. */
    private void reportDeeperWorkbooks() {
        Path root = folder.resolve(SPREADSHEETS);
        var workbooksByFolder = new TreeMap<Path, List<String>>();
        for (Path file : files(root, Integer.MAX_VALUE)) {
            String name = file.getFileName().toString();
            Path parent = root.relativize(file).getParent();
            if (parent != null && isWorkbook(name)) {
                workbooksByFolder
                        .computeIfAbsent(parent, key -> new ArrayList<>())
                        .add(name);
            }
        }
        workbooksByFolder.forEach((parent, names) -> problems.add(new Problem(
                ProblemCode.RULEBOOK_INCOMPLETE,
                ProblemSeverity.WARNING,
                LineRef.ofFile(root.resolve(parent).toString()),
                (names.size() == 1 ? "the workbook " + names.get(0) + " is" : names.size() + " workbooks are")
                        + " not read, for a rulebook is read of its folder " + SPREADSHEETS
                        + " alone, without folders in it",
                "move up what is meant to count")));
    }

    boolean hasRuleFiles() {
        return files(folder.resolve(RULES), Integer.MAX_VALUE).stream().anyMatch(RulebookFiles::isRuleFile);
    }

    private static boolean isRuleFile(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".drl");
    }

    /** Its rule files, in the order of their paths. */
    List<RuleDocument> documents() {
        var byPath = new LinkedHashMap<String, RuleDocument>();
        for (Path file : files(folder.resolve(RULES), Integer.MAX_VALUE)) {
            if (isRuleFile(file)) {
                String path = RULES + "/"
                        + folder.resolve(RULES).relativize(file).toString().replace('\\', '/');
                String text = text(file, path);
                if (text != null) {
                    byPath.put(path, new RuleDocument(path, text));
                }
            }
        }
        return byPath.values().stream()
                .sorted(Comparator.comparing(RuleDocument::path))
                .toList();
    }

    private @Nullable String text(Path file, String path) {
        try {
            if (Files.size(file) > RULE_FILE_BYTES) {
                problems.add(
                        ProblemCode.FILE_TOO_LARGE,
                        LineRef.ofFile(path),
                        "a rule file has at most " + RULE_FILE_BYTES + " bytes, this one " + Files.size(file),
                        null);
                return null;
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return (text.startsWith("\ufeff") ? text.substring(1) : text)
                    .replace("\r\n", "\n")
                    .replace('\r', '\n');
        } catch (CharacterCodingException e) {
            problems.add(
                    ProblemCode.ENCODING_INVALID, LineRef.ofFile(path), "the file is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            problems.add(ProblemCode.FILE_UNREADABLE, LineRef.ofFile(path), "the file cannot be read", null);
        }
        return null;
    }

    /** Regular files in the order of their paths, without lock files and hidden ones; none when there is no folder. */
    private List<Path> files(Path root, int depth) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(root, depth, FileVisitOption.FOLLOW_LINKS)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("~$"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(
                            file -> root.relativize(file).toString().replace('\\', '/')))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add(
                    ProblemCode.FILE_UNREADABLE, LineRef.ofFile(root.toString()), "the folder cannot be read", null);
            return List.of();
        }
    }
}
