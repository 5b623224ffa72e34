package boscard.app;

import boscard.drools.DroolsCompiler;
import boscard.ledger.Ledger;
import boscard.workbook.RulebookFolder;
import java.nio.file.Path;

/**
 * Loads what a command needs later while its command line and its rulebook are read: half of a short run is the loading
 * of classes, and the second core has nothing else to do yet. A failure here changes nothing: it happens again where it
 * matters.
 */
final class HeadStart {

    private static final boolean WORTHWHILE = Runtime.getRuntime().availableProcessors() > 1;

    private HeadStart() {}

    /** Loads the database, if these arguments will need it: to read a run. */
    static void begin(String... arguments) {
        if (WORTHWHILE && arguments.length > 1 && arguments[0].equals("why")) {
            Ledger.prepare();
        }
    }

    /** Loads Drools, if there are rules for it. */
    static void forRules(Path rulebook) {
        if (WORTHWHILE && RulebookFolder.hasRuleFiles(rulebook)) {
            Beside.start("head-start", () -> {
                DroolsCompiler.prepare();
                return null;
            });
        }
    }
}
