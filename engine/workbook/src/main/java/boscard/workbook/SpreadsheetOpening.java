package boscard.workbook;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.CellRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Finds out what a file is and opens it, or says what it is instead. */
final class SpreadsheetOpening {

    private static final int MEMORY_OF_BINARY = 10; // times its size
    private static final int BYTES_LOOKED_AT = 512;
    private static final String SAVE_AS = "open it in Excel and save it as \"Excel Workbook (*.xlsx)\"";

    private final Path file;
    private final String shownName;
    private final SpreadsheetLimits limits;
    private final List<Problem> warnings = new ArrayList<>();

    private SpreadsheetOpening(Path file, String shownName, SpreadsheetLimits limits) {
        this.file = file;
        this.shownName = shownName;
        this.limits = limits;
    }

    static SpreadsheetFile open(Path file, String shownName, SpreadsheetLimits limits) {
        var opening = new SpreadsheetOpening(file, shownName, limits);
        try {
            return new SpreadsheetFile(opening.source(), shownName, opening.warnings);
        } catch (IOException e) {
            throw problemOf(e, CellRef.ofWorkbook(shownName));
        }
    }

    /** A failure while reading, as a problem. */
    static InvalidWorkbook problemOf(IOException failure, CellRef at) {
        if (failure instanceof LimitExceeded) {
            return InvalidWorkbook.of(
                    ProblemCode.FILE_TOO_LARGE,
                    at,
                    "too large: " + failure.getMessage(),
                    "it holds more than is needed, or formatting down to the last row; copy the cells into a new"
                            + " workbook");
        }
        String message = failure.getMessage();
        return InvalidWorkbook.of(
                ProblemCode.WORKBOOK_BROKEN,
                at,
                "the workbook is damaged: " + (message == null ? "it ends too early" : message),
                "it was not copied completely; " + SAVE_AS + ", or fetch it again");
    }

    private SheetSource source() throws IOException {
        if (file.getFileName() != null && file.getFileName().toString().startsWith("~$")) {
            throw refused(
                    ProblemCode.FORMAT_UNKNOWN,
                    "a lock file that Excel keeps while a workbook is open, not a workbook",
                    "name the workbook without ~$");
        }
        if (!Files.exists(file)) {
            throw refused(ProblemCode.FILE_MISSING, "there is no such file", null);
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw refused(
                    ProblemCode.FILE_UNREADABLE,
                    Files.isDirectory(file) ? "a folder, not a workbook" : "the file cannot be read",
                    Files.isDirectory(file) ? null : "its permissions do not allow it");
        }
        long size = Files.size(file);
        if (size == 0) {
            throw refused(ProblemCode.FILE_EMPTY, "the file is empty", "it was not copied completely; fetch it again");
        }
        if (size > limits.fileBytes()) {
            throw new LimitExceeded("the file has " + size + " bytes, at most " + limits.fileBytes() + " are read");
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(BYTES_LOOKED_AT);
        }
        if (startsWith(start, 'P', 'K', 3, 4)) {
            return zipSource();
        } else if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            return binarySource();
        }
        throw refusedText(start);
    }

    private SheetSource zipSource() throws IOException {
        ZipFile zip = openZip();
        try {
            if (zip.getEntry("xl/workbook.bin") != null) {
                throw refused(ProblemCode.FORMAT_UNKNOWN, "a binary workbook (.xlsb), which is not read", SAVE_AS);
            }
            if (zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null) {
                throw refused(
                        ProblemCode.FORMAT_UNKNOWN, "an OpenDocument file, which is not read", "save it as .xlsx");
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw refused(ProblemCode.FORMAT_UNKNOWN, "a zip file without a workbook inside", "unpack it first");
            }
            if (zip.stream().noneMatch(entry -> entry.getName().endsWith("workbook.xml"))) {
                throw refused(ProblemCode.FORMAT_UNKNOWN, "an Office file that is no workbook", SAVE_AS);
            }
            var source = new XlsxSource(zip, shownName, limits);
            warnUnlessNamed(".xlsx", ".xlsm", ".xltx", ".xltm");
            return source;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private ZipFile openZip() throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException damaged) {
            throw new IOException("its zip container has no end", damaged);
        }
    }

    private SheetSource binarySource() throws IOException {
        long most = Runtime.getRuntime().maxMemory() / MEMORY_OF_BINARY;
        if (Files.size(file) > most) { // all of it is kept
            throw new LimitExceeded("an .xls of " + Files.size(file) + " bytes needs more memory than there is; up to "
                    + most + " are read. Save it as .xlsx, or give Java more memory with -Xmx");
        }
        POIFSFileSystem container;
        try {
            container = new POIFSFileSystem(file.toFile(), true);
        } catch (RuntimeException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
        try {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw passwordNeeded();
            }
            var source = new XlsSource(container, shownName, limits);
            warnUnlessNamed(".xls", ".xlt");
            return source;
        } catch (EncryptedDocumentException e) {
            container.close();
            throw passwordNeeded();
        } catch (OldExcelFormatException e) {
            container.close();
            throw refused(ProblemCode.FORMAT_UNKNOWN, "a workbook of Excel 95 or older, which is not read", SAVE_AS);
        } catch (InvalidWorkbook e) {
            container.close();
            throw e;
        } catch (IOException | RuntimeException damaged) { // POI has many exceptions for damaged files
            container.close();
            throw new IOException(damaged.getMessage(), damaged);
        }
    }

    private InvalidWorkbook passwordNeeded() {
        return refused(
                ProblemCode.WORKBOOK_PROTECTED,
                "the workbook is protected with a password",
                "remove it in Excel: File, Info, Protect Workbook, Encrypt with Password, and clear the field");
    }

    private InvalidWorkbook refusedText(byte[] start) {
        String text = Spaces.strip(new String(start, StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT);
        if (text.startsWith("version https://git-lfs")) {
            return refused(
                    ProblemCode.LFS_POINTER,
                    "a pointer of Git LFS, not the workbook itself",
                    "run git lfs pull to fetch the data");
        } else if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.contains("<table")) {
            return refused(ProblemCode.FORMAT_UNKNOWN, "a web page (HTML), not a workbook", SAVE_AS);
        } else if (text.startsWith("<?xml")) {
            return refused(ProblemCode.FORMAT_UNKNOWN, "an XML file, not a workbook", SAVE_AS);
        } else if (isText(start)) {
            return refused(
                    ProblemCode.FORMAT_UNKNOWN,
                    "a text file, not a workbook",
                    "it is CSV; give it the extension .csv, or " + SAVE_AS);
        }
        return refused(ProblemCode.FORMAT_UNKNOWN, "not a workbook", SAVE_AS);
    }

    private InvalidWorkbook refused(ProblemCode code, String message, @Nullable String advice) {
        return InvalidWorkbook.of(code, CellRef.ofWorkbook(shownName), message, advice);
    }

    private void warnUnlessNamed(String... extensions) {
        String name = shownName.toLowerCase(Locale.ROOT);
        for (String extension : extensions) {
            if (name.endsWith(extension)) {
                return;
            }
        }
        warnings.add(Problem.of(
                ProblemCode.FORMAT_MISMATCH,
                CellRef.ofWorkbook(shownName),
                "the content is that of a " + extensions[0] + " file, the name says otherwise",
                "rename it"));
    }

    private static boolean startsWith(byte[] start, int... magic) {
        if (start.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((start[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] start) {
        for (byte b : start) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
