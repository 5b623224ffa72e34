package boscard.table;

import java.util.List;

/** Every matching row counts. */
final class CollectHitPolicy implements HitPolicy {

    @Override
    public String name() {
        return "COLLECT";
    }

    @Override
    public List<Row> choose(List<Row> matched) {
        return matched;
    }
}
