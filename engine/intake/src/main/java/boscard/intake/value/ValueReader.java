package boscard.intake.value;

import org.jspecify.annotations.Nullable;

/**
 * Reads one type of value. Gives null after it has made a remark that is an error, never otherwise. Implementations are
 * used by one thread, since they may remember what they have read.
 */
public interface ValueReader {

    /**
     * @param text without outer spaces, not empty
     * @return of the Java type of the field
     */
    @Nullable
    Object read(String text, Remarks remarks);

    /** Reads a value whose type the file knows; as text unless the reader can do better. */
    default @Nullable Object readTyped(RawValue value, Remarks remarks) {
        return read(value.text(), remarks);
    }
}
