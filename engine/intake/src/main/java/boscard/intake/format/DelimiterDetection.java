package boscard.intake.format;

import java.io.BufferedReader;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which character stands between the cells: the one that the first line declares ({@code sep=;}), or the one that
 * occurs equally often in the most of the first lines, so that neither a title line nor decimal commas mislead.
 *
 * @param declaredOnFirstLine whether the first line is such a declaration and no row
 */
record DelimiterDetection(char delimiter, boolean declaredOnFirstLine) {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int LINES = 20;
    private static final int CHARACTERS = 1 << 16;

    static DelimiterDetection of(Reader text) throws IOException {
        List<String> lines = firstLines(text);
        if (!lines.isEmpty()) {
            String first = lines.get(0);
            if (first.length() == 5 && first.toLowerCase(Locale.ROOT).startsWith("sep=")) {
                return new DelimiterDetection(first.charAt(4), true);
            }
        }
        char best = CANDIDATES[0];
        int linesOfBest = 0;
        int countOfBest = 0;
        for (char candidate : CANDIDATES) {
            int[] counts = lines.stream()
                    .mapToInt(line -> occurrences(candidate, line))
                    .filter(count -> count > 0)
                    .toArray();
            for (int count : counts) {
                int agreeing = 0;
                for (int other : counts) {
                    agreeing += other == count ? 1 : 0;
                }
                if (agreeing > linesOfBest || agreeing == linesOfBest && count > countOfBest) {
                    best = candidate;
                    linesOfBest = agreeing;
                    countOfBest = count;
                }
            }
        }
        return new DelimiterDetection(best, false);
    }

    private static List<String> firstLines(Reader text) throws IOException {
        char[] head = new char[CHARACTERS];
        int length = 0;
        int read;
        while (length < head.length && (read = text.read(head, length, head.length - length)) > 0) {
            length += read;
        }
        var reader = new BufferedReader(new CharArrayReader(head, 0, length));
        var lines = new ArrayList<String>();
        String line;
        while (lines.size() < LINES && (line = reader.readLine()) != null) {
            if (!line.isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Outside quotes. */
    private static int occurrences(char candidate, String line) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == candidate && !quoted) {
                count++;
            }
        }
        return count;
    }
}
