package boscard.ledger;

import boscard.database.DuckDb;
import boscard.evaluation.FindingState;
import boscard.evaluation.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are wanted. A part that is null lets every finding pass.
 *
 * @param id beginning of the finding's id
 * @param scorecard id of the scorecard
 * @param kpi id of the KPI
 * @param goal id of the goal
 * @param period canonical text of the period
 * @param code whole code, or the part before its first underscore: {@code G9} for {@code G9_TARGET_OUTLIER}
 * @param atLeast the mildest severity that is wanted
 * @param state ACTIVE, QUALIFIED or SUPPRESSED
 */
public record FindingFilter(
        @Nullable String id,
        @Nullable String scorecard,
        @Nullable String kpi,
        @Nullable String goal,
        @Nullable String period,
        @Nullable String code,
        @Nullable Severity atLeast,
        @Nullable FindingState state) {

    /** Lets everything pass. */
    public static final FindingFilter ALL = new FindingFilter(null, null, null, null, null, null, null, null);

    public FindingFilter withId(@Nullable String wanted) {
        return new FindingFilter(wanted, scorecard, kpi, goal, period, code, atLeast, state);
    }

    public FindingFilter withScorecard(@Nullable String wanted) {
        return new FindingFilter(id, wanted, kpi, goal, period, code, atLeast, state);
    }

    public FindingFilter withKpi(@Nullable String wanted) {
        return new FindingFilter(id, scorecard, wanted, goal, period, code, atLeast, state);
    }

    public FindingFilter withGoal(@Nullable String wanted) {
        return new FindingFilter(id, scorecard, kpi, wanted, period, code, atLeast, state);
    }

    public FindingFilter withPeriod(@Nullable String wanted) {
        return new FindingFilter(id, scorecard, kpi, goal, wanted, code, atLeast, state);
    }

    public FindingFilter withCode(@Nullable String wanted) {
        return new FindingFilter(id, scorecard, kpi, goal, period, wanted, atLeast, state);
    }

    public FindingFilter withAtLeast(@Nullable Severity wanted) {
        return new FindingFilter(id, scorecard, kpi, goal, period, code, wanted, state);
    }

    public FindingFilter withState(@Nullable FindingState wanted) {
        return new FindingFilter(id, scorecard, kpi, goal, period, code, atLeast, wanted);
    }

    /** What a query asks for. The texts that people gave are arguments, never part of the SQL. */
    Condition condition() {
        var parts = new ArrayList<String>();
        var arguments = new ArrayList<String>();
        equal("scorecard", scorecard, parts, arguments);
        equal("kpi", kpi, parts, arguments);
        equal("goal", goal, parts, arguments);
        equal("period", period, parts, arguments);
        equal("state", state == null ? null : state.name(), parts, arguments);
        if (id != null) {
            parts.add("starts_with(id, ?)");
            arguments.add(id);
        }
        if (code != null) {
            parts.add("(code = ? OR starts_with(code, ?))");
            arguments.add(code);
            arguments.add(code + "_");
        }
        if (atLeast != null) {
            parts.add(Arrays.stream(Severity.values())
                    .filter(severity -> severity.compareTo(atLeast) >= 0)
                    .map(severity -> DuckDb.literal(severity.name()))
                    .collect(Collectors.joining(", ", "severity IN (", ")")));
        }
        return new Condition(parts.isEmpty() ? "true" : String.join(" AND ", parts), arguments);
    }

    private static void equal(String column, @Nullable String wanted, List<String> parts, List<String> arguments) {
        if (wanted != null) {
            parts.add(column + " = ?");
            arguments.add(wanted);
        }
    }

    /**
     * A condition in SQL.
     *
     * @param arguments for its question marks, in order
     */
    record Condition(String sql, List<String> arguments) {
        static final Condition ALL = new Condition("true", List.of());

        /** Rows of one scorecard. */
        static Condition ofScorecard(String id) {
            return new Condition("scorecard = ?", List.of(id));
        }

        /** Rows of some scorecards. */
        static Condition ofScorecards(Collection<String> ids) {
            String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
            return ids.isEmpty()
                    ? new Condition("false", List.of())
                    : ids.size() == 1
                            ? ofScorecard(ids.iterator().next())
                            : new Condition("scorecard IN (" + marks + ")", List.copyOf(ids));
        }

        /** Rows of some scorecards, and those that name none. */
        static Condition ofScorecardsOrNone(Collection<String> ids) {
            Condition own = ofScorecards(ids);
            return new Condition("(" + own.sql() + " OR scorecard IS NULL)", own.arguments());
        }

        /** Rows whose id begins so. */
        static Condition idBegins(String beginning) {
            return new Condition("starts_with(id, ?)", List.of(beginning));
        }
    }
}
