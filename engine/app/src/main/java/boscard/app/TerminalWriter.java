package boscard.app;

import boscard.problem.ControlCharacters;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * All that boscard prints passes through here, so that no cell and no fact can steer the terminal of whoever reads it:
 * clear the screen, set a title, turn the direction of a line. Such a character is printed as JSON writes it, a
 * backslash, u and its number; thus what is printed as JSON says the same as before. Line breaks and tabs stay. Not
 * thread-safe beyond what {@link Writer} is.
 */
final class TerminalWriter extends FilterWriter {

    private final boolean returns;

    /** Whether a carriage return was written last: it stays only when a line feed follows, maybe in the next call. */
    private boolean returned;

    private TerminalWriter(Writer out, boolean returns) {
        super(out);
        this.returns = returns;
    }

    static Writer over(Writer out) {
        return new TerminalWriter(out, false);
    }

    /** Lets a carriage return through as well: {@link Progress} writes over its own line. */
    static Writer withProgress(Writer out) {
        return new TerminalWriter(out, true);
    }

    @Override
    public void write(int c) throws IOException {
        write(new char[] {(char) c}, 0, 1);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.toCharArray(), from, length);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        int written = from;
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            if (returned || !isHarmless(c)) {
                out.write(text, written, i - written);
                written = i + 1;
                one(c);
            }
        }
        out.write(text, written, from + length - written);
    }

    @Override
    public void close() throws IOException {
        endReturn();
        super.close();
    }

    private boolean isHarmless(char c) {
        return c == '\n' || c == '\t' || (c == '\r' && returns) || !ControlCharacters.contain(c);
    }

    private void one(char c) throws IOException {
        if (returned && c == '\n') {
            returned = false;
            out.write("\r\n");
            return;
        }
        endReturn();
        if (c == '\r' && !returns) {
            returned = true;
        } else if (isHarmless(c)) {
            out.write(c);
        } else {
            out.write(String.format("\\u%04x", (int) c));
        }
    }

    private void endReturn() throws IOException {
        if (returned) {
            returned = false;
            out.write("\\u000d");
        }
    }
}
