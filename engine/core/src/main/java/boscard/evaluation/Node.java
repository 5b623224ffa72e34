package boscard.evaluation;

import boscard.fact.Level;
import org.jspecify.annotations.Nullable;

/**
 * An objective, a perspective or a whole scorecard, of which a table says how it is rolled up.
 *
 * @param level of the scorecard
 * @param kind what the node is
 * @param node id of the objective or perspective; the scorecard's id for the scorecard
 */
public record Node(String scorecard, @Nullable Level level, NodeScore.Kind kind, String node) {}
