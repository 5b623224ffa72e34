package boscard.intake;

import boscard.fact.Fact;
import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.Facts;
import boscard.fact.Measurement;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facts of an import out of its rows: of the open ones, and one of all those that contradict each other about
 * a measurement. Up to 200,000 facts of a kind are made at once, since several steps look at them; beyond that each is
 * made when it is asked for, so that memory stays flat.
 */
final class AcceptedFacts {

    private static final int MADE_AT_ONCE = 200_000;

    private AcceptedFacts() {}

    /**
     * The facts, sorted by id.
     *
     * @param contested of each kind the rows that contradict others
     */
    static Facts of(Map<FactKind, SortedRows> sorted, Map<FactKind, BitSet> contested) {
        var facts = new EnumMap<FactKind, List<? extends Fact>>(FactKind.class);
        BitSet scorecards = scorecards(sorted);
        sorted.forEach((kind, rows) -> {
            BitSet doubted = contested.getOrDefault(kind, new BitSet());
            var looks = new Looks(rows, doubted, scorecards);
            facts.put(kind, looks.size() > MADE_AT_ONCE ? looks : List.of(looks.toArray(Fact[]::new)));
        });
        return Facts.ofSorted(facts);
    }

    /** The scorecards that an open row names or is, by the numbers of their texts. */
    private static BitSet scorecards(Map<FactKind, SortedRows> sorted) {
        var found = new BitSet();
        for (FactKind kind : List.of(FactKind.SCORECARDS, FactKind.MEASUREMENTS)) {
            SortedRows rows = sorted.get(kind);
            for (int place = 0; rows != null && place < rows.size(); place++) {
                if (rows.isOpen(rows.row(place))) {
                    found.set(rows.textNumber(rows.row(place), 0));
                }
            }
        }
        return found;
    }

    /** Facts that are made when they are looked at. */
    private static final class Looks extends AbstractList<Fact> implements RandomAccess {

        private final SortedRows rows;
        private final BitSet contested;
        private final int @Nullable [] places; // among the sorted rows; null when there is a fact for each of them
        private final int size;

        Looks(SortedRows rows, BitSet contested, BitSet scorecards) {
            this.rows = rows;
            this.contested = contested;
            var found = new int[rows.size()];
            int count = 0;
            for (int place = 0; place < found.length; place++) {
                if (rows.isOpen(rows.row(place)) || isContested(place, scorecards)) {
                    found[count++] = place;
                }
            }
            this.size = count;
            this.places = count == found.length ? null : Arrays.copyOf(found, count);
        }

        /** Whether here begin the rows of a measurement that contradict each other, and it is to be a fact. */
        private boolean isContested(int place, BitSet scorecards) {
            int row = rows.row(place);
            if (!contested.get(row)
                    || rows.kind() != FactKind.MEASUREMENTS
                    || !scorecards.get(rows.textNumber(row, 0))) { // reported already
                return false;
            }
            for (int before = place - 1; before >= 0 && rows.isSameId(rows.row(before), row); before--) {
                if (contested.get(rows.row(before))) {
                    return false;
                }
            }
            return contested(place) != null;
        }

        private @Nullable Measurement contested(int place) {
            var candidates = new ArrayList<Candidate>();
            int row = rows.row(place);
            for (int next = place; next < rows.size() && rows.isSameId(row, rows.row(next)); next++) {
                if (contested.get(rows.row(next))) {
                    candidates.add(rows.candidate(rows.row(next)));
                }
            }
            return Contested.of(FactSchema.of(FactKind.MEASUREMENTS), candidates);
        }

        @Override
        public Fact get(int index) {
            int place = places == null ? index : places[index];
            int row = rows.row(place);
            if (rows.isOpen(row)) {
                return rows.candidate(row).toFact();
            }
            Measurement measurement = contested(place);
            if (measurement == null) {
                throw new IllegalStateException("Nothing is contested");
            }
            return measurement;
        }

        @Override
        public int size() {
            return size;
        }
    }
}
