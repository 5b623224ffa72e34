package boscard.rulebook;

import boscard.fact.KpiCatalogue;
import boscard.table.match.TableIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rulebook whose tables are indexes.
 *
 * @param tables in the order of the rulebook
 * @param rules its compiled rule files; null when it has none
 */
record IndexedRulebook(
        Rulebook rulebook,
        List<TableIndex> tables,
        @Nullable CompiledRulebook rules) implements CompiledRulebook {

    @Override
    public CompiledRulebook with(KpiCatalogue catalogue, Parameters parameters) {
        return new IndexedRulebook(
                rulebook.with(catalogue, parameters), tables, rules == null ? null : rules.with(catalogue, parameters));
    }

    @Override
    public RuleSession newSession() {
        return new IndexedSession(tables, rules == null ? null : rules.newSession());
    }
}
