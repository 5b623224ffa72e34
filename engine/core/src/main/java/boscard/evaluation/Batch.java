package boscard.evaluation;

import boscard.fact.ScorecardFacts;
import boscard.rulebook.CompiledRulebook;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Evaluates many scorecards with several workers and hands the evaluations on in the order of the scorecards, however
 * many workers there are. Only a few evaluations per worker are held at a time.
 */
public final class Batch {

    private static final int AHEAD_PER_WORKER = 4;

    private final CompiledRulebook rulebook;
    private final EvaluationSettings settings;
    private final Population population;
    private final int workers;

    /**
     * Prepares a batch.
     *
     * @param workers at least 1; more than there are cores is no gain
     */
    public Batch(CompiledRulebook rulebook, EvaluationSettings settings, Population population, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("A batch needs a worker, not " + workers);
        }
        this.rulebook = rulebook;
        this.settings = settings;
        this.population = population;
        this.workers = workers;
    }

    /**
     * Evaluates all.
     *
     * @param done called on this thread, once per scorecard, in the order given
     * @throws boscard.problem.InvalidRulebook when the rulebook cannot be evaluated at all
     */
    public void evaluate(List<ScorecardFacts> scorecards, Consumer<ScorecardEvaluation> done) {
        evaluate(scorecards, Function.identity(), done);
    }

    /**
     * Evaluates all, and lets the workers make something of each evaluation as well.
     *
     * @param prepare called once per scorecard, by its worker, so by several threads at once
     * @param done called with what was prepared, on this thread, once per scorecard, in the order given
     * @throws boscard.problem.InvalidRulebook when the rulebook cannot be evaluated at all
     */
    public <T> void evaluate(
            List<ScorecardFacts> scorecards,
            Function<? super ScorecardEvaluation, ? extends T> prepare,
            Consumer<? super T> done) {
        int used = Math.max(1, Math.min(workers, scorecards.size()));
        if (used == 1) {
            try (var evaluator = new Evaluator(rulebook, settings, population)) {
                scorecards.forEach(facts -> done.accept(prepare.apply(evaluator.evaluate(facts))));
            }
            return;
        }
        BlockingQueue<Evaluator> free = new ArrayBlockingQueue<>(used);
        try {
            evaluate(scorecards, prepare, done, free, used);
        } finally {
            free.forEach(Evaluator::close);
        }
    }

    private <T> void evaluate(
            List<ScorecardFacts> scorecards,
            Function<? super ScorecardEvaluation, ? extends T> prepare,
            Consumer<? super T> done,
            BlockingQueue<Evaluator> free,
            int workers) {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        var waiting = new ArrayDeque<Future<? extends T>>();
        try {
            for (ScorecardFacts facts : scorecards) {
                if (waiting.size() == workers * AHEAD_PER_WORKER) {
                    done.accept(result(waiting.remove()));
                }
                waiting.add(pool.submit(() -> {
                    Evaluator evaluator = free.poll(); // each worker opens its own, so that they open side by side
                    if (evaluator == null) {
                        evaluator = new Evaluator(rulebook, settings, population);
                    }
                    try {
                        return prepare.apply(evaluator.evaluate(facts));
                    } finally {
                        free.add(evaluator);
                    }
                }));
            }
            while (!waiting.isEmpty()) {
                done.accept(result(waiting.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            if (failure.getCause() instanceof RuntimeException known) {
                throw known; // the rulebook cannot be evaluated at all, or what was to be prepared could not be
            }
            throw new IllegalStateException("An evaluator reports its failures itself", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The batch was interrupted", interrupted);
        }
    }
}
