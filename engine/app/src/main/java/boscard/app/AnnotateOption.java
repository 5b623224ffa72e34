package boscard.app;

import boscard.problem.Problem;
import boscard.workbook.annotate.AnnotatedCopies;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that writes copies of the workbooks with the problems on their cells. */
final class AnnotateOption {

    @Option(
            names = "--annotate",
            paramLabel = "DIR",
            description = "Writes copies of the workbooks that have problems into this folder, with each problem as a"
                    + " comment and a colour on its cell.")
    private @Nullable Path target;

    @Option(names = "--overwrite", description = "Replaces copies that --annotate wrote into the folder before.")
    private boolean overwrite;

    /**
     * Writes the copies when they were asked for, and says where they are.
     *
     * @return whether what was asked for was done
     */
    boolean write(Path spreadsheets, List<Problem> problems, PrintWriter out, PrintWriter err) {
        Path folder = target;
        if (folder == null) {
            return true;
        }
        var copies = new AnnotatedCopies(spreadsheets, folder);
        try {
            if (copies.wouldReplaceOriginals()) {
                err.println(folder + " holds the workbooks themselves; no copies were written. Name another folder.");
                return false;
            }
            List<Path> inTheWay = copies.inTheWay(problems);
            if (!inTheWay.isEmpty() && !overwrite) {
                err.println(
                        inTheWay.get(0) + " exists; no copies were written. Name another folder, or add --overwrite.");
                return false;
            }
            AnnotatedCopies.Result result = copies.write(problems);
            if (result.copies().isEmpty()) {
                out.println("No workbook to annotate.");
            }
            result.copies()
                    .forEach(copy -> out.println("Annotated " + copy.file() + ": " + copy.problems()
                            + (copy.problems() == 1 ? " problem" : " problems")));
            result.unreadable()
                    .forEach(name -> out.println("Not annotated " + name + ": it cannot be read, as said above"));
            return true;
        } catch (IOException e) {
            err.println("The copies cannot be written to " + folder + ": " + e.getMessage());
            return false;
        }
    }
}
