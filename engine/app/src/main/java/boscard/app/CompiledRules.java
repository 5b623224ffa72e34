package boscard.app;

import boscard.rulebook.CompilationCache;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compiled rule files, one file per digest: first the folder that the build filled for the shipped rules, then the
 * user's cache. A damaged or unwritable cache costs a compilation and nothing else.
 */
final class CompiledRules implements CompilationCache {

    private static final int MAGIC = 0x42534331; // "BSC1"
    private static final int MOST_FILES = 100_000;
    private static final int LARGEST_FILE = 1 << 24;

    private final List<Path> folders;

    private CompiledRules(List<Path> folders) {
        this.folders = folders;
    }

    /** The folder that the build filled, and the user's own. */
    static CompiledRules ofUser() {
        return new CompiledRules(List.of(Home.folder().resolve("engine/app/target/compiled-rules"), userFolder()));
    }

    /** One folder; what is kept goes there. */
    static CompiledRules in(Path folder) {
        return new CompiledRules(List.of(folder));
    }

    private static Path userFolder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("boscard").resolve("compiled-rules");
    }

    @Override
    public Optional<Map<String, byte[]>> find(String digest) {
        for (Path folder : folders) {
            Path file = folder.resolve(digest);
            if (Files.isRegularFile(file)) {
                try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                    return Optional.of(read(in));
                } catch (IOException damaged) {
                    // the next folder, or a compilation, will do
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, byte[]> read(DataInputStream in) throws IOException {
        int count = in.readInt() == MAGIC ? in.readInt() : -1;
        if (count < 0 || count > MOST_FILES) {
            throw new IOException("not compiled rules");
        }
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > LARGEST_FILE) {
                throw new IOException("not compiled rules");
            }
            files.put(name, in.readNBytes(length));
        }
        if (in.readInt() != MAGIC) { // readNBytes may have met the end of a cut file
            throw new IOException("not compiled rules");
        }
        return files;
    }

    @Override
    public void keep(String digest, Map<String, byte[]> files) {
        Path folder = folders.get(folders.size() - 1);
        try {
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, digest, ".writing");
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(aside)))) {
                out.writeInt(MAGIC);
                out.writeInt(files.size());
                for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                    out.writeUTF(file.getKey());
                    out.writeInt(file.getValue().length);
                    out.write(file.getValue());
                }
                out.writeInt(MAGIC);
            }
            Files.move(
                    aside, folder.resolve(digest), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException readOnly) {
            // the rules will be compiled again next time
        }
    }
}
