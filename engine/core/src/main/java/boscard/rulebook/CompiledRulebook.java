package boscard.rulebook;

/** A rulebook that runs. Safe for any thread; each worker opens a session of its own. */
public interface CompiledRulebook {

    Rulebook rulebook();

    /** A session for one worker, to be used for one scorecard after the other. */
    RuleSession newSession();
}
