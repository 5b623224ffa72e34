package boscard.evaluation;

import boscard.evaluation.Replay.Concluded;
import boscard.fact.Facts;
import boscard.fact.ScorecardFacts;
import boscard.rulebook.CompiledRulebook;
import boscard.rulebook.change.RulebookChanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process knows after an evaluation, so that the next one, with another rulebook or other facts, evaluates only
 * the scorecards whose conclusions may differ and keeps the rest. What comes out is what an evaluation of everything
 * would give, addresses included. Immutable; safe for any thread.
 */
public final class Reevaluation {

    private final CompiledRulebook compiled;
    private final Facts allFacts;
    private final EvaluationSettings settings;
    private final Population population;
    private final Map<String, ScorecardFacts> facts;
    private final Map<String, Concluded> concluded;
    private final int evaluated;

    private Reevaluation(
            CompiledRulebook compiled,
            Facts allFacts,
            EvaluationSettings settings,
            Population population,
            Map<String, ScorecardFacts> facts,
            Map<String, Concluded> concluded,
            int evaluated) {
        this.compiled = compiled;
        this.allFacts = allFacts;
        this.settings = settings;
        this.population = population;
        this.facts = Collections.unmodifiableMap(facts);
        this.concluded = Collections.unmodifiableMap(concluded);
        this.evaluated = evaluated;
    }

    /**
     * Evaluates everything.
     *
     * @param workers how many work at once
     * @throws boscard.problem.InvalidRulebook when the rulebook cannot be evaluated at all
     */
    public static Reevaluation first(CompiledRulebook compiled, Facts facts, EvaluationSettings settings, int workers) {
        return next(null, compiled, facts, settings, workers);
    }

    /**
     * Evaluates what may differ from this one.
     *
     * @param facts the same object when no fact differs
     * @param workers how many work at once
     * @throws boscard.problem.InvalidRulebook when the rulebook cannot be evaluated at all
     */
    public Reevaluation next(CompiledRulebook changed, Facts facts, EvaluationSettings settings, int workers) {
        return next(this, changed, facts, settings, workers);
    }

    private static Reevaluation next(
            @Nullable Reevaluation before,
            CompiledRulebook compiled,
            Facts facts,
            EvaluationSettings settings,
            int workers) {
        Reach reach = before == null ? Reach.everything() : before.reachOf(compiled, settings);
        boolean sameFacts = before != null && before.allFacts == facts;
        Population population = before != null && sameFacts && !reach.isEverything()
                ? before.population
                : Population.of(facts, compiled.rulebook(), settings.asOf());
        if (before != null
                && population != before.population
                && !population.entries().equals(before.population.entries())) {
            reach = Reach.everything(); // each is told of all others
        }
        Map<String, ScorecardFacts> byScorecard = before != null && sameFacts ? before.facts : byScorecard(facts);
        var concluded = new HashMap<String, Concluded>();
        var again = new ArrayList<ScorecardFacts>();
        for (ScorecardFacts one : byScorecard.values()) {
            Concluded kept = before == null ? null : before.kept(one, reach);
            if (kept == null) {
                again.add(one);
            } else {
                concluded.put(one.id(), kept);
            }
        }
        if (!again.isEmpty()) {
            new Batch(compiled, settings, population, workers)
                    .evaluate(
                            again,
                            evaluation -> concluded.put(evaluation.scorecard().scorecard(), Concluded.of(evaluation)));
        }
        return new Reevaluation(compiled, facts, settings, population, byScorecard, concluded, again.size());
    }

    private Reach reachOf(CompiledRulebook changed, EvaluationSettings with) {
        return settings.asOf().equals(with.asOf())
                ? Reach.of(
                        compiled.rulebook(),
                        changed.rulebook(),
                        RulebookChanges.of(compiled.rulebook(), changed.rulebook()))
                : Reach.everything();
    }

    /** What is known about a scorecard already; null when it has to be evaluated. */
    private @Nullable Concluded kept(ScorecardFacts now, Reach reach) {
        Concluded known = concluded.get(now.id());
        boolean stays = known != null
                && !reach.isEverything()
                && now.equals(facts.get(now.id()))
                && !reach.reaches(Reach.Known.of(now.scorecard(), known))
                && !reach.isAddressedAnew(known);
        return stays ? known : null;
    }

    private static Map<String, ScorecardFacts> byScorecard(Facts facts) {
        var byScorecard = new LinkedHashMap<String, ScorecardFacts>();
        facts.byScorecard().forEach(one -> byScorecard.put(one.id(), one));
        return byScorecard;
    }

    public CompiledRulebook compiled() {
        return compiled;
    }

    public Facts allFacts() {
        return allFacts;
    }

    public AsOf asOf() {
        return settings.asOf();
    }

    /** The facts of each scorecard by its id. */
    public Map<String, ScorecardFacts> facts() {
        return facts;
    }

    /** What is concluded about each scorecard by its id; the same object as before when it was kept. */
    public Map<String, Concluded> concluded() {
        return concluded;
    }

    /** How many scorecards were evaluated; the others were kept. */
    public int evaluated() {
        return evaluated;
    }
}
