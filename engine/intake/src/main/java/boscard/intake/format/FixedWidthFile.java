package boscard.intake.format;

import boscard.intake.value.Spaces;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.LineRef;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Text whose columns stand below each other, aligned by spaces, with so many characters each. What stands behind the
 * last of them is one more cell, so that nothing is lost. Read once, from top to bottom, by one thread.
 */
public final class FixedWidthFile implements RowSource {

    private static final int LONGEST_LINE = 1 << 20;

    private final String file;
    private final List<Integer> widths;
    private final String encoding;
    private final DecodedText text;
    private final BufferedReader lines;
    private final StringBuilder line = new StringBuilder();
    private int number;

    private FixedWidthFile(Path path, String file, List<Integer> widths, @Nullable Charset encoding)
            throws IOException {
        this.file = file;
        this.widths = widths;
        this.encoding = encoding == null ? "UTF-8" : encoding.name();
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
        Problem invalid = invalidByte();
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
        int end = widths.stream().mapToInt(Integer::intValue).sum();
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

    private @Nullable Problem invalidByte() {
        DecodedText.InvalidByte first = null;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == DecodedText.NO_CHARACTER) {
                DecodedText.InvalidByte polled = text.invalid().poll();
                first = first == null ? polled : first;
            }
        }
        return first == null
                ? null
                : Problem.of(
                        ProblemCode.ENCODING_INVALID,
                        LineRef.of(file, number),
                        "byte 0x" + Integer.toHexString(first.value()).toUpperCase(Locale.ROOT) + " at offset "
                                + first.offset() + " is no character of " + encoding,
                        "declare `encoding: windows-1252` in a mapping, or save the file as UTF-8.");
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public String table() {
        return "";
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public SourceRef at(int row, int position, String heading) {
        return new LineRef(file, row, position, heading);
    }

    @Override
    public boolean hasOriginsByNumber() {
        return true;
    }

    @Override
    public Origin origin(int row, Map<String, Origin.Column> columns) {
        return new Origin.Line(file, row, columns);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
