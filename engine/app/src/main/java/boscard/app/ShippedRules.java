package boscard.app;

import boscard.drools.DroolsCompiler;
import boscard.workbook.RulebookFolder;
import java.nio.file.Path;

/** Run by the build: compiles the rules that boscard comes with, so that no run of theirs has to. */
public final class ShippedRules {

    private ShippedRules() {}

    /**
     * Compiles.
     *
     * @param folders that of the rulebook, and the one for the compiled rules
     * @throws boscard.problem.InvalidRulebook when the rulebook has errors, which ends the build
     */
    public static void main(String[] folders) {
        var rulebook = RulebookFolder.load(Path.of(folders[0])).rulebook();
        new DroolsCompiler(CompiledRules.in(Path.of(folders[1]))).compile(rulebook);
    }
}
