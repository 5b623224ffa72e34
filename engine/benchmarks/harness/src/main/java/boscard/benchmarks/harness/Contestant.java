package boscard.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Something that judges a workload as a whole process.
 *
 * @param most how many facts it is given at most; slow peers get fewer, and a rate is compared
 */
record Contestant(String name, long most, CommandLine command, Answers answers) {

    /** How it is started. */
    @FunctionalInterface
    interface CommandLine {
        List<String> of(WorkloadFiles files, Path answers);
    }

    /** Where its answers are, a line per fact: scorecard, KPI, period, status. */
    @FunctionalInterface
    interface Answers {
        List<String> read(Path answers) throws IOException;
    }

    Contestant atMost(long facts) {
        return new Contestant(name, facts, command, answers);
    }
}
