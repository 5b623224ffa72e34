package boscard.benchmarks.peer;

import java.nio.file.Path;

/** An engine that can read a decision table in a form of its own. */
@FunctionalInterface
public interface Peer {

    /** Reads and compiles a table. */
    Judge load(Path table) throws Exception;
}
