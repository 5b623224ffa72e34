package boscard.intake;

import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.fact.Period;
import boscard.intake.layout.SkipReason;
import boscard.intake.mapping.Duplicates;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key is used once. The same values again are kept once; other values are a contradiction, and all rows with the key
 * that do not agree are rejected with the first one.
 */
final class DuplicateKeys {

    private static final int DIFFERENCES_SHOWN = 3;

    private static final int SMALLEST_TABLE = 1 << 10;

    private final FactSchema schema;
    private final List<Field> keyFields;
    private final int[] keyPositions;
    private final SortedRows rows;
    private final BitSet contested = new BitSet();
    private long[] firsts = new long[SMALLEST_TABLE]; // hash, and index of the first candidate with the key, plus 1
    private int keys;
    private int latestFirst; // the two rows that are being compared
    private int latest;
    private final @Nullable Object[] lastValues;
    private final int[] lastHashes;

    private DuplicateKeys(SortedRows rows) {
        this.rows = rows;
        this.schema = FactSchema.of(rows.kind());
        this.keyFields = rows.kind().key().stream()
                .map(name -> schema.field(name).orElseThrow())
                .toList();
        this.keyPositions = keyFields.stream().mapToInt(Field::position).toArray();
        this.lastValues = new @Nullable Object[keyPositions.length];
        this.lastHashes = new int[keyPositions.length];
    }

    /**
     * Checks all rows of a kind.
     *
     * @return which rows contradict each other, by their numbers, so that the evaluation can know that there was
     *     something (finding Q2)
     */
    static BitSet check(SortedRows rows) {
        int[] repeated = rows.repeated(); // in reading order, so that it is always the same row that is kept
        var keys = new DuplicateKeys(rows);
        for (int row : repeated) {
            keys.check(rows.candidate(row), row);
        }
        return keys.contested;
    }

    private void check(Candidate candidate, int index) {
        int hash = hash(candidate);
        int place = place(candidate, hash);
        if (firsts[place] == 0) {
            firsts[place] = (long) hash << Integer.SIZE | index + 1;
            if (++keys > firsts.length / 5 * 3) {
                grow();
            }
            return;
        }
        Candidate first = rows.candidate(index(firsts[place]));
        latestFirst = index(firsts[place]);
        latest = index;
        if (first.hasSameValuesAs(candidate)) {
            candidate.skip(SkipReason.DUPLICATE);
            return;
        }
        String key = key(candidate);
        switch (rule(first, candidate)) {
            case REJECT -> contradict(first, candidate, key);
            case FIRST -> candidate.skip(SkipReason.DUPLICATE);
            case LAST -> {
                if (first.isOpen()) {
                    first.skip(SkipReason.DUPLICATE);
                }
                firsts[place] = (long) hash << Integer.SIZE | index + 1;
            }
            case MERGE -> merge(first, candidate, key);
        }
    }

    /** What the mapping of the later row says; else that of the first. */
    private static Duplicates rule(Candidate first, Candidate candidate) {
        Duplicates rule = candidate.tally().duplicates();
        return rule == Duplicates.REJECT ? first.tally().duplicates() : rule;
    }

    private void merge(Candidate first, Candidate candidate, String key) {
        var lacking = new ArrayList<Field>();
        for (Field field : schema.fields()) {
            if (Objects.equals(first.value(field.position()), candidate.value(field.position()))
                    || !candidate.has(field)) {
                continue;
            }
            if (first.has(field)) {
                contradict(first, candidate, key);
                return;
            }
            lacking.add(field);
        }
        if (first.isOpen()) {
            first.take(lacking, candidate);
            candidate.skip(SkipReason.MERGED);
        } else {
            contradict(first, candidate, key);
        }
    }

    private void contradict(Candidate first, Candidate candidate, String key) {
        if (first.isOpen()) {
            reject(first, candidate, key);
        }
        reject(candidate, first, key);
        contested.set(latestFirst);
        contested.set(latest);
    }

    private static int index(long first) {
        return (int) first - 1;
    }

    /** Where the first candidate with this key is kept, or is to be. */
    private int place(Candidate candidate, int hash) {
        int place = hash & firsts.length - 1;
        while (firsts[place] != 0
                && ((int) (firsts[place] >> Integer.SIZE) != hash
                        || !isSameKey(candidate, rows.candidate(index(firsts[place]))))) {
            place = place + 1 & firsts.length - 1;
        }
        return place;
    }

    private boolean isSameKey(Candidate one, Candidate other) {
        for (int position : keyPositions) {
            Object value = one.value(position);
            Object otherValue = other.value(position);
            if (value != otherValue && !Objects.equals(value, otherValue)) {
                return false;
            }
        }
        return true;
    }

    private int hash(Candidate candidate) {
        int hash = 0;
        for (int i = 0; i < keyPositions.length; i++) {
            Object value = candidate.value(keyPositions[i]);
            if (value != lastValues[i]) { // many rows in a row have the same scorecard or KPI
                lastValues[i] = value;
                lastHashes[i] = value instanceof Period period
                        ? (period.year() * 64 + period.number()) * 4
                                + period.grain().ordinal()
                        : Objects.hashCode(value);
            }
            int own = lastHashes[i];
            hash = (hash ^ own) * 0x9E3779B9;
            hash ^= hash >>> 16;
        }
        return hash;
    }

    private void grow() {
        long[] before = firsts;
        firsts = new long[before.length * 2];
        for (long first : before) {
            if (first != 0) {
                int place = (int) (first >> Integer.SIZE) & firsts.length - 1;
                while (firsts[place] != 0) {
                    place = place + 1 & firsts.length - 1;
                }
                firsts[place] = first;
            }
        }
    }

    private void reject(Candidate candidate, Candidate other, String key) {
        Problem problem = Problem.of(
                ProblemCode.KEY_DUPLICATE,
                candidate.origin().whole(),
                key + " is also at " + other.origin().whole() + " with other values: " + differences(candidate, other),
                "remove the wrong one of the two; neither is used.");
        candidate.problems().add(problem);
        candidate.reject(problem);
    }

    private String differences(Candidate candidate, Candidate other) {
        var differences = new ArrayList<String>();
        int count = 0;
        for (Field field : schema.fields()) {
            Object here = candidate.value(field.position());
            Object there = other.value(field.position());
            if (!Objects.equals(here, there) && ++count <= DIFFERENCES_SHOWN) {
                differences.add(field.name() + " " + shown(here) + " here, " + shown(there) + " there");
            }
        }
        if (count > DIFFERENCES_SHOWN) {
            differences.add("and " + (count - DIFFERENCES_SHOWN) + " more");
        }
        return String.join("; ", differences);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "empty" : value.toString();
    }

    private String key(Candidate candidate) {
        if (keyFields.size() == 1) {
            return String.valueOf(candidate.value(keyFields.get(0).position()));
        }
        var key = new StringBuilder(48);
        for (Field field : keyFields) {
            if (key.length() > 0) {
                key.append(" | ");
            }
            key.append(candidate.value(field.position()));
        }
        return key.toString();
    }
}
