package boscard.rulebook;

/** Makes a rulebook run. Implemented by {@code boscard.drools}. */
public interface RulebookCompiler {

    /**
     * Compiles.
     *
     * @throws boscard.problem.InvalidRulebook with every rule that cannot be compiled
     */
    CompiledRulebook compile(Rulebook rulebook);
}
