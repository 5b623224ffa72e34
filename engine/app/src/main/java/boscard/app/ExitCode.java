package boscard.app;

/** What a command's exit code says. */
final class ExitCode {

    static final int FINE = 0;
    static final int PROBLEMS = 1;
    static final int USAGE = 2;
    static final int FAULT = 3;

    private ExitCode() {}
}
