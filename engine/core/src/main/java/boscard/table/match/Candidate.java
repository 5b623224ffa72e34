package boscard.table.match;

import boscard.table.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row and what it still asks of a fact: at most one {@link Demand} per property can be looked up. */
record Candidate(Row row, List<Demand> demands) {

    boolean isMetBy(FactValues fact) {
        for (int i = 0; i < demands.size(); i++) {
            if (!demands.get(i).isMetBy(fact)) {
                return false;
            }
        }
        return true;
    }

    /** What it asks of a property that can be looked up; null when it asks nothing of the kind. */
    <D extends Demand> @Nullable D demand(int slot, Class<D> kind) {
        for (Demand demand : demands) {
            if (demand.slot() == slot && kind.isInstance(demand)) {
                return kind.cast(demand);
            }
        }
        return null;
    }

    /** The same row, for where this demand is known to be met. */
    Candidate without(Demand met) {
        return new Candidate(
                row, demands.stream().filter(demand -> demand != met).toList());
    }
}
