package boscard.evaluation;

import boscard.source.SourceRef;
import java.util.List;
import java.util.TreeSet;

/**
 * The compact trail of one conclusion, enough to rebuild the whole explanation later.
 *
 * @param ruleId row id such as {@code KT-014}, or name of the DRL rule
 * @param rule address of the row's cells or of the rule
 * @param lostRows ids of rows that matched too but lost by the hit policy, in sheet order
 * @param facts addresses of the facts used, in reading order
 * @param buildsOn ids of the findings and keys of the statuses it builds on
 */
public record Derivation(
        String ruleId, SourceRef rule, List<String> lostRows, List<SourceRef> facts, List<String> buildsOn) {

    public Derivation {
        lostRows = List.copyOf(lostRows);
        facts = List.copyOf(facts);
        buildsOn = List.copyOf(buildsOn);
    }

    /** The same with one more fact. */
    Derivation with(SourceRef fact) {
        var all = new TreeSet<>(facts);
        all.add(fact);
        return new Derivation(ruleId, rule, lostRows, List.copyOf(all), buildsOn);
    }
}
