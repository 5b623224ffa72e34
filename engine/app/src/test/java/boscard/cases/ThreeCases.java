package boscard.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every check has a case that fires, with severity, number and what decided it; one that looks and just does not; and
 * one that cannot look since something is missing. Told by the cases themselves, as they are run.
 */
final class ThreeCases {

    private static final String ALWAYS = "a goal always has this or lacks it, and lacking it is what fails";
    private static final String USE = "each use is told, and without one there is nothing to look at";
    private static final String CATALOGUE =
            "the shipped catalogue has no such fault; NameConflictsTest and the Tests sheet"
                    + " of pitfalls.xlsx and smart.xlsx try some";

    /** Checks of which no case fires. */
    private static final Map<String, String> NEVER_FIRE = Map.of(
            "CM5_GLOSSARY", CATALOGUE,
            "CM6_NAME_CONFLICT", CATALOGUE,
            "SMART_M4", CATALOGUE);

    /** Checks of which no case stays just below. */
    private static final Map<String, String> NO_EDGE = Map.of(
            "CM5_GLOSSARY", CATALOGUE,
            "CM6_NAME_CONFLICT", CATALOGUE,
            "ST10_ZERO_FOR_MISSING", USE,
            "ST11_STATUS_OVERRIDDEN", USE);

    /** Checks that always have what they look at. */
    private static final Map<String, String> ALWAYS_LOOK = Map.ofEntries(
            Map.entry("ST1_OFF_TARGET", "without what it needs the status says so: NO_DATA, NO_TARGET and others"),
            Map.entry("SMART_S1", ALWAYS),
            Map.entry("SMART_S2", ALWAYS),
            Map.entry("SMART_S3", ALWAYS),
            Map.entry("SMART_M1", ALWAYS),
            Map.entry("SMART_R1", ALWAYS),
            Map.entry("SMART_R3", ALWAYS),
            Map.entry("SMART_R4", ALWAYS),
            Map.entry("SMART_T1", ALWAYS),
            Map.entry("CM5_GLOSSARY", CATALOGUE),
            Map.entry("CM6_NAME_CONFLICT", CATALOGUE));

    private final Set<String> fired = new TreeSet<>();
    private final Set<String> numbers = new TreeSet<>();
    private final Set<String> numbersShown = new TreeSet<>();
    private final Set<String> notFired = new TreeSet<>();
    private final Set<String> notEvaluated = new TreeSet<>();

    /** Takes in a case that held. */
    void add(CaseFile.Case one, Concluded concluded) {
        notFired.addAll(one.notFired());
        notEvaluated.addAll(one.notEvaluated());
        for (Expectation forbidden : one.forbidden()) { // fires here, but not for this one
            if (forbidden.section().equals("findings") && forbidden.wanted().size() > 1) {
                notFired.add(forbidden.wanted().getOrDefault("code", ""));
            }
        }
        for (Expectation expectation : one.expected()) {
            Map<String, String> wanted = expectation.wanted();
            if (expectation.section().equals("findings") && wanted.containsKey("code")) {
                String code = wanted.getOrDefault("code", "");
                if (wanted.containsKey("severity") && wanted.containsKey("by")) {
                    fired.add(code);
                }
                if (wanted.containsKey("value")) {
                    numbersShown.add(code);
                }
            } else if (expectation.section().equals("smart")) {
                addTest(wanted);
            } else if (expectation.section().equals("statuses") && wanted.containsKey("by")) {
                addStatus(wanted.getOrDefault("status", ""));
            }
        }
        for (Map<String, String> finding : concluded.sections().getOrDefault("findings", List.of())) {
            if (!finding.getOrDefault("value", "").isEmpty()) {
                numbers.add(finding.getOrDefault("code", ""));
            }
        }
    }

    /** An AMBER or RED status is the finding ST1, and the row that gave it decided. */
    private void addStatus(String status) {
        switch (status) {
            case "GREEN" -> notFired.add("ST1_OFF_TARGET");
            case "AMBER", "RED" -> fired.add("ST1_OFF_TARGET");
            default -> {}
        }
    }

    private void addTest(Map<String, String> wanted) {
        String code = "SMART_" + wanted.get("test");
        switch (wanted.getOrDefault("result", "")) {
            case "WARN", "FAIL" -> {
                if (wanted.containsKey("by")) {
                    fired.add(code);
                }
                if (wanted.containsKey("value")) {
                    numbersShown.add(code);
                }
            }
            case "PASS" -> notFired.add(code);
            case "NOT_EVALUATED" -> notEvaluated.add(code);
            default -> {}
        }
    }

    /**
     * Complains of each check that lacks a case and does not stand above with the reason, and of a reason without need.
     */
    void assertComplete(Set<String> checks) {
        assertLacking(checks, fired, NEVER_FIRE, "fires");
        assertLacking(checks, notFired, NO_EDGE, "just does not fire");
        assertLacking(checks, notEvaluated, ALWAYS_LOOK, "is not evaluated");
        var silent = new TreeSet<>(numbers);
        silent.retainAll(fired);
        silent.removeAll(numbersShown);
        assertThat(silent)
                .as("checks that conclude a number, and no case says which")
                .isEmpty();
    }

    private static void assertLacking(Set<String> checks, Set<String> shown, Map<String, String> known, String what) {
        var lacking = new TreeSet<>(checks);
        lacking.removeAll(shown);
        assertThat(lacking).as("checks without a case in which it " + what).isEqualTo(new TreeSet<>(known.keySet()));
    }
}
