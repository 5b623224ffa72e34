package boscard.app;

import boscard.drools.DroolsCompiler;
import boscard.ledger.Ledger;

/**
 * Loads what an evaluation needs later while its command line and its rulebook are read: half of a short run is the
 * loading of classes, and the second core has nothing else to do yet.
 */
final class HeadStart {

    private HeadStart() {}

    /** Starts, if these arguments will need it. A failure here changes nothing: it happens again where it matters. */
    static void begin(String... arguments) {
        if (arguments.length < 2 || Runtime.getRuntime().availableProcessors() < 2) {
            return;
        }
        if (arguments[0].equals("why")) {
            Ledger.prepare();
        } else if (arguments[0].equals("evaluate")) {
            Beside.start("head-start", () -> {
                DroolsCompiler.prepare();
                return null;
            });
        }
    }
}
