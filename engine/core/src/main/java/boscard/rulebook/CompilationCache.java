package boscard.rulebook;

import java.util.Map;
import java.util.Optional;

/**
 * Keeps the classes that rule files compile to, so that unchanged rule files are compiled once. Implementations may
 * forget at any time and must be safe for any thread; a failure to keep or find is not an error.
 */
public interface CompilationCache {

    /** A cache that keeps nothing. */
    CompilationCache NONE = new CompilationCache() {
        @Override
        public Optional<Map<String, byte[]>> find(String digest) {
            return Optional.empty();
        }

        @Override
        public void keep(String digest, Map<String, byte[]> files) {
            // nothing is kept
        }
    };

    /**
     * What was kept.
     *
     * @param digest over the rule files and the version of the engine
     * @return content by file name, as it was given to {@link #keep}
     */
    Optional<Map<String, byte[]>> find(String digest);

    void keep(String digest, Map<String, byte[]> files);
}
