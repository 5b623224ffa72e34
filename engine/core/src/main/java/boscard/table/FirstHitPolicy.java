package boscard.table;

import java.util.List;

/** The topmost matching row counts, so specific rows stand above general ones. */
final class FirstHitPolicy implements HitPolicy {

    @Override
    public String name() {
        return "FIRST";
    }

    @Override
    public List<Row> choose(List<Row> matched) {
        return List.of(matched.get(0)); // matched is in sheet order and never empty
    }
}
