package boscard.intake;

import boscard.intake.format.Content;
import boscard.intake.format.DelimitedFile;
import boscard.intake.format.DelimitedLayout;
import boscard.intake.format.RowSource;
import boscard.intake.mapping.FileMapping;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.LineRef;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens one file by what it holds, whatever its name says, and reports what cannot be opened or told. */
final class FileOpening {

    private final InputFile file;
    private final ImportSettings settings;
    private final Problems problems;
    private final LineRef at;
    private boolean workbookByName;

    FileOpening(InputFile file, ImportSettings settings, Problems problems) {
        this.file = file;
        this.settings = settings;
        this.problems = problems;
        this.at = LineRef.ofFile(file.shown());
    }

    /** The tables of the file; none when it cannot be read, and then a problem says why. */
    List<RowSource> tables() {
        try {
            if (Files.size(file.path()) > settings.limits().bytes()) {
                problems.add(
                        ProblemCode.FILE_TOO_LARGE,
                        at,
                        "the file has " + Files.size(file.path()) + " bytes; at most "
                                + settings.limits().bytes() + " are read",
                        "split the file.");
                return List.of();
            }
            String ending = ending();
            workbookByName = ending.startsWith("xls");
            return switch (Content.of(file.path())) {
                case EMPTY -> refuse(ProblemCode.FILE_EMPTY, "the file is empty", null);
                case LFS_POINTER ->
                    refuse(
                            ProblemCode.LFS_POINTER,
                            "the file is a Git LFS pointer, not the facts themselves",
                            "fetch the file with `git lfs pull`.");
                case HTML -> refuse(ProblemCode.FORMAT_UNKNOWN, "the file is a web page", "save it as .xlsx or .csv.");
                case BINARY ->
                    refuse(
                            ProblemCode.FORMAT_UNKNOWN,
                            "the file is neither text nor a workbook",
                            "save it as .csv in UTF-8, or as .xlsx.");
                case ZIP, COMPOUND -> refuse(ProblemCode.FORMAT_UNKNOWN, "workbooks are not read yet", null);
                case JSON, TEXT -> text();
            };
        } catch (IOException unreadable) {
            return refuse(ProblemCode.FILE_UNREADABLE, "the file cannot be read: " + unreadable.getMessage(), null);
        }
    }

    private List<RowSource> text() throws IOException {
        FileMapping mapping = settings.mapping().of(file.name(), "").orElse(FileMapping.CANONICAL);
        return List.of(DelimitedFile.open(
                file.path(), file.shown(), new DelimitedLayout(mapping.encoding(), mapping.delimiter())));
    }

    private List<RowSource> refuse(ProblemCode code, String message, @Nullable String advice) {
        problems.add(code, at, message, advice);
        return List.of();
    }

    /** A table of the file holds facts. */
    void known() {
        if (workbookByName) {
            problems.add(ProblemCode.FORMAT_MISMATCH, at, "the file is named like a workbook and holds text", null);
            workbookByName = false;
        }
    }

    /** Nothing tells what the rows of the table are. */
    void unknownKind(RowSource source, HeaderSearch.Header header) {
        String kinds = String.join(
                ", ",
                Arrays.stream(boscard.fact.FactKind.values())
                        .map(boscard.fact.FactKind::canonicalName)
                        .toList());
        List<String> names = Arrays.stream(boscard.fact.FactKind.values())
                .map(boscard.fact.FactKind::canonicalName)
                .toList();
        Optional<String> nearest = Suggestion.nearest(file.stem(), names);
        problems.add(
                ProblemCode.FORMAT_UNKNOWN,
                source.at(header.row(), 0, ""),
                "neither the name nor the header tells which facts these are (" + kinds + ")",
                nearest.map(name -> "the file is to be called " + name + ".")
                        .orElse("a column has another name than expected; a mapping can say which kind it is."));
    }

    void finish() {}

    private String ending() {
        String name = file.name();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
