package boscard.benchmarks.peer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a programmer would write by hand for this one table: maps and ifs. The practical limit. */
public final class PlainJava implements Peer {

    private record Row(
            int position,
            @Nullable BigDecimal from,
            @Nullable BigDecimal below,
            String status) {

        boolean fits(BigDecimal attainment) {
            return (from == null || attainment.compareTo(from) >= 0)
                    && (below == null || attainment.compareTo(below) < 0);
        }
    }

    public static void main(String[] arguments) throws Exception {
        PeerProcess.run(new PlainJava(), arguments);
    }

    /** Columns of the table: scorecard, KPI, from, below, status; empty is any. */
    @Override
    public Judge load(Path table) throws IOException {
        var byScorecard = new HashMap<String, Map<String, List<Row>>>();
        int position = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(table)) {
            for (CsvRecord line : records) {
                byScorecard
                        .computeIfAbsent(line.getField(0), key -> new HashMap<>())
                        .computeIfAbsent(line.getField(1), key -> new ArrayList<>())
                        .add(new Row(position++, number(line.getField(2)), number(line.getField(3)), line.getField(4)));
            }
        }
        Map<String, List<Row>> any = byScorecard.getOrDefault("", Map.of());
        return facts -> {
            var statuses = new ArrayList<String>(facts.size());
            for (PreparedFact fact : facts) {
                Map<String, List<Row>> own = byScorecard.getOrDefault(fact.scorecard(), Map.of());
                Row best = first(own.get(fact.kpi()), fact, null);
                best = first(own.get(""), fact, best);
                best = first(any.get(fact.kpi()), fact, best);
                best = first(any.get(""), fact, best);
                statuses.add(best == null ? "" : best.status());
            }
            return statuses;
        };
    }

    private static @Nullable Row first(@Nullable List<Row> rows, PreparedFact fact, @Nullable Row best) {
        if (rows != null) {
            for (Row row : rows) {
                if (best != null && best.position() < row.position()) {
                    return best;
                } else if (row.fits(fact.attainment())) {
                    return row;
                }
            }
        }
        return best;
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
