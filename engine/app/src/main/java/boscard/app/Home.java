package boscard.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where boscard is installed: the folder with the default rulebook. */
final class Home {

    private Home() {}

    /** The folder that the launcher names; for a run from a build, the nearest folder above that has the rulebook. */
    static Path folder() {
        String named = System.getProperty("boscard.home");
        Path here = Path.of(named == null ? "" : named).toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("spreadsheets")) && Files.isDirectory(folder.resolve("rules"))) {
                return folder;
            }
        }
        return here;
    }
}
