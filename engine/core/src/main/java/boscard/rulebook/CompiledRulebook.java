package boscard.rulebook;

import boscard.fact.KpiCatalogue;

/** A rulebook that runs. Safe for any thread; each worker opens a session of its own. */
public interface CompiledRulebook {

    Rulebook rulebook();

    /** The same tables and rules with another catalogue and other parameters; nothing is compiled again. */
    CompiledRulebook with(KpiCatalogue catalogue, Parameters parameters);

    /** A session for one worker, to be used for one scorecard after the other. */
    RuleSession newSession();
}
