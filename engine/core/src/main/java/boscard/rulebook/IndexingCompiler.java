package boscard.rulebook;

import boscard.table.match.TableIndex;
import java.util.List;
import java.util.function.Supplier;

/**
 * Matches tables by an index of our own, and leaves rule files to an engine for rules. A rulebook without rule files
 * needs no such engine, and none is loaded for it. Safe for any thread if the engine is.
 */
public final class IndexingCompiler implements RulebookCompiler {

    private final Supplier<? extends RulebookCompiler> engine;

    /**
     * Prepares.
     *
     * @param engine compiles rule files; asked for when a rulebook has any
     */
    public IndexingCompiler(Supplier<? extends RulebookCompiler> engine) {
        this.engine = engine;
    }

    @Override
    public CompiledRulebook compile(Rulebook rulebook) {
        CompiledRulebook rules =
                rulebook.documents().isEmpty() ? null : engine.get().compile(rulebook.withoutTables());
        List<TableIndex> tables = rulebook.tables().stream().map(TableIndex::of).toList();
        return new IndexedRulebook(rulebook, tables, rules);
    }
}
