package boscard.intake;

import boscard.intake.mapping.Lookup;
import boscard.intake.mapping.Mapping;
import boscard.source.LineRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lookup files of one import, each read once. */
final class Lookups {

    private record Key(Lookup lookup, Path folder) {}

    private final Mapping mapping;
    private final Map<Key, Optional<LookupTable>> tables = new HashMap<>();

    Lookups(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * The table of a lookup.
     *
     * @param facts the file that uses it
     * @param problems told what is wrong with it, once
     * @return null when it cannot be used
     */
    @Nullable
    LookupTable table(Lookup lookup, String facts, TableProblems problems) {
        Path folder = folderOf(facts);
        return tables.computeIfAbsent(
                        new Key(lookup, folder),
                        key -> Optional.ofNullable(LookupTable.read(
                                lookup, folders(folder), LineRef.of(mapping.file(), lookup.line()), problems)))
                .orElse(null);
    }

    private List<Path> folders(Path ofFacts) {
        var folders = new ArrayList<Path>();
        folders.add(ofFacts);
        if (!mapping.file().isEmpty()) {
            folders.add(folderOf(mapping.file()));
        }
        return folders;
    }

    private static Path folderOf(String file) {
        Path folder = Path.of(file).getParent();
        return folder == null ? Path.of("") : folder;
    }
}
