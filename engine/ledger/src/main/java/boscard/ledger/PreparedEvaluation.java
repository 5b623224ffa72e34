package boscard.ledger;

import boscard.evaluation.ScorecardEvaluation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one evaluation with their digest, as bytes that {@link RunWriter#add(PreparedEvaluation)} only has to
 * append: most of the work of storing, done by the worker that evaluated. Immutable; safe for any thread.
 */
public final class PreparedEvaluation {

    private final List<RowBlock> blocks;

    private PreparedEvaluation(List<RowBlock> blocks) {
        this.blocks = blocks;
    }

    /** Makes the rows of an evaluation. Threads may do this at once; how they share the work changes no byte. */
    public static PreparedEvaluation of(ScorecardEvaluation evaluation) {
        var rows = new InMemory();
        try {
            new EvaluationRows(rows).add(evaluation);
            return new PreparedEvaluation(rows.blocks());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written to a file", impossible);
        }
    }

    List<RowBlock> blocks() {
        return blocks;
    }

    /**
     * Some rows of one table.
     *
     * @param json a line per row, each ended
     * @param longestRow length of the longest row in bytes
     */
    record RowBlock(RunTable table, ByteArrayOutputStream json, long rows, long longestRow) {}

    private static final class InMemory implements Tables {

        private final CanonicalDigest digest = new CanonicalDigest();
        private final AddressJson addresses = new AddressJson();
        private final Map<RunTable, RowWriter> writers = new LinkedHashMap<>();
        private final Map<RunTable, ByteArrayOutputStream> bytes = new LinkedHashMap<>();

        @Override
        public RowWriter table(RunTable table) {
            RowWriter writer = writers.get(table);
            if (writer == null) {
                var json = new ByteArrayOutputStream();
                writer = RowWriter.buffered(table, json, digest, addresses);
                writers.put(table, writer);
                bytes.put(table, json);
            }
            return writer;
        }

        @Override
        public CanonicalDigest resultsDigest() {
            return digest;
        }

        List<RowBlock> blocks() throws IOException {
            var blocks = new ArrayList<RowBlock>();
            for (Map.Entry<RunTable, ByteArrayOutputStream> one : bytes.entrySet()) {
                RowWriter writer = table(one.getKey());
                writer.close();
                blocks.add(new RowBlock(one.getKey(), one.getValue(), writer.rows(), writer.longestRow()));
            }
            return List.copyOf(blocks);
        }
    }
}
