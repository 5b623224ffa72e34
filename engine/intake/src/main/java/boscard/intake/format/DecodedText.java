package boscard.intake.format;

import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.source.LineRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text. A byte that is no character of the encoding becomes {@link #NO_CHARACTER} and its place is kept, so
 * that a wrong encoding costs the rows it touches and not the file. Not thread-safe.
 */
final class DecodedText extends Reader {

    /** Stands for bytes that are no character. */
    static final char NO_CHARACTER = '\ufffd';

    private static final int BUFFER = 1 << 16;
    private static final int PLACES_KEPT = 100_000;

    /** @param offset of the byte in the file, from 0 */
    private record InvalidByte(long offset, int value) {}

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private final Queue<InvalidByte> invalid = new ArrayDeque<>();
    private long offsetOfBuffer;
    private boolean ended;

    /**
     * @param bytes after the byte order mark, if there was one
     * @param offset of the first of these bytes in the file
     */
    DecodedText(InputStream bytes, long offset, Charset encoding) {
        this.bytes = bytes;
        this.offsetOfBuffer = offset;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Whether there are bytes that were no characters and that nobody was told of; without, a row need not be searched.
     */
    boolean hasInvalidBytes() {
        return !invalid.isEmpty();
    }

    /**
     * What is wrong with a row that holds bytes that were no characters: the first of them; null when it holds none.
     *
     * @param count how many times the row has {@link #NO_CHARACTER}; the places of so many bytes are taken out, so rows
     *     are asked about in their order
     */
    @Nullable
    Problem invalidBytes(int count, LineRef at) {
        InvalidByte first = null;
        for (int left = count; left > 0; left--) {
            InvalidByte polled = invalid.poll();
            first = first == null ? polled : first;
        }
        return first == null
                ? null
                : Problem.of(
                        ProblemCode.ENCODING_INVALID,
                        at,
                        "byte 0x" + Integer.toHexString(first.value()).toUpperCase(Locale.ROOT) + " at offset "
                                + first.offset() + " is no character of "
                                + decoder.charset().name(),
                        "declare `encoding: windows-1252` in a mapping, or save the file as UTF-8.");
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer text = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(buffer, text, ended);
            if (result.isError()) {
                replace(result.length(), text);
            } else if (result.isOverflow()) {
                break;
            } else if (ended) {
                break;
            } else if (text.position() > offset) {
                break; // hand over what there is before waiting for more
            } else {
                fill();
            }
        }
        return text.position() == offset ? -1 : text.position() - offset;
    }

    private void replace(int length, CharBuffer text) {
        if (invalid.size() < PLACES_KEPT) {
            invalid.add(new InvalidByte(
                    offsetOfBuffer + buffer.position(), Byte.toUnsignedInt(buffer.get(buffer.position()))));
        }
        buffer.position(buffer.position() + length);
        text.put(NO_CHARACTER); // there is room: the decoder reports overflow before it looks at the next byte
    }

    private void fill() throws IOException {
        offsetOfBuffer += buffer.position();
        buffer.compact();
        int count = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
        if (count < 0) {
            ended = true;
        } else {
            buffer.position(buffer.position() + count);
        }
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
