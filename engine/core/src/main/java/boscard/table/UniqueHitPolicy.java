package boscard.table;

import java.util.List;

/** At most one row may match. When several do, none counts: boscard does not guess which was meant. */
final class UniqueHitPolicy implements HitPolicy {

    @Override
    public String name() {
        return "UNIQUE";
    }

    @Override
    public List<Row> choose(List<Row> matched) {
        return matched.size() == 1 ? matched : List.of();
    }
}
