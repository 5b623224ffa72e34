package boscard.rulebook;

import boscard.table.Row;
import boscard.table.match.TableIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables by their indexes, rules by another session, which only sees the facts that a rule looks at. */
final class IndexedSession implements RuleSession {

    private final List<TableIndex> tables;
    private final @Nullable RuleSession rules;
    private final Map<Class<?>, List<Object>> factsOfTables = new IdentityHashMap<>();
    private final Map<Class<?>, Boolean> usedByRules = new HashMap<>();

    /** How many of the facts of its type each table has been matched with. */
    private final int[] matched;

    IndexedSession(List<TableIndex> tables, @Nullable RuleSession rules) {
        this.tables = tables;
        this.rules = rules;
        this.matched = new int[tables.size()];
        for (TableIndex index : tables) {
            factsOfTables.computeIfAbsent(index.table().factType().javaType(), type -> new ArrayList<>());
        }
    }

    @Override
    public void insert(Object fact) {
        List<Object> facts = factsOfTables.get(fact.getClass());
        if (facts != null) {
            facts.add(fact);
        }
        if (rules != null && isUsedByRules(fact.getClass())) {
            rules.insert(fact);
        }
    }

    @Override
    public boolean isUsed(Class<?> factClass) {
        return factsOfTables.containsKey(factClass) || isUsedByRules(factClass);
    }

    private boolean isUsedByRules(Class<?> factClass) {
        return rules != null && usedByRules.computeIfAbsent(factClass, rules::isUsed);
    }

    @Override
    public void matchTables(Stage stage, MatchListener listener) {
        for (int i = 0; i < tables.size(); i++) {
            TableIndex index = tables.get(i);
            if (index.table().stage().equals(stage.agendaGroup())) {
                List<Object> facts = Objects.requireNonNull(
                        factsOfTables.get(index.table().factType().javaType()));
                for (; matched[i] < facts.size(); matched[i]++) {
                    Object fact = facts.get(matched[i]);
                    List<Row> rows = index.match(fact);
                    if (!rows.isEmpty()) {
                        listener.matched(index.table(), fact, rows);
                    }
                }
            }
        }
    }

    @Override
    public void fireRules(Stage stage, Object conclude, RuleListener listener) {
        if (rules != null) {
            rules.fireRules(stage, conclude, listener);
        }
    }

    @Override
    public void clear() {
        factsOfTables.values().forEach(List::clear);
        Arrays.fill(matched, 0);
        if (rules != null) {
            rules.clear();
        }
    }

    @Override
    public void close() {
        if (rules != null) {
            rules.close();
        }
    }
}
