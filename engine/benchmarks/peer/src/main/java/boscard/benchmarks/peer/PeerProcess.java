package boscard.benchmarks.peer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Runs one peer as a whole process: table in, facts in, a line per fact out. On standard output it says how long what
 * took, for the harness to read; the clock of the whole process is the harness's.
 */
public final class PeerProcess {

    /** Facts are read, judged and written in portions, so that memory does not depend on their number. */
    private static final int PORTION = 10_000;

    private PeerProcess() {}

    /**
     * Runs.
     *
     * @param arguments table, facts, answers; optionally how many facts are read at most
     */
    public static void run(Peer peer, String[] arguments) throws Exception {
        long start = System.nanoTime();
        Judge judge = peer.load(Path.of(arguments[0]));
        long ready = System.nanoTime();
        long most = arguments.length > 3 ? Long.parseLong(arguments[3]) : Long.MAX_VALUE;
        long judging = 0;
        long facts = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(Path.of(arguments[1]));
                BufferedWriter answers = Files.newBufferedWriter(Path.of(arguments[2]))) {
            Iterator<CsvRecord> lines = records.iterator();
            lines.next(); // the header
            var portion = new ArrayList<PreparedFact>(PORTION);
            while (lines.hasNext() && facts < most) {
                portion.clear();
                while (lines.hasNext() && portion.size() < PORTION && facts + portion.size() < most) {
                    portion.add(fact(lines.next()));
                }
                long before = System.nanoTime();
                List<String> statuses = judge.judge(portion);
                judging += System.nanoTime() - before;
                write(portion, statuses, answers);
                facts += portion.size();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "facts=%d ready_ms=%d judging_ms=%d%n",
                facts,
                (ready - start) / 1_000_000,
                judging / 1_000_000);
    }

    private static PreparedFact fact(CsvRecord line) {
        return new PreparedFact(line.getField(0), line.getField(1), line.getField(2), new BigDecimal(line.getField(3)));
    }

    private static void write(List<PreparedFact> facts, List<String> statuses, BufferedWriter answers)
            throws IOException {
        for (int i = 0; i < facts.size(); i++) {
            PreparedFact fact = facts.get(i);
            answers.write(fact.scorecard());
            answers.write(',');
            answers.write(fact.kpi());
            answers.write(',');
            answers.write(fact.period());
            answers.write(',');
            answers.write(statuses.get(i));
            answers.write('\n');
        }
    }
}
