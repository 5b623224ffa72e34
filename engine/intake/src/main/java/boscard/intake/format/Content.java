package boscard.intake.format;

import boscard.intake.value.Spaces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file holds, by its first bytes; the name of a file can be wrong. */
public enum Content {
    /** No bytes, or nothing but a byte order mark and white space. */
    EMPTY,
    /** A zip file: an .xlsx, unless it turns out otherwise. */
    ZIP,
    /** The container of an old .xls, and of an .xlsx with a password. */
    COMPOUND,
    HTML,
    /** Compressed by gzip. */
    GZIP,
    /** Compressed by Zstandard. */
    ZSTANDARD,
    /** Compressed by bzip2, xz or 7-Zip, or packed by RAR. */
    OTHER_ARCHIVE,
    PARQUET,
    /** Begins with a bracket or a brace. */
    JSON,
    /** Stands in for a file that was never fetched. */
    LFS_POINTER,
    TEXT,
    /** Zero bytes without a byte order mark that would explain them. */
    BINARY;

    private static final int HEAD = 4096;
    private static final byte[] ZIP_START = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP_START = {'P', 'K', 5, 6};
    private static final byte[] GZIP_START = {0x1F, (byte) 0x8B};
    private static final byte[] ZSTANDARD_START = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
    private static final List<byte[]> STARTS_OF_OTHER_ARCHIVES = List.of(
            new byte[] {'B', 'Z', 'h'},
            new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0},
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF},
            new byte[] {'R', 'a', 'r', '!'});
    private static final int BZIP2_HEADER = 4; // BZh and the level
    private static final byte[] BZIP2_BLOCK = {0x31, 0x41, 0x59, 0x26};
    private static final byte[] PARQUET_START = {'P', 'A', 'R', '1'};
    private static final byte[] COMPOUND_START = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    public static Content of(Path file) throws IOException {
        byte[] head;
        try (InputStream bytes = Files.newInputStream(file)) {
            head = bytes.readNBytes(HEAD);
        }
        if (startsWith(head, ZIP_START) || startsWith(head, EMPTY_ZIP_START)) {
            return ZIP;
        }
        if (startsWith(head, COMPOUND_START)) {
            return COMPOUND;
        }
        if (startsWith(head, GZIP_START)) {
            return GZIP;
        }
        if (startsWith(head, ZSTANDARD_START)) {
            return ZSTANDARD;
        }
        if (isOtherArchive(head)) {
            return OTHER_ARCHIVE;
        }
        if (startsWith(head, PARQUET_START)) {
            return PARQUET;
        }
        boolean wide = startsWith(head, new byte[] {(byte) 0xFF, (byte) 0xFE})
                || startsWith(head, new byte[] {(byte) 0xFE, (byte) 0xFF});
        if (!wide && contains(head, (byte) 0)) {
            return BINARY;
        }
        String text = new String(head, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        String start = Spaces.strip(text);
        if (start.isEmpty()) {
            return head.length < HEAD ? EMPTY : TEXT;
        }
        if (start.startsWith("version https://git-lfs")) {
            return LFS_POINTER;
        }
        String lower = start.substring(0, Math.min(start.length(), 200)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<table")) {
            return HTML;
        }
        return start.charAt(0) == '{' || start.charAt(0) == '[' ? JSON : TEXT;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean isOtherArchive(byte[] head) {
        return STARTS_OF_OTHER_ARCHIVES.stream().anyMatch(start -> startsWith(head, start))
                && (head[0] != 'B' || startsWith(Arrays.copyOfRange(head, BZIP2_HEADER, head.length), BZIP2_BLOCK));
    }

    private static boolean contains(byte[] bytes, byte searched) {
        for (byte b : bytes) {
            if (b == searched) {
                return true;
            }
        }
        return false;
    }
}
