package boscard.workbook.annotate;

import boscard.problem.Problem;
import boscard.source.CellRef;
import boscard.workbook.InvalidWorkbook;
import boscard.workbook.PackageParts;
import boscard.workbook.SheetName;
import boscard.workbook.SpreadsheetFile;
import boscard.workbook.SpreadsheetLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a copy of each workbook that has problems, with each problem as a comment and a colour on its cell. A problem
 * of a whole sheet stands at its first cell; one in a hidden row also in the next row that people see.
 */
public final class AnnotatedCopies {

    private final Path originals;
    private final Path target;

    /**
     * Copies of the workbooks of a folder.
     *
     * @param originals folder of the workbooks; they are only read
     * @param target folder for the copies; made when it is missing
     */
    public AnnotatedCopies(Path originals, Path target) {
        this.originals = originals;
        this.target = target;
    }

    /**
     * One copy.
     *
     * @param problems how many of the problems are in it
     */
    public record Copy(Path file, int problems) {}

    /**
     * What came of it.
     *
     * @param copies in the order of their names
     * @param unreadable names of workbooks with problems of which no copy can be made, since they cannot be read
     */
    public record Result(List<Copy> copies, List<String> unreadable) {

        public Result {
            copies = List.copyOf(copies);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** Files that stand where a copy would be written, in the order of their names; originals among them. */
    public List<Path> inTheWay(List<Problem> problems) {
        return byWorkbook(problems).keySet().stream()
                .map(target::resolve)
                .filter(Files::exists)
                .toList();
    }

    /** Whether the copies would replace the originals, which nobody can have meant. */
    public boolean wouldReplaceOriginals() throws IOException {
        return Files.exists(target) && Files.exists(originals) && Files.isSameFile(target, originals);
    }

    /**
     * Writes the copies; files in the way are replaced, one after the other and each as a whole.
     *
     * @throws IllegalStateException when the copies would replace the originals
     * @throws IOException when the target cannot be written
     */
    public Result write(List<Problem> problems) throws IOException {
        if (wouldReplaceOriginals()) {
            throw new IllegalStateException("The copies would replace the originals in " + originals);
        }
        Files.createDirectories(target);
        var copies = new ArrayList<Copy>();
        var unreadable = new ArrayList<String>();
        for (Map.Entry<String, List<Problem>> workbook : byWorkbook(problems).entrySet()) {
            Path file = target.resolve(workbook.getKey());
            try {
                write(workbook.getKey(), workbook.getValue(), file);
                copies.add(new Copy(file, workbook.getValue().size()));
            } catch (InvalidWorkbook cannotBeRead) { // which is among the problems
                unreadable.add(workbook.getKey());
            }
        }
        return new Result(copies, unreadable);
    }

    /** Only workbooks that are there: a problem can name one that is missing. */
    private Map<String, List<Problem>> byWorkbook(List<Problem> problems) {
        var byWorkbook = new TreeMap<String, List<Problem>>();
        for (Problem problem : problems) {
            if (problem.at() instanceof CellRef at
                    && !at.workbook().contains("/")
                    && Files.isRegularFile(originals.resolve(at.workbook()))) {
                byWorkbook
                        .computeIfAbsent(at.workbook(), key -> new ArrayList<>())
                        .add(problem);
            }
        }
        return byWorkbook;
    }

    private void write(String name, List<Problem> problems, Path file) throws IOException {
        Path original = originals.resolve(name);
        Path aside = target.resolve("." + name + ".part");
        try {
            try (SpreadsheetFile workbook = SpreadsheetFile.open(original, name, SpreadsheetLimits.RULEBOOK)) {
                Map<String, SheetMarks> marks = marks(workbook, problems);
                PackageParts parts = workbook.parts();
                if (parts == null) {
                    XlsCopy.write(original, marks, aside);
                } else {
                    XlsxCopy.write(original, parts, marks, aside);
                }
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static Map<String, SheetMarks> marks(SpreadsheetFile workbook, List<Problem> problems) {
        var marks = new TreeMap<String, SheetMarks>();
        var rows = new HashMap<String, SheetMarks.Rows>();
        for (Problem problem : problems) {
            CellRef at = (CellRef) problem.at();
            String sheet = at.sheet().isEmpty() ? firstVisible(workbook) : at.sheet();
            if (workbook.sheets().stream().anyMatch(known -> known.name().equals(sheet))) {
                marks.computeIfAbsent(sheet, key -> new SheetMarks())
                        .add(problem, at, rows.computeIfAbsent(sheet, key -> rowsOf(workbook, key)));
            }
        }
        return marks;
    }

    private static String firstVisible(SpreadsheetFile workbook) {
        return workbook.sheets().stream()
                .filter(SheetName::isVisible)
                .map(SheetName::name)
                .findFirst()
                .orElse("");
    }

    private static SheetMarks.Rows rowsOf(SpreadsheetFile workbook, String sheet) {
        var rows = new SheetMarks.Rows();
        workbook.readRows(
                sheet, row -> rows.add(row.number(), row.cells().get(0).column(), row.hidden()));
        return rows;
    }
}
