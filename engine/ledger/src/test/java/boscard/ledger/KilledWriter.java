package boscard.ledger;

import java.nio.file.Path;

/** A process that writes runs until it is killed. */
final class KilledWriter {

    /** What it says before the first run. */
    static final String READY = "ready";

    private KilledWriter() {}

    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        Ledger ledger = Ledger.at(home.resolve("runs"));
        System.out.println(READY);
        while (true) {
            RunManifest manifest =
                    SampleRun.write(ledger, home.resolve("rulebook"), SampleRun.facts(50), SampleRun.evaluations(50));
            System.out.println(manifest.id());
        }
    }
}
