package boscard.intake;

import boscard.fact.FactKind;
import boscard.intake.format.Content;
import boscard.intake.format.DelimitedFile;
import boscard.intake.format.DelimitedLayout;
import boscard.intake.format.FixedWidthFile;
import boscard.intake.format.JsonFile;
import boscard.intake.format.RowSource;
import boscard.intake.format.Unpacked;
import boscard.intake.format.WorkbookFile;
import boscard.intake.mapping.FileMapping;
import boscard.intake.query.ParquetFile;
import boscard.intake.query.SqlQuery;
import boscard.problem.ProblemCode;
import boscard.problem.Problems;
import boscard.problem.Suggestion;
import boscard.source.CellRef;
import boscard.source.LineRef;
import boscard.workbook.InvalidWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens one file by what it holds, whatever its name says, and reports what cannot be opened or told. */
final class FileOpening {

    private static final long LARGEST_JSON = 256L << 20; // it is held in memory
    private static final long LARGEST_QUERY = 1L << 20;
    private static final int QUERY_SECONDS = 300;
    private static final String DATABASE = "BOSCARD_DB";
    private static final Set<String> ENDINGS_OF_TEXT = Set.of("csv", "tsv", "txt");
    private static final Set<String> ENDINGS_OF_JSON = Set.of("json", "jsonl", "ndjson");
    private static final List<String> KIND_NAMES =
            Arrays.stream(FactKind.values()).map(FactKind::canonicalName).toList();

    private final InputFile file;
    private final ImportSettings settings;
    private final Problems problems;
    private final LineRef at;
    private Path path;
    private String name;
    private @Nullable Unpacked unpacked;
    private boolean workbookByName;
    private @Nullable WorkbookFile workbook;
    private boolean anyTableKnown;
    private boolean isOnlySheet;

    FileOpening(InputFile file, ImportSettings settings, Problems problems) {
        this.file = file;
        this.path = file.path();
        this.name = file.name();
        this.settings = settings;
        this.problems = problems;
        this.at = LineRef.ofFile(file.shown());
    }

    /** The tables of the file; none when it cannot be read, and then a problem says why. */
    List<RowSource> tables() {
        try {
            return content();
        } catch (InvalidWorkbook invalid) {
            problems.addAll(invalid.problems());
            return List.of();
        } catch (SqlQuery.QueryFailed failed) {
            return refuse(ProblemCode.QUERY_FAILED, String.valueOf(failed.getMessage()), null);
        } catch (IOException unreadable) {
            return refuse(ProblemCode.FILE_UNREADABLE, "the file cannot be read: " + unreadable.getMessage(), null);
        }
    }

    private List<RowSource> content() throws IOException {
        if (Files.size(path) > settings.limits().bytes()) {
            return tooLarge(settings.limits().bytes());
        }
        return switch (Content.of(path)) {
            case EMPTY ->
                refuse(ProblemCode.FILE_EMPTY, "the file is empty", "an export failed: repeat it, or remove the file.");
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
            case ZIP ->
                unpacked == null && !ending().startsWith("xls") && Unpacked.isPlainZip(path)
                        ? unpack(Content.ZIP)
                        : workbook();
            case COMPOUND -> workbook();
            case GZIP -> unpack(Content.GZIP);
            case ZSTANDARD -> unpack(Content.ZSTANDARD);
            case OTHER_ARCHIVE ->
                refuse(
                        ProblemCode.FORMAT_UNKNOWN,
                        "the file is compressed by bzip2, xz, 7-Zip or RAR, which are not unpacked here",
                        "unpack it, or compress it by gzip, zip or Zstandard.");
            case PARQUET -> List.of(ParquetFile.open(path, file.shown()));
            case JSON -> isDelimitedByName() ? text() : json();
            case TEXT -> ENDINGS_OF_JSON.contains(ending()) ? json() : isQuery() ? query() : text();
        };
    }

    /** Reads on with what the file holds. What is compressed twice is refused. */
    private List<RowSource> unpack(Content how) throws IOException {
        if (unpacked != null) {
            return refuse(ProblemCode.FORMAT_UNKNOWN, "the file is compressed within a compressed file", "unpack it.");
        }
        long most = Math.min(settings.limits().bytes(), Unpacked.mostOf(path));
        unpacked = switch (how) {
            case GZIP -> Unpacked.gzip(path, name, most);
            case ZSTANDARD -> Unpacked.zstandard(path, name, most);
            default -> Unpacked.zip(path, most);
        };
        if (unpacked == null) {
            return refuse(
                    ProblemCode.FILE_TOO_LARGE,
                    "more than " + most + " bytes come out of the compressed file; at most so many are read",
                    "split the file.");
        }
        path = unpacked.file();
        name = unpacked.name();
        return content();
    }

    private boolean isQuery() {
        return ending().equals("sql");
    }

    private List<RowSource> query() throws IOException {
        if (Files.size(path) > LARGEST_QUERY) {
            return tooLarge(LARGEST_QUERY);
        }
        FileMapping mapping = settings.mapping().of(name, "").orElse(FileMapping.CANONICAL);
        String sql = Files.readString(path);
        String prefix = mapping.database() == null ? DATABASE : mapping.database();
        int rows = Math.min(settings.limits().rows(), Integer.MAX_VALUE - 1) + 1; // one more tells that there are more
        return List.of(new SqlQuery(sql, prefix, settings.environment()).open(file.shown(), rows, QUERY_SECONDS));
    }

    private List<RowSource> text() throws IOException {
        workbookByName = ending().startsWith("xls");
        FileMapping mapping = settings.mapping().of(name, "").orElse(FileMapping.CANONICAL);
        if (!mapping.widths().isEmpty()) {
            return List.of(FixedWidthFile.open(path, file.shown(), mapping.widths(), mapping.encoding()));
        }
        return List.of(
                DelimitedFile.open(path, file.shown(), new DelimitedLayout(mapping.encoding(), mapping.delimiter())));
    }

    private List<RowSource> tooLarge(long most) throws IOException {
        return refuse(
                ProblemCode.FILE_TOO_LARGE,
                "the file has " + Files.size(path) + " bytes; at most " + most + " are read",
                "split the file.");
    }

    private List<RowSource> json() throws IOException {
        if (Files.size(path) > LARGEST_JSON) {
            return tooLarge(LARGEST_JSON);
        }
        boolean lines = ending().equals("jsonl") || ending().equals("ndjson");
        return JsonFile.open(path, file.shown(), lines);
    }

    private List<RowSource> workbook() {
        workbook = WorkbookFile.open(path, file.shown());
        List<RowSource> sheets = workbook.tables();
        isOnlySheet = sheets.size() == 1;
        return sheets;
    }

    private boolean isDelimitedByName() {
        return ENDINGS_OF_TEXT.contains(ending());
    }

    private List<RowSource> refuse(ProblemCode code, String message, @Nullable String advice) {
        problems.add(code, at, message, advice);
        return List.of();
    }

    /** The kind of fact that a table holds by its name; null when its header has to tell. */
    @Nullable
    FactKind kindByName(RowSource table) {
        if (workbookByName) {
            return null; // the name was wrong once already
        }
        FactKind kind = KindOfTable.byName(table.table().isEmpty() ? stem() : table.table());
        return kind == null && isOnlySheet ? KindOfTable.byName(stem()) : kind;
    }

    /** Whether a mapping that names no sheet may be meant for another sheet of the workbook than this one. */
    boolean hasSeveralSheets() {
        return workbook != null && !isOnlySheet;
    }

    /** A table of the file holds facts. */
    void known() {
        anyTableKnown = true;
        if (workbookByName) {
            problems.add(
                    ProblemCode.FORMAT_MISMATCH,
                    at,
                    "the file is named like a workbook and holds delimited text; it is read as text",
                    "it is to be named .csv.");
        }
    }

    /** Nothing tells what the rows of the table are. */
    void unknownKind(RowSource source, HeaderSearch.Header header) {
        if (workbookByName) {
            problems.add(
                    ProblemCode.WORKBOOK_BROKEN,
                    at,
                    "the file is named like a workbook and is none, and its text is no table of facts either",
                    "open it in Excel and save it as \"Excel Workbook (*.xlsx)\".");
        } else if (workbook != null) {
            problems.add(
                    ProblemCode.SHEET_UNKNOWN,
                    source.at(0, 0, ""),
                    "neither the name nor the header of the sheet tells which facts it holds; it is not read",
                    nearestKind(source.table())
                            .map(name -> "the sheet is to be called " + name + ".")
                            .orElse(null));
        } else {
            problems.add(
                    ProblemCode.FORMAT_UNKNOWN,
                    source.at(header.row(), 0, ""),
                    "neither the name nor the header tells which facts these are; the kinds are "
                            + String.join(", ", KIND_NAMES),
                    nearestKind(source.table().isEmpty() ? stem() : source.table())
                            .map(name -> "it is to be called " + name + ".")
                            .orElse("a column has another name than expected; a mapping can say which kind it is."));
        }
    }

    /** Reports what is known only now, and closes the file. */
    void finish() {
        if (unpacked != null) {
            try {
                unpacked.close();
            } catch (IOException stays) {
                problems.add(
                        ProblemCode.FILE_UNREADABLE, at, "what was unpacked cannot be deleted: " + stays.getMessage());
            }
        }
        if (workbook == null) {
            return;
        }
        problems.addAll(workbook.warnings());
        if (!anyTableKnown) {
            problems.add(
                    ProblemCode.NO_FACTS,
                    CellRef.ofWorkbook(file.shown()),
                    "no sheet of the workbook holds facts",
                    "a sheet is to be called measurements.");
        }
        workbook.close();
    }

    private static Optional<String> nearestKind(String name) {
        return Suggestion.nearest(name, KIND_NAMES);
    }

    /** What the file is called, without the ending of a compressed one. */
    String name() {
        return name;
    }

    private String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private String ending() {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
