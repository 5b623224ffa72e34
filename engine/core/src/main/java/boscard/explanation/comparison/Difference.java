package boscard.explanation.comparison;

import boscard.evaluation.Finding;
import boscard.evaluation.GoalScore;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Status;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conclusion that differs. Of two conclusions that are given, at least one is there; a missing earlier one means
 * added, a missing later one removed.
 */
public sealed interface Difference {

    /** Never empty unless nothing is known to have changed. */
    List<Cause> causes();

    /** What became of a conclusion. */
    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What became of it. */
    Kind kind();

    private static Kind kind(@Nullable Object before, @Nullable Object after) {
        return before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    private static <T> T either(@Nullable T before, @Nullable T after) {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** The status of a KPI: another band, another score, or decided by another row. */
    record OfStatus(@Nullable KpiStatus before, @Nullable KpiStatus after, List<Cause> causes) implements Difference {

        public OfStatus {
            causes = List.copyOf(causes);
        }

        /** The later one, or the earlier one when it is gone. */
        public KpiStatus about() {
            return either(before, after);
        }

        public @Nullable Status from() {
            return before == null ? null : before.status();
        }

        public @Nullable Status to() {
            return after == null ? null : after.status();
        }

        /** Whether the status itself is another one. */
        public boolean isMove() {
            return from() != to();
        }

        @Override
        public Kind kind() {
            return Difference.kind(before, after);
        }
    }

    /**
     * A finding.
     *
     * @param what differs, in words; empty when it is added or removed
     */
    record OfFinding(@Nullable Finding before, @Nullable Finding after, List<String> what, List<Cause> causes)
            implements Difference {

        public OfFinding {
            what = List.copyOf(what);
            causes = List.copyOf(causes);
        }

        public Finding about() {
            return either(before, after);
        }

        @Override
        public Kind kind() {
            return Difference.kind(before, after);
        }
    }

    /** A recommendation. */
    record OfRecommendation(
            @Nullable Recommendation before, @Nullable Recommendation after, List<String> what, List<Cause> causes)
            implements Difference {

        public OfRecommendation {
            what = List.copyOf(what);
            causes = List.copyOf(causes);
        }

        public Recommendation about() {
            return either(before, after);
        }

        @Override
        public Kind kind() {
            return Difference.kind(before, after);
        }
    }

    /** The score or status of an objective, a perspective or a scorecard. */
    record OfNode(@Nullable NodeScore before, @Nullable NodeScore after, List<Cause> causes) implements Difference {

        public OfNode {
            causes = List.copyOf(causes);
        }

        public NodeScore about() {
            return either(before, after);
        }

        @Override
        public Kind kind() {
            return Difference.kind(before, after);
        }
    }

    /** The letters or the score of a goal. */
    record OfGoal(@Nullable GoalScore before, @Nullable GoalScore after, List<Cause> causes) implements Difference {

        public OfGoal {
            causes = List.copyOf(causes);
        }

        public GoalScore about() {
            return either(before, after);
        }

        @Override
        public Kind kind() {
            return Difference.kind(before, after);
        }
    }
}
