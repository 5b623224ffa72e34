package blackbox;

import static org.assertj.core.api.Assertions.assertThat;

/** What a command left on the screen, and its exit code. */
record Outcome(int exitCode, String stdout, String stderr) {

    static final int FINE = 0;
    static final int PROBLEMS = 1;
    static final int USAGE = 2;

    /** Everything on the screen. */
    String screen() {
        return stdout + stderr;
    }

    /** Checks the exit code, and that no fault of the program shows whatever happened. */
    Outcome endsWith(int expected) {
        assertThat(screen())
                .doesNotContain("Exception", "\tat ", "    at boscard", "mistake of its own", "null]", "NaN")
                .doesNotContainPattern("\\bError\\b:");
        assertThat(exitCode).as(screen()).isEqualTo(expected);
        return this;
    }

    Outcome says(String... texts) {
        assertThat(screen()).contains(texts);
        return this;
    }

    Outcome doesNotSay(String... texts) {
        assertThat(screen()).doesNotContain(texts);
        return this;
    }
}
