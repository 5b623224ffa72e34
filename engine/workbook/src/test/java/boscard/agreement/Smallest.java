package boscard.agreement;

import boscard.agreement.Sketch.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Cuts a failing example down: drops tables, rows, columns and facts for as long as it still fails. */
final class Smallest {

    /** Tables and facts on which engines disagree. */
    record Example(List<Sketch> tables, List<Given> facts) {

        @Override
        public String toString() {
            return tables.stream().map(Sketch::toString).collect(Collectors.joining("\n")) + "\n"
                    + facts.stream().map(Given::toString).collect(Collectors.joining("\n"));
        }
    }

    private final Predicate<Example> fails;

    private Smallest(Predicate<Example> fails) {
        this.fails = fails;
    }

    /**
     * An example of which nothing can be left out.
     *
     * @param failing fails
     */
    static Example of(Example failing, Predicate<Example> fails) {
        var search = new Smallest(fails);
        Example before;
        Example now = failing;
        do {
            before = now;
            now = search.smaller(now);
        } while (!now.equals(before));
        return now;
    }

    private Example smaller(Example example) {
        Example now = example;
        List<Given> facts = now.facts;
        List<Sketch> tables = fewest(now.tables, some -> new Example(some, facts));
        now = new Example(tables, fewest(facts, some -> new Example(tables, some)));
        for (int i = 0; i < now.tables.size(); i++) {
            now = smallerTable(now, i);
        }
        return now;
    }

    private Example smallerTable(Example example, int index) {
        Example now = example;
        Sketch table = now.tables.get(index);
        if (table.lines().size() > 1) {
            now = with(
                    now,
                    index,
                    table.withLines(fewest(table.lines(), lines -> with(example, index, table.withLines(lines)))));
        }
        for (int column = now.tables.get(index).conditions().size() - 1; column >= 0; column--) {
            Sketch wide = now.tables.get(index);
            if (wide.conditions().size() > 1) {
                Example narrower = with(now, index, wide.withoutColumn(column));
                now = fails.test(narrower) ? narrower : now;
            }
        }
        return now;
    }

    private static Example with(Example example, int index, Sketch table) {
        var tables = new ArrayList<>(example.tables);
        tables.set(index, table);
        return new Example(List.copyOf(tables), example.facts);
    }

    /** Leaves out halves, quarters and so on, down to single ones; never all of them. */
    private <T> List<T> fewest(List<T> all, java.util.function.Function<List<T>, Example> example) {
        List<T> kept = all;
        for (int size = Math.max(1, all.size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from < kept.size() && kept.size() > 1; ) {
                var without = new ArrayList<>(kept.subList(0, from));
                without.addAll(kept.subList(Math.min(kept.size(), from + size), kept.size()));
                if (!without.isEmpty() && fails.test(example.apply(List.copyOf(without)))) {
                    kept = List.copyOf(without);
                } else {
                    from += size;
                }
            }
        }
        return kept;
    }
}
