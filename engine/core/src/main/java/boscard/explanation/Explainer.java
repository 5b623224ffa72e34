package boscard.explanation;

import boscard.evaluation.Finding;
import boscard.evaluation.GoalScore;
import boscard.evaluation.KpiStatus;
import boscard.evaluation.NodeScore;
import boscard.evaluation.Recommendation;
import boscard.evaluation.Replay;
import boscard.evaluation.Replay.Concluded;
import boscard.evaluation.Subject;
import boscard.explanation.Explanation.Kind;
import boscard.rulebook.Rulebook;
import boscard.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says why: the deciding row with each compared cell and value, the facts, the rows that matched too, what withheld it,
 * what it led to, what would change it, and why something else was not concluded. Nothing is remembered from the run
 * but its facts and conclusions; the comparisons are made again by the reference interpreter. Not thread-safe, because
 * its {@link Replay} is not.
 */
public final class Explainer {

    private static final int FACTS_SHOWN = 8;

    private final Rulebook rulebook;
    private final Replay replay;
    private final Concluded concluded;
    private final FindingWhy findings;
    private final StatusWhy statuses;
    private final RollUpWhy nodes;
    private final GoalWhy goals;

    public Explainer(Rulebook rulebook, Replay replay, Concluded concluded) {
        this(rulebook, replay, concluded, FACTS_SHOWN);
    }

    /**
     * Prepares.
     *
     * @param factsShown how many facts a conclusion lists at most; how many more there are is said
     */
    public Explainer(Rulebook rulebook, Replay replay, Concluded concluded, int factsShown) {
        this.rulebook = rulebook;
        this.replay = replay;
        this.concluded = concluded;
        this.findings = new FindingWhy(rulebook, replay, concluded, factsShown);
        this.statuses = new StatusWhy(findings);
        this.nodes = new RollUpWhy(findings);
        this.goals = new GoalWhy(findings);
    }

    /** Why a finding was concluded. */
    public Explanation why(Finding finding) {
        return findings.why(finding);
    }

    /** Why a KPI has its status, and what would change it. */
    public Explanation why(KpiStatus status) {
        return statuses.why(status);
    }

    /** Why an objective, a perspective or a scorecard has its score. */
    public Explanation why(NodeScore node) {
        return nodes.why(node);
    }

    /** Why a goal has its letters: every test with what decided it. */
    public Explanation why(GoalScore goal) {
        return goals.why(goal);
    }

    /** Why something is recommended: the row, and the findings it answers, each explained. */
    public Explanation why(Recommendation recommendation) {
        return findings.why(recommendation);
    }

    /**
     * Why a row, a check or a band was not concluded about a subject.
     *
     * @param wanted a row's id, a code, or the part of a code before its first underscore, or a band
     * @return empty when the rulebook has nothing of that name; {@link #known} lists what it has
     */
    public Optional<Explanation> whyNot(Subject subject, String wanted) {
        var whyNot = new WhyNot(rulebook, replay, concluded);
        List<Explanation> answers = whyNot.of(wanted, subject);
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        var parts = new ArrayList<>(whyNot.instead(subject, wanted));
        parts.addAll(answers);
        return Optional.of(Telling.conclusion("Why not " + wanted + " · " + findings.subject(subject), null, parts)
                .with("asked", wanted)
                .with("scorecard", subject.scorecard())
                .with("kpi", subject.kpi())
                .with("goal", subject.goal())
                .with("period", subject.period()));
    }

    /** The rows that came nearest to being concluded about a subject, nearest first. */
    public Explanation nearestMisses(Subject subject) {
        var whyNot = new WhyNot(rulebook, replay, concluded);
        var parts = new ArrayList<>(whyNot.instead(subject, ""));
        List<Explanation> near = whyNot.nearest(subject);
        parts.addAll(near);
        if (near.isEmpty()) {
            parts.add(Explanation.leaf(Kind.WHY_NOT, "no row came near: none fails only on numbers", null));
        }
        return Telling.conclusion("Nearest misses · " + findings.subject(subject), null, parts)
                .with("scorecard", subject.scorecard())
                .with("kpi", subject.kpi())
                .with("goal", subject.goal())
                .with("period", subject.period());
    }

    /** Row ids, codes and bands that {@link #whyNot} can be asked for. */
    public Set<String> known() {
        return new WhyNot(rulebook, replay, concluded).known();
    }

    /** What stands at the address of a fact, in one line. */
    public Explanation fact(SourceRef at) {
        return findings.say(at);
    }
}
