package boscard.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of the rows that match one fact count. One small class per policy; none has state. */
public sealed interface HitPolicy permits UniqueHitPolicy, FirstHitPolicy, CollectHitPolicy {

    HitPolicy UNIQUE = new UniqueHitPolicy();
    HitPolicy FIRST = new FirstHitPolicy();
    HitPolicy COLLECT = new CollectHitPolicy();

    /** As the workbook writes it. */
    String name();

    /**
     * Chooses.
     *
     * @param matched all rows that match, in sheet order; never empty
     * @return the rows that count, in sheet order; empty when the policy is violated and no row may count
     */
    List<Row> choose(List<Row> matched);

    /** The policy with this name, in any case. */
    static Optional<HitPolicy> named(String name) {
        String plain = name.strip().toUpperCase(Locale.ROOT);
        return all().stream().filter(policy -> policy.name().equals(plain)).findFirst();
    }

    static List<HitPolicy> all() {
        return Arrays.asList(UNIQUE, FIRST, COLLECT);
    }
}
