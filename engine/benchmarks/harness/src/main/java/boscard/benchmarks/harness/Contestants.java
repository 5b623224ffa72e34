package boscard.benchmarks.harness;

import boscard.benchmarks.peer.PlainJava;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** boscard and its peers, each with a class path of its own. */
final class Contestants {

    private final Path benchmarks;
    private final Path home;
    private final List<String> flags;

    /**
     * Prepares.
     *
     * @param home the root of the project, built
     * @param flags of the JVM, the same for every peer
     */
    Contestants(Path home, List<String> flags) {
        this.home = home;
        this.benchmarks = home.resolve("engine/benchmarks");
        this.flags = List.copyOf(flags);
    }

    Contestant plainJava() {
        return peer("plain Java", "peer", PlainJava.class.getName(), WorkloadFiles::plainTable);
    }

    Contestant boscardTables() {
        return peer("boscard, tables alone", "harness", BoscardTables.class.getName(), WorkloadFiles::rulebook);
    }

    Contestant droolsClassic() {
        return peer(
                "Drools classic",
                "drools",
                "boscard.benchmarks.drools.StockDrools",
                WorkloadFiles::droolsTable,
                "classic");
    }

    Contestant droolsExecutable() {
        return peer(
                "Drools executable",
                "drools",
                "boscard.benchmarks.drools.StockDrools",
                WorkloadFiles::droolsTable,
                "executable");
    }

    Contestant openL() {
        return peer("OpenL Tablets", "openl", "boscard.benchmarks.openl.OpenL", WorkloadFiles::openLTable);
    }

    Contestant camunda() {
        return peer("Camunda DMN", "camunda", "boscard.benchmarks.camunda.CamundaDmn", WorkloadFiles::dmnTable);
    }

    Contestant kieDmn() {
        return peer("Kie DMN", "kie-dmn", "boscard.benchmarks.kiedmn.KieDmn", WorkloadFiles::dmnTable);
    }

    /**
     * The product: import, evaluation with the whole audit trail, run and report on the disk.
     *
     * @param options of {@code evaluate}, such as {@code --workers 1}
     */
    Contestant boscard(String name, String... options) {
        return new Contestant(
                name,
                Long.MAX_VALUE,
                (files, answers) -> {
                    var command = new ArrayList<>(List.of(
                            home.resolve("boscard").toString(),
                            "evaluate",
                            files.facts().toString(),
                            "--rulebook",
                            files.rulebook().toString(),
                            "--runs",
                            answers.toString()));
                    command.addAll(List.of(options));
                    return command;
                },
                Contestants::statusesOfRun);
    }

    /** An evaluation of any facts with any rulebook; its answers are not compared with those of others. */
    Contestant evaluation(String name, Path facts, Path rulebook, String... options) {
        return new Contestant(
                name,
                Long.MAX_VALUE,
                (files, runs) -> {
                    var command = new ArrayList<>(List.of(
                            "bash",
                            "-c", // a warning of the rulebook is no failure
                            "\"$@\" || [ $? = 1 ]",
                            "bash",
                            home.resolve("boscard").toString(),
                            "evaluate",
                            facts.toString(),
                            "--rulebook",
                            rulebook.toString(),
                            "--runs",
                            runs.toString()));
                    command.addAll(List.of(options));
                    return command;
                },
                runs -> List.of("not compared"));
    }

    private Contestant peer(
            String name, String module, String mainClass, Function<WorkloadFiles, Path> table, String... first) {
        return new Contestant(
                name,
                Long.MAX_VALUE,
                (files, answers) -> {
                    var command = new ArrayList<String>();
                    command.add(Path.of(System.getProperty("java.home"), "bin", "java")
                            .toString());
                    command.addAll(flags);
                    command.addAll(List.of("-cp", classPath(module), mainClass));
                    command.addAll(List.of(first));
                    command.add(table.apply(files).toString());
                    command.add(files.preparedFacts().toString());
                    command.add(answers.toString());
                    return command;
                },
                Files::readAllLines);
    }

    private String classPath(String module) {
        Path target = benchmarks.resolve(module).resolve("target");
        try {
            return target.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(target.resolve("class-path.txt")).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException("build engine/benchmarks first", missing);
        }
    }

    private static List<String> statusesOfRun(Path runs) throws IOException {
        Path run;
        try (Stream<Path> found = Files.list(runs)) {
            run = found.filter(one -> Files.exists(one.resolve("manifest.json")))
                    .findFirst()
                    .orElseThrow();
        }
        var lines = new ArrayList<String>();
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var query = database.createStatement();
                var rows = query.executeQuery("SELECT scorecard || ',' || kpi || ',' || period || ',' || status FROM '"
                        + run.resolve("results.parquet").toString().replace("'", "''")
                        + "' WHERE grain = 'MONTH' ORDER BY scorecard, kpi, period")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
        return lines;
    }
}
