package boscard.intake.format;

import boscard.intake.value.Spaces;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.LineRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text whose columns stand below each other, aligned by spaces, with so many characters each. What stands behind the
 * last of them is one more cell, so that nothing is lost. Read once, from top to bottom, by one thread.
 */
public final class FixedWidthFile implements LineSource {

    private static final int LONGEST_LINE = 1 << 20;

    private final String file;
    private final List<Integer> widths;
    private final int end;
    private final DecodedText text;
    private final BufferedReader lines;
    private final StringBuilder line = new StringBuilder();
    private int number;

    private FixedWidthFile(Path path, String file, List<Integer> widths, @Nullable Charset encoding)
            throws IOException {
        this.file = file;
        this.widths = widths;
        this.end = widths.stream().mapToInt(Integer::intValue).sum();
        this.text = TextEncoding.open(path, encoding);
        this.lines = new BufferedReader(text);
    }

    /**
     * @param file as the user named it
     * @param widths characters of each column, from the left
     * @param encoding used when the file has no byte order mark; null for UTF-8
     */
    public static FixedWidthFile open(Path path, String file, List<Integer> widths, @Nullable Charset encoding)
            throws IOException {
        return new FixedWidthFile(path, file, widths, encoding);
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        int read = readLine();
        if (read < 0) {
            return null;
        }
        number++;
        if (read > LONGEST_LINE) {
            return ContentRow.broken(
                    number,
                    Problem.of(
                            ProblemCode.FILE_TOO_LARGE,
                            LineRef.of(file, number),
                            "the line has more than " + LONGEST_LINE + " characters",
                            "its line ends are missing."));
        }
        Problem invalid =
                !text.hasInvalidBytes() ? null : text.invalidBytes(wrongCharacters(), LineRef.of(file, number));
        return invalid == null ? ContentRow.ofFixedWidth(number, cells()) : ContentRow.broken(number, invalid);
    }

    /** Characters of the line, of which no more are kept than it may have; -1 at the end of the file. */
    private int readLine() throws IOException {
        line.setLength(0);
        int count = 0;
        int c = lines.read();
        if (c < 0) {
            return -1;
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = lines.read()) {
            if (count <= LONGEST_LINE) {
                count++;
                line.append((char) c);
            }
        }
        if (c == '\r') {
            lines.mark(1);
            if (lines.read() != '\n') {
                lines.reset();
            }
        }
        return count;
    }

    private @Nullable Object[] cells() {
        boolean more = line.length() > end && !Spaces.isBlank(line.substring(end));
        var cells = new @Nullable Object[widths.size() + (more ? 1 : 0)];
        int from = 0;
        for (int i = 0; i < cells.length; i++) {
            int to = i < widths.size() ? from + widths.get(i) : line.length();
            cells[i] = Spaces.strip(line.substring(Math.min(from, line.length()), Math.min(to, line.length())));
            from = to;
        }
        return cells;
    }

    private int wrongCharacters() {
        return (int) line.chars().filter(c -> c == DecodedText.NO_CHARACTER).count();
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
