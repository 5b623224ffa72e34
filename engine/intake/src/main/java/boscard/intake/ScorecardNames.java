package boscard.intake;

import boscard.fact.FactKind;
import boscard.fact.FactSchema;
import boscard.fact.FactSchema.Field;
import boscard.intake.value.Spaces;
import boscard.problem.Problem;
import boscard.problem.ProblemCode;
import boscard.problem.Suggestion;
import boscard.source.SourceRef;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Rows must name a scorecard that exists, when the scorecards are given. Another spelling that differs only in case and
 * spaces is put right with a warning; anything else is rejected.
 */
final class ScorecardNames {

    private final Map<FactKind, Field> fieldByKind = new EnumMap<>(FactKind.class);
    private final Map<String, SourceRef> addressById = new HashMap<>();
    private final Map<String, String> idByFolded = new HashMap<>();
    private final Map<String, Optional<String>> nearestByUnknown = new HashMap<>();

    private ScorecardNames() {
        for (FactKind kind : FactKind.values()) {
            String name = kind == FactKind.SCORECARDS ? "parent" : "scorecard";
            FactSchema.of(kind).field(name).ifPresent(field -> fieldByKind.put(kind, field));
        }
    }

    static void check(List<Candidate> scorecards, List<Candidate> candidates) {
        var names = new ScorecardNames();
        scorecards.stream().filter(Candidate::isOpen).forEach(names::learn);
        if (!names.addressById.isEmpty()) {
            candidates.stream().filter(Candidate::isOpen).forEach(names::check);
        }
    }

    private void learn(Candidate scorecard) {
        if (scorecard.value(0) instanceof String id && !addressById.containsKey(id)) {
            addressById.put(id, scorecard.origin().whole());
            idByFolded.put(folded(id), id);
        }
    }

    private void check(Candidate candidate) {
        Field field = fieldByKind.get(candidate.kind());
        if (field == null
                || !(candidate.value(field.position()) instanceof String written)
                || addressById.containsKey(written)) {
            return;
        }
        String meant = idByFolded.get(folded(written));
        if (meant != null) {
            candidate.correct(field.position(), meant);
            candidate
                    .problems()
                    .add(
                            ProblemCode.VALUE_ADJUSTED,
                            candidate.origin().of(field.name()),
                            "\"" + written + "\" is read as the scorecard \"" + meant + "\" (" + addressById.get(meant)
                                    + ")",
                            null);
            return;
        }
        String advice = nearestByUnknown
                .computeIfAbsent(written, text -> Suggestion.nearest(text, addressById.keySet()))
                .map(near -> near + " (" + addressById.get(near) + ").")
                .orElse(null);
        if (candidate.kind() == FactKind.SCORECARDS) {
            candidate
                    .problems()
                    .add(
                            ProblemCode.REFERENCE_UNKNOWN,
                            candidate.origin().of(field.name()),
                            "the parent \"" + written + "\" is no scorecard",
                            advice);
        } else {
            Problem problem = Problem.of(
                    ProblemCode.SCORECARD_UNKNOWN,
                    candidate.origin().of(field.name()),
                    "scorecard \"" + written + "\" is not among the scorecards",
                    advice);
            candidate.problems().add(problem);
            candidate.reject(problem);
        }
    }

    private static String folded(String id) {
        var plain = new StringBuilder(id.length());
        boolean space = false;
        for (char c : Spaces.strip(id).toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = true;
            } else {
                if (space) {
                    plain.append(' ');
                    space = false;
                }
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
