package boscard.app;

import boscard.workbook.KnownWorkbooks;
import boscard.workbook.LoadedRulebook;
import boscard.workbook.ReadRulebook;
import boscard.workbook.RulebookFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a rulebook. */
final class RulebookOption {

    @Option(
            names = "--rulebook",
            paramLabel = "DIR",
            description = "Folder with rules/ and spreadsheets/; without it, boscard's own.")
    private @Nullable Path folder;

    Path folder() {
        return folder == null ? Home.folder() : folder;
    }

    /** What can be read, with all problems. */
    ReadRulebook read() {
        return RulebookFolder.read(folder());
    }

    LoadedRulebook load() {
        return RulebookFolder.load(folder());
    }

    /** The same, with the workbooks that were not saved since as they are known. */
    LoadedRulebook load(KnownWorkbooks known) {
        return RulebookFolder.load(folder(), known);
    }
}
