package boscard.ledger;

import boscard.ledger.RunManifest.StoredFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of a run's tables while they are written. Memory does not grow with the run. Threads may write different
 * tables at once.
 */
final class RunFiles implements Closeable {

    private final Path folder;
    private final Map<String, TableFile> open = new ConcurrentHashMap<>();
    private final Map<String, StoredFile> stored = new ConcurrentHashMap<>();

    RunFiles(Path folder) {
        this.folder = folder;
    }

    /** Rows of one table; its file is there from then on, also without rows. */
    void append(RowBuffer rows) throws IOException {
        TableFile file = open.get(rows.table().name());
        if (file == null) {
            file = new TableFile(rows.table(), folder);
            open.put(rows.table().name(), file);
        }
        file.append(rows);
    }

    /** Ends the file of a table to which nothing comes any more. */
    void finish(RunTable table) throws IOException {
        TableFile begun = open.remove(table.name());
        try (TableFile file = begun == null ? new TableFile(table, folder) : begun) {
            stored.put(table.fileName(), file.finish());
        }
    }

    /** The files that are ended, by name. */
    Map<String, StoredFile> stored() {
        return stored;
    }

    /** Lets go of files that were not ended. */
    @Override
    public void close() throws IOException {
        for (TableFile file : open.values()) {
            file.close();
        }
        open.clear();
    }
}
