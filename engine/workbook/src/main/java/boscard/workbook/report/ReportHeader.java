package boscard.workbook.report;

import boscard.fact.KpiCatalogue;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about its run, and where its links lead.
 *
 * @param run id of the run
 * @param asOf the day on which the facts are judged
 * @param rulebookDigest SHA-256 of the rulebook, in hexadecimal
 * @param facts where the facts came from, in words: {@code samples/01-first}
 * @param rulebookFolder path of the rulebook's folder as seen from the report's folder, with {@code /}; empty for the
 *     same folder; null writes the addresses of rules without links
 * @param factsFolder path, as seen from the report's folder, of the folder that relative file names of facts start
 *     from; empty for the same folder; null writes the addresses of facts without links
 * @param catalogue names and units of the KPIs, and the perspectives in the order in which they are shown
 * @param engineVersion of boscard
 */
public record ReportHeader(
        String run,
        LocalDate asOf,
        String rulebookDigest,
        String facts,
        @Nullable String rulebookFolder,
        @Nullable String factsFolder,
        KpiCatalogue catalogue,
        String engineVersion) {

    /**
     * The path of a folder as seen from a report, for {@link #rulebookFolder()} and {@link #factsFolder()}.
     *
     * @param report the report's file; need not exist
     * @return with {@code /}; null when no relative path leads there, such as between two drives
     */
    public static @Nullable String pathFrom(Path report, Path folder) {
        Path from = report.toAbsolutePath().normalize().getParent();
        Path to = folder.toAbsolutePath().normalize();
        if (from == null || !to.getRoot().equals(from.getRoot())) {
            return null;
        }
        return from.relativize(to).toString().replace('\\', '/');
    }
}
