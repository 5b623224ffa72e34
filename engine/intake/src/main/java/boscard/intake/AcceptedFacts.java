package boscard.intake;

import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.Facts;
import boscard.fact.Measurement;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facts of an import out of its open rows, sorted by id. Up to 200,000 measurements are made at once, since
 * several steps look at them; beyond that each is made when it is asked for, so that memory stays flat.
 */
final class AcceptedFacts {

    private static final int MADE_AT_ONCE = 200_000;

    private final List<Candidate> candidates;

    private AcceptedFacts(List<Candidate> candidates) {
        this.candidates = candidates;
    }

    static Facts of(List<Candidate> candidates) {
        return new AcceptedFacts(candidates).facts();
    }

    /** The same and a few measurements more. */
    static Facts with(Facts facts, List<Measurement> more) {
        if (more.isEmpty()) {
            return facts;
        }
        var byKind = new EnumMap<FactKind, List<? extends Fact>>(FactKind.class);
        for (FactKind kind : FactKind.values()) {
            byKind.put(kind, facts.of(kind));
        }
        byKind.put(FactKind.MEASUREMENTS, new Merged(facts.of(FactKind.MEASUREMENTS), more));
        return Facts.ofSorted(byKind);
    }

    /** A sorted list with a few facts at their places in it. */
    private static final class Merged extends AbstractList<Fact> implements RandomAccess {

        private final List<Fact> many;
        private final List<Measurement> few;
        private final int[] places;

        Merged(List<Fact> many, List<Measurement> more) {
            this.many = many;
            this.few = more.stream().sorted(Comparator.comparing(Fact::id)).toList();
            this.places = new int[few.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = placeOf(few.get(i).id()) + i;
            }
        }

        /** How many of the many come before the id. */
        private int placeOf(String id) {
            int from = 0;
            int to = many.size();
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (many.get(middle).id().compareTo(id) < 0) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }

        @Override
        public Fact get(int index) {
            int found = Arrays.binarySearch(places, index);
            return found >= 0 ? few.get(found) : many.get(index + found + 1);
        }

        @Override
        public int size() {
            return many.size() + few.size();
        }
    }

    private Facts facts() {
        var counts = new int[FactKind.values().length];
        for (Candidate candidate : candidates) {
            if (candidate.isOpen()) {
                counts[candidate.kind().ordinal()]++;
            }
        }
        var rowsByKind = new int[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            rowsByKind[i] = new int[counts[i]];
        }
        Arrays.fill(counts, 0);
        for (int row = 0; row < candidates.size(); row++) {
            Candidate candidate = candidates.get(row);
            if (candidate.isOpen()) {
                int kind = candidate.kind().ordinal();
                rowsByKind[kind][counts[kind]++] = row;
            }
        }
        var facts = new EnumMap<FactKind, List<? extends Fact>>(FactKind.class);
        for (FactKind kind : FactKind.values()) {
            int[] rows = rowsByKind[kind.ordinal()];
            if (rows.length > 0) {
                facts.put(kind, sorted(kind, rows));
            }
        }
        return Facts.ofSorted(facts);
    }

    private List<? extends Fact> sorted(FactKind kind, int[] rows) {
        if (kind == FactKind.MEASUREMENTS && sortByParts(kind, rows)) {
            List<Fact> looks = new Looks(rows);
            return rows.length > MADE_AT_ONCE ? looks : List.of(looks.toArray(Fact[]::new));
        }
        var facts = new Fact[rows.length];
        Arrays.setAll(facts, i -> candidates.get(rows[i]).toFact());
        Arrays.sort(facts, Comparator.comparing(Fact::id));
        return List.of(facts);
    }

    /**
     * Sorts rows by the parts of their key, the last part first, each by counting. The order is that of the ids, which
     * are the parts with bars between them, as long as no part has a bar in it.
     *
     * @return whether it could
     */
    private boolean sortByParts(FactKind kind, int[] rows) {
        List<String> key = kind.key();
        for (int part = key.size() - 1; part >= 0; part--) {
            int position =
                    FactSchema.of(kind).field(key.get(part)).orElseThrow().position();
            String end = part == key.size() - 1 ? "" : "|";
            var rankByValue = new HashMap<Object, Integer>();
            var ranks = new int[rows.length];
            @Nullable Object last = null;
            int rankOfLast = -1;
            for (int i = 0; i < rows.length; i++) {
                Object value = Objects.requireNonNull(candidates.get(rows[i]).value(position)); // of a key, so required
                if (value != last) {
                    last = value;
                    Integer rank = rankByValue.get(value);
                    if (rank == null) {
                        rank = rankByValue.size();
                        rankByValue.put(value, rank);
                    }
                    rankOfLast = rank;
                }
                ranks[i] = rankOfLast;
            }
            String[] texts = new String[rankByValue.size()];
            rankByValue.forEach((value, rank) -> texts[rank] = value + end);
            for (String text : texts) {
                if (text.indexOf('|') != text.length() - end.length() && text.indexOf('|') >= 0) {
                    return false;
                }
            }
            sortByCounting(rows, ranks, inOrder(texts));
        }
        return true;
    }

    /** For each first-come rank the rank among the sorted texts. */
    private static int[] inOrder(String[] texts) {
        Integer[] order = new Integer[texts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> texts[i]));
        var rank = new int[texts.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        return rank;
    }

    private static void sortByCounting(int[] rows, int[] ranks, int[] sortedRank) {
        var starts = new int[sortedRank.length + 1];
        boolean sorted = true;
        int before = 0;
        for (int i = 0; i < rows.length; i++) {
            int rank = sortedRank[ranks[i]];
            starts[rank + 1]++;
            sorted &= rank >= before;
            before = rank;
        }
        if (sorted) {
            return;
        }
        for (int i = 0; i < sortedRank.length; i++) {
            starts[i + 1] += starts[i];
        }
        int[] unsorted = rows.clone();
        for (int i = 0; i < unsorted.length; i++) {
            rows[starts[sortedRank[ranks[i]]]++] = unsorted[i];
        }
    }

    /** Facts that are made when they are looked at. */
    private final class Looks extends AbstractList<Fact> implements RandomAccess {

        private final int[] rows;

        Looks(int[] rows) {
            this.rows = rows;
        }

        @Override
        public Fact get(int index) {
            return candidates.get(rows[index]).toFact();
        }

        @Override
        public int size() {
            return rows.length;
        }
    }
}
