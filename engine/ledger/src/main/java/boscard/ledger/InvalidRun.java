package boscard.ledger;

import boscard.problem.InvalidInput;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.LineRef;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run cannot be written, found or read. */
public final class InvalidRun extends InvalidInput {

    private static final long serialVersionUID = 1L;

    public InvalidRun(List<Problem> problems) {
        super(problems);
    }

    InvalidRun(Problem problem) {
        this(List.of(problem));
    }

    static Problem broken(Path at, String message) {
        return Problem.of(
                ProblemCode.RUN_BROKEN,
                LineRef.ofFile(at.toString()),
                message,
                "the run was copied only in part, or changed by hand; evaluate again");
    }

    static Problem folder(Path at, Throwable cause, String advice) {
        return Problem.of(
                ProblemCode.RUN_FOLDER, LineRef.ofFile(at.toString()), "cannot be written: " + reason(cause), advice);
    }

    /** The first line of what went wrong; exceptions of the file system often say no more than the path. */
    static String reason(Throwable cause) {
        @Nullable String message = cause.getMessage();
        String kind = "";
        if (cause instanceof AccessDeniedException) {
            kind = "access denied: ";
        } else if (cause instanceof NoSuchFileException) {
            kind = "no such file or folder: ";
        } else if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            kind = "is a file, not a folder: ";
        }
        String text = message == null ? cause.getClass().getSimpleName() : message;
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return kind
                + line.replaceAll("^Invalid Error: |\\b\\w+Exception: ", ""); // names of classes mean nothing to people
    }
}
