package boscard.evaluation;

import boscard.fact.Goal;
import boscard.fact.Initiative;
import boscard.fact.Kpi;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who owns what a recommendation is about: the initiative's, goal's, KPI's, then the scorecard's owner. */
final class Owners {

    private Owners() {}

    static @Nullable String of(ScorecardContext context, Subject subject) {
        String other = subject.other();
        if (other != null && other.startsWith("initiative ")) {
            String id = other.substring("initiative ".length());
            for (Initiative initiative : context.facts().initiatives()) {
                if (initiative.initiative().equals(id) && initiative.owner() != null) {
                    return initiative.owner();
                }
            }
        }
        for (Goal goal : context.facts().goals()) {
            if (goal.goal().equals(subject.goal()) && goal.owner() != null) {
                return goal.owner();
            }
        }
        Kpi kpi = context.catalogue().find(subject.kpi());
        String kpiOwner = kpi == null ? null : kpi.owner();
        // A role such as SALES_MANAGER names nobody.
        boolean isPerson = kpiOwner != null && !kpiOwner.equals(kpiOwner.toUpperCase(Locale.ROOT));
        return isPerson ? kpiOwner : context.facts().scorecard().owner();
    }
}
