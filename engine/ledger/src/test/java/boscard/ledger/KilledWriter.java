package boscard.ledger;

import java.nio.file.Path;

/** A process that writes runs until it is killed. */
final class KilledWriter {

    private KilledWriter() {}

    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        Ledger ledger = Ledger.at(home.resolve("runs"));
        while (true) {
            RunManifest manifest =
                    SampleRun.write(ledger, home.resolve("rulebook"), SampleRun.facts(50), SampleRun.evaluations(50));
            System.out.println(manifest.id());
        }
    }
}
