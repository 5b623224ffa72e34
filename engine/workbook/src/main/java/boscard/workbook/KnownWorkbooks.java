package boscard.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workbooks that a process has read, so that it reads again only what was saved since. A workbook is the same when
 * its bytes have the same SHA-256, whatever its time stamp says. Safe for any thread.
 */
public final class KnownWorkbooks {

    private static final long MOST_BYTES = 64L << 20; // a larger one is read each time rather than kept

    private final boolean remembers;
    private final Map<Path, Known> byFile = new ConcurrentHashMap<>();

    private record Known(byte[] digest, OpenedWorkbook workbook) {}

    /** Nothing is known yet. */
    public KnownWorkbooks() {
        this(true);
    }

    private KnownWorkbooks(boolean remembers) {
        this.remembers = remembers;
    }

    /** For a process that reads each workbook once. */
    static KnownWorkbooks none() {
        return new KnownWorkbooks(false);
    }

    /**
     * The content of a workbook.
     *
     * @throws InvalidWorkbook when it cannot be opened
     */
    OpenedWorkbook open(Path file, String name, boolean withTests) {
        byte[] digest = remembers && !withTests ? digest(file) : new byte[0];
        if (digest.length == 0) {
            return OpenedWorkbook.read(file, name, withTests);
        }
        Known known = byFile.get(file);
        if (known == null || !Arrays.equals(known.digest(), digest)) {
            byFile.remove(file);
            known = new Known(digest, OpenedWorkbook.read(file, name, false));
            if (known.workbook().isWhole() && Arrays.equals(digest, digest(file))) { // else it was being saved
                byFile.put(file, known);
            }
        }
        return known.workbook();
    }

    /** Empty when the file is large or cannot be read; reading it then says why. */
    private static byte[] digest(Path file) {
        try {
            return Files.size(file) > MOST_BYTES
                    ? new byte[0]
                    : MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return new byte[0];
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
