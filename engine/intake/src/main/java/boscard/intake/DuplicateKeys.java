package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.intake.layout.SkipReason;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key is used once. The same values again are kept once; other values are a contradiction, and all rows with the key
 * that do not agree are rejected with the first one.
 */
final class DuplicateKeys {

    private static final int DIFFERENCES_SHOWN = 3;

    private final FactSchema schema;
    private final List<Field> keyFields;
    private final Map<String, Candidate> firstByKey = new HashMap<>();
    private final Map<String, Contested> contested;

    private DuplicateKeys(FactKind kind, Map<String, Contested> contested) {
        this.contested = contested;
        this.schema = FactSchema.of(kind);
        this.keyFields = kind.key().stream()
                .map(name -> schema.field(name).orElseThrow())
                .toList();
    }

    /**
     * Checks all.
     *
     * @param candidates in reading order, so that it is always the same row that is kept
     * @return a measurement for each key whose rows contradict each other, its contradicting numbers missing, so that
     *     the evaluation knows that there was something (finding Q2)
     */
    static List<Contested> check(List<Candidate> candidates) {
        var byKind = new EnumMap<FactKind, DuplicateKeys>(FactKind.class);
        var contested = new LinkedHashMap<String, Contested>();
        for (Candidate candidate : candidates) {
            if (candidate.isOpen()) {
                byKind.computeIfAbsent(candidate.kind(), kind -> new DuplicateKeys(kind, contested))
                        .check(candidate);
            }
        }
        return List.copyOf(contested.values());
    }

    private void check(Candidate candidate) {
        String key = key(candidate);
        Candidate first = firstByKey.putIfAbsent(key, candidate);
        if (first == null) {
            return;
        }
        if (first.hasSameValuesAs(candidate)) {
            candidate.skip(SkipReason.DUPLICATE);
            return;
        }
        if (first.isOpen()) {
            reject(first, candidate, key);
        }
        reject(candidate, first, key);
        if (candidate.kind() == FactKind.MEASUREMENTS) {
            contested.merge(key, Contested.of(schema, first, candidate), (known, more) -> known.and(schema, candidate));
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
