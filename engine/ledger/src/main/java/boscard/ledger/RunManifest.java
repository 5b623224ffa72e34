package boscard.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run says of itself: the content of its {@code manifest.json}. Only {@code begun}, {@code finished} and
 * {@code id} come from the clock.
 *
 * @param schema version of the layout of the run's folder
 * @param id name of the run's folder
 * @param rulebookDigest SHA-256 of the rulebook, as it was loaded
 * @param factsDigest SHA-256 over the accepted facts, wherever they stood
 * @param resultsDigest SHA-256 over all conclusions; equal for equal rulebook, facts, settings and as-of date
 * @param accounts per input, in the order they were read
 * @param files every file of the run except the manifest, by path within the run
 */
public record RunManifest(
        int schema,
        String id,
        String engineVersion,
        LocalDate asOf,
        String rulebookDigest,
        String factsDigest,
        String resultsDigest,
        Instant begun,
        Instant finished,
        List<String> inputs,
        Map<String, String> settings,
        List<RowAccount> accounts,
        Map<String, StoredFile> files) {

    /** The layout that this version writes. */
    public static final int SCHEMA = 3;

    public RunManifest {
        inputs = List.copyOf(inputs);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        accounts = List.copyOf(accounts);
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /**
     * A file of a run.
     *
     * @param rows of a Parquet file; 0 for a file of the rulebook
     * @param bytes its length
     * @param sha256 of its bytes, in hexadecimal
     */
    public record StoredFile(long rows, long bytes, String sha256) {}

    /** How many rows a table has: {@code rows("findings")}. */
    public long rows(String table) {
        StoredFile file = files.get(table + ".parquet");
        return file == null ? 0 : file.rows();
    }

    RunManifest named(String otherId) {
        return new RunManifest(
                schema,
                otherId,
                engineVersion,
                asOf,
                rulebookDigest,
                factsDigest,
                resultsDigest,
                begun,
                finished,
                inputs,
                settings,
                accounts,
                files);
    }
}
