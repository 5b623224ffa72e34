package boscard.html;

import boscard.evaluation.Replay;
import boscard.evaluation.Replay.Concluded;
import boscard.explanation.Explainer;

/** One scorecard with all that the page tells of it. */
public record Card(Concluded concluded, Replay replay, Explainer explainer) {

    String id() {
        return replay.facts().id();
    }

    String name() {
        return replay.facts().scorecard().name();
    }
}
