package boscard.agreement;

import boscard.agreement.Sketch.Given;
import boscard.agreement.Sketch.Line;
import boscard.evaluation.FindingState;
import boscard.evaluation.Severity;
import boscard.table.HitPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The facts of the second stage: what the rows that count in the first one conclude, as views of findings. */
final class Conclusions {

    private Conclusions() {}

    /** Findings by name, each once, in the order of their names. */
    static Map<String, Given> findings(List<Sketch> sketches, List<Given> facts, SortedSet<Verdict> verdicts) {
        var findings = new TreeSet<Given>(Comparator.comparing(Given::toString));
        for (Verdict verdict : chosen(sketches, verdicts)) {
            Given fact = facts.get(Integer.parseInt(verdict.fact()));
            var values = new HashMap<String, Object>();
            for (String part : verdict.outcome().split(", ")) {
                String[] words = part.split(" ", 2);
                if (words[0].equals("finding")) {
                    values.put("code", words[1]);
                } else if (words[0].equals("severity")) {
                    values.put("severity", Severity.valueOf(words[1]));
                }
            }
            values.put("state", FindingState.values()[values.toString().length() % FindingState.values().length]);
            if (!fact.isMissing("kpi")) {
                values.put("kpi", fact.values().get("kpi"));
            }
            if (!fact.isMissing("status")) {
                values.put("status", fact.values().get("status"));
            }
            findings.add(new Given("FindingView", values));
        }
        var named = new LinkedHashMap<String, Given>();
        findings.forEach(finding -> named.put("finding " + finding, finding));
        return named;
    }

    /** The verdicts that count by the hit policies of their tables. */
    static List<Verdict> chosen(List<Sketch> sketches, SortedSet<Verdict> verdicts) {
        var byTableAndFact = new LinkedHashMap<String, List<Verdict>>();
        verdicts.forEach(verdict -> byTableAndFact
                .computeIfAbsent(verdict.table() + "|" + verdict.fact(), key -> new ArrayList<>())
                .add(verdict));
        var tables = new HashMap<String, Sketch>();
        sketches.forEach(sketch -> tables.put(sketch.name(), sketch));
        var chosen = new ArrayList<Verdict>();
        byTableAndFact.values().forEach(matched -> {
            Sketch table =
                    java.util.Objects.requireNonNull(tables.get(matched.get(0).table()));
            List<String> order = table.lines().stream().map(Line::id).toList();
            matched.sort(Comparator.comparingInt(verdict -> order.indexOf(verdict.row())));
            HitPolicy policy = table.policy();
            if (policy == HitPolicy.COLLECT) {
                chosen.addAll(matched);
            } else if (policy == HitPolicy.FIRST || matched.size() == 1) {
                chosen.add(matched.get(0));
            }
        });
        return chosen;
    }
}
