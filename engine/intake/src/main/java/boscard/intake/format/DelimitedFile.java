package boscard.intake.format;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.LineRef;
import boscard.source.Origin;
import boscard.source.SourceRef;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated text and its relatives. A row whose quote never closes is given as a broken row, and reading goes on
 * with the line below it. Addresses are lines: a record that spans several is addressed by its first.
 */
public final class DelimitedFile implements RowSource {

    private static final int LONGEST_ROW = 1 << 20; // characters; bounds what an unclosed quote can swallow
    private static final long WORTH_A_THREAD = 1 << 20;
    private static final int RESTARTS = 100;
    private static final String QUOTE_ADVICE = "the quote is not meant, or one is missing at the end of the value.";

    private final Path path;
    private final String file;
    private final DelimitedLayout layout;
    private final char delimiter;
    private final Row own = new Row();
    private final RowBuilder builder = new RowBuilder(own);
    private @Nullable RowsAhead<Row> ahead;
    private CsvReader<Row> reader;
    private CloseableIterator<Row> rows;
    private Queue<DecodedText.InvalidByte> invalid;
    private int restarts;
    private int linesBefore;
    private boolean ended;

    private DelimitedFile(Path path, String file, DelimitedLayout layout) throws IOException {
        this.path = path;
        this.file = file;
        this.layout = layout;
        try (DecodedText head = TextEncoding.open(path, layout.encoding())) {
            DelimiterDetection detected = DelimiterDetection.of(head);
            this.delimiter = layout.delimiter() != null ? layout.delimiter() : detected.delimiter();
            this.linesBefore = detected.declaredOnFirstLine() ? 1 : 0;
        }
        DecodedText text = TextEncoding.open(path, layout.encoding());
        this.invalid = text.invalid();
        this.reader = open(text);
        this.rows = reader.iterator();
    }

    /** @param file as the user named it */
    public static DelimitedFile open(Path path, String file, DelimitedLayout layout) throws IOException {
        var delimited = new DelimitedFile(path, file, layout);
        if (Files.size(path) >= WORTH_A_THREAD && Runtime.getRuntime().availableProcessors() > 1) {
            delimited.ahead = new RowsAhead<>("read " + file, delimited::fill, Row::new);
        }
        return delimited;
    }

    private CsvReader<Row> open(DecodedText text) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(false)
                .maxBufferSize(LONGEST_ROW)
                .build(builder, below(linesBefore, text));
    }

    /** The text below the first lines, whatever their line ends are. */
    private static Reader below(int lines, DecodedText text) throws IOException {
        if (lines == 0) {
            return text;
        }
        var rest = new BufferedReader(text);
        for (int skipped = 0; skipped < lines; skipped++) {
            skipLine(rest);
        }
        return rest;
    }

    /** Past the next line end, without holding the line, which may be as long as the file. */
    private static void skipLine(BufferedReader text) throws IOException {
        int c;
        while ((c = text.read()) >= 0) {
            if (c == '\n') {
                return;
            }
            if (c == '\r') {
                text.mark(1);
                if (text.read() != '\n') {
                    text.reset();
                }
                return;
            }
        }
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        RowsAhead<Row> reading = ahead;
        if (reading != null) {
            return reading.take();
        }
        return fill(own) ? own : null;
    }

    private boolean fill(Row row) throws IOException {
        if (ended) {
            return false;
        }
        row.broken = null;
        builder.row = row;
        try {
            if (!rows.hasNext()) {
                ended = true;
                return false;
            }
            Row read = rows.next();
            read.number += linesBefore;
            if (!invalid.isEmpty()) {
                markInvalidBytes(read);
            }
            return true;
        } catch (CsvParseException unparsable) {
            if (unparsable.getCause() != null) {
                throw new IOException(unparsable.getMessage(), unparsable);
            }
            unclosed(row);
            return true;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** The row with the open quote, and a new start on the line below it. */
    private void unclosed(Row row) throws IOException {
        int line = row.number + linesBefore;
        row.number = line;
        row.size = 0;
        row.broken = Problem.of(
                ProblemCode.QUOTE_UNCLOSED,
                LineRef.of(file, line),
                "a quote opens on this line and does not close properly",
                QUOTE_ADVICE);
        reader.close();
        if (++restarts > RESTARTS) {
            ended = true;
            row.broken = Problem.of(
                    ProblemCode.QUOTE_UNCLOSED,
                    LineRef.of(file, line),
                    "quotes do not close on more than " + RESTARTS + " lines; the file is not read beyond this line",
                    "the file uses another quote character, or none.");
        } else {
            linesBefore = line;
            DecodedText text = TextEncoding.open(path, layout.encoding());
            invalid = text.invalid();
            reader = open(text);
            rows = reader.iterator();
        }
    }

    private void markInvalidBytes(Row read) {
        DecodedText.InvalidByte first = null;
        for (int i = 0; i < read.size; i++) {
            String field = read.fields[i];
            int at = field.indexOf(DecodedText.NO_CHARACTER);
            while (at >= 0) {
                DecodedText.InvalidByte next = invalid.poll();
                first = first == null ? next : first;
                at = field.indexOf(DecodedText.NO_CHARACTER, at + 1);
            }
        }
        if (first != null) {
            String encoding =
                    layout.encoding() == null ? "UTF-8" : layout.encoding().name();
            read.broken = Problem.of(
                    ProblemCode.ENCODING_INVALID,
                    LineRef.of(file, read.number),
                    "byte 0x" + Integer.toHexString(first.value()).toUpperCase(Locale.ROOT) + " at offset "
                            + first.offset() + " is no character of " + encoding,
                    "declare `encoding: windows-1252` in a mapping, or save the file as UTF-8.");
        }
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
    public SourceRef at(int number, int position, String heading) {
        return new LineRef(file, number, position, heading);
    }

    @Override
    public boolean hasOriginsByNumber() {
        return true;
    }

    @Override
    public Origin origin(int number, Map<String, Origin.Column> columns) {
        return new Origin.Line(file, number, columns);
    }

    @Override
    public void close() throws IOException {
        if (ahead != null) {
            ahead.close();
        }
        reader.close();
    }

    /** One row, used again for each. */
    private static final class Row implements RawRow {

        private int number;
        private int size;
        private String[] fields = new String[16];
        private @Nullable Problem broken;

        @Override
        public int number() {
            return number;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public String text(int index) {
            return index < size ? fields[index] : "";
        }

        @Override
        public @Nullable Problem broken() {
            return broken;
        }

        @Override
        public boolean hasFixedWidth() {
            return true;
        }
    }

    private static final class RowBuilder extends AbstractBaseCsvCallbackHandler<Row> {

        private Row row;
        private RepeatedTexts[] repeated = new RepeatedTexts[0];

        RowBuilder(Row row) {
            this.row = row;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.number = (int) startingLineNumber;
            row.size = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index == row.fields.length) {
                row.fields = Arrays.copyOf(row.fields, index * 2);
            }
            if (index >= repeated.length) {
                int known = repeated.length;
                repeated = Arrays.copyOf(repeated, index + 16);
                for (int i = known; i < repeated.length; i++) {
                    repeated[i] = new RepeatedTexts();
                }
            }
            row.fields[index] = length == 0 ? "" : repeated[index].of(buffer, offset, length);
            row.size = index + 1;
        }

        @Override
        protected Row buildRecord() {
            return row;
        }
    }
}
