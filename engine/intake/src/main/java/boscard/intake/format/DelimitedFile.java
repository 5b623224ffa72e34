package boscard.intake.format;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.LineRef;
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
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated text and its relatives. A row whose quote never closes is given as a broken row, and reading goes on
 * with the line below it. Addresses are lines: a record that spans several is addressed by its first.
 */
public final class DelimitedFile implements LineSource {

    private static final int LONGEST_ROW = 1 << 20; // characters; bounds what an unclosed quote can swallow
    private static final int MOST_CELLS = 1 << 17; // of a row
    private static final long WORTH_A_THREAD = 1 << 20;
    private static final int RESTARTS = 100;
    private static final String QUOTE_ADVICE = "the quote is not meant, or one is missing at the end of the value.";

    private final Path path;
    private final String file;
    private final DelimitedLayout layout;
    private final char delimiter;
    private RowBatch batch = new RowBatch(); // the rows that are being given
    private int next; // row of the batch
    private final DelimitedRow row = new DelimitedRow(batch);
    private final CellsOfBatch cells = new CellsOfBatch(batch);
    private @Nullable BatchesAhead ahead;
    private boolean isOfAhead;
    private @Nullable IOException failure;
    private CsvReader<RowBatch> reader;
    private CloseableIterator<RowBatch> rows;
    private DecodedText text;
    private int restarts;
    private int linesBefore;
    private boolean givenUp;

    private DelimitedFile(Path path, String file, DelimitedLayout layout) throws IOException {
        this.path = path;
        this.file = file;
        this.layout = layout;
        try (DecodedText head = TextEncoding.open(path, layout.encoding())) {
            DelimiterDetection detected = DelimiterDetection.of(head);
            this.delimiter = layout.delimiter() != null ? layout.delimiter() : detected.delimiter();
            this.linesBefore = detected.declaredOnFirstLine() ? 1 : 0;
        }
        this.text = TextEncoding.open(path, layout.encoding());
        this.reader = open(text);
        this.rows = reader.iterator();
    }

    /** @param file as the user named it */
    public static DelimitedFile open(Path path, String file, DelimitedLayout layout) throws IOException {
        var delimited = new DelimitedFile(path, file, layout);
        if (Files.size(path) >= WORTH_A_THREAD && Runtime.getRuntime().availableProcessors() > 1) {
            delimited.ahead = new BatchesAhead("read " + file, delimited::fill);
        }
        return delimited;
    }

    private CsvReader<RowBatch> open(DecodedText text) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(false)
                .maxBufferSize(LONGEST_ROW)
                .build(cells, below(linesBefore, text));
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
        while (next == batch.rows()) {
            if (batch.isLast()) {
                if (ahead != null) {
                    ahead.throwIfFailed();
                }
                if (failure != null) {
                    throw failure;
                }
                return null;
            }
            nextBatch();
            next = 0;
        }
        row.moveTo(batch, next++);
        return row;
    }

    private void nextBatch() throws IOException {
        if (ahead != null) {
            batch = ahead.take(isOfAhead ? batch : null);
            isOfAhead = true;
        } else {
            batch.clear();
            try {
                fill(batch);
            } catch (IOException unreadable) { // to be thrown behind the rows before it
                failure = unreadable;
                batch.end();
            }
        }
    }

    private void fill(RowBatch empty) throws IOException {
        cells.batch = empty;
        while (!empty.isFull() && !empty.isLast()) {
            try {
                if (givenUp || !rows.hasNext()) {
                    empty.end();
                    return;
                }
                rows.next();
                if (cells.tooMany) {
                    empty.endBroken(tooLarge("the row has more than " + MOST_CELLS + " cells"));
                    continue;
                }
                Problem broken = !text.hasInvalidBytes()
                        ? null
                        : text.invalidBytes(empty.count(DecodedText.NO_CHARACTER), LineRef.of(file, cells.line));
                if (broken == null) {
                    empty.endRow();
                } else {
                    empty.endMarked(broken);
                }
            } catch (CsvParseException unparsable) {
                if (unparsable.getCause() != null) {
                    throw new IOException(unparsable.getMessage(), unparsable);
                }
                boolean tooLong = String.valueOf(unparsable.getMessage()).contains("size of");
                empty.endBroken(unclosed(
                        tooLong
                                ? "a value begins on this line that has more than " + LONGEST_ROW
                                        + " characters: a quote does not close, or line ends are missing"
                                : "a quote opens on this line and does not close properly"));
            } catch (UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
        }
    }

    private Problem tooLarge(String message) {
        return Problem.of(
                ProblemCode.FILE_TOO_LARGE, LineRef.of(file, cells.line), message, "its line ends are missing.");
    }

    /** What is wrong with the row with the open quote; reading starts anew on the line below it. */
    private Problem unclosed(String message) throws IOException {
        int line = cells.line;
        reader.close();
        if (++restarts > RESTARTS) {
            givenUp = true;
            return Problem.of(
                    ProblemCode.QUOTE_UNCLOSED,
                    LineRef.of(file, line),
                    "quotes do not close on more than " + RESTARTS + " lines; the file is not read beyond this line",
                    "the file uses another quote character, or none.");
        }
        linesBefore = line;
        text = TextEncoding.open(path, layout.encoding());
        reader = open(text);
        rows = reader.iterator();
        return Problem.of(ProblemCode.QUOTE_UNCLOSED, LineRef.of(file, line), message, QUOTE_ADVICE);
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (ahead != null) {
            ahead.close();
        }
        reader.close();
    }

    /** Puts the cells that FastCSV finds into the batch that is being filled. */
    private final class CellsOfBatch extends AbstractBaseCsvCallbackHandler<RowBatch> {

        private RowBatch batch;
        private int line;
        private boolean tooMany;

        CellsOfBatch(RowBatch batch) {
            this.batch = batch;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = (int) startingLineNumber + linesBefore;
            tooMany = false;
            batch.begin(line);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index < MOST_CELLS) {
                batch.add(buffer, offset, length);
            } else {
                tooMany = true;
            }
        }

        @Override
        protected RowBatch buildRecord() {
            return batch;
        }
    }
}
