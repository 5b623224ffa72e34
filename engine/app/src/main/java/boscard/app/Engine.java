package boscard.app;

import boscard.drools.DroolsCompiler;
import boscard.rulebook.CompilationCache;
import boscard.rulebook.IndexingCompiler;
import boscard.rulebook.RulebookCompiler;

/** What matches decision tables with facts. Both engines find the same rows; rule files are always Drools'. */
enum Engine {
    /** An index of the rows; Drools is not even loaded when the rulebook has no rule files. */
    INDEX {
        @Override
        RulebookCompiler compiler(CompilationCache cache) {
            return new IndexingCompiler(() -> new DroolsCompiler(cache));
        }
    },
    /** Drools, for tables too: slower, and nobody can say that boscard checked itself. */
    DROOLS {
        @Override
        RulebookCompiler compiler(CompilationCache cache) {
            return new DroolsCompiler(cache);
        }
    };

    abstract RulebookCompiler compiler(CompilationCache cache);

    /** With compiled rule files kept for the user. */
    RulebookCompiler compiler() {
        return compiler(CompiledRules.ofUser());
    }
}
