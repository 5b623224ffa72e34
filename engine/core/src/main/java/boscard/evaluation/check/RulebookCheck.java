package boscard.evaluation.check;

import boscard.problem.Problems;
import boscard.rulebook.Rulebook;

/** One thing that can be wrong between the parts of a rulebook. One small class per check; none has state. */
sealed interface RulebookCheck
        permits EdgeImplausible,
                KpiWithoutThresholds,
                FindingUnproduced,
                FindingUnanswered,
                StatusUnproduced,
                IndicatorUnknown {

    /** Collects problems, does not throw. */
    void inspect(Rulebook rulebook, Problems problems);
}
