package boscard.intake.mapping;

import java.util.List;
import java.util.Optional;

/**
 * How foreign files are read. The first entry that fits a table is used. Immutable; safe for any thread.
 *
 * @param files in the order of the mapping file
 * @param file the mapping file, as the user named it; empty when there is none
 */
public record Mapping(List<FileMapping> files, String file) {

    /** Files are read as they are. */
    public static final Mapping NONE = new Mapping(List.of(), "");

    public Mapping {
        files = List.copyOf(files);
    }

    /**
     * The entry for a table.
     *
     * @param file name of the file without its folder
     * @param table sheet, or property of a JSON object; empty for a file that is one table
     */
    public Optional<FileMapping> of(String file, String table) {
        return files.stream().filter(entry -> entry.fits(file, table)).findFirst();
    }
}
