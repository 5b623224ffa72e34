package boscard.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import boscard.fact.Measurement;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Writes tiny files and imports them. */
abstract class ImportTest {

    static final String HEADER = "scorecard,kpi,period,actual,target\n";

    @TempDir
    Path folder;

    Path file(String name, String content) {
        return file(name, content, UTF_8);
    }

    Path file(String name, String content, Charset encoding) {
        return file(name, content.getBytes(encoding));
    }

    Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportedFacts importAll() {
        return importWith(settings(), folder);
    }

    ImportedFacts importWith(ImportSettings settings, Path... paths) {
        return new FactsImporter().importFacts(List.of(paths), settings);
    }

    static ImportSettings settings() {
        return ImportSettings.of(Catalogues.SMALL);
    }

    /** A file of measurements with these rows below the usual header. */
    ImportedFacts importMeasurements(String rows) {
        file("measurements.csv", HEADER + rows);
        return importAll();
    }

    static List<Measurement> measurements(ImportedFacts imported) {
        return imported.facts().of(Measurement.class);
    }

    /** {@code CODE at 118 (actual)} for each problem: its code and its address without the file. */
    List<String> addresses(ImportedFacts imported) {
        return imported.problems().stream().map(this::address).toList();
    }

    private String address(Problem problem) {
        String at = problem.at().toString().replace(folder.toString().replace('\\', '/') + "/", "");
        return problem.code() + " at " + at;
    }

    static List<ProblemCode> codes(ImportedFacts imported) {
        return imported.problems().stream().map(Problem::code).toList();
    }

    static String messages(ImportedFacts imported) {
        return String.join(
                "\n", imported.problems().stream().map(Problem::toString).toList());
    }
}
